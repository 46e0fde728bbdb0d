/** A plan laid out as integer tables, the form that the interpreter walks. */

import type { Call } from "./calls.ts";
import type { CandidatePlan, JourneyPlan, Op, TimerPlan } from "./plan.ts";

/** Kinds of operation, in the lowest two bits of an entry of `ops`; the argument sits above. */
export const ACTION = 0;
export const START = 1;
export const CANCEL = 2;

/** In place of a first `always` candidate: nothing runs on in this state. −1 means that the state merely has none. */
export const DONE = -2;

/** A compiled journey: immutable, shared by all rows and executors. State codes start at 1; −1 means none. */
export interface CompiledJourney {
  readonly machine: string;
  readonly eventCodes: Readonly<Record<string, number>>;
  readonly timerSlots: number;
  /** A row's 16-bit word: the state's code in these low bits, above them one bit per slot whose timer is pending. */
  readonly codeBits: number;
  readonly microstepLimit: number;
  /** By state code. */
  readonly stateNames: readonly string[];
  readonly final: Uint8Array;
  /** First `always` candidate by state code. */
  readonly always: Int32Array;
  /** First candidate at `code * width + event`, timer slots counted on after the events. */
  readonly cells: Int32Array;
  readonly width: number;
  /** By candidate; candidate 0 enters the initial state. */
  readonly guard: Int32Array;
  readonly otherwise: Int32Array;
  readonly target: Int32Array;
  readonly firstOp: Int32Array;
  readonly lastOp: Int32Array;
  readonly ops: Int32Array;
  readonly actionCalls: readonly Call[];
  readonly guardCalls: readonly Call[];
  /** Timers that steps start: the argument of START. */
  readonly timers: readonly TimerPlan[];
}

/** A list that tells the index of an equal entry, adding it when it is new. */
class Interned<T> {
  readonly list: T[] = [];
  private readonly isSame: (a: T, b: T) => boolean;

  constructor(isSame: (a: T, b: T) => boolean) {
    this.isSame = isSame;
  }

  index(entry: T): number {
    const found = this.list.findIndex((other) => this.isSame(other, entry));
    return found < 0 ? this.list.push(entry) - 1 : found;
  }
}

/** Lays out a plan. */
export function layOut(plan: JourneyPlan, microstepLimit: number): CompiledJourney {
  const rows = new CandidateRows();
  rows.add([plan.start]);
  const handlers = [[], ...plan.states.map((state) => state.handlers)];
  const width = Object.keys(plan.eventCodes).length + plan.timerSlots;
  const cells = new Int32Array(handlers.length * width).fill(-1);
  handlers.forEach((row, code) => row.forEach((candidates, event) => (cells[code * width + event] = rows.add(candidates))));
  return {
    machine: plan.machine,
    eventCodes: plan.eventCodes,
    timerSlots: plan.timerSlots,
    codeBits: plan.codeBits,
    microstepLimit,
    stateNames: ["", ...plan.states.map((state) => state.name)],
    final: Uint8Array.from([0, ...plan.states.map((state) => Number(state.final))]),
    always: Int32Array.from([DONE, ...plan.states.map((state) => (state.final ? DONE : rows.add(state.always)))]),
    cells,
    width,
    ...rows.tables(),
  };
}

class CandidateRows {
  private readonly guard: number[] = [];
  private readonly otherwise: number[] = [];
  private readonly target: number[] = [];
  private readonly firstOp: number[] = [];
  private readonly lastOp: number[] = [];
  private readonly ops: number[] = [];
  private readonly actions = new Interned<Call>(isSameCall);
  private readonly guards = new Interned<Call>(isSameCall);
  private readonly timers = new Interned<TimerPlan>((a, b) => a.slot === b.slot && a.delay === b.delay && a.state === b.state);

  /** Adds candidates that are asked one after the other; returns the first one's index. */
  add(candidates: readonly CandidatePlan[]): number {
    const first = this.guard.length;
    candidates.forEach((candidate, index) => {
      this.guard.push(candidate.guard === undefined ? -1 : this.guards.index(candidate.guard));
      this.otherwise.push(index + 1 < candidates.length ? first + index + 1 : -1);
      this.target.push(candidate.target);
      this.firstOp.push(this.ops.length);
      for (const op of candidate.ops) this.ops.push(this.encode(op));
      this.lastOp.push(this.ops.length);
    });
    return candidates.length === 0 ? -1 : first;
  }

  tables() {
    return {
      guard: Int32Array.from(this.guard),
      otherwise: Int32Array.from(this.otherwise),
      target: Int32Array.from(this.target),
      firstOp: Int32Array.from(this.firstOp),
      lastOp: Int32Array.from(this.lastOp),
      ops: Int32Array.from(this.ops),
      actionCalls: this.actions.list,
      guardCalls: this.guards.list,
      timers: this.timers.list,
    };
  }

  private encode(op: Op): number {
    if (op.kind === "action") return (this.actions.index(op.call) << 2) | ACTION;
    if (op.kind === "start") return (this.timers.index(op.timer) << 2) | START;
    return (op.slot << 2) | CANCEL;
  }
}

function isSameCall(a: Call, b: Call): boolean {
  return a.name === b.name && a.params === b.params;
}
