// Latin hypercube sampling: every parameter takes each of its n strata once.

/** A uniform number in (0, 1) of an address; the same address gives the same number. */
export type UniformAt = (dimension: number, index: number) => number;

/** A random order of 0 … count − 1 (Fisher & Yates), from the uniform numbers of a dimension. */
function permutation(count: number, uniform: (index: number) => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(uniform(last) * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/**
 * `count` points in (0, 1)^dimensions; in every dimension exactly one of them lies in each interval ((k − 1) / count, k / count).
 *
 * Source: McKay, Beckman & Conover 1979, Technometrics 21(2).
 * @param uniform addressed uniform numbers; indices 0 to 2 · count − 1 of every dimension are used
 * @throws RangeError when count or dimensions are no positive whole numbers.
 */
export function latinHypercube(count: number, dimensions: number, uniform: UniformAt): number[][] {
  if (!(Number.isSafeInteger(count) && count >= 1)) throw new RangeError(`a Latin hypercube needs at least one point, not ${count}`);
  if (!(Number.isSafeInteger(dimensions) && dimensions >= 1))
    throw new RangeError(`a Latin hypercube needs at least one dimension, not ${dimensions}`);
  const columns = Array.from({ length: dimensions }, (_, dimension) =>
    permutation(count, (index) => uniform(dimension, index)).map((stratum, index) => (stratum + uniform(dimension, count + index)) / count),
  );
  return Array.from({ length: count }, (_, index) => columns.map((column) => column[index] as number));
}
