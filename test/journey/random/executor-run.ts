/** Runs rows by one of the project's executors on a virtual clock. */

import type { AnyStateMachine } from "xstate";
import type { CompiledJourney, JourneyExecutor, JourneyHost, JourneyImplementation, Vocabulary } from "../../../src/journey/index.ts";
import {
  AHEAD_SHARED,
  AHEAD_SUSPENDED,
  createActorExecutor,
  createTableExecutor,
  JourneyLoopError,
  JourneyTimerError,
} from "../../../src/journey/index.ts";
import type { Player } from "./run.ts";
import { Refused, Restless } from "./run.ts";
import type { Tape, Timer, VirtualClock } from "./tape.ts";
import type { MixingWorld } from "./words.ts";

type Words = JourneyImplementation<MixingWorld>;

/** How an executor is made, over a host and a world of words, and how its timers fire. */
export interface ExecutorPlayerParts {
  make(host: JourneyHost, world: MixingWorld): { readonly executor: JourneyExecutor; readonly fire?: (id: number, slot: number) => void };
}

/** The tables. */
export function tablesOf(tables: CompiledJourney, words: Words): ExecutorPlayerParts {
  return { make: (host, world) => ({ executor: createTableExecutor(tables, words, world, host, rowsOf(tables)) }) };
}

/** The tables, timers running ahead as far as the vocabulary says that nothing shared is touched, and going on at once. */
export function tablesAheadOf(
  tables: CompiledJourney,
  words: Words,
  vocabulary: Vocabulary,
  onAhead: (end: number) => void,
): ExecutorPlayerParts {
  return {
    make: (host, world) => {
      const executor = createTableExecutor(tables, words, world, host, rowsOf(tables), vocabulary);
      const fire = (id: number, slot: number): void => {
        const end = executor.timerAhead(id, slot);
        onAhead(end);
        if (end === AHEAD_SHARED) executor.timer(id, slot);
        if (end === AHEAD_SUSPENDED) executor.resume(id);
      };
      return { executor, fire };
    },
  };
}

/** The tables, the rows' columns being copied to another executor before every macrostep: executors keep nothing of a row. */
export function tablesMovingOf(tables: CompiledJourney, words: Words): ExecutorPlayerParts {
  return {
    make: (host, world) => {
      let rows = rowsOf(tables);
      let executor = createTableExecutor(tables, words, world, host, rows);
      let depth = 0;
      const moved = (act: () => void): void => {
        // Not in the middle of another row's macrostep.
        if (depth === 0) {
          rows = { columns: { state: rows.columns.state.slice(), context: rows.columns.context.slice() } };
          executor = createTableExecutor(tables, words, world, host, rows);
        }
        depth++;
        act();
        depth--;
      };
      const moving: JourneyExecutor = {
        timerSlots: executor.timerSlots,
        eventCodes: executor.eventCodes,
        start: (id) => moved(() => executor.start(id)),
        send: (id, code, event) => moved(() => executor.send(id, code, event)),
        timer: (id, slot) => moved(() => executor.timer(id, slot)),
        forget: (id) => moved(() => executor.forget(id)),
        isDone: (id) => executor.isDone(id),
        stateOf: (id) => executor.stateOf(id),
        contextOf: (id) => executor.contextOf(id),
      };
      return { executor: moving };
    },
  };
}

/** The project's own actors. */
export function actorsOf(machine: AnyStateMachine, words: Words, events: readonly string[]): ExecutorPlayerParts {
  return { make: (host, world) => ({ executor: createActorExecutor(machine, words, world, host, { events }) }) };
}

function rowsOf({ contextFields }: CompiledJourney) {
  return { columns: { state: new Uint32Array(2), context: new Float64Array(2 * contextFields.length) } };
}

/** Plays with an executor. */
export class ExecutorPlayer implements Player {
  private readonly executor: JourneyExecutor;
  private readonly fire: (id: number, slot: number) => void;
  private readonly pending = new Map<string, Timer>();

  constructor(parts: ExecutorPlayerParts, tape: Tape, clock: VirtualClock) {
    const take = (id: number, slot: number): Timer => {
      const timer = this.pending.get(`${id} ${slot}`);
      if (timer === undefined) throw new Error(`slot ${slot} of row ${id} has no timer`);
      this.pending.delete(`${id} ${slot}`);
      return timer;
    };
    const host: JourneyHost = {
      scheduleTimer: (id, slot, seconds) => {
        if (slot < 0 || slot >= this.executor.timerSlots) throw new Error(`slot ${slot} does not exist`);
        if (this.pending.has(`${id} ${slot}`)) throw new Error(`slot ${slot} of row ${id} is taken`);
        const fire = (): void => {
          take(id, slot);
          this.guarded(() => this.fire(id, slot));
        };
        this.pending.set(`${id} ${slot}`, clock.schedule(id, seconds, fire));
      },
      cancelTimer: (id, slot) => clock.cancel(take(id, slot)),
      emit: (_, event) => tape.note("emit", event),
      log: (_, label, value) => tape.note("log", label, value),
    };
    const { executor, fire = (id, slot) => executor.timer(id, slot) } = parts.make(host, { tape, mix: [] });
    this.executor = executor;
    this.fire = fire;
  }

  start(id: number): void {
    this.guarded(() => this.executor.start(id));
  }

  send(id: number, event: { readonly type: string; readonly n: number }): void {
    const code = this.executor.eventCodes[event.type];
    if (code === undefined) throw new Error(`the event ${event.type} has no code`);
    this.guarded(() => this.executor.send(id, code, event));
  }

  forget(id: number): void {
    this.executor.forget(id);
  }

  look(id: number): readonly [string, boolean, object] {
    return [this.executor.stateOf(id), this.executor.isDone(id), this.executor.contextOf(id)];
  }

  private guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (error instanceof JourneyLoopError) throw new Restless();
      // XState's actors find it out when their slots are used up.
      const isTimer = error instanceof JourneyTimerError || (error instanceof Error && error.message.includes("more timers than"));
      if (isTimer) throw new Refused(error.message);
      throw error;
    }
  }
}
