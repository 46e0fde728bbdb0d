/** The door of observation. */

export { type ObservedReplication, observeReplication } from "./observe-replication.ts";
export type { ObservedAction, ObservedContact, ObservedLane, ObservedStep, ObservedTotals } from "./step.ts";
