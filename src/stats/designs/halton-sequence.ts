// The Halton sequence: like Sobol's, for any number of points, best in few dimensions.

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];

/** The digits of `index` in the base, mirrored behind the point (van der Corput). */
function radicalInverse(index: number, base: number): number {
  let value = 0;
  let unit = 1 / base;
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    value += (rest % base) * unit;
    unit /= base;
  }
  return value;
}

/**
 * The first `count` points of the Halton sequence in [0, 1)^dimensions, the origin first; dimension j has the j-th prime as its base.
 *
 * Source: Halton 1960.
 * @throws RangeError for dimensions outside 1 to 20, in which it still is of use, or a count that is no whole number.
 */
export function haltonSequence(count: number, dimensions: number): number[][] {
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= PRIMES.length)) {
    throw new RangeError(`a Halton sequence has 1 to ${PRIMES.length} dimensions, not ${dimensions}`);
  }
  if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`there is no Halton sequence of ${count} points`);
  return Array.from({ length: count }, (_, index) => PRIMES.slice(0, dimensions).map((base) => radicalInverse(index, base)));
}
