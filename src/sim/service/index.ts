/** The door of the service. */

export { endAfterWork } from "./after-work.ts";
export { becomeFree, bookWork } from "./agents.ts";
export { countBacklog } from "./backlog.ts";
export { dropCallsInClosedChannels } from "./cases.ts";
export { closeChannel, planClosings } from "./closing.ts";
export { contactImplementation } from "./contacts.ts";
export { createDesk, createService } from "./create.ts";
export { arrive, beginArrivals } from "./demand/index.ts";
export { type ContactWords, FastPath } from "./fast-path/index.ts";
export { getInTouch } from "./follow-up.ts";
export { checkLaws } from "./laws.ts";
export { mechanismsOf } from "./mechanisms.ts";
export { contactAgain } from "./outsiders.ts";
export { planOutages } from "./outages.ts";
export { meanArrivalRate, planService, type ServicePlan } from "./plan/index.ts";
export type { CustomerSide, Service } from "./service.ts";
export { applyStrategy } from "./strategy.ts";
export { changeStaffing, disrupt, hire, payStaff } from "./supply/index.ts";
export { offerAgain } from "./waiting.ts";
export { finishWork } from "./work.ts";
