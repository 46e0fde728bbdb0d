/** The door of the simulation: make a scenario ready, run a replication. */

export { type BroughtJourney, type CustomerJourney } from "./customer-journey.ts";
export { type Calendar, type Period } from "./periods.ts";
export {
  baselineOf,
  type Plan,
  type PlanOptions,
  planScenario,
  type Policies,
  policyFilesOf,
  simulatedMechanisms,
  simulatedParts,
} from "./plan.ts";
export { meanArrivalRate } from "./service/index.ts";
export { type Outcome, replicate, type Replication } from "./replicate.ts";
export type { ExecutorName } from "./world.ts";
