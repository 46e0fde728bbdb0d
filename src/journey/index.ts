/** The door of the journeys: the machines, their vocabularies, the compiler and the two executors. */

export { callsOf, type WrittenCall } from "./calls-of.ts";
export { checkJourney, declaredDelays, type JourneySurroundings } from "./check-journey.ts";
export { compileJourney, type CompileOptions } from "./compile/compile.ts";
export type { Refusal } from "./compile/refusal.ts";
export { JourneyCompileError } from "./compile/refusal.ts";
export type { CompiledJourney } from "./compile/tables.ts";
export { contactMachine } from "./contact.ts";
export { contactVocabulary } from "./contact-vocabulary.ts";
export { customerMachine } from "./customer.ts";
export { customerVocabulary } from "./customer-vocabulary.ts";
export { type DeclaredDelays, defineJourney, type JourneyConfig } from "./define-journey.ts";
export type { JourneyExecutor, JourneyHost, JourneyRows } from "./executor.ts";
export { genericVocabulary } from "./generic-vocabulary.ts";
export { type JourneyEvent, journeyEvents, journeyVocabulary } from "./journey-vocabulary.ts";
export { type ContractWords, contractVocabulary } from "./contract-vocabulary.ts";
export { beyondLimits, MOST_TIMERS, NAMES_PER_STEP, namesOf } from "./limits.ts";
export { createActorExecutor } from "./reference.ts";
export { type Inspection, inspectJourney, journeyDot, journeyMermaid, journeySvg, journeyTree, type WordUse } from "./inspect/index.ts";
export { JourneyLoopError, JourneyTimerError } from "./rest.ts";
export { createTableExecutor, type TableExecutor } from "./table-executor.ts";
export { AHEAD_DONE, AHEAD_SHARED, AHEAD_SUSPENDED } from "./walker.ts";
export type { AnyStateMachine as JourneyMachine } from "xstate";
export type { Implementation, JourneyImplementation, ScenarioPart, Vocabulary, Word, WordFunction, WordParameters } from "./vocabulary.ts";
export { subscriberMachine } from "./subscriber.ts";
export { delaysOf } from "./written-delay.ts";
