/** The door of the simulation: make a scenario ready, run a replication. */

export { type BroughtJourney, type CustomerJourney } from "./customer-journey.ts";
export { type Calendar, calendarOf, type Period } from "./periods.ts";
export {
  type ObservedContact,
  type ObservedLane,
  type ObservedReplication,
  observeReplication,
  type ObservedStep,
  type ObservedTotals,
} from "./observe/index.ts";
export { type Plan, type PlanOptions, planScenario, type Policies, policyFilesOf, simulatedMechanisms, simulatedParts } from "./plan.ts";
export { meanArrivalRate } from "./service/index.ts";
export { type Outcome, replicate, type Replication } from "./replicate.ts";
export { replicateWithTouches, type TouchRecord } from "./touches/index.ts";
export type { ExecutorName } from "./world.ts";
export { cohortSpan, lifetimeShapeOf } from "./market/index.ts";
export { studyDraws } from "./study-draws.ts";
