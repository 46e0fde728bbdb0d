/**
 * The fast executor: walks a compiled journey's tables over a state column. Hot code, hence typed arrays, integers and
 * loops; it keeps nothing of a row between calls.
 */

import { ACTION, DONE, START } from "./compile/tables.ts";
import type { TimerPlan } from "./compile/plan.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import { millisecondsOf, secondsOf } from "./delay.ts";
import type { JourneyExecutor, JourneyHost, JourneyRows } from "./executor.ts";
import { JourneyLoopError, lastRound } from "./rest.ts";
import type { JourneyImplementation, WordFunction, WordParameters } from "./vocabulary.ts";
import { requireWords } from "./words.ts";

/** Eventless steps before the limit that are kept to name a cycle. */
const TRAIL = 256;

/** @throws Error when the implementation lacks a word that the machine calls. */
export function createTableExecutor<W>(
  compiled: CompiledJourney,
  implementation: JourneyImplementation<W>,
  world: W,
  host: JourneyHost,
  rows: JourneyRows,
): JourneyExecutor {
  const names = (calls: readonly { readonly name: string }[]): Set<string> => new Set(calls.map((call) => call.name));
  const delays = compiled.timers.map((timer) => timer.delay).filter((delay) => typeof delay === "string");
  const used = { actions: names(compiled.actionCalls), guards: names(compiled.guardCalls), delays: new Set(delays) };
  requireWords(compiled.machine, used, implementation);
  return new TableExecutor(compiled, implementation, world, host, rows);
}

class TableExecutor<W> implements JourneyExecutor {
  readonly timerSlots: number;
  readonly eventCodes: Readonly<Record<string, number>>;
  private readonly compiled: CompiledJourney;
  private readonly world: W;
  private readonly host: JourneyHost;
  private readonly rows: JourneyRows;
  private readonly codeBits: number;
  private readonly codeMask: number;
  private readonly width: number;
  private readonly firstTimerEvent: number;
  private readonly limit: number;
  private readonly unwatched: number;
  private readonly trail: number[] = [];
  private readonly cells: Int32Array;
  private readonly always: Int32Array;
  private readonly final: Uint8Array;
  private readonly guard: Int32Array;
  private readonly otherwise: Int32Array;
  private readonly target: Int32Array;
  private readonly firstOp: Int32Array;
  private readonly lastOp: Int32Array;
  private readonly ops: Int32Array;
  private readonly actions: readonly WordFunction<W, void>[];
  private readonly actionParams: readonly WordParameters[];
  private readonly guards: readonly WordFunction<W, boolean>[];
  private readonly guardParams: readonly WordParameters[];
  private readonly delays: readonly (WordFunction<W, number> | undefined)[];
  private readonly timerSlot: Int32Array;
  private readonly timerMilliseconds: Float64Array;
  /**
   * Timer commands of the macrosteps under way, a stack because an action may start another row of this executor. A slot
   * to schedule, or its complement to cancel.
   */
  private command = new Int32Array(16);
  private commandMilliseconds = new Float64Array(16);
  private commands = 0;

  constructor(compiled: CompiledJourney, implementation: JourneyImplementation<W>, world: W, host: JourneyHost, rows: JourneyRows) {
    this.compiled = compiled;
    this.world = world;
    this.host = host;
    this.rows = rows;
    this.timerSlots = compiled.timerSlots;
    this.eventCodes = compiled.eventCodes;
    this.codeBits = compiled.codeBits;
    this.codeMask = (1 << compiled.codeBits) - 1;
    this.width = compiled.width;
    this.firstTimerEvent = compiled.width - compiled.timerSlots;
    this.limit = compiled.microstepLimit;
    this.unwatched = Math.max(0, compiled.microstepLimit - TRAIL);
    ({ cells: this.cells, always: this.always, final: this.final, guard: this.guard, ops: this.ops } = compiled);
    ({ otherwise: this.otherwise, target: this.target, firstOp: this.firstOp, lastOp: this.lastOp } = compiled);
    // `requireWords` has seen that every word exists.
    this.actions = compiled.actionCalls.map((call) => implementation.actions[call.name] as WordFunction<W, void>);
    this.actionParams = compiled.actionCalls.map((call) => call.params);
    this.guards = compiled.guardCalls.map((call) => implementation.guards[call.name] as WordFunction<W, boolean>);
    this.guardParams = compiled.guardCalls.map((call) => call.params);
    const { timers } = compiled;
    this.delays = timers.map(({ delay }) => (typeof delay === "string" ? implementation.delays[delay] : undefined));
    this.timerSlot = Int32Array.from(timers, (timer) => timer.slot);
    this.timerMilliseconds = Float64Array.from(timers, ({ delay }) => (typeof delay === "number" ? delay : 0));
  }

  start(id: number): void {
    if (this.rows.columns.state[id] !== 0) throw new Error(`Journey "${this.compiled.machine}", row ${id}: started already`);
    const base = this.commands;
    const pending = this.perform(id, 0, 0);
    // The initial state has no `always` (the compiler refuses it), so this step is the whole macrostep.
    this.rows.columns.state[id] = (this.target[0] as number) | (pending << this.codeBits);
    if (this.commands !== base) this.flush(id, base);
  }

