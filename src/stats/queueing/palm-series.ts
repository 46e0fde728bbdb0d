// Palm's series, on which Erlang A stands; in logarithms, because it exceeds all numbers in an overloaded centre of patient customers.
import gammaln from "@stdlib/math-base-special-gammaln";

/** Where a further term no longer changes a double. */
const NEGLIGIBLE = 1e-17;

/**
 * ln A(x, y) with A(x, y) = Σ over j ≥ 0 of y^j / ((x + 1) (x + 2) … (x + j)), for x > 0 and y ≥ 0.
 *
 * The same as x e^y γ(x, y) / y^x, but all terms are positive, so nothing cancels. @stdlib's incomplete gamma function (0.3.1) is wrong in the second
 * digit for large x near y (γ(1000, 1010) regularised: 0.6195 instead of 0.6277), which is just where call centres work. Terms are taken from
 * the largest outwards: some 12·√max(x, y) of them at most.
 */
export function logPalmSeries(x: number, y: number): number {
  // Terms rise while y > x + j.
  const largest = Math.max(0, Math.floor(y - x));
  if (largest === 0) return Math.log1p(above(x, y, 0));
  const sum = 1 + above(x, y, largest) + below(x, y, largest);
  return largest * Math.log(y) - (gammaln(x + largest + 1) - gammaln(x + 1)) + Math.log(sum);
}

/** The terms behind the one at `place`, in units of it. */
function above(x: number, y: number, place: number): number {
  let sum = 0;
  let term = 1;
  for (let j = place + 1; ; j++) {
    const ratio = y / (x + j);
    term *= ratio;
    sum += term;
    // Ratios fall, so what remains is at most this geometric series.
    if (ratio < 1 && (term * ratio) / (1 - ratio) <= NEGLIGIBLE * sum) return sum;
  }
}

/** The terms before the one at `place`, in units of it. */
function below(x: number, y: number, place: number): number {
  let sum = 0;
  let term = 1;
  for (let j = place; j > 0 && term > NEGLIGIBLE * sum; j--) {
    term *= (x + j) / y;
    sum += term;
  }
  return sum;
}
