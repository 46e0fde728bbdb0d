/** When and how much is ordered of an article at a location: levels by cell (location × articles + article). */

import type { Scenario } from "../../../scenario/index.ts";

export type Location = NonNullable<Scenario["stock"]>["locations"][string];

export interface Levels {
  /** Inventory position at or below which is ordered at once; −Infinity as the least integer: only at reviews. */
  readonly reorderAt: Int32Array;
  readonly upTo: Int32Array;
}

/** Reviews of a location, undefined under continuous review. */
export interface Reviews {
  /** Seconds. */
  readonly every: number;
  /** Cents per unit left at a review; undefined: it is kept. */
  readonly writeOff: number | undefined;
}

const NEVER = -0x8000_0000;

interface Written {
  readonly upTo: number;
  /** Undefined: one below `upTo`, after rounding. */
  readonly reorderAt: number | undefined;
}

function writtenLevels({ policy, units = 0 }: Location): Written {
  if (policy === "base-stock") return { upTo: units, reorderAt: undefined };
  if ("sS" in policy) return { upTo: policy.sS.S, reorderAt: policy.sS.s };
  return { upTo: policy.periodic.upTo, reorderAt: Number.NEGATIVE_INFINITY };
}

/**
 * Levels of all cells: those written for the average article, in proportion to the article's popularity, rounded; none of articles that
 * no channel of the location carries.
 *
 * @param popularity - shares by article
 * @param isKept - whether some channel of a location (row) carries an article
 */
export function levelsOf(
  locations: readonly Location[],
  popularity: Float64Array,
  isKept: (location: number, article: number) => boolean = () => true,
): Levels {
  const articles = popularity.length;
  const upTo = new Int32Array(locations.length * articles);
  const reorderAt = new Int32Array(upTo.length);
  for (const [row, location] of locations.entries()) {
    const written = writtenLevels(location);
    const rounded = (level: number, article: number) => Math.round(level * articles * (popularity[article] ?? 0));
    for (let article = 0; article < articles; article++) {
      const cell = row * articles + article;
      const top = isKept(row, article) ? rounded(written.upTo, article) : 0;
      upTo[cell] = top;
      if (written.reorderAt === undefined) reorderAt[cell] = top - 1;
      else
        reorderAt[cell] = written.reorderAt === Number.NEGATIVE_INFINITY ? NEVER : Math.min(top - 1, rounded(written.reorderAt, article));
    }
  }
  return { reorderAt, upTo };
}

export function reviewsOf({ policy }: Location): Reviews | undefined {
  if (policy === "base-stock" || "sS" in policy) return undefined;
  const { every, writeOff } = policy.periodic;
  return { every, writeOff: writeOff === undefined ? undefined : Math.round(writeOff * 100) };
}
