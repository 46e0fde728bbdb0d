/**
 * The fast executor: walks a compiled journey's tables over a state column. Hot code, hence typed arrays, integers and
 * loops; it keeps nothing of a row between calls.
 */

import type { EventObject } from "xstate";
import { Commands } from "./commands.ts";
import { CALL, CANCEL, EFFECT, NONE, OVER, START_LAST } from "./compile/tables.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import type { JourneyExecutor, JourneyHost, JourneyRows } from "./executor.ts";
import { OwnScope } from "./own-scope.ts";
import { EventQueue } from "./queue.ts";
import { JourneyLoopError, JourneyTimerError, lastRound } from "./rest.ts";
import { bindWords, deferredActions, sharedWords } from "./table-words.ts";
import type { BoundWords, SharedWords } from "./table-words.ts";
import { TableEffects } from "./table-effects.ts";
import type { JourneyImplementation, Vocabulary, WordFunction } from "./vocabulary.ts";

/** Steps before the limit that are kept to name a cycle. */
const TRAIL = 256;

/** The macrostep is complete. */
export const AHEAD_DONE = 0;
/** The row rests in mid-macrostep, just before something shared: `resume` it at the same time. */
export const AHEAD_SUSPENDED = 1;
/** Nothing was done, because the first step already is shared: fire the timer with `timer`. */
export const AHEAD_SHARED = 2;

/** What the table executor can do beside. */
export interface TableExecutor extends JourneyExecutor {
  /** Fires a timer as far as nothing shared is touched; returns AHEAD_DONE, AHEAD_SUSPENDED or AHEAD_SHARED. */
  timerAhead(id: number, slot: number): number;
  /** Goes on with a suspended row. */
  resume(id: number): void;
}

/** @throws Error when the implementation lacks a word that the machine calls. */
export function createTableExecutor<W>(
  compiled: CompiledJourney,
  implementation: JourneyImplementation<W>,
  world: W,
  host: JourneyHost,
  rows: JourneyRows,
  vocabulary: Vocabulary = { actions: {}, guards: {}, delays: {} },
): TableExecutor {
  return new Tables({ compiled, implementation, world, host, rows, vocabulary });
}

interface Parts<W> {
  readonly compiled: CompiledJourney;
  readonly implementation: JourneyImplementation<W>;
  readonly world: W;
  readonly host: JourneyHost;
  readonly rows: JourneyRows;
  readonly vocabulary: Vocabulary;
}

class Tables<W> implements TableExecutor {
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
  private readonly raises: boolean;
  private readonly trail: number[] = [];
  private readonly cells: Int32Array;
  private readonly always: Int32Array;
  private readonly ask: Int32Array;
  private readonly yes: Int32Array;
  private readonly no: Int32Array;
  private readonly firstOp: Int32Array;
  private readonly lastOp: Int32Array;
  private readonly ops: Int32Array;
  private readonly timerSlot: Int32Array;
  /** Bits of a row's word: those of the timers that must not be pending when one starts. */
  private readonly timerRivals: Int32Array;
  private readonly words: BoundWords<W>;
  /** The actions in force: while a row starts, those that wait. */
  private actions: readonly WordFunction<W, void>[];
  private readonly waiting: readonly WordFunction<W, void>[];
  private waitList: (() => void)[] = [];
  private readonly shared: SharedWords;
  private readonly sharedSteps: Uint8Array;
  private readonly mayRunAhead: boolean;
  private readonly scope: OwnScope;
  /** Whether the machine has functions of its own, which may look at the event. */
  private readonly tellsEvents: boolean;
  private readonly eventObjects: readonly EventObject[];
  private readonly commands: Commands;
  private readonly queue = new EventQueue();
  private readonly effects: TableEffects;

