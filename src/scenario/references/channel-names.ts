/** Every channel that is named somewhere is defined under `channels`, and named once in a list. */

import { shown } from "../problems/shown.ts";
import type { Finding } from "../problems/finding.ts";
import { ANY, type Check, type Draft, expand, type Pattern, type Use, usedAsKeys, usedAsTexts, usedInLists } from "./draft.ts";
import { unknownName } from "./unknown-name.ts";

const MAPS: readonly Pattern[] = [
  ["segments", ANY, "affinity"],
  ["segments", ANY, "serviceAffinity"],
  ["offer", "prices"],
  ["service", "handling"],
  ["service", "patience"],
  ["service", "promises", "answers"],
  ["service", "groups", ANY, "skills"],
];
const LISTS: readonly Pattern[] = [
  ["stock", "locations", ANY, "channels"],
  ["service", "groups", ANY, "home"],
  ["service", "topics", ANY, "settledIn"],
  ["strategies", ANY, "channels"],
];
const TEXTS: readonly Pattern[] = [["service", "arrivals", ANY, "channel"]];

function channelUses(draft: Draft): Use[] {
  return [
    ...MAPS.flatMap((pattern) => usedAsKeys(draft, pattern)),
    ...LISTS.flatMap((pattern) => usedInLists(draft, pattern)),
    ...TEXTS.flatMap((pattern) => usedAsTexts(draft, pattern)),
  ];
}

/** Channels that are named but not defined. */
export const channelsAreDefined: Check = (draft) => {
  const known = [...draft.channels.keys()];
  return channelUses(draft)
    .filter((use) => !draft.channels.has(use.name))
    .map((use) => unknownName(use, "channel", known));
};

function repeated(uses: readonly Use[]): Finding[] {
  const seen = new Set<string>();
  return uses.flatMap((use): Finding[] => {
    if (seen.has(use.name))
      return [{ path: use.path, at: "value", expected: "each channel once in the list", found: `${shown(use.name)} again` }];
    seen.add(use.name);
    return [];
  });
}

/** Channels named twice in one list. */
export const listsNameOnce: Check = (draft) =>
  LISTS.flatMap((pattern) => expand(draft, pattern)).flatMap((path) => repeated(usedInLists(draft, path as Pattern)));
