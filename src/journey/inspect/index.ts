/** The inner door of the inspection; other rooms find it behind the door of the journeys. */

export { journeyDot } from "./dot.ts";
export { inspectJourney } from "./inspect.ts";
export type { CallView, Inspection, MissingWord, StateView, TransitionView, WordUse, WrongParams } from "./inspection.ts";
export { journeyMermaid } from "./mermaid.ts";
export { journeySvg } from "./svg.ts";
export { journeyTree } from "./tree.ts";
