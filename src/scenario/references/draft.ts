/**
 * A scenario as it is written, perhaps with mistakes: what the checks of names and parts look at. It holds the input and not the
 * valid scenario, so that all mistakes of a file are found at once; what is malformed is left to the schema and passes here.
 */

import type { Path } from "../path.ts";
import type { Finding } from "../problems/finding.ts";
import { entriesOf, isMap, itemsOf, own, valueAt } from "../value.ts";

export interface Draft {
  readonly input: unknown;
  readonly channels: ReadonlyMap<string, unknown>;
  readonly strategies: ReadonlyMap<string, unknown>;
  readonly topics: ReadonlyMap<string, unknown>;
  /** KPI ids that expectations may name; undefined: not checked. */
  readonly knownKpis: readonly string[] | undefined;
}

/** A check of the draft. */
export type Check = (draft: Draft) => Finding[];

/** A name that the file uses, with the place where it does. */
export interface Use {
  readonly name: string;
  readonly path: Path;
  readonly at: "key" | "value";
}

/** Stands for any key of a map, or any place in a list, in a pattern of a path. */
export const ANY = Symbol("any key");
export type Pattern = readonly (string | typeof ANY)[];

const DEFAULT_STRATEGIES = { multichannel: {}, omnichannel: {} };
const DEFAULT_TOPICS = { question: {} };

/** Prepares an input for the checks. */
export function draftOf(input: unknown, knownKpis?: readonly string[]): Draft {
  return {
    input,
    channels: new Map(entriesOf(own(input, "channels"))),
    strategies: new Map(entriesOf(own(input, "strategies") ?? DEFAULT_STRATEGIES)),
    topics: new Map(entriesOf(valueAt(input, ["service", "topics"]) ?? DEFAULT_TOPICS)),
    knownKpis,
  };
}

/** Whether the scenario has a part. */
export function has(draft: Draft, part: string): boolean {
  return own(draft.input, part) !== undefined;
}

/** Whether a channel is said to be able to do something; malformed ones may do everything here. */
export function can(draft: Draft, channel: string, what: "inform" | "sell" | "serve"): boolean {
  const able = own(draft.channels.get(channel), "can");
  return !Array.isArray(able) || able.includes(what);
}

/** Topics that contacts without one may have. */
export function drawnTopics(draft: Draft): string[] {
  return [...draft.topics].filter(([, topic]) => own(topic, "weight") !== 0).map(([name]) => name);
}

/** Whether hours are written that never come. */
export function neverOpen(hours: unknown): boolean {
  return isMap(hours) && Object.keys(hours).length === 0;
}

function keysOf(value: unknown): readonly (string | number)[] {
  return Array.isArray(value) ? value.map((_, i) => i) : entriesOf(value).map(([name]) => name);
}

/** All paths of the input that a pattern covers. */
export function expand(draft: Draft, pattern: Pattern): Path[] {
  let paths: Path[] = [[]];
  for (const key of pattern) {
    paths = paths.flatMap((path) => {
      const here = valueAt(draft.input, path);
      if (key === ANY) return keysOf(here).map((name) => [...path, name]);
      return own(here, key) === undefined ? [] : [[...path, key]];
    });
  }
  return paths;
}

/** The names of the entries at a path. */
export function namesAt(draft: Draft, path: Path): string[] {
  return entriesOf(valueAt(draft.input, path)).map(([name]) => name);
}

/** Names used as the keys of the maps at a pattern. */
export function usedAsKeys(draft: Draft, pattern: Pattern): Use[] {
  return expand(draft, [...pattern, ANY]).map((path): Use => ({ name: String(path.at(-1)), path, at: "key" }));
}

/** Names used as the texts at a pattern. */
export function usedAsTexts(draft: Draft, pattern: Pattern): Use[] {
  return expand(draft, pattern).flatMap((path): Use[] => {
    const name = valueAt(draft.input, path);
    return typeof name === "string" ? [{ name, path, at: "value" }] : [];
  });
}

/** Names used as items of the lists at a pattern. */
export function usedInLists(draft: Draft, pattern: Pattern): Use[] {
  return expand(draft, pattern).flatMap((path) =>
    itemsOf(valueAt(draft.input, path)).flatMap((name, i): Use[] =>
      typeof name === "string" ? [{ name, path: [...path, i], at: "value" }] : [],
    ),
  );
}
