/** Runs a script of events and waiting times on a machine, by tables or by real actors, and returns the trace. */

import type { AnyStateMachine } from "xstate";
import type { JourneyExecutor } from "../../../src/journey/index.ts";
import { compileJourney, createActorExecutor, createTableExecutor, JourneyLoopError } from "../../../src/journey/index.ts";
import { VirtualHost } from "./virtual-host.ts";
import type { Trace } from "./virtual-host.ts";
import type { MixingWorld } from "./words.ts";
import { mixingWords } from "./words.ts";

/** Start a row, send it an event (by number, modulo), or let time pass. */
export type Step = { readonly start: number } | { readonly row: number; readonly event: number } | { readonly wait: number };

/** The trace by tables. */
export function traceOfTables(machine: AnyStateMachine, script: readonly Step[]): Trace {
  const host = new VirtualHost();
  const compiled = compileJourney(machine);
  const rows = { columns: { state: new Uint32Array(2) } };
  const world: MixingWorld = { host, mix: [] };
  return play(createTableExecutor(compiled, mixingWords(machine), world, host, rows), host, script);
}

/** The trace by XState actors. */
export function traceOfActors(machine: AnyStateMachine, script: readonly Step[]): Trace {
  const host = new VirtualHost();
  return play(createActorExecutor(machine, mixingWords(machine), { host, mix: [] }, host), host, script);
}

function play(executor: JourneyExecutor, host: VirtualHost, script: readonly Step[]): Trace {
  host.executor = executor;
  try {
    for (const step of script) perform(executor, host, step);
    for (const id of [1, 0]) {
      executor.forget(id);
      host.note(id);
    }
    host.trace.push(["left", host.pending.length]);
  } catch (error) {
    if (!(error instanceof JourneyLoopError)) throw error;
    // The task has failed; that XState then stops the actor and cancels its timers is of no interest.
    while (host.trace.at(-1)?.[2] === "cancel") host.trace.pop();
    host.trace.push(["restless"]);
  }
  return host.trace;
}

function perform(executor: JourneyExecutor, host: VirtualHost, step: Step): void {
  if ("wait" in step) {
    host.advance(step.wait);
    return;
  }
  const codes = Object.values(executor.eventCodes);
  const id = "start" in step ? step.start : step.row;
  if ("start" in step) executor.start(id);
  else if (codes.length > 0) executor.send(id, codes[step.event % codes.length] ?? 0);
  host.note(id);
}
