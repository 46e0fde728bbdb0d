/** Units of an article in one order. */

import { z } from "zod";
import { count } from "./units.ts";
import { weighted } from "./weighted.ts";

/** How often an order has how many units. */
export interface UnitsOfOrder {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** Always the same whole number, `{ deterministic: 2 }`, or several by weight, `{ discrete: [{ value: 1, weight: 3 }, …] }`. */
export const unitsOfOrder = z.union(
  [
    z.strictObject({ deterministic: count }).transform((d): UnitsOfOrder => ({ values: [d.deterministic], weights: [1] })),
    z
      .strictObject({ discrete: weighted(count) })
      .transform((d): UnitsOfOrder => ({ values: d.discrete.map(({ value }) => value), weights: d.discrete.map(({ weight }) => weight) })),
  ],
  { error: "whole numbers of units such as { deterministic: 2 } or { discrete: [{ value: 1, weight: 3 }, { value: 2, weight: 1 }] }" },
);
