/** Names for people: of parameters, from their paths in the scenario, and of what strategies differ in. */

import { capabilityCatalogue } from "../../strategies/capabilities.ts";
import { own } from "../view.ts";

/** Parts of a scenario whose entries have names that its author gave: those are told as they are written. A test holds them to the schema. */
export const NAMED_PARTS: ReadonlySet<string> = new Set([
  "activeHours",
  "affinity",
  "answers",
  "arrivals",
  "assortment",
  "breaks",
  "busyness",
  "categories",
  "channels",
  "groups",
  "handling",
  "hours",
  "locations",
  "patience",
  "patienceOnHold",
  "prices",
  "queues",
  "rates",
  "schedule",
  "segments",
  "serviceAffinity",
  "skills",
  "strategies",
  "topics",
  "workingHours",
]);

/** What strategies can differ in beside capabilities. */
const LEVERS: Readonly<Record<string, string>> = { channels: "Channels offered", routing: "Routing policy" };

const BETWEEN = " › ";

/** The keys of a path as it is written: `["phone desk"]` and `[0]` stand in brackets. */
function keysOf(path: string): string[] {
  const keys = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[([0-9]+)\]|([^.[]+)/gu);
  return [...keys].map(([all, quoted, row, plain]) =>
    quoted === undefined ? (row === undefined ? (plain ?? all) : `no. ${Number(row) + 1}`) : unquoted(quoted),
  );
}

function unquoted(quoted: string): string {
  return quoted.replace(/\\(["\\])/gu, "$1");
}

/** A key of the schema in words: `goesOn` is "goes on", `sharedHistory` the name of the capability. */
function keyWords(key: string): string {
  return own(capabilityCatalogue, key)?.label ?? key.replace(/(?<=[a-z0-9])(?=[A-Z])/gu, " ").toLowerCase();
}

function wordsOf(path: string): string[] {
  const keys = keysOf(path);
  return keys.map((key, at) => {
    const isGiven = at > 0 && NAMED_PARTS.has(keys[at - 1] ?? "");
    const words = isGiven || !/^[a-z][A-Za-z0-9]*$/u.test(key) ? key : keyWords(key);
    return at === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  });
}

/** A parameter's name for people: `service.groups["phone desk"].agents` is "Service › groups › phone desk › agents". */
export function parameterName(path: string): string {
  return wordsOf(path).join(BETWEEN);
}

/**
 * The end of the name, where there is little room: "… phone desk › agents".
 *
 * @param most characters; the last two words stay whatever their length
 */
export function shortParameterName(path: string, most = 44): string {
  const words = wordsOf(path);
  const whole = words.join(BETWEEN);
  if (whole.length <= most) return whole;
  const first = words.findIndex((_, at) => at === words.length - 2 || words.slice(at).join(BETWEEN).length + 2 <= most);
  return first <= 0 ? whole : `… ${words.slice(first).join(BETWEEN)}`;
}

/** What strategies differ in, by the id in the document: a capability or a lever. */
export function differenceName(id: string): string {
  return own(capabilityCatalogue, id)?.label ?? own(LEVERS, id) ?? id;
}
