/** Lists name everything once. */

import type { Finding } from "../problems/finding.ts";
import { shown } from "../problems/shown.ts";
import { ANY, type Check, expand, type Pattern, type Use, usedInLists } from "./draft.ts";

const CHANNELS: readonly Pattern[] = [
  ["stock", "locations", ANY, "channels"],
  ["service", "groups", ANY, "home"],
  ["service", "groups", ANY, "besideOthers"],
  ["service", "topics", ANY, "settledIn"],
  ["strategies", ANY, "channels"],
];
const TOPICS: Pattern = ["service", "groups", ANY, "topics"];

function repeated(uses: readonly Use[], what: string): Finding[] {
  const seen = new Set<string>();
  return uses.flatMap((use): Finding[] => {
    if (seen.has(use.name))
      return [{ path: use.path, at: "value", expected: `each ${what} once in the list`, found: `${shown(use.name)} again` }];
    seen.add(use.name);
    return [];
  });
}

/** Names that stand twice in one list. */
export const listsNameOnce: Check = (draft) => [
  ...CHANNELS.flatMap((pattern) => expand(draft, pattern)).flatMap((path) => repeated(usedInLists(draft, path as Pattern), "channel")),
  ...expand(draft, TOPICS).flatMap((path) => repeated(usedInLists(draft, path as Pattern), "topic")),
];