  constructor({ compiled, implementation, world, host, rows, vocabulary }: Parts<W>) {
    this.compiled = compiled;
    this.world = world;
    this.host = host;
    this.rows = rows;
    this.timerSlots = compiled.timerSlots;
    this.eventCodes = compiled.eventCodes;
    this.codeBits = compiled.codeBits;
    this.codeMask = (1 << compiled.codeBits) - 1;
    this.width = compiled.width;
    this.firstTimerEvent = Object.keys(compiled.eventCodes).length;
    this.limit = compiled.microstepLimit;
    this.unwatched = Math.max(0, compiled.microstepLimit - TRAIL);
    this.raises = compiled.raises;
    ({ cells: this.cells, always: this.always, ask: this.ask, yes: this.yes, no: this.no, ops: this.ops } = compiled);
    ({ firstOp: this.firstOp, lastOp: this.lastOp } = compiled);
    this.timerSlot = Int32Array.from(compiled.timers, (timer) => timer.slot);
    this.timerRivals = Int32Array.from(compiled.timers, ({ rivals }) =>
      rivals.reduce((bits, slot) => bits | (1 << (slot + this.codeBits)), 0),
    );
    this.scope = new OwnScope(compiled, rows);
    this.words = bindWords(compiled, implementation, this.scope);
    this.actions = this.words.actions;
    this.waiting = deferredActions(compiled, implementation, this.scope, (run) => this.waitList.push(run));
    this.shared = sharedWords(compiled, vocabulary);
    this.sharedSteps = this.findSharedSteps();
    this.tellsEvents = hasOwnFunctions(compiled);
    // A row that rests in mid-macrostep has no place for its queue and its event.
    this.mayRunAhead = !this.raises && !this.tellsEvents;
    this.eventObjects = Object.keys(compiled.eventCodes).map((type) => ({ type }));
    this.commands = new Commands(host);
    this.effects = new TableEffects({ compiled, scope: this.scope, host, commands: this.commands, queue: this.queue });
  }

  start(id: number): void {
    const { state } = this.rows.columns;
    if (state[id] !== 0) throw new Error(`Journey "${this.compiled.machine}", row ${id}: started already`);
    const base = this.commands.count;
    if (this.compiled.startsPlainly) {
      const word = this.perform(id, this.compiled.start, 0);
      this.rows.columns.state[id] = word;
      if (this.commands.count !== base) this.commands.flush(id, base);
      return;
    }
    this.startWaiting(id, base);
  }

  send(id: number, eventCode: number, event?: EventObject): void {
    const word = this.rows.columns.state[id] as number;
    if (this.tellsEvents) this.scope.event = event ?? (this.eventObjects[eventCode] as EventObject);
    this.macrostep(id, word, this.cells[(word & this.codeMask) * this.width + eventCode] as number);
  }

  timer(id: number, slot: number): void {
    const word = (this.rows.columns.state[id] as number) & ~(1 << (slot + this.codeBits));
    const code = word & this.codeMask;
    if (this.tellsEvents) this.scope.event = this.compiled.slotEvents[code * this.timerSlots + slot] ?? this.scope.event;
    this.macrostep(id, word, this.cells[code * this.width + this.firstTimerEvent + slot] as number);
  }

  timerAhead(id: number, slot: number): number {
    if (!this.mayRunAhead) return AHEAD_SHARED;
    let word = (this.rows.columns.state[id] as number) & ~(1 << (slot + this.codeBits));
    let node = this.choosePrivately(id, this.cells[(word & this.codeMask) * this.width + this.firstTimerEvent + slot] as number);
    if (node === OVER) return AHEAD_SHARED;
    const base = this.commands.count;
    let outcome = AHEAD_DONE;
    let looks = true;
    if (node >= 0) word = this.perform(id, node, word);
    for (let steps = 1; looks && (this.always[word & this.codeMask] as number) >= 0; steps++) {
      if (steps > this.unwatched) this.watch(id, word, steps);
      node = this.choosePrivately(id, this.always[word & this.codeMask] as number);
      if (node === NONE) break;
      if (node === OVER) {
        outcome = AHEAD_SUSPENDED;
        break;
      }
      word = this.perform(id, node, word);
      looks = this.no[node] === 1;
    }
    this.rows.columns.state[id] = word;
    if (this.commands.count !== base) this.commands.flush(id, base);
    return outcome;
  }

