/** Independent uniform times, one after another. */

/**
 * The earliest of so many independent uniform times from t to `end`: 1 - u^(1/count) of the way. Taken again and again from the time
 * before, with one fewer, it gives them all in order without sorting (Bentley & Saxe 1980).
 */
export function earliestOf(count: number, t: number, end: number, u: number): number {
  return Math.min(end, t - Math.expm1(Math.log(u) / count) * (end - t));
}
