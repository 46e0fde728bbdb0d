/** The door of the market. */

export { createMarket, populate } from "./create.ts";
export type { Desk } from "./desk.ts";
export { expectFollowUp, getFollowUp } from "./follow-up.ts";
export { countingSteps, countingStepsAhead } from "./journey/counting-steps.ts";
export type { OwnJourneyShape } from "./journey/state.ts";
export { ownWords } from "./journey/words.ts";
export { countDowntime } from "./outages.ts";
export { marketMechanismsOf } from "./mechanisms.ts";
export { introduce, type Market, tellCustomer } from "./market.ts";
export { type MarketPlan, planMarket } from "./plan.ts";
export { bookStock, checkStock } from "./stock/index.ts";
export { bookValue, spentBy } from "./value.ts";
export { contractImplementation } from "./renewal.ts";
export { customerImplementation } from "./vocabulary.ts";
export { beginComparison, closeMonth, closeYear } from "./years.ts";
export { cohortSpan } from "./cohorts.ts";
export { endLifetimes, lifetimeShapeOf } from "./lifetimes.ts";
export { bookResiduals, noteResidualsKnown } from "./residual.ts";
