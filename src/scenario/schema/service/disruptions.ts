/** What fails for a while: a channel, agents of a group, a site. */

import { z } from "zod";
import { name } from "../market.ts";
import { parameter } from "../parameter.ts";
import { duration, positiveDuration, share } from "../units.ts";

/** What a disruption may strike; each strikes exactly one. */
export const struckKinds = ["channel", "group", "site"] as const;

const disruption = z.strictObject({
  at: duration.describe("When it begins, from the start of the run."),
  for: positiveDuration.optional().describe("How long it lasts; left out: to the end."),
  channel: name.optional().describe("Channel that is down."),
  group: name.optional().describe("Group of which agents are missing."),
  site: name.optional().describe("Site of which agents are missing."),
  missing: share.optional().describe("Share of the agents who are missing, of a group or site; left out: all."),
});

export const disruptions = parameter(z.array(disruption).max(1000, { error: "at most 1,000 disruptions" }), [], {
  about: "Something fails for a while.",
  source: "nothing unless stated",
  tag: "A",
});
