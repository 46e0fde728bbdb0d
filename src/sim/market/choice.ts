/** Multinomial logit choice by one uniform number. */

/**
 * Turns utilities into cumulated weights and picks. `weights` holds the utilities of `count` alternatives on entry (−Infinity =
 * not available) and is overwritten.
 *
 * @param u - uniform in (0, 1)
 * @returns the index chosen with probability exp(V_i) / sum exp(V_j) (McFadden 1974), or −1 if nothing is available
 */
export function chooseLogit(weights: Float64Array, count: number, u: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) best = Math.max(best, weights[i] as number);
  if (best === Number.NEGATIVE_INFINITY) return -1;
  let total = 0;
  let last = -1;
  for (let i = 0; i < count; i++) {
    const utility = weights[i] as number;
    const weight = utility === Number.NEGATIVE_INFINITY ? 0 : Math.exp(utility - best);
    if (weight > 0) last = i;
    total += weight;
    weights[i] = weight;
  }
  let left = u * total;
  for (let i = 0; i < count; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    left -= weight;
    if (left < 0) return i;
  }
  return last;
}
