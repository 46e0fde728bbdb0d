/** The door of the journeys: the machines, their vocabularies, the compiler and the two executors. */

export { compileJourney } from "./compile/compile.ts";
export type { Refusal } from "./compile/refusal.ts";
export { JourneyCompileError } from "./compile/refusal.ts";
export type { CompiledJourney } from "./compile/tables.ts";
export { contactMachine } from "./contact.ts";
export { contactVocabulary } from "./contact-vocabulary.ts";
export { customerMachine } from "./customer.ts";
export { customerVocabulary } from "./customer-vocabulary.ts";
export type { JourneyExecutor, JourneyHost, JourneyRows } from "./executor.ts";
export { createActorExecutor } from "./reference.ts";
export { JourneyLoopError } from "./rest.ts";
export { createTableExecutor } from "./table-executor.ts";
export type { Implementation, JourneyImplementation, Vocabulary, Word, WordFunction, WordParameters } from "./vocabulary.ts";
