/** Plays a script on rows of a machine, whoever runs them. */

import type { Step } from "./spec.ts";
import { pick } from "./spec.ts";
import type { Tape, VirtualClock } from "./tape.ts";

/** What a runner can do with rows; errors of a macrostep that does not end are `Restless`. */
export interface Player {
  start(id: number): void;
  /** Rows that are done or not started ignore it. */
  send(id: number, event: { readonly type: string; readonly n: number }): void;
  forget(id: number): void;
  /** The active states as text, whether the row is done, and its context. */
  look(id: number): readonly [state: string, done: boolean, context: object];
}

/** A macrostep did not come to rest. */
export class Restless extends Error {
  override readonly name = "Restless";
}

/** The executor refuses what XState would do: two live timers of one name. */
export class Refused extends Error {
  override readonly name = "Refused";
}

const ROWS = [0, 1] as const;

/** An action of row 0 by which row 1 starts, in the middle of row 0's macrostep. */
const BIRTH = "a2";

/** What scripts mean. */
export interface Rules {
  /** Event types by their numbers. */
  readonly events: readonly string[];
  /** Whether an action starts a row. */
  readonly births: boolean;
}

/** Plays the script and then forgets all rows; the tape is written to. */
export function play(player: Player, tape: Tape, clock: VirtualClock, script: readonly Step[], { events, births }: Rules): void {
  const started = new Set<number>();
  const look = (row: number): void => {
    // A second timer of one name outlives XState's actor.
    if (!started.has(row)) return;
    const found = player.look(row);
    if (found[1]) sortLastCancels(tape);
    tape.note("state", ...found);
  };
  const begin = (row: number): void => {
    const outer = tape.row;
    tape.row = row;
    started.add(row);
    tape.note("start");
    player.start(row);
    look(row);
    tape.row = outer;
  };
  const send = (row: number, event: { readonly type: string; readonly n: number }): void => {
    tape.row = row;
    tape.note("send", event);
    player.send(row, event);
    look(row);
  };
  const forget = (row: number): void => {
    tape.row = row;
    if (started.delete(row)) tape.note("forget", forgottenTimers(player, tape, row));
  };
  tape.onAction = (name, row) => {
    if (births && name === BIRTH && row === 0 && !started.has(1)) begin(1);
  };
  try {
    for (const step of script) {
      if ("wait" in step) clock.advance(step.wait, look);
      else if ("forget" in step) forget(step.forget);
      else if ("row" in step) send(step.row, { type: pick(events, step.event), n: step.n });
      else if (!started.has(step.start)) begin(step.start);
    }
    for (const row of ROWS) forget(row);
    tape.note("left", clock.pending.size);
  } catch (error) {
    if (!(error instanceof Restless)) throw error;
    // What was done on the way is undefined: the task has failed.
    tape.lines.length = tape.lines.findLastIndex(([, , what]) => what === "start" || what === "send" || what === "fire") + 1;
    tape.note("restless");
  }
}

/** The timers that a row has left when it is done are given up in any order: XState's depends on its own ids of them. */
function sortLastCancels({ lines }: Tape): void {
  const from = lines.findLastIndex(([, , what]) => what !== "cancel") + 1;
  lines.push(...lines.splice(from).sort((a, b) => Number(a.at(-1)) - Number(b.at(-1))));
}

/** Which timers were pending matters, not the order in which they are given up. */
function forgottenTimers(player: Player, { lines }: Tape, row: number): unknown[] {
  const before = lines.length;
  player.forget(row);
  const cancelled = lines.splice(before).map((line) => line.at(-1));
  return cancelled.sort((a, b) => Number(a) - Number(b));
}
