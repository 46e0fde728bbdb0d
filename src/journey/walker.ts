/**
 * Walks a journey's program for one row after the other. Hot code, hence typed arrays, integers and one loop; it keeps nothing
 * of a row between calls.
 */

import type { EventObject } from "xstate";
import { Commands } from "./commands.ts";
import { ASK, CALL, CANCEL, EFFECT, END, GO, OVER, REST, START, START_REST } from "./compile/program.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import type { JourneyHost, JourneyRows } from "./executor.ts";
import { OwnScope } from "./own-scope.ts";
import { EventQueue } from "./queue.ts";
import { JourneyLoopError, JourneyTimerError, lastRound } from "./rest.ts";
import { TableEffects } from "./table-effects.ts";
import { bindWords, deferredActions } from "./table-words.ts";
import type { BoundWord } from "./table-words.ts";
import type { JourneyImplementation } from "./vocabulary.ts";

/** Steps before the limit that are kept to name a cycle. */
const TRAIL = 256;

/** The macrostep is complete. */
export const AHEAD_DONE = 0;
/** The row rests in mid-macrostep, just before something shared: `resume` it at the same time. */
export const AHEAD_SUSPENDED = 1;
/** Nothing was done, because the first step already is shared: fire the timer with `timer`. */
export const AHEAD_SHARED = 2;

/** What a walker needs. */
export interface WalkerParts<W> {
  readonly compiled: CompiledJourney;
  readonly implementation: JourneyImplementation<W>;
  readonly world: W;
  readonly host: JourneyHost;
  readonly rows: JourneyRows;
}

/** A row's word is its situation's code in the low bits and one bit per pending timer above them. */
export class Walker<W> {
  readonly scope: OwnScope;
  readonly queue = new EventQueue();
  readonly commands: Commands;
  /** The row's word after `walkAhead`. */
  ahead = 0;
  private word = 0;
  private readonly compiled: CompiledJourney;
  private readonly world: W;
  private readonly host: JourneyHost;
  private readonly codeBits: number;
  private readonly codeMask: number;
  /** The bits of the pending timers. */
  private readonly timerMask: number;
  private readonly raises: boolean;
  private readonly limit: number;
  private readonly unwatched: number;
  private readonly trail: number[] = [];
  private readonly program: Int32Array;
  private readonly guards: readonly BoundWord<W, boolean>[];
  /** The actions in force: while a row starts, those that wait. */
  private actions: readonly BoundWord<W, void>[];
  private readonly actionsAtOnce: readonly BoundWord<W, void>[];
  private readonly actionsWaiting: readonly BoundWord<W, void>[];
  private waitList: (() => void)[] = [];
  private readonly delays: readonly BoundWord<W, number>[];
  private readonly delayWords: readonly (BoundWord<W, number> | undefined)[];
  private readonly timerSlot: Int32Array;
  /** Bits of the timers that must not be pending when one starts. */
  private readonly timerRivals: Int32Array;
  private readonly effects: TableEffects;

  constructor({ compiled, implementation, world, host, rows }: WalkerParts<W>) {
    this.compiled = compiled;
    this.world = world;
    this.host = host;
    this.codeBits = compiled.codeBits;
    this.codeMask = (1 << compiled.codeBits) - 1;
    this.timerMask = ~this.codeMask;
    this.raises = compiled.raises;
    this.limit = compiled.microstepLimit;
    this.unwatched = Math.max(0, compiled.microstepLimit - TRAIL);
    this.program = compiled.program;
    this.timerSlot = Int32Array.from(compiled.timers, (timer) => timer.slot);
    this.timerRivals = Int32Array.from(compiled.timers, ({ rivals }) =>
      rivals.reduce((bits, slot) => bits | (1 << (slot + compiled.codeBits)), 0),
    );
    this.scope = new OwnScope(compiled, rows);
    this.commands = new Commands(host);
    const words = bindWords(compiled, implementation, this.scope);
    this.guards = words.guards;
    ({ delays: this.delays, delayWords: this.delayWords, actions: this.actionsAtOnce } = words);
    this.actions = words.actions;
    this.actionsWaiting = deferredActions(compiled, implementation, this.scope, (run) => this.waitList.push(run));
    const run = (effect: () => void): unknown => (this.actions === this.actionsWaiting ? this.waitList.push(effect) : effect());
    this.effects = new TableEffects({ compiled, scope: this.scope, host, commands: this.commands, queue: this.queue, run });
  }

