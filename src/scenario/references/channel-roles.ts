/** Channels are used only for what they can do, and whoever is promised service finds somebody there. */

import type { Finding } from "../problems/finding.ts";
import { shown } from "../problems/shown.ts";
import { isMap, own, valueAt } from "../value.ts";
import { ANY, can, type Check, type Draft, expand, has, neverOpen, type Use, usedAsKeys, usedAsTexts, usedInLists } from "./draft.ts";

const HOMES = ["service", "groups", ANY, "home"] as const;
const STOCKED = ["stock", "locations", ANY, "channels"] as const;

function unable(draft: Draft, uses: readonly Use[], what: "sell" | "serve"): Finding[] {
  return uses
    .filter((use) => draft.channels.has(use.name) && !can(draft, use.name, what))
    .map(({ path, at, name }) => ({ path, at, expected: `a channel that can ${what}`, found: `${shown(name)}, which cannot` }));
}

/** Homes of groups, places where topics are settled, and channels of arrivals, queues and transfers can serve. */
export const servingChannelsServe: Check = (draft) =>
  unable(
    draft,
    [
      ...usedInLists(draft, HOMES),
      ...usedInLists(draft, ["service", "topics", ANY, "settledIn"]),
      ...usedAsTexts(draft, ["service", "arrivals", ANY, "channel"]),
      ...usedAsTexts(draft, ["service", "transfers", ANY, "to", "channel"]),
      ...usedAsTexts(draft, ["service", "disruptions", ANY, "channel"]),
      ...usedAsTexts(draft, ["service", "followUp", "channel"]),
      ...usedAsKeys(draft, ["service", "queues"]),
    ],
    "serve",
  );

/** Channels that draw from a location can sell. */
export const stockedChannelsSell: Check = (draft) => unable(draft, usedInLists(draft, STOCKED), "sell");

/** No channel draws from two locations: it would not be said from which one. */
export const oneLocationEach: Check = (draft) => {
  const locations = new Map<string, string>();
  return usedInLists(draft, STOCKED).flatMap((use): Finding[] => {
    const location = String(use.path[2]);
    const first = locations.get(use.name) ?? location;
    locations.set(use.name, first);
    if (first === location) return [];
    return [
      {
        path: use.path,
        at: "value",
        expected: "one location for each channel",
        found: `${shown(use.name)}, which also draws from ${shown(first)}`,
      },
    ];
  });
};

/** Every channel that can serve is some group's home; else its contacts would wait for ever. */
export const servingChannelsAreStaffed: Check = (draft) => {
  const groups = valueAt(draft.input, ["service", "groups"]);
  if (!isMap(groups) || Object.keys(groups).length === 0) return [];
  const homes = new Set(usedInLists(draft, HOMES).map((use) => use.name));
  return [...draft.channels]
    .filter(([name, channel]) => Array.isArray(own(channel, "can")) && can(draft, name, "serve") && !homes.has(name))
    .map(([name]) => ({
      path: ["channels", name],
      at: "key" as const,
      expected: "a group under service.groups with this channel as home, because it can serve",
      found: "none (contacts would wait for ever)",
    }));
};

/** Customers with problems find a channel that serves, under every strategy. */
export const customersAreServed: Check = (draft) => {
  if (!has(draft, "service") || !(has(draft, "offer") || has(draft, "journey"))) return [];
  return expand(draft, ["strategies", ANY, "channels"])
    .filter((path) => {
      const names = usedInLists(draft, path as readonly string[]).map((use) => use.name);
      return names.length > 0 && names.every((name) => draft.channels.has(name)) && !names.some((name) => can(draft, name, "serve"));
    })
    .map((path) => ({
      path,
      at: "value",
      expected: "at least one channel that can serve, because orders may give problems",
      found: shown(valueAt(draft.input, path)),
    }));
};

function sellsSometimes(draft: Draft, name: string): boolean {
  return can(draft, name, "sell") && !neverOpen(own(draft.channels.get(name), "hours"));
}

/** Customers with needs find a channel that sells, under every strategy. */
export const customersCanBuy: Check = (draft) => {
  if (!has(draft, "needs") || draft.channels.size === 0) return [];
  // Who has a contract makes no visits.
  if (isMap(valueAt(draft.input, ["needs", "renewal"]))) return [];
  const expected = "at least one channel that can sell and is open at some time, because there are needs";
  if (![...draft.channels.keys()].some((name) => sellsSometimes(draft, name))) {
    return [{ path: ["channels"], at: "key", expected, found: "none" }];
  }
  return expand(draft, ["strategies", ANY, "channels"])
    .filter((path) => {
      const names = usedInLists(draft, path as readonly string[]).map((use) => use.name);
      return names.length > 0 && names.every((name) => draft.channels.has(name)) && !names.some((name) => sellsSometimes(draft, name));
    })
    .map((path) => ({ path, at: "value", expected, found: shown(valueAt(draft.input, path)) }));
};
