// The door of demand: contacts from outside the modelled customers.

export { arrive, beginArrivals } from "./arrivals.ts";
export { backlogTaken } from "./backlog.ts";
export { callerIsBack } from "./callers.ts";
export { createDemand, type Demand } from "./demand.ts";
export type { DemandHost } from "./host.ts";
