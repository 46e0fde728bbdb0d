// The attribution part of the statistics room.
export type { Measure, TouchPath } from "./paths.ts";
export { antitheticOrders, coalitionsOf, contributions } from "./orders.ts";
export { type RemovalEffects, removalEffects } from "./removal-effect.ts";
export { shapley } from "./shapley.ts";
export { type Credit, firstTouch, lastTouch, linearTouch, shapleyOfPaths } from "./touch-credit.ts";
