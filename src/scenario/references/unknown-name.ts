/** Findings about names that are defined nowhere. */

import type { Finding } from "../problems/finding.ts";
import { nearest, oneOf } from "../problems/nearest.ts";
import { shown } from "../problems/shown.ts";
import type { Use } from "./draft.ts";

const MOST_LISTED = 12;

/** The finding of a use of a name that is not among the `known` ones (`what` they are, e.g. "channel"). */
export function unknownName(use: Use, what: string, known: readonly string[]): Finding {
  const listing = known.slice(0, MOST_LISTED);
  const names = known.length > MOST_LISTED ? `${listing.join(", ")}, …` : oneOf(listing);
  return {
    path: use.path,
    at: use.at,
    expected: known.length === 0 ? `a defined ${what} (there is none)` : `a defined ${what}: ${names}`,
    found: shown(use.name),
    suggestion: nearest(use.name, known),
  };
}
