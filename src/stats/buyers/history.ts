// What is known of a buyer.
import { requireCount, requireNonNegatives } from "./require.ts";

/** A customer's purchases, counted from the first one, which is itself no repeat. Any unit of time, the model's. */
export interface BuyerHistory {
  /** Number of repeat purchases; x in the papers. */
  readonly frequency: number;
  /** Time from the first purchase to the last; 0 without repeat. t_x in the papers. */
  readonly recency: number;
  /** Time from the first purchase to the end of observation; T in the papers. */
  readonly age: number;
}

/** Throws RangeError unless frequency is a whole number and 0 ≤ recency ≤ age. */
export function requireHistory({ frequency, recency, age }: BuyerHistory): void {
  requireCount(frequency, 0, "frequency");
  requireNonNegatives({ recency, age });
  if (recency > age) throw new RangeError(`recency must be at most age, got ${recency} > ${age}`);
}
