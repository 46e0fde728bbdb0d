/** Every channel that is named somewhere is defined under `channels`. */

import { ANY, type Check, type Draft, type Pattern, type Use, usedAsKeys, usedAsTexts, usedInLists } from "./draft.ts";
import { unknownName } from "./unknown-name.ts";

const MAPS: readonly Pattern[] = [
  ["segments", ANY, "affinity"],
  ["segments", ANY, "serviceAffinity"],
  ["offer", "prices"],
  ["offer", "assortment"],
  ["service", "handling"],
  ["service", "patience"],
  ["service", "patienceOnHold"],
  ["service", "promises", "answers"],
  ["service", "queues"],
  ["service", "topics", ANY, "handling"],
  ["service", "topics", ANY, "patience"],
  ["service", "topics", ANY, "patienceOnHold"],
  ["strategies", ANY, "routing", "idleness-ratio", "channels"],
  ["service", "groups", ANY, "skills"],
];
const LISTS: readonly Pattern[] = [
  ["stock", "locations", ANY, "channels"],
  ["service", "groups", ANY, "home"],
  ["service", "groups", ANY, "besideOthers"],
  ["service", "topics", ANY, "settledIn"],
  ["strategies", ANY, "channels"],
];
const TEXTS: readonly Pattern[] = [
  ["service", "arrivals", ANY, "channel"],
  ["service", "transfers", ANY, "from", "channel"],
  ["service", "transfers", ANY, "to", "channel"],
  ["service", "disruptions", ANY, "channel"],
  ["service", "followUp", "channel"],
  ["awareness", "campaigns", ANY, "channel"],
];

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
