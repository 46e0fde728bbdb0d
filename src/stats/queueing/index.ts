// Queues with known answers: what a simulation is measured by, and a first hint for staffing.
export type { Demand, Staffed } from "./demand.ts";
export { erlangA } from "./erlang-a.ts";
export type { ErlangA, Impatient } from "./erlang-a.ts";
export { erlangB } from "./erlang-b.ts";
export { erlangC } from "./erlang-c.ts";
export type { ErlangC } from "./erlang-c.ts";
export { finiteQueue } from "./finite-queue.ts";
export type { FiniteQueue, FiniteQueueing } from "./finite-queue.ts";
export { finiteSource } from "./finite-source.ts";
export type { FiniteSource, FiniteSourcing } from "./finite-source.ts";
export { garnettDelay, halfinWhittDelay } from "./many-agents.ts";
export { pollaczekKhinchine, processorSharing } from "./pollaczek-khinchine.ts";
export { nonPreemptiveWaits, preemptiveWaits } from "./priorities.ts";
export type { PriorityQueueing } from "./priorities.ts";
export { agentsFor } from "./staffing.ts";
export type { StaffingTarget } from "./staffing.ts";
