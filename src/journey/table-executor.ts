/** The fast executor: a compiled journey over a state column. */

import type { EventObject } from "xstate";
import type { Commands } from "./commands.ts";
import { ASK, CALL, GO, OVER, START, START_REST } from "./compile/program.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import type { JourneyExecutor, JourneyHost, JourneyRows } from "./executor.ts";
import { sharedWords } from "./table-words.ts";
import type { JourneyImplementation, Vocabulary } from "./vocabulary.ts";
import { AHEAD_SHARED, Walker } from "./walker.ts";

/** What the table executor can do beside. */
export interface TableExecutor extends JourneyExecutor {
  /** Fires a timer as far as nothing shared is touched; returns AHEAD_DONE, AHEAD_SUSPENDED or AHEAD_SHARED. */
  timerAhead(id: number, slot: number): number;
  /** Goes on with a suspended row. */
  resume(id: number): void;
}

/**
 * @param vocabulary - tells which words touch what other actors share; a word that is not in it counts as shared
 * @throws Error when the implementation lacks a word that the machine calls
 */
export function createTableExecutor<W>(
  compiled: CompiledJourney,
  implementation: JourneyImplementation<W>,
  world: W,
  host: JourneyHost,
  rows: JourneyRows,
  vocabulary: Vocabulary = { actions: {}, guards: {}, delays: {} },
): TableExecutor {
  return new Tables(compiled, new Walker({ compiled, implementation, world, host, rows }), host, rows, vocabulary);
}

class Tables<W> implements TableExecutor {
  readonly timerSlots: number;
  readonly eventCodes: Readonly<Record<string, number>>;
  private readonly compiled: CompiledJourney;
  private readonly walker: Walker<W>;
  private readonly commands: Commands;
  private readonly host: JourneyHost;
  private readonly columns: JourneyRows["columns"];
  private readonly stride: number;
  private readonly codeBits: number;
  private readonly codeMask: number;
  private readonly width: number;
  private readonly firstTimerEvent: number;
  private readonly cells: Int32Array;
  /** Whether the machine neither raises events nor has functions of its own, which may look at the event. */
  private readonly isPlain: boolean;
  private readonly eventObjects: readonly EventObject[];
  /** By address: a question or a step that touches something shared begins here. */
  private readonly shared: Uint8Array;

  constructor(compiled: CompiledJourney, walker: Walker<W>, host: JourneyHost, rows: JourneyRows, vocabulary: Vocabulary) {
    this.compiled = compiled;
    this.walker = walker;
    this.commands = walker.commands;
    this.host = host;
    this.columns = rows.columns;
    this.stride = rows.stride ?? 1;
    this.timerSlots = compiled.timerSlots;
    this.eventCodes = compiled.eventCodes;
    this.codeBits = compiled.codeBits;
    this.codeMask = (1 << compiled.codeBits) - 1;
    this.width = compiled.width;
    this.firstTimerEvent = Object.keys(compiled.eventCodes).length;
    this.cells = compiled.cells;
    this.isPlain = !compiled.raises && !hasOwnFunctions(compiled);
    this.eventObjects = Object.keys(compiled.eventCodes).map((type) => ({ type }));
    this.shared = sharedAddresses(compiled, vocabulary);
  }

  start(id: number): void {
    const { walker } = this;
    if (this.columns.state[id * this.stride] !== 0) throw new Error(`Journey "${this.compiled.machine}", row ${id}: started already`);
    const base = walker.commands.count;
    const word = this.compiled.startsPlainly ? walker.walk(id, 0, this.compiled.start) : walker.begin(id, base);
    this.columns.state[id * this.stride] = word;
    if (walker.commands.count !== base) walker.commands.flush(id, base);
  }

  send(id: number, eventCode: number, event?: EventObject): void {
    const word = this.columns.state[id * this.stride] as number;
    const first = this.cells[(word & this.codeMask) * this.width + eventCode] as number;
    if (this.isPlain) this.plainMacrostep(id, word, first);
    else this.macrostep(id, word, first, event ?? (this.eventObjects[eventCode] as EventObject));
  }