  /**
   * Walks from an address until the macrostep is over: the event's step, eventless steps as long as they change something,
   * then the events that the machine raised itself, and eventless steps again. Takes and returns the row's word.
   */
  walk(id: number, from: number, start: number): number {
    const { program, world } = this;
    let word = from;
    let at = start;
    let steps = 0;
    // Literals, because an imported constant is a load at every use; `satisfies` keeps them right. Only what most steps do stands
    // here, so that the compiler of the JavaScript engine takes the loop into its callers.
    for (;;) {
      const argument = program[at + 1] as number;
      switch (program[at]) {
        case 2 satisfies typeof ASK:
          at = program[at + ((this.guards[argument] as BoundWord<W, boolean>)(world, id) ? 2 : 3)] as number;
          break;
        case 3 satisfies typeof CALL:
          (this.actions[argument] as BoundWord<W, void>)(world, id);
          at += 2;
          break;
        case 8 satisfies typeof GO:
          word = (word & this.timerMask) | argument;
          at = program[at + 2] as number;
          if (++steps > this.unwatched) this.watch(id, word, steps, at);
          break;
        case 9 satisfies typeof REST:
          return (word & this.timerMask) | argument;
        case 5 satisfies typeof START_REST:
          return (this.startLast(id, argument, program[at + 3] as number, word) & this.timerMask) | (program[at + 2] as number);
        default:
          at = this.rare(id, at, word);
          word = this.word;
          if (at < 0) return word;
      }
    }
  }

  /** An instruction that few steps have. Leaves the row's word in `word`; returns the next address or, at the end, −1. */
  private rare(id: number, at: number, word: number): number {
    const op = this.program[at] as number;
    const argument = this.program[at + 1] as number;
    this.word = word;
    if (op === END) return this.raises ? this.nextEvent(word) : -1;
    if (op === CANCEL) this.word = this.cancel(argument, word);
    else if (op === EFFECT) this.word = this.effects.perform(id, argument, word);
    else if (op === START) this.word = this.startTimer(id, argument, word, (this.delays[argument] as BoundWord<W, number>)(this.world, id));
    else this.word = this.stopTimers(word);
    return op === OVER ? -1 : at + 2;
  }

  /**
   * As `walk`, for journeys without events of their own, but stops before anything shared. Leaves the row's word in `ahead`. A loop of its
   * own although most of it stands in `walk` too: one loop for both would ask at every instruction of every walk, and be called, not inlined.
   *
   * @param shared - by address, 1 where something shared begins
   * @returns AHEAD_DONE, AHEAD_SUSPENDED or AHEAD_SHARED
   */
  walkAhead(id: number, from: number, start: number, shared: Uint8Array): number {
    const { program, world } = this;
    let word = from;
    let at = start;
    let steps = 0;
    for (;;) {
      if (shared[at] === 1) {
        this.ahead = word;
        return steps === 0 ? AHEAD_SHARED : AHEAD_SUSPENDED;
      }
      const argument = program[at + 1] as number;
      switch (program[at]) {
        case 2 satisfies typeof ASK:
          at = program[at + ((this.guards[argument] as BoundWord<W, boolean>)(world, id) ? 2 : 3)] as number;
          break;
        case 3 satisfies typeof CALL:
          (this.actions[argument] as BoundWord<W, void>)(world, id);
          at += 2;
          break;
        case 8 satisfies typeof GO:
          word = (word & this.timerMask) | argument;
          at = program[at + 2] as number;
          if (++steps > this.unwatched) this.watch(id, word, steps, at);
          break;
        case 9 satisfies typeof REST:
          this.ahead = (word & this.timerMask) | argument;
          return AHEAD_DONE;
        case 5 satisfies typeof START_REST:
          this.ahead = (this.startLast(id, argument, program[at + 3] as number, word) & this.timerMask) | (program[at + 2] as number);
          return AHEAD_DONE;
        default:
          at = this.rare(id, at, word);
          word = this.word;
          if (at < 0) {
            this.ahead = word;
            return AHEAD_DONE;
          }
      }
    }
  }

