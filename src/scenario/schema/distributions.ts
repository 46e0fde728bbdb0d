/** Distributions as they are written in a scenario: `{ lognormal: { mean: 6m, cv: 1 } }`. */

import { z } from "zod";
import { duration, money, positive, positiveDuration } from "./units.ts";
import { weighted } from "./weighted.ts";

/** A distribution in the engine's units (seconds, or money). */
export type Distribution =
  | { readonly kind: "exponential"; readonly mean: number }
  | { readonly kind: "deterministic"; readonly value: number }
  | { readonly kind: "lognormal"; readonly mean: number; readonly cv: number }
  | { readonly kind: "gamma"; readonly mean: number; readonly cv: number }
  | { readonly kind: "weibull"; readonly shape: number; readonly scale: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "empirical"; readonly values: readonly number[] }
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] };

type Quantity = z.ZodType<number>;

/** The schema of a distribution whose values are written as `quantity` and, where zero makes no sense, as `above zero`. */
function distributionOf(quantity: Quantity, aboveZero: Quantity) {
  return z.union(
    [
      z
        .strictObject({ exponential: z.strictObject({ mean: aboveZero }) })
        .transform((d): Distribution => ({ kind: "exponential", ...d.exponential })),
      z
        .strictObject({ deterministic: quantity })
        .transform((d): Distribution => ({ kind: "deterministic", value: d.deterministic })),
      z
        .strictObject({ lognormal: z.strictObject({ mean: aboveZero, cv: positive }) })
        .transform((d): Distribution => ({ kind: "lognormal", ...d.lognormal })),
      z
        .strictObject({ gamma: z.strictObject({ mean: aboveZero, cv: positive }) })
        .transform((d): Distribution => ({ kind: "gamma", ...d.gamma })),
      z
        .strictObject({ weibull: z.strictObject({ shape: positive, scale: aboveZero }) })
        .transform((d): Distribution => ({ kind: "weibull", ...d.weibull })),
      z
        .strictObject({ uniform: z.strictObject({ low: quantity, high: quantity }).refine((u) => u.low < u.high, { error: "low below high" }) })
        .transform((d): Distribution => ({ kind: "uniform", ...d.uniform })),
      z
        .strictObject({ empirical: z.array(quantity).min(1, { error: "at least one value" }) })
        .transform((d): Distribution => ({ kind: "empirical", values: d.empirical })),
      z
        .strictObject({ discrete: weighted(quantity) })
        .transform(
          (d): Distribution => ({
            kind: "discrete",
            values: d.discrete.map((item) => item.value),
            weights: d.discrete.map((item) => item.weight),
          }),
        ),
    ],
    { error: "a distribution such as { lognormal: { mean: 6m, cv: 1 } } or { exponential: { mean: 6m } }" },
  );
}

/** A distribution of durations, in seconds. */
export const durationDistribution = distributionOf(duration, positiveDuration);

/** A distribution of amounts of money. */
export const moneyDistribution = distributionOf(money, money.positive({ error: "an amount of money above zero" }));

/** A duration as it is written: `14d`, `90 s`. */
export type DurationText = `${number}${"" | " "}${"ms" | "s" | "m" | "min" | "h" | "d" | "w" | "y"}`;

/** A distribution as it is written, of durations (`Q` = DurationText) or of money (`Q` = number). */
export type DistributionInput<Q extends DurationText | number> =
  | { readonly exponential: { readonly mean: Q } }
  | { readonly deterministic: Q }
  | { readonly lognormal: { readonly mean: Q; readonly cv: number } }
  | { readonly gamma: { readonly mean: Q; readonly cv: number } }
  | { readonly weibull: { readonly shape: number; readonly scale: Q } }
  | { readonly uniform: { readonly low: Q; readonly high: Q } }
  | { readonly empirical: readonly Q[] }
  | { readonly discrete: readonly { readonly value: Q; readonly weight: number }[] };
