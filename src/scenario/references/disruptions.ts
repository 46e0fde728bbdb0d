/** A disruption strikes one thing, and agents are missing only where there are some. */

import type { Finding } from "../problems/finding.ts";
import { struckKinds } from "../schema/service/index.ts";
import { own, valueAt } from "../value.ts";
import { ANY, type Check, expand } from "./draft.ts";
import { exactlyOne } from "./one-of-several.ts";

/** Each disruption strikes a channel, a group or a site. */
export const disruptionsStrikeOne: Check = (draft) =>
  expand(draft, ["service", "disruptions", ANY]).flatMap((path): Finding[] => {
    const disruption = valueAt(draft.input, path);
    const findings = exactlyOne(disruption, path, struckKinds);
    const wholeChannel = own(disruption, "channel") !== undefined && own(disruption, "missing") !== undefined;
    if (!wholeChannel || findings.length > 0) return findings;
    const expected = "a share of missing agents only with group or site (a channel is down as a whole)";
    return [{ path: [...path, "missing"], at: "key", expected, found: "it with channel" }];
  });
