// The door of demand: contacts from outside the modelled customers.

export { arrive, beginArrivals, planArrival } from "./arrivals.ts";
export { backlogTaken } from "./backlog.ts";
export { callerIsBack } from "./callers.ts";
export { arrivalProcess, createDemand, type Demand } from "./demand.ts";
export type { DemandHost } from "./host.ts";
export { isReachable } from "./reach.ts";
