/** Checks that an implementation has every word that a machine calls. */

import type { JourneyImplementation } from "./vocabulary.ts";

/** The names that a machine calls, each once. */
export interface WordsUsed {
  readonly actions: ReadonlySet<string>;
  readonly guards: ReadonlySet<string>;
  readonly delays: ReadonlySet<string>;
}

/** @throws Error naming every word of the machine that the implementation lacks (XState would skip some of them silently). */
export function requireWords<W>(machine: string, used: WordsUsed, implementation: JourneyImplementation<W>): void {
  const missing: string[] = [];
  for (const kind of ["actions", "guards", "delays"] as const) {
    for (const name of used[kind]) {
      const found = Object.hasOwn(implementation[kind], name) && typeof implementation[kind][name] === "function";
      if (!found) missing.push(`${kind.slice(0, -1)} "${name}"`);
    }
  }
  if (missing.length > 0) throw new Error(`Journey "${machine}": the implementation lacks ${missing.join(", ")}`);
}
