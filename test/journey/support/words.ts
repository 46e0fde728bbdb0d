/** A vocabulary for any machine: actions mix a number per row, guards and delays are pure functions of that number. */

import type { AnyStateMachine } from "xstate";
import { wordsOf } from "../../../src/journey/compile/calls.ts";
import type { JourneyImplementation, WordParameters } from "../../../src/journey/index.ts";
import type { VirtualHost } from "./virtual-host.ts";

/** A number per row, and the host whose trace tells who was called. */
export interface MixingWorld {
  readonly host: VirtualHost;
  readonly mix: number[];
}

const DELAYS = [0, 1, 0.1, 1, 2.5, 0.3, Infinity, 0];

/** A pure number from 0 to 65535 of a text and a seed. */
export function hash(text: string, seed: number): number {
  let value = seed;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 8) & 0xffff;
}

/** A call as a text. */
export function callText(name: string, params: WordParameters): string {
  return params === undefined ? name : name + JSON.stringify(params);
}

/** Implements all words that the machine calls. */
export function mixingWords(machine: AnyStateMachine): JourneyImplementation<MixingWorld> {
  const used = wordsOf(machine);
  const each = <F>(names: ReadonlySet<string>, make: (name: string) => F): Record<string, F> =>
    Object.fromEntries([...names].map((name) => [name, make(name)]));
  return {
    actions: each(used.actions, (name) => ({ host, mix }: MixingWorld, id: number, params: WordParameters) => {
      mix[id] = hash(callText(name, params), mix[id] ?? id + 1);
      host.trace.push([host.now, id, "action", name, params, mix[id]]);
    }),
    guards: each(used.guards, (name) => ({ host, mix }: MixingWorld, id: number, params: WordParameters) => {
      const passes = (hash(callText(name, params), mix[id] ?? id + 1) & 1) === 0;
      host.trace.push([host.now, id, "guard", name, params, passes]);
      return passes;
    }),
    delays: each(used.delays, (name) => ({ host, mix }: MixingWorld, id: number) => {
      const seconds = DELAYS[hash(name, mix[id] ?? id + 1) % DELAYS.length] ?? 0;
      host.trace.push([host.now, id, "delay", name, seconds]);
      return seconds;
    }),
  };
}
