/** Whatever arrives from outside, or is passed on, finds a group that can take it. */

import type { Path } from "../path.ts";
import type { Finding } from "../problems/finding.ts";
import { entriesOf, isMap, itemsOf, own, valueAt } from "../value.ts";
import { ANY, can, type Check, type Draft, drawnTopics, expand } from "./draft.ts";

/** A contact that may come, and where the file says so. */
interface Coming {
  readonly channel: string;
  readonly topic: string;
  readonly path: Path;
}

/** Whether a group can serve a topic in a channel; malformed skills can. */
function canServe(group: unknown, channel: string, topic: string): boolean {
  const topics = own(group, "topics");
  if (Array.isArray(topics) && !topics.includes(topic)) return false;
  const skill = own(own(group, "skills"), channel);
  if (own(own(own(skill, "topics"), topic), "speed") === 0) return false;
  return skill !== undefined || itemsOf(own(group, "home")).includes(channel);
}

function arriving(draft: Draft): Coming[] {
  return expand(draft, ["service", "arrivals", ANY]).flatMap((path) => {
    const stream = valueAt(draft.input, path);
    const [channel, topic] = [own(stream, "channel"), own(stream, "topic")];
    if (typeof channel !== "string") return [];
    const topics = typeof topic === "string" ? [topic] : drawnTopics(draft);
    return topics.map((one) => ({ channel, topic: one, path: [...path, topic === undefined ? "channel" : "topic"] }));
  });
}

function passedOn(draft: Draft): Coming[] {
  return expand(draft, ["service", "transfers", ANY, "to"]).flatMap((path) => {
    const to = valueAt(draft.input, path);
    const [channel, topic] = [own(to, "channel"), own(to, "topic")];
    return typeof channel === "string" && typeof topic === "string" ? [{ channel, topic, path }] : [];
  });
}

/** Every type of contact that is named has a group; else its contacts would wait for ever. */
export const contactsAreServed: Check = (draft) => {
  const groups = valueAt(draft.input, ["service", "groups"]);
  if (!isMap(groups) || Object.keys(groups).length === 0) return [];
  const unserved = [...arriving(draft), ...passedOn(draft)].filter(({ channel, topic }) => {
    if (!draft.channels.has(channel) || !draft.topics.has(topic) || !can(draft, channel, "serve")) return false;
    const staffed = entriesOf(groups).some(([, group]) => itemsOf(own(group, "home")).includes(channel));
    return staffed && !entriesOf(groups).some(([, group]) => canServe(group, channel, topic));
  });
  return unserved.map(({ channel, topic, path }): Finding => ({
    path,
    at: "value",
    expected: `a group that serves ${topic} in ${channel}`,
    found: "none (contacts would wait for ever)",
  }));
};
