// Multinomial logit: choice among alternatives.

/**
 * Shares exp(V) / Σ exp(V), with one scale for all; computed so that no utility is too large.
 *
 * Source: McFadden 1974, "Conditional logit analysis of qualitative choice behavior".
 * @param utilities one for each alternative; −Infinity for one that is not offered
 * @throws RangeError without alternatives, or for a utility that is not a number.
 */
export function logitShares(utilities: readonly number[]): number[] {
  const largest = Math.max(...utilities);
  if (!Number.isFinite(largest)) throw new RangeError(`logitShares needs an alternative of finite utility, got [${utilities.join(", ")}]`);
  const weights = utilities.map((utility) => Math.exp(utility - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
