/** The known name nearest to a misspelt one. */

import { distance } from "fastest-levenshtein";

const LONGEST = 100;

function plain(text: string): string {
  return text
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll(/[\s_-]/g, "");
}

function edits(one: string, other: string): number {
  const letters = (text: string): string => [...text].toSorted().join("");
  return one.length === other.length && one !== other && letters(one) === letters(other) ? 1 : distance(one, other);
}

/** How many edits still make a likely slip: one in short names, a third of long ones. */
function allowed(length: number): number {
  if (length <= 3) return Math.min(1, length - 1);
  return length <= 6 ? 2 : Math.floor(length / 3);
}

/** The candidate with the fewest edits, ignoring case and hyphens (swapped letters count as one); undefined when none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(name);
  let best: string | undefined;
  let fewest = allowed(wanted.length) + 1;
  for (const candidate of candidates) {
    const found = edits(wanted, plain(candidate));
    if (found < fewest) [best, fewest] = [candidate, found];
  }
  return best;
}

/** ` Did you mean "…"?`, to follow a sentence; empty when no candidate is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const near = nearest(name, candidates);
  return near === undefined ? "" : ` Did you mean "${near}"?`;
}

/** Names as a list for a sentence: `web, app or phone`; `none` when there are none. */
export function oneOf(names: readonly string[]): string {
  if (names.length === 0) return "none";
  if (names.length === 1) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}
