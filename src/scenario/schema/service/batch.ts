/** How many contacts come together. */

import { z } from "zod";
import { count, positive } from "../units.ts";
import { weighted } from "../weighted.ts";

const MOST_TOGETHER = 10_000;
const TOO_MANY = { error: "at most 10,000 contacts together" };
const size = count.max(MOST_TOGETHER, TOO_MANY);

/** Sizes of batches: fixed, by weight, or geometric from 1 on. */
export type BatchSize =
  | { readonly kind: "deterministic"; readonly value: number }
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: "geometric"; readonly mean: number };

/** Written as `{ deterministic: 3 }`, `{ geometric: { mean: 3 } }` or `{ discrete: [{ value: 1, weight: 3 }, …] }`. */
export const batchSize = z.union(
  [
    z.strictObject({ deterministic: size }).transform((d): BatchSize => ({ kind: "deterministic", value: d.deterministic })),
    z
      .strictObject({ geometric: z.strictObject({ mean: positive.min(1, { error: "a mean of 1 or more" }).max(MOST_TOGETHER, TOO_MANY) }) })
      .transform((d): BatchSize => ({ kind: "geometric", ...d.geometric })),
    z
      .strictObject({ discrete: weighted(size) })
      .transform(
        (d): BatchSize => ({ kind: "discrete", values: d.discrete.map(({ value }) => value), weights: d.discrete.map(({ weight }) => weight) }),
      ),
  ],
  { error: "how many contacts come together, such as { deterministic: 3 } or { geometric: { mean: 3 } }" },
);
