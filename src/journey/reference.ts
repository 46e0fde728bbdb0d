/** The reference executor: real XState actors, one per row, on a virtual clock. What a journey means is what this does. */

import { createActor } from "xstate";
import type { AnyActorRef, AnyMachineSnapshot, AnyStateMachine, EventObject } from "xstate";
import { wordsOf } from "./compile/calls.ts";
import type { CompileOptions } from "./compile/compile.ts";
import { eventCodesOf } from "./compile/events.ts";
import { nameOf, nameOfAll, nodesOf, timersOf } from "./compile/nodes.ts";
import { slotsOf } from "./compile/slots.ts";
import { millisecondsOf, secondsOf } from "./delay.ts";
import type { JourneyExecutor, JourneyHost } from "./executor.ts";
import { JourneyLoopError, JourneyTimerError, microstepLimitOf } from "./rest.ts";
import type { JourneyImplementation, WordParameters } from "./vocabulary.ts";
import { requireWords } from "./words.ts";

/**
 * Slow (some 10 µs a step, kilobytes a row) and without state that could be copied; for tests and twin views.
 * @throws Error when the implementation lacks a word that the machine calls.
 */
export function createActorExecutor<W>(
  machine: AnyStateMachine,
  implementation: JourneyImplementation<W>,
  world: W,
  host: JourneyHost,
  { events = [] }: CompileOptions = {},
): JourneyExecutor {
  requireWords(machine.id, wordsOf(machine), implementation);
  return new ActorExecutor(machine, implementation, world, host, events);
}

class ActorExecutor<W> implements JourneyExecutor {
  readonly timerSlots: number;
  readonly eventCodes: Readonly<Record<string, number>>;
  private readonly machine: AnyStateMachine;
  private readonly host: JourneyHost;
  private readonly events: readonly EventObject[];
  private readonly rows = new Map<number, Row>();
  /** The row whose macrostep is under way: words get the row, XState passes only what the machine put into its context. */
  private current = -1;

  constructor(machine: AnyStateMachine, implementation: JourneyImplementation<W>, world: W, host: JourneyHost, events: readonly string[]) {
    this.host = host;
    this.timerSlots = slotsOf(machine).count;
    this.eventCodes = eventCodesOf(machine, events);
    this.events = Object.keys(this.eventCodes).map((type) => ({ type }));
    const { actions, guards, delays } = implementation;
    const words = wordsOf(machine);
    this.machine = machine.provide({
      actions: mapWords(words.actions, actions, (word) => (_: unknown, params: WordParameters) => word(world, this.current, params)),
      guards: mapWords(words.guards, guards, (word) => (_: unknown, params: WordParameters) => word(world, this.current, params)),
      delays: mapWords(words.delays, delays, (word, name) => {
        const states = statesWaiting(machine, name);
        return () => millisecondsOf(word(world, this.current, undefined), machine.id, states, name);
      }),
    });
    this.machine.options = { ...this.machine.options, maxIterations: microstepLimitOf(machine) };
  }

  start(id: number): void {
    if (this.rows.has(id)) throw new Error(`Journey "${this.machine.id}", row ${id}: started already`);
    // XState resolves the initial delays while it creates the actor.
    this.run(id, () => {
      const row = new Row(this.machine, id, this.timerSlots, this.host);
      this.rows.set(id, row);
      row.actor.start();
    });
  }

  send(id: number, eventCode: number, told?: EventObject): void {
    const row = this.rows.get(id);
    const event = told ?? this.events[eventCode];
    if (event === undefined) throw new Error(`Journey "${this.machine.id}": no event has the code ${eventCode}`);
    if (row !== undefined && !isDone(row.actor)) this.run(id, () => row.actor.send(event));
  }

  timer(id: number, slot: number): void {
    this.run(id, () => this.rows.get(id)?.fire(slot));
  }

  isDone(id: number): boolean {
    const row = this.rows.get(id);
    return row !== undefined && isDone(row.actor);
  }

  forget(id: number): void {
    const row = this.rows.get(id);
    this.rows.delete(id);
    if (row !== undefined && !isDone(row.actor)) row.actor.stop();
  }

