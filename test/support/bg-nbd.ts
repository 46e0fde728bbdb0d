/** Closed forms of BG/NBD (Fader, Hardie & Lee, Marketing Science 24(2), 2005), checked against published values in its tests. */

export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Fitted to CDNOW by its authors; alpha in weeks. Validation case clv-010. */
export const CDNOW: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** Gauss's series 2F1(a, b; c; z) for 0 ≤ z < 1. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 100_000 && Math.abs(term) > 1e-16 * Math.abs(sum); k++) {
    term *= ((a + k) * (b + k) * z) / ((c + k) * (k + 1));
    sum += term;
  }
  return sum;
}

/** E[X(t)], equation (9) of the paper: expected repeat purchases until t after the first purchase. */
export function expectedRepeats({ r, alpha, a, b }: BgNbd, t: number): number {
  if (t <= 0) return 0;
  const still = Math.exp(r * Math.log(alpha / (alpha + t)));
  return ((a + b - 1) / (a - 1)) * (1 - still * hypergeometric(r, b, a + b - 1, t / (alpha + t)));
}
