// Integration of functions that are smooth inside (0, 1) and may run away at its ends.

const STEP = 1 / 32;
const REACH = 4;

/**
 * The integral of `f` from 0 to 1 by the double exponential rule: u = 1 / (1 + exp(−π sinh t)), and a sum over t at equal steps. `f` gets u and
 * 1 − u, both exact near their ends.
 *
 * Source: Takahasi & Mori 1974, "Double exponential formulas for numerical integration".
 */
export function integrateUnit(f: (u: number, rest: number) => number): number {
  let sum = 0;
  for (let k = -REACH / STEP; k <= REACH / STEP; k++) {
    const t = k * STEP;
    const x = Math.PI * Math.sinh(t);
    const u = 1 / (1 + Math.exp(-x));
    const rest = 1 / (1 + Math.exp(x));
    const weight = Math.PI * Math.cosh(t) * u * rest;
    if (weight > 1e-300) sum += weight * f(u, rest);
  }
  return sum * STEP;
}

/**
 * The integral of rate × e^{−rate × t} × f(t) over all t ≥ 0: the mean of `f` at an exponential time.
 * @param rate above 0
 */
export function meanAtExponential(f: (t: number) => number, rate: number): number {
  return integrateUnit((_, rest) => f(-Math.log(rest) / rate));
}
