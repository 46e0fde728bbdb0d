/** The door of the market. */

export { createMarket, populate } from "./create.ts";
export type { Desk } from "./desk.ts";
export { countingSteps, countingStepsAhead } from "./journey/counting-steps.ts";
export type { OwnJourneyShape } from "./journey/state.ts";
export { ownWords } from "./journey/words.ts";
export { introduce, type Market, tellCustomer } from "./market.ts";
export { type MarketPlan, planMarket } from "./plan.ts";
export { bookValue, spentBy } from "./value.ts";
export { customerImplementation } from "./vocabulary.ts";
export { beginComparison, closeMonth, closeYear } from "./years.ts";