  stateOf(id: number): string {
    const row = this.rows.get(id);
    return row === undefined ? "" : nameOfAll((row.actor.getSnapshot() as AnyMachineSnapshot)._nodes);
  }

  contextOf(id: number): Readonly<Record<string, unknown>> {
    const snapshot = this.rows.get(id)?.actor.getSnapshot() as AnyMachineSnapshot | undefined;
    return { ...(snapshot?.context as Readonly<Record<string, unknown>> | undefined) };
  }

  /** Runs something on a row's actor; what XState would report somewhere later is thrown here. */
  private run(id: number, act: () => void): void {
    const outer = this.current;
    this.current = id;
    try {
      act();
    } finally {
      this.current = outer;
    }
    const row = this.rows.get(id);
    const snapshot = row?.actor.getSnapshot() as AnyMachineSnapshot | undefined;
    if (snapshot?.status !== "error") return;
    const { error } = snapshot;
    if (error instanceof Error && error.message.startsWith("Infinite loop detected")) {
      const limit = this.machine.options.maxIterations ?? Infinity;
      throw new JourneyLoopError(this.machine.id, id, limit, `after ${nameOfAll(snapshot._nodes) || "its start"}`);
    }
    throw error;
  }
}

/** One actor with its clock: XState's timers as slots of the row. */
class Row {
  readonly actor: AnyActorRef;
  private readonly machine: string;
  private readonly id: number;
  private readonly host: JourneyHost;
  private readonly timers: ((() => void) | undefined)[];

  constructor(machine: AnyStateMachine, id: number, slots: number, host: JourneyHost) {
    this.machine = machine.id;
    this.id = id;
    this.host = host;
    this.timers = Array.from({ length: slots }, () => undefined);
    const clock = {
      setTimeout: (callback: () => void, milliseconds: number): number => this.schedule(callback, milliseconds),
      clearTimeout: (slot: number): void => this.cancel(slot),
    };
    const logger = (...said: unknown[]): void => host.log?.(id, said.length > 1 ? (said[0] as string) : undefined, said.at(-1));
    this.actor = createActor(machine, { input: { id }, clock, logger });
    if (host.emit !== undefined) this.actor.on("*", (event: EventObject) => host.emit?.(id, event));
    // With an observer, XState keeps an error in the snapshot instead of throwing it from a timeout of its own.
    this.actor.subscribe({ error: () => {} });
  }

  fire(slot: number): void {
    const callback = this.timers[slot];
    this.timers[slot] = undefined;
    callback?.();
  }

  /** Returns XState's handle: the slot, or −1 for never. */
  private schedule(callback: () => void, milliseconds: number): number {
    if (milliseconds === Infinity) return -1;
    if (!(milliseconds >= 0)) throw new RangeError(`Journey "${this.machine}": a delay is ${milliseconds} ms; it must be 0 or more`);
    const slot = this.timers.indexOf(undefined);
    if (slot < 0) throw new JourneyTimerError(this.machine, this.id, "an event");
    this.timers[slot] = callback;
    this.host.scheduleTimer(this.id, slot, secondsOf(milliseconds));
    return slot;
  }

  private cancel(slot: number): void {
    if (slot < 0 || this.timers[slot] === undefined) return;
    this.timers[slot] = undefined;
    this.host.cancelTimer(this.id, slot);
  }
}

function isDone(actor: AnyActorRef): boolean {
  return (actor.getSnapshot() as AnyMachineSnapshot).status === "done";
}

/** Only the words that the machine does not implement itself. */
function mapWords<F, G>(
  used: ReadonlySet<string>,
  words: Readonly<Record<string, F>>,
  wrap: (word: F, name: string) => G,
): Record<string, G> {
  return Object.fromEntries(
    Object.entries(words)
      .filter(([name]) => used.has(name))
      .map(([name, word]) => [name, wrap(word, name)]),
  );
}

/** XState does not say for which state it asks a delay: all that wait for it. */
function statesWaiting(machine: AnyStateMachine, delay: string): string {
  return nodesOf(machine)
    .filter((node) => timersOf(node).some((timer) => timer.delay === delay))
    .map(nameOf)
    .join(" or ");
}
