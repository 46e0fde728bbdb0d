/** The door of the service. */

export { applyStrategy, becomeFree, changeShift, hire, payStaff } from "./agents.ts";
export { dropCallsInClosedChannels } from "./cases.ts";
export { arrive, beginArrivals } from "./arrivals.ts";
export { contactImplementation } from "./contacts.ts";
export { createDesk, createService } from "./create.ts";
export { contactAgain } from "./outsiders.ts";
export { planService, type ServicePlan } from "./plan.ts";
export type { CustomerSide, Service } from "./service.ts";
