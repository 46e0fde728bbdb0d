// Lifetime value where customers are alike: one retention rate, one margin.
import { requireCount, requireNonNegatives, requirePositives, requireShare } from "./require.ts";

/** A margin per period, a constant chance of staying, a discount rate per period. */
export interface Retention {
  /** Share that stays from one period to the next, 0 to 1. */
  readonly retention: number;
  /** Per period; 0.1 is 10 %. */
  readonly discountRate: number;
  /** Growth of the margin per period; 0 unless given. */
  readonly growth?: number;
}

/** How much less than 1 the weight of a period is that of the one before. */
function ratioOf({ retention, discountRate, growth = 0 }: Retention): number {
  requireShare(retention, "retention");
  requireNonNegatives({ discountRate });
  if (!(growth > -1 && growth < Infinity)) throw new RangeError(`growth must be above −1, got ${growth}`);
  const ratio = (retention * (1 + growth)) / (1 + discountRate);
  if (ratio >= 1)
    throw new RangeError(`the value is infinite: retention × (1 + growth) must be below 1 + discountRate, got a ratio of ${ratio}`);
  return ratio;
}

/**
 * Value per unit of margin of the periods after the first: r / (1 + i − r), with growth r (1 + g) / (1 + i − r (1 + g)).
 *
 * Source: Gupta & Lehmann 2003, "Customers as assets", Journal of Interactive Marketing 17(1).
 * @throws RangeError when the value is infinite, or retention is not between 0 and 1.
 */
export function marginMultiple(retention: Retention): number {
  const ratio = ratioOf(retention);
  return ratio / (1 - ratio);
}

/**
 * Value per unit of margin with the first period, which everybody pays at once: (1 + i) / (1 + i − r); the first `periods` of it if given.
 * @throws RangeError as {@link marginMultiple}; unless `periods` is whole and at least 1.
 */
export function retentionValue(retention: Retention, periods?: number): number {
  const ratio = ratioOf(retention);
  if (periods === undefined) return 1 / (1 - ratio);
  requireCount(periods, 1, "periods");
  return -Math.expm1(periods * Math.log(ratio)) / (1 - ratio);
}

/** Berger & Nasr's general case: margins come at the start of each period, marketing is paid within it. */
export interface BergerNasr extends Retention {
  /** Margin at the start of each of the periods 0 to `periods`. Money. */
  readonly margin: number;
  /** Marketing for each period 1 to `periods`. Money. */
  readonly marketing: number;
  /** When marketing is paid, as a share of the period: 0.5 is its middle. */
  readonly marketingAt: number;
  readonly periods: number;
}

/**
 * Margin × Σ (r / (1 + d))^k for k from 0 to n, less marketing × Σ r^(k−1) / (1 + d)^(k−1+at) for k from 1 to n.
 *
 * Source: Berger & Nasr 1998, "Customer lifetime value: marketing models and applications", Journal of Interactive Marketing 12(1), case 1.
 * @throws RangeError when a rate or a number of periods is impossible.
 */
export function bergerNasr({ retention, discountRate, growth = 0, margin, marketing, marketingAt, periods }: BergerNasr): number {
  requireShare(retention, "retention");
  requireNonNegatives({ discountRate, margin, marketing });
  requireShare(marketingAt, "marketingAt");
  requireCount(periods, 0, "periods");
  let stays = 1;
  let discount = 1;
  let grown = 1;
  let value = margin;
  const withinPeriod = Math.exp(-marketingAt * Math.log1p(discountRate));
  for (let period = 1; period <= periods; period++) {
    value -= marketing * stays * discount * withinPeriod;
    stays *= retention;
    discount /= 1 + discountRate;
    grown *= 1 + growth;
    value += margin * grown * stays * discount;
  }
  return value;
}

/** Purchases by a Poisson process until an exponential time. Rates per unit of time. */
export interface ExponentialChurn {
  readonly purchaseRate: number;
  readonly churnRate: number;
  /** Continuous discount rate, 0 for none. */
  readonly discountRate: number;
  /** Money. */
  readonly margin: number;
}

/**
 * Expected purchases λ / μ, and their discounted value mλ / (μ + δ).
 * @throws RangeError when a rate is not above 0 (the discount rate: below 0).
 */
export function exponentialChurnValue({ purchaseRate, churnRate, discountRate, margin }: ExponentialChurn): {
  purchases: number;
  value: number;
} {
  requirePositives({ purchaseRate, churnRate });
  requireNonNegatives({ discountRate });
  return { purchases: purchaseRate / churnRate, value: (margin * purchaseRate) / (churnRate + discountRate) };
}
