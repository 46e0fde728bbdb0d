/** Topics, groups, sites and busy days that the service names are defined. */

import { valueAt } from "../value.ts";
import { ANY, type Check, type Draft, expand, namesAt, type Use, usedAsKeys, usedAsTexts, usedInLists } from "./draft.ts";
import { unknownName } from "./unknown-name.ts";

const RATIO = ["strategies", ANY, "routing", "idleness-ratio"] as const;

function unknown(uses: readonly Use[], what: string, known: readonly string[]) {
  return uses.filter((use) => !known.includes(use.name)).map((use) => unknownName(use, what, known));
}

/** Topics that arrivals, transfers, groups and routing name. */
export const topicsAreDefined: Check = (draft) =>
  unknown(
    [
      ...usedAsTexts(draft, ["service", "arrivals", ANY, "topic"]),
      ...usedAsTexts(draft, ["service", "transfers", ANY, "from", "topic"]),
      ...usedAsTexts(draft, ["service", "transfers", ANY, "to", "topic"]),
      ...usedAsTexts(draft, ["offer", "questions", "topic"]),
      ...usedInLists(draft, ["service", "groups", ANY, "topics"]),
      ...usedAsKeys(draft, ["service", "groups", ANY, "skills", ANY, "topics"]),
      ...usedAsKeys(draft, [...RATIO, "topics"]),
    ],
    "topic",
    [...draft.topics.keys()],
  );

/** Groups that disruptions and routing name. */
export const groupsAreDefined: Check = (draft) =>
  unknown(
    [...usedAsTexts(draft, ["service", "disruptions", ANY, "group"]), ...usedAsKeys(draft, [...RATIO, "groups"])],
    "group",
    namesAt(draft, ["service", "groups"]),
  );

function sitesOf(draft: Draft): string[] {
  const sites = expand(draft, ["service", "groups", ANY, "site"]).map((path) => valueAt(draft.input, path));
  return [...new Set(sites.filter((site) => typeof site === "string"))];
}

/** Sites that disruptions name are some group's. */
export const sitesAreDefined: Check = (draft) =>
  unknown(usedAsTexts(draft, ["service", "disruptions", ANY, "site"]), "site (a group's `site`)", sitesOf(draft));

/** Busy days that streams name. */
export const busynessIsDefined: Check = (draft) =>
  unknown(
    usedAsTexts(draft, ["service", "arrivals", ANY, "busyness"]),
    "entry of service.busyness",
    namesAt(draft, ["service", "busyness"]),
  );