  resume(id: number): void {
    this.macrostep(id, this.rows.columns.state[id] as number, NONE);
  }

  isDone(id: number): boolean {
    return this.compiled.final[(this.rows.columns.state[id] as number) & this.codeMask] === 1;
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

  contextOf(id: number): Readonly<Record<string, unknown>> {
    return this.scope.copyOf(id);
  }

  /** The event's step, then what follows of itself. */
  private macrostep(id: number, from: number, first: number): void {
    const base = this.commands.count;
    let word = from;
    const outer = this.raises ? this.queue.open() : 0;
    const node = this.choose(id, first);
    if (node >= 0) word = this.perform(id, node, word);
    if (this.raises || (this.always[word & this.codeMask] as number) >= 0) word = this.settle(id, word);
    if (this.raises) this.queue.close(outer);
    this.rows.columns.state[id] = word;
    if (this.commands.count !== base) this.commands.flush(id, base);
    if ((this.always[word & this.codeMask] as number) === OVER) this.stopTimers(id, word);
  }

  /**
   * XState's loop: eventless steps as long as they change something, then the events that the machine raised itself, and
   * eventless steps again, until nothing is left.
   */
  private settle(id: number, from: number): number {
    let word = from;
    let looks = true;
    for (let steps = 1; ; steps++) {
      const eventless = this.always[word & this.codeMask] as number;
      if (eventless === OVER) break;
      if (steps > this.unwatched) this.watch(id, word, steps);
      let node: number = looks ? this.choose(id, eventless) : NONE;
      if (node >= 0) {
        word = this.perform(id, node, word);
        looks = this.no[node] === 1;
        continue;
      }
      const event: number = this.raises ? this.queue.take() : NONE;
      if (event < 0) break;
      this.scope.event = this.queue.event;
      node = this.choose(id, this.cells[(word & this.codeMask) * this.width + event] as number);
      if (node >= 0) word = this.perform(id, node, word);
      looks = true;
    }
    return word;
  }

  /** Asks guards from a node on until a step is reached; NONE when there is none. */
  private choose(id: number, first: number): number {
    let node = first;
    while (node >= 0) {
      const guard = this.ask[node] as number;
      if (guard < 0) return node;
      const passes = (this.words.guards[guard] as WordFunction<W, boolean>)(this.world, id, this.words.guardParams[guard]);
      node = (passes ? this.yes[node] : this.no[node]) as number;
    }
    return NONE;
  }

  /** As `choose`, but OVER when a guard or the step itself is shared. */
  private choosePrivately(id: number, first: number): number {
    let node = first;
    while (node >= 0) {
      const guard = this.ask[node] as number;
      if (guard < 0) return this.sharedSteps[node] === 1 ? OVER : node;
      if (this.shared.guards[guard] === true) return OVER;
      const passes = (this.words.guards[guard] as WordFunction<W, boolean>)(this.world, id, this.words.guardParams[guard]);
      node = (passes ? this.yes[node] : this.no[node]) as number;
    }
    return NONE;
  }

  /** Runs a step's operations; takes and returns the row's word. */
  private perform(id: number, node: number, from: number): number {
    const { ops } = this;
    let word = from;
    const end = this.lastOp[node] as number;
    for (let at = this.firstOp[node] as number; at < end; at++) {
      const op = ops[at] as number;
      const argument = op >> 3;
      const kind = op & 7;
      if (kind === CALL) {
        (this.actions[argument] as WordFunction<W, void>)(this.world, id, this.words.actionParams[argument]);
      } else if (kind === CANCEL) {
        const bit = 1 << (argument + this.codeBits);
        if ((word & bit) !== 0) {
          word &= ~bit;
          this.commands.cancel(argument);
        }
      } else if (kind === EFFECT) {
        word = this.effects.perform(id, argument, word);
      } else {
        word = this.startTimer(id, argument, word, kind === START_LAST);
      }
    }
    return (word & ~this.codeMask) | (this.yes[node] as number);
  }

  private startTimer(id: number, timer: number, word: number, isLast: boolean): number {
    const milliseconds = (this.words.delays[timer] as (world: W, id: number) => number)(this.world, id);
    if (milliseconds === Infinity) return word;
    if ((word & (this.timerRivals[timer] as number)) !== 0) this.refuseSecondTimer(id, timer);
    const slot = this.timerSlot[timer] as number;
    if (isLast && this.commands.count === 0) this.host.scheduleTimer(id, slot, milliseconds / 1000);
    else this.commands.schedule(slot, milliseconds);
    return word | (1 << (slot + this.codeBits));
  }

  /** The first macrostep as XState runs it: guards, delays and assignments first, the other actions when it is over. */
  private startWaiting(id: number, base: number): void {
    const outerEvent = this.scope.event;
    const outerList = this.waitList;
    const list: (() => void)[] = [];
    let word = 0;
    this.scope.event = { type: "xstate.init", input: { id } } as EventObject;
    this.scope.begin(id);
    this.actions = this.waiting;
    this.waitList = list;
    const outer = this.queue.open();
    try {
      word = this.settle(id, this.perform(id, this.compiled.start, 0));
    } finally {
      this.queue.close(outer);
      this.actions = this.words.actions;
      this.waitList = outerList;
      this.scope.event = outerEvent;
    }
    this.rows.columns.state[id] = word;
    for (const run of list) run();
    if (this.commands.count !== base) this.commands.flush(id, base);
    if (this.isDone(id)) this.stopTimers(id, word);
  }

  /** XState takes back the timers of an actor that is done. */
  private stopTimers(id: number, word: number): void {
    if (word >>> this.codeBits === 0) return;
    this.rows.columns.state[id] = word & this.codeMask;
    for (let slot = 0; slot < this.timerSlots; slot++) {
      if ((word & (1 << (slot + this.codeBits))) !== 0) this.host.cancelTimer(id, slot);
    }
  }

  private findSharedSteps(): Uint8Array {
    const { ask, firstOp, lastOp, ops } = this.compiled;
    return Uint8Array.from(ask, (guard, node) => {
      if (guard >= 0) return 0;
      const own = ops.subarray(firstOp[node], lastOp[node]);
      return Number(own.some((op) => this.isShared(op & 7, op >> 3)));
    });
  }

  private isShared(kind: number, argument: number): boolean {
    if (kind === CALL) return this.shared.actions[argument] === true;
    return kind !== CANCEL && kind !== EFFECT && this.shared.timers[argument] === true;
  }

  private refuseSecondTimer(id: number, timer: number): never {
    const plan = this.compiled.timers[timer];
    throw new JourneyTimerError(this.compiled.machine, id, `"${plan?.event.type}"`);
  }

  /** Remembers the last steps before the limit, and reports the cycle at the limit. */
  private watch(id: number, word: number, steps: number): void {
    this.trail[steps - this.unwatched - 1] = word & this.codeMask;
    if (steps <= this.limit) return;
    const walk = this.trail.slice(0, steps - this.unwatched).map((at) => this.compiled.stateNames[at] as string);
    throw new JourneyLoopError(this.compiled.machine, id, this.limit, lastRound(walk));
  }
}

function hasOwnFunctions({ actionCalls, guardCalls, timers, effects }: CompiledJourney): boolean {
  const calls = [...actionCalls, ...guardCalls];
  return (
    effects.length > 0 ||
    timers.some(({ delay }) => "own" in delay) ||
    calls.some(({ own, params }) => own !== undefined || "tell" in params)
  );
}
