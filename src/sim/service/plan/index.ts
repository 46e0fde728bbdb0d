/** The door of the service's plan. */

export { meanArrivalRate } from "./mean-rate.ts";
export { planService } from "./plan-service.ts";
export type * from "./types.ts";
