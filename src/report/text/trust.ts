/** How far the values behind a result can be trusted, in words. */

import type { Assumption } from "../../kpi/index.ts";
import { counted } from "./numbers.ts";

/** Remembered values that a sentence names; the section lists all. */
const MOST_NAMED = 4;

/** Whether a value was remembered and never looked up: no more than an assumption until somebody does. */
export function isRemembered({ tag }: Pick<Assumption, "tag">): boolean {
  return tag === "R";
}

function named(remembered: readonly Assumption[], nameOf: (path: string) => string): string {
  const shown = remembered.slice(0, MOST_NAMED).map(({ path }) => nameOf(path));
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
 * @param nameOf - how a parameter is called, by its path: by the path itself, unless told otherwise
 */
export function trustSentence(assumptions: readonly Assumption[], nameOf = (path: string) => path): string | null {
  const assumed = assumptions.filter(({ tag }) => tag === "A");
  const ours = assumed.filter(({ setBy }) => setBy === "default").length;
  const authors = assumed.length - ours;
  const remembered = assumptions.filter(isRemembered);
  const parts = [
    ...(ours === 0 ? [] : [`${counted(ours, "assumption")} of this project`]),
    ...(authors === 0 ? [] : [`${counted(authors, "assumption")} of the scenario`]),
    ...(remembered.length === 0 ? [] : [`${counted(remembered.length, "remembered, unverified value")}${named(remembered, nameOf)}`]),
  ];
  return parts.length === 0 ? null : `This result rests on ${joined(parts)}.`;
}
