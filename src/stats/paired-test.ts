// The two-sided test of a paired difference against zero.
import { requireFinite } from "./refuse.ts";
import { tCdf } from "./t-cdf.ts";

/**
 * The two-sided p value of a difference, from Student's t with n − 1 degrees of freedom; null when n < 2.
 *
 * Formula: p = 2 · P(T ≤ −|estimate / se|). With se = 0 every pair agrees exactly: p is 1 if the difference is 0, and 0 otherwise.
 * It says p < 1 − confidence exactly when the t (or jackknife) interval of that confidence excludes zero.
 *
 * Source: Student 1908; Law, Simulation Modeling and Analysis, section 10.2.1.
 * @param estimate the difference, in the unit of the KPI
 * @param se standard error of the estimate (sd / √n), in the same unit
 * @param n number of pairs
 * @throws RangeError when n ≥ 2 and `estimate` is not finite, `se` is negative or not finite, or when n is not an integer.
 */
export function pairedTest(estimate: number, se: number, n: number): number | null {
  if (!Number.isSafeInteger(n)) throw new RangeError(`n must be an integer, got ${n}`);
  if (n < 2) return null;
  requireFinite(estimate, "the estimate");
  if (!(se >= 0 && se < Infinity)) throw new RangeError(`the standard error must be finite and not negative, got ${se}`);
  if (se === 0) return estimate === 0 ? 1 : 0;
  return Math.min(1, 2 * tCdf(-Math.abs(estimate / se), n - 1));
}
