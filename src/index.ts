/** The library: load a scenario, compare its strategies, load them until they break, render the report; define a journey of one's own; queues with known answers. */

export { JourneybenchError } from "./errors.ts";
export {
  compare,
  type CompareOptions,
  type Comparison,
  type Progress,
  stress,
  type StressOptions,
  type StressProgress,
  type StressStudy,
} from "./experiment/index.ts";
export {
  contactMachine,
  customerMachine,
  type DeclaredDelays,
  defineJourney,
  type Inspection,
  inspectJourney,
  type JourneyConfig,
  journeyDot,
  journeyMermaid,
  journeySvg,
  journeyVocabulary,
} from "./journey/index.ts";
export { type KpiDescription, kpiCatalogue, type ResultDocument, type StressDocument } from "./kpi/index.ts";
export { renderReport, renderStress } from "./report/index.ts";
export { type LoadedScenario, parseScenario, type Scenario } from "./scenario/index.ts";
export { loadScenario } from "./scenario/load.ts";
export { type LoadedMachine, type LoadedPolicy, loadMachine, loadPolicy } from "./machine-file/index.ts";
export {
  agentsFor,
  type Demand,
  type ErlangA,
  erlangA,
  erlangB,
  type ErlangC,
  erlangC,
  type FiniteQueue,
  finiteQueue,
  type FiniteQueueing,
  type FiniteSource,
  finiteSource,
  type FiniteSourcing,
  garnettDelay,
  halfinWhittDelay,
  type Impatient,
  nonPreemptiveWaits,
  pollaczekKhinchine,
  preemptiveWaits,
  type PriorityQueueing,
  processorSharing,
  type Staffed,
  type StaffingTarget,
} from "./stats/index.ts";
export { NONE, type RoutingPolicy, type RoutingView } from "./strategies/index.ts";
