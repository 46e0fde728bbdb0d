// The logarithm of the gamma function, for the mean of a Weibull distribution.

const G = 7;
const COEFFICIENTS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012,
  9.984369578019572e-6, 1.5056327351493116e-7,
];

/**
 * log Γ(x) for x ≥ 1, with an absolute error below 1e-13 near 1 (relative to log Γ elsewhere).
 *
 * Source: Lanczos' approximation with g = 7 and nine terms (Press et al., Numerical Recipes, 6.1; Godfrey's coefficients).
 */
export function logGamma(x: number): number {
  const y = x - 1;
  let sum = 0.9999999999998099;
  for (const [i, coefficient] of COEFFICIENTS.entries()) {
    sum += coefficient / (y + i + 1);
  }
  const t = y + G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}
