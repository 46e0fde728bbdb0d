// The Sobol sequence: points that fill a cube more evenly than random ones.
//
// Our own, because the kept packages of npm read their tables from files, which a browser cannot.
import { JOE_KUO } from "./joe-kuo.ts";

/** Dimensions for which direction numbers are there. */
export const MOST_SOBOL_DIMENSIONS = JOE_KUO.length + 1;

const BITS = 32;

/** Direction numbers of a dimension (0 = the first), as unsigned 32-bit integers. */
function directions(dimension: number): Uint32Array {
  const numbers = new Uint32Array(BITS);
  const [coefficients = 0, ...first] = dimension === 0 ? [0] : (JOE_KUO[dimension - 1] ?? []);
  const degree = first.length;
  for (let k = 0; k < BITS; k++) {
    if (dimension === 0) numbers[k] = 1 << (BITS - 1 - k);
    else if (k < degree) numbers[k] = (first[k] as number) << (BITS - 1 - k);
    else numbers[k] = recurrence(numbers, k, degree, coefficients);
  }
  return numbers;
}

/** v_k = v_(k−s) ⊕ (v_(k−s) >> s) ⊕ a_1 v_(k−1) ⊕ … ⊕ a_(s−1) v_(k−s+1) (Bratley & Fox 1988, equation 5). */
function recurrence(numbers: Uint32Array, k: number, degree: number, coefficients: number): number {
  const back = numbers[k - degree] as number;
  let value = back ^ (back >>> degree);
  for (let j = 1; j < degree; j++) if (((coefficients >>> (degree - 1 - j)) & 1) === 1) value ^= numbers[k - j] as number;
  return value;
}

/**
 * The first `count` points of the Sobol sequence in [0, 1)^dimensions, the origin first, in Gray-code order.
 *
 * Use powers of two for `count`: the sequence is balanced only there.
 *
 * Source: Sobol 1967; Antonov & Saleev 1979; direction numbers of Joe & Kuo 2008.
 * @param shift uniform numbers in [0, 1), one per dimension, that turn the digits of all points (a random digital shift: each point
 * is then uniform by itself); left out: none
 * @throws RangeError for dimensions outside 1 to {@link MOST_SOBOL_DIMENSIONS}, or a count that is no whole number from 0 to 2³¹.
 */
export function sobolSequence(count: number, dimensions: number, shift?: readonly number[]): number[][] {
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= MOST_SOBOL_DIMENSIONS)) {
    throw new RangeError(`a Sobol sequence has 1 to ${MOST_SOBOL_DIMENSIONS} dimensions, not ${dimensions}`);
  }
  if (!(Number.isInteger(count) && count >= 0 && count <= 2_147_483_648))
    throw new RangeError(`there is no Sobol sequence of ${count} points`);
  const tables = Array.from({ length: dimensions }, (_, dimension) => directions(dimension));
  const state = Uint32Array.from({ length: dimensions }, (_, dimension) => Math.floor((shift?.[dimension] ?? 0) * 4_294_967_296));
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) {
      const bit = trailingOnes(index - 1);
      for (const [dimension, table] of tables.entries()) state[dimension] = (state[dimension] as number) ^ (table[bit] as number);
    }
    return Array.from(state, (word) => word / 4_294_967_296);
  });
}

/** The position of the lowest zero bit: the direction number that the Gray code changes next. */
function trailingOnes(value: number): number {
  return 31 - Math.clz32(~value & (value + 1));
}
