/** How far the values behind a result can be trusted, in words. */

import type { Assumption } from "../../kpi/index.ts";
import { counted } from "./numbers.ts";

/** Remembered values that a sentence names; the section lists all. */
const MOST_NAMED = 4;

/** Whether a value was remembered and never looked up: no more than an assumption until somebody does. */
export function isRemembered({ tag }: Pick<Assumption, "tag">): boolean {
  return tag === "R";
}

function named(remembered: readonly Assumption[]): string {
  const shown = remembered.slice(0, MOST_NAMED).map(({ path }) => path);
  const more = remembered.length - shown.length;
  return `: ${shown.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
}

/** "a, b and c" of what there is any of. */
function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/**
 * One sentence on what a result rests on that nobody verified; null if there is no such thing.
 *
 * @param what - the subject of the sentence, such as "This result"
 */
export function trustSentence(assumptions: readonly Assumption[], what = "This result"): string | null {
  const assumed = assumptions.filter(({ tag }) => tag === "A");
  const ours = assumed.filter(({ setBy }) => setBy === "default").length;
  const authors = assumed.length - ours;
  const remembered = assumptions.filter(isRemembered);
  const parts = [
    ...(ours === 0 ? [] : [`${counted(ours, "assumption")} of this project`]),
    ...(authors === 0 ? [] : [`${counted(authors, "assumption")} of the scenario`]),
    ...(remembered.length === 0 ? [] : [`${counted(remembered.length, "remembered, unverified value")}${named(remembered)}`]),
  ];
  return parts.length === 0 ? null : `${what} rests on ${joined(parts)}.`;
}