  send(id: number, eventCode: number): void {
    const word = this.rows.columns.state[id] as number;
    const code = word & this.codeMask;
    this.macrostep(id, code, word >>> this.codeBits, this.cells[code * this.width + eventCode] as number);
  }

  timer(id: number, slot: number): void {
    const word = this.rows.columns.state[id] as number;
    const code = word & this.codeMask;
    const pending = (word >>> this.codeBits) & ~(1 << slot);
    this.macrostep(id, code, pending, this.cells[code * this.width + this.firstTimerEvent + slot] as number);
  }

  isDone(id: number): boolean {
    return this.final[(this.rows.columns.state[id] as number) & this.codeMask] === 1;
  }

  forget(id: number): void {
    const { state } = this.rows.columns;
    const pending = (state[id] as number) >>> this.codeBits;
    state[id] = 0;
    for (let slot = 0; slot < this.timerSlots; slot++) if ((pending & (1 << slot)) !== 0) this.host.cancelTimer(id, slot);
  }

  stateOf(id: number): string {
    return this.compiled.stateNames[(this.rows.columns.state[id] as number) & this.codeMask] as string;
  }

  /** XState's macrostep: the event's step, then eventless steps until none passes or one changes nothing. */
  private macrostep(id: number, from: number, timers: number, first: number): void {
    const base = this.commands;
    let code = from;
    let pending = timers;
    let candidate = this.choose(id, first);
    if (candidate >= 0) {
      pending = this.perform(id, candidate, pending);
      code = this.target[candidate] as number;
    }
    let steps = 0;
    for (let eventless = this.always[code] as number; eventless !== DONE; eventless = this.always[code] as number) {
      if (++steps > this.unwatched) this.watch(id, code, steps);
      candidate = this.choose(id, eventless);
      if (candidate < 0) break;
      pending = this.perform(id, candidate, pending);
      const next = this.target[candidate] as number;
      // XState looks at `always` again only when the active states have changed, even if they were left and re-entered.
      if (next === code) break;
      code = next;
    }
    this.rows.columns.state[id] = code | (pending << this.codeBits);
    if (this.commands !== base) this.flush(id, base);
  }

  /** The first candidate whose guard passes, or −1. */
  private choose(id: number, first: number): number {
    let candidate = first;
    while (candidate >= 0) {
      const guard = this.guard[candidate] as number;
      if (guard < 0) return candidate;
      if ((this.guards[guard] as WordFunction<W, boolean>)(this.world, id, this.guardParams[guard])) return candidate;
      candidate = this.otherwise[candidate] as number;
    }
    return -1;
  }

  /** Runs a candidate's operations; takes and returns the bits of the slots whose timers are pending. */
  private perform(id: number, candidate: number, timers: number): number {
    const ops = this.ops;
    const end = this.lastOp[candidate] as number;
    let pending = timers;
    for (let at = this.firstOp[candidate] as number; at < end; at++) {
      const op = ops[at] as number;
      const argument = op >> 2;
      if ((op & 3) === ACTION) {
        (this.actions[argument] as WordFunction<W, void>)(this.world, id, this.actionParams[argument]);
      } else if ((op & 3) === START) {
        const milliseconds = this.millisecondsOf(id, argument);
        const slot = this.timerSlot[argument] as number;
        if (milliseconds !== Infinity) {
          pending |= 1 << slot;
          this.note(slot, milliseconds);
        }
      } else if ((pending & (1 << argument)) !== 0) {
        pending &= ~(1 << argument);
        this.note(~argument, 0);
      }
    }
    return pending;
  }

  private millisecondsOf(id: number, timer: number): number {
    const delay = this.delays[timer];
    if (delay === undefined) return this.timerMilliseconds[timer] as number;
    const seconds = delay(this.world, id, undefined);
    if (seconds >= 0) return millisecondsOf(seconds, "", "", "");
    const { state, delay: word } = this.compiled.timers[timer] as TimerPlan;
    return millisecondsOf(seconds, this.compiled.machine, state, String(word));
  }

  private note(command: number, milliseconds: number): void {
    const at = this.commands++;
    if (at === this.command.length) this.grow();
    this.command[at] = command;
    this.commandMilliseconds[at] = milliseconds;
  }

  private grow(): void {
    const { command, commandMilliseconds } = this;
    this.command = new Int32Array(command.length * 2);
    this.command.set(command);
    this.commandMilliseconds = new Float64Array(command.length * 2);
    this.commandMilliseconds.set(commandMilliseconds);
  }

  /** XState touches timers when all actions of the macrostep have run, in the order of the steps. */
  private flush(id: number, base: number): void {
    const end = this.commands;
    for (let at = base; at < end; at++) {
      const command = this.command[at] as number;
      if (command < 0) this.host.cancelTimer(id, ~command);
      else this.host.scheduleTimer(id, command, secondsOf(this.commandMilliseconds[at] as number));
    }
    this.commands = base;
  }

  /** Remembers the last steps before the limit, and reports the cycle at the limit. */
  private watch(id: number, code: number, steps: number): void {
    this.trail[steps - this.unwatched - 1] = code;
    if (steps <= this.limit) return;
    const walk = this.trail.slice(0, steps - this.unwatched).map((at) => this.compiled.stateNames[at] as string);
    throw new JourneyLoopError(this.compiled.machine, id, this.limit, lastRound(walk));
  }
}
