/** Quantiles of the binomial distribution. */

/**
 * The smallest k with P(X ≤ k) ≥ u, where X counts successes in n trials; by summing up the probabilities, which are carried on as
 * logarithms so that large n do not underflow.
 *
 * @param n - trials, a whole number ≥ 0
 * @param p - probability of success, 0 to 1
 * @param u - in (0, 1)
 */
export function binomialQuantile(n: number, p: number, u: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return n;
  const logOdds = Math.log(p / (1 - p));
  let logProbability = n * Math.log(1 - p);
  let below = Math.exp(logProbability);
  let k = 0;
  while (below < u && k < n) {
    logProbability += logOdds + Math.log((n - k) / (k + 1));
    k++;
    below += Math.exp(logProbability);
  }
  return k;
}
