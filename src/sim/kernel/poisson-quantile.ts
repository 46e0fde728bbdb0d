/** Quantiles of the Poisson distribution. */

/** Weights relative to the mode below which nothing is felt at the 52 bits of a draw. */
const NEGLIGIBLE = 1e-20;

/**
 * The smallest k with P(X ≤ k) ≥ u: probabilities relative to that of the mode are summed downwards and upwards, so that large means
 * neither underflow nor need the gamma function. Steps grow with the root of the mean.
 *
 * @param mean - zero or more
 * @param u - in (0, 1)
 */
export function poissonQuantile(mean: number, u: number): number {
  if (mean <= 0) return 0;
  const mode = Math.floor(mean);
  let total = 1;
  let least = mode;
  let weight = 1;
  while (least > 0 && weight > NEGLIGIBLE) {
    weight *= least / mean;
    least--;
    total += weight;
  }
  const ofLeast = weight;
  weight = 1;
  for (let k = mode; weight > NEGLIGIBLE; k++) {
    weight *= mean / (k + 1);
    total += weight;
  }
  let left = u * total;
  weight = ofLeast;
  let k = least;
  while (left > weight && (k < mode || weight > NEGLIGIBLE)) {
    left -= weight;
    weight *= mean / (k + 1);
    k++;
  }
  return k;
}