  timer(id: number, slot: number): void {
    const word = (this.columns.state[id * this.stride] as number) & ~(1 << (slot + this.codeBits));
    const first = this.cells[(word & this.codeMask) * this.width + this.firstTimerEvent + slot] as number;
    if (this.isPlain) this.plainMacrostep(id, word, first);
    else this.macrostep(id, word, first, this.timerEvent(word, slot));
  }

  timerAhead(id: number, slot: number): number {
    // A row that rests in mid-macrostep has no place for its queue and its event.
    if (!this.isPlain) return AHEAD_SHARED;
    const { walker } = this;
    const word = (this.columns.state[id * this.stride] as number) & ~(1 << (slot + this.codeBits));
    const first = this.cells[(word & this.codeMask) * this.width + this.firstTimerEvent + slot] as number;
    const base = walker.commands.count;
    const outcome = walker.walkAhead(id, word, first, this.shared);
    if (outcome === AHEAD_SHARED) return outcome;
    this.columns.state[id * this.stride] = walker.ahead;
    if (walker.commands.count !== base) walker.commands.flush(id, base);
    return outcome;
  }

  resume(id: number): void {
    const word = this.columns.state[id * this.stride] as number;
    this.plainMacrostep(id, word, this.compiled.always[word & this.codeMask] as number);
  }

  isDone(id: number): boolean {
    return this.compiled.final[(this.columns.state[id * this.stride] as number) & this.codeMask] === 1;
  }

  forget(id: number): void {
    const { state } = this.columns;
    const pending = (state[id * this.stride] as number) >>> this.codeBits;
    state[id * this.stride] = 0;
    for (let slot = 0; slot < this.timerSlots; slot++) if ((pending & (1 << slot)) !== 0) this.host.cancelTimer(id, slot);
  }

  stateOf(id: number): string {
    return this.compiled.stateNames[(this.columns.state[id * this.stride] as number) & this.codeMask] as string;
  }

  contextOf(id: number): Readonly<Record<string, unknown>> {
    return this.walker.scope.copyOf(id);
  }

  /** The state column is read again for the result: an action may have made the table grow. */
  private plainMacrostep(id: number, from: number, first: number): void {
    const base = this.commands.count;
    const word = this.walker.walk(id, from, first);
    this.columns.state[id * this.stride] = word;
    if (this.commands.count !== base) this.commands.flush(id, base);
  }

  private timerEvent(word: number, slot: number): EventObject {
    return this.compiled.slotEvents[(word & this.codeMask) * this.timerSlots + slot] ?? this.walker.scope.event;
  }

  private macrostep(id: number, from: number, first: number, event: EventObject): void {
    const { walker, commands } = this;
    walker.scope.event = event;
    const base = commands.count;
    const outer = walker.queue.open();
    const word = walker.walk(id, from, first);
    walker.queue.close(outer);
    this.columns.state[id * this.stride] = word;
    if (commands.count !== base) commands.flush(id, base);
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

/** Where running ahead has to stop: at questions and at the beginning of steps. */
function sharedAddresses(compiled: CompiledJourney, vocabulary: Vocabulary): Uint8Array {
  const { program, steps } = compiled;
  const shared = sharedWords(compiled, vocabulary);
  const addresses = new Uint8Array(program.length);
  const touches = (at: number): boolean => {
    const argument = program[at + 1] as number;
    if (program[at] === CALL) return shared.actions[argument] === true;
    return (program[at] === START || program[at] === START_REST) && shared.timers[argument] === true;
  };
  const isLong = (op: number | undefined): boolean => op === ASK || op === START_REST || op === GO;
  const next = (at: number): number => at + (isLong(program[at]) ? 4 : 2);
  for (const [from, to] of steps) for (let at = from; at < to; at = next(at)) if (touches(at)) addresses[from] = 1;
  for (let at = OVER + 1; at < program.length; at = next(at)) {
    if (program[at] === ASK) addresses[at] = Number(shared.guards[program[at + 1] as number] === true);
  }
  return addresses;
}
