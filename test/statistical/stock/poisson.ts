/** Poisson probabilities and the loss functions of inventory theory, by summing. */

/** P(N = k) for k = 0 … most, N Poisson. */
export function poisson(mean: number, most: number): number[] {
  const p = [Math.exp(-mean)];
  for (let k = 1; k <= most; k++) p.push(((p[k - 1] ?? 0) * mean) / k);
  return p;
}

const MOST = 400;

/** Expected value of a function of a Poisson number. */
export function expected(mean: number, value: (n: number) => number): number {
  return poisson(mean, MOST).reduce((sum, p, n) => sum + p * value(n), 0);
}
