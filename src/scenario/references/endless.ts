/** Streams that would bring endlessly many contacts at one moment are refused: the run would never go on. */

import type { Path } from "../path.ts";
import type { Finding } from "../problems/finding.ts";
import { durationDistribution } from "../schema/distributions.ts";
import { share } from "../schema/units.ts";
import { own, valueAt } from "../value.ts";
import { ANY, type Check, type Draft, drawnTopics, expand } from "./draft.ts";

/** Whether a written distribution has no value but 0; malformed ones have others. */
function isAlwaysZero(written: unknown): boolean {
  const { success, data } = durationDistribution.safeParse(written);
  if (!success) return false;
  if (data.kind === "deterministic") return data.value === 0;
  if (data.kind === "empirical") return data.values.every((value) => value === 0);
  return data.kind === "discrete" && data.values.every((value, i) => value === 0 || data.weights[i] === 0);
}

/** Handling as the topic says for the channel, else as the channel says; else a default, which takes time. */
function handlingOf(draft: Draft, channel: string, topic: string): unknown {
  return own(own(draft.topics.get(topic), "handling"), channel) ?? valueAt(draft.input, ["service", "handling", channel]);
}

/** Whether agents need no time at all for the contacts of a stream. */
function takesNoTime(draft: Draft, stream: unknown): boolean {
  const [channel, topic] = [own(stream, "channel"), own(stream, "topic")];
  const wrapUp = valueAt(draft.input, ["service", "wrapUp"]);
  if (typeof channel !== "string" || (wrapUp !== undefined && !isAlwaysZero(wrapUp))) return false;
  const topics = typeof topic === "string" ? [topic] : drawnTopics(draft);
  return topics.every((name) => isAlwaysZero(handlingOf(draft, channel, name)));
}

/** What happens to a backlog before an agent has it: no self-service, or one that takes no time and settles all or some. */
function menuOf(draft: Draft, stream: unknown): "none" | "settles all at once" | "settles some at once" | "takes time" {
  const menu = valueAt(draft.input, ["service", "queues", String(own(stream, "channel")), "selfService"]);
  if (menu === undefined) return "none";
  if (!isAlwaysZero(own(menu, "time"))) return "takes time";
  return share.safeParse(own(menu, "settles")).data === 1 ? "settles all at once" : "settles some at once";
}

function endlessAt(draft: Draft, path: Path): Finding[] {
  const stream = valueAt(draft.input, path);
  if (own(stream, "limit") !== undefined) return [];
  const refused = (key: string, expected: string, found: string): Finding[] => [{ path: [...path, key], at: "value", expected, found }];
  if (isAlwaysZero(own(stream, "between"))) {
    return refused("between", "times above 0s, or a limit (endlessly many contacts would come at once)", "always 0s, and no limit");
  }
  const untilNow = isAlwaysZero(valueAt(stream, ["callers", "until"]));
  const backlog = own(stream, "backlog") === true;
  if (!backlog && !untilNow) return [];
  const menu = menuOf(draft, stream);
  if (menu === "takes time" || (menu !== "settles all at once" && !takesNoTime(draft, stream))) return [];
  const expected = `a limit, or ${menu === "settles all at once" ? "self-service" : "handling or wrap-up"} that takes time (the next contact would come at the same moment, endlessly)`;
  return refused(backlog ? "backlog" : "callers", expected, "neither");
}

/** No stream comes endlessly often at one moment. */
export const streamsLetTimePass: Check = (draft) => expand(draft, ["service", "arrivals", ANY]).flatMap((path) => endlessAt(draft, path));
