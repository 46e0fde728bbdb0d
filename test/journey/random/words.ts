/** The implementation of the random machines' vocabulary: actions mix a number per row, guards and delays are functions of it. */

import type { JourneyImplementation, WordParameters } from "../../../src/journey/index.ts";
import type { Tape } from "./tape.ts";
import { callText, hash } from "../support/words.ts";

/** What the words touch. */
export interface MixingWorld {
  readonly tape: Tape;
  /** By row. */
  readonly mix: number[];
}

/** Names by kind. */
export interface Names {
  readonly actions: readonly string[];
  readonly guards: readonly string[];
  readonly delays: readonly string[];
}

const SECONDS = [0.5, 1, 0.1, 1, 2.5, 0.3, Infinity, 0];

/** Implements words. */
export function mixingWords(names: Names): JourneyImplementation<MixingWorld> {
  const each = <F>(list: readonly string[], make: (name: string) => F): Record<string, F> =>
    Object.fromEntries(list.map((name) => [name, make(name)]));
  return {
    actions: each(names.actions, (name) => ({ tape, mix }: MixingWorld, id: number, params: WordParameters) => {
      mix[id] = hash(callText(name, params), mix[id] ?? id + 1);
      tape.note("action", id, name, params, mix[id]);
      tape.onAction(name, id);
    }),
    guards: each(names.guards, (name) => ({ tape, mix }: MixingWorld, id: number, params: WordParameters) => {
      const passes = (hash(callText(name, params), mix[id] ?? id + 1) & 1) === 0;
      tape.note("guard", id, name, params, passes);
      return passes;
    }),
    delays: each(names.delays, (name) => ({ tape, mix }: MixingWorld, id: number) => {
      const seconds = SECONDS[hash(name, mix[id] ?? id + 1) % SECONDS.length] ?? 0;
      tape.note("delay", id, name, seconds);
      return seconds;
    }),
  };
}
