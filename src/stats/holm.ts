// Holm's adjustment of p values for having looked at several.

/**
 * The p values adjusted by Holm's step-down procedure, in the order given; null stays null and does not count as a test.
 *
 * Formula: with the m tests sorted, p(1) ≤ … ≤ p(m), adjusted p(i) = max over j ≤ i of min(1, (m − j + 1) · p(j)).
 * Calling significant what is at most α keeps the chance of any false finding at α, however the tests depend on each other.
 *
 * Source: Holm 1979, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6(2).
 * @param pValues raw p values, each within [0, 1], or null for a test that could not be made
 * @throws RangeError when a p value lies outside [0, 1] or is NaN.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const tests: { readonly p: number; readonly at: number }[] = [];
  for (const [at, p] of pValues.entries()) {
    if (p === null) continue;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a p value must lie within 0 and 1, got ${p}`);
    tests.push({ p, at });
  }
  tests.sort((a, b) => a.p - b.p);
  const adjusted = pValues.map((): number | null => null);
  let largest = 0;
  for (const [rank, { p, at }] of tests.entries()) {
    largest = Math.max(largest, Math.min(1, (tests.length - rank) * p));
    adjusted[at] = largest;
  }
  return adjusted;
}
