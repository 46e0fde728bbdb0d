// The long-run distribution of a birth–death chain: every Markovian queue here is one.

/** A chain on 0, 1, … `last`; rates of leaving a state upwards and downwards, per unit of time. */
export interface BirthDeath {
  /** The highest state. */
  readonly last: number;
  /** Rate from n to n + 1, for n below `last`. */
  readonly birth: (n: number) => number;
  /** Rate from n to n − 1, for n from 1; above 0. */
  readonly death: (n: number) => number;
}

/**
 * The long-run probability of each state, 0 to `last`.
 *
 * p(n + 1) = p(n) · birth(n) / death(n + 1), taken from the most likely state outwards, so that nothing overflows and what is lost is below
 * 1e-300 of the largest. The ratios birth / death must not rise with n (they fall in every queue whose rate of service per customer does not
 * rise), so that there is one most likely state.
 */
export function birthDeath({ last, birth, death }: BirthDeath): Float64Array {
  const p = new Float64Array(last + 1);
  let mode = 0;
  while (mode < last && birth(mode) >= death(mode + 1)) mode++;
  p[mode] = 1;
  for (let n = mode; n < last; n++) p[n + 1] = ((p[n] as number) * birth(n)) / death(n + 1);
  for (let n = mode; n > 0; n--) p[n - 1] = ((p[n] as number) * death(n)) / birth(n - 1);
  const total = p.reduce((sum, weight) => sum + weight, 0);
  return p.map((weight) => weight / total);
}