  /** The first macrostep as XState runs it: guards, delays and assignments first, the other actions when it is over. */
  begin(id: number, base: number): number {
    const outerEvent = this.scope.event;
    const outerList = this.waitList;
    const outerQueue = this.queue.open();
    const list: (() => void)[] = [];
    let word = 0;
    this.scope.event = { type: "xstate.init", input: { id } } as EventObject;
    this.scope.begin(id);
    this.actions = this.actionsWaiting;
    this.waitList = list;
    this.commands.hold();
    try {
      word = this.walk(id, 0, this.compiled.start);
    } finally {
      this.actions = this.actionsAtOnce;
      this.waitList = outerList;
      this.queue.close(outerQueue);
      this.scope.event = outerEvent;
    }
    for (const run of list) run();
    if (this.commands.count !== base) this.commands.flush(id, base);
    return word;
  }

  private nextEvent(word: number): number {
    const event = this.queue.take();
    if (event < 0) return event;
    this.scope.event = this.queue.event;
    return this.compiled.cells[(word & this.codeMask) * this.compiled.width + event] as number;
  }

  private startLast(id: number, timer: number, slot: number, word: number): number {
    const milliseconds = (this.delayWords[timer] as BoundWord<W, number>)(this.world, id) * 1000;
    if (this.commands.count !== 0 || !(milliseconds < Infinity && milliseconds >= 0)) {
      return this.startOtherwise(id, timer, word, milliseconds);
    }
    this.host.scheduleTimer(id, slot, milliseconds / 1000);
    return word | (1 << (slot + this.codeBits));
  }

  private startOtherwise(id: number, timer: number, word: number, milliseconds: number): number {
    if (milliseconds >= 0) return this.startTimer(id, timer, word, milliseconds);
    // Asked again for the error that it makes.
    return (this.delays[timer] as BoundWord<W, number>)(this.world, id);
  }

  private startTimer(id: number, timer: number, word: number, milliseconds: number): number {
    if ((word & (this.timerRivals[timer] as number)) !== 0) {
      throw new JourneyTimerError(this.compiled.machine, id, `"${this.compiled.timers[timer]?.event.type}"`);
    }
    if (milliseconds === Infinity) return word;
    const slot = this.timerSlot[timer] as number;
    this.commands.schedule(slot, milliseconds);
    return word | (1 << (slot + this.codeBits));
  }

  private cancel(slot: number, word: number): number {
    const bit = 1 << (slot + this.codeBits);
    if ((word & bit) === 0) return word;
    this.commands.cancel(slot);
    return word & ~bit;
  }

  /** XState takes back the timers of an actor that is done. */
  private stopTimers(from: number): number {
    let word = from;
    for (let slot = 0; word >>> this.codeBits !== 0; slot++) word = this.cancel(slot, word);
    return word;
  }

  /** Remembers the last steps before the limit, and reports the cycle at the limit. */
  private watch(id: number, word: number, steps: number, next: number): void {
    if (next === OVER) return;
    this.trail[steps - this.unwatched - 1] = word & this.codeMask;
    if (steps <= this.limit) return;
    const walked = this.trail.slice(0, steps - this.unwatched).map((at) => this.compiled.stateNames[at] as string);
    throw new JourneyLoopError(this.compiled.machine, id, this.limit, lastRound(walked));
  }
}
