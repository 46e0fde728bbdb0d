/** Runs rows as bare XState actors on a virtual clock, without any of the project's executors. */

import { createActor } from "xstate";
import type { AnyActorRef, AnyMachineSnapshot, AnyStateMachine, AnyStateNode, InspectionEvent } from "xstate";
import type { JourneyImplementation, WordParameters } from "../../../src/journey/index.ts";
import type { Player } from "./run.ts";
import { Restless } from "./run.ts";
import type { Tape, Timer, VirtualClock } from "./tape.ts";
import type { MixingWorld } from "./words.ts";

/** Watches XState from inside: which transitions it took, and timers that were scheduled under an id that was pending. */
export interface Watcher {
  readonly inspect?: (event: InspectionEvent) => void;
  readonly onTwin?: (id: string) => void;
}

/** Plays with actors. */
export class ActorPlayer implements Player {
  private readonly machine: AnyStateMachine;
  private readonly tape: Tape;
  private readonly clock: VirtualClock;
  private readonly watcher: Watcher;
  private readonly actors = new Map<number, AnyActorRef>();

  constructor(machine: AnyStateMachine, words: JourneyImplementation<MixingWorld>, tape: Tape, clock: VirtualClock, watcher: Watcher = {}) {
    const world: MixingWorld = { tape, mix: [] };
    this.machine = provided(machine, words, world);
    this.tape = tape;
    this.clock = clock;
    this.watcher = watcher;
  }

  start(id: number): void {
    const { clock, tape } = this;
    // Of two live timers of one name XState forgets one, which fires when all is over, and XState then says so on the console.
    const unlessOver = (fire: () => void) => (): void => {
      if (this.actors.get(id)?.getSnapshot().status === "active") fire();
    };
    const actor = createActor(this.machine, {
      input: { id },
      logger: (...said: unknown[]) => tape.note("log", said.length > 1 ? said[0] : undefined, said.at(-1)),
      ...(this.watcher.inspect === undefined ? {} : { inspect: this.watcher.inspect }),
      clock: {
        // Never is no timer.
        setTimeout: (fire: () => void, milliseconds: number) =>
          milliseconds === Infinity ? undefined : clock.schedule(id, milliseconds / 1000, unlessOver(fire)),
        clearTimeout: (timer: Timer | undefined) => {
          if (timer !== undefined && clock.pending.has(timer)) clock.cancel(timer);
        },
      },
    });
    // With an observer, XState keeps an error in the snapshot instead of throwing it from a timeout of its own.
    actor.subscribe({ error: () => {} });
    actor.on("*", (event) => tape.note("emit", event));
    if (this.watcher.onTwin !== undefined) watchTwins(actor, this.watcher.onTwin);
    this.actors.set(id, actor);
    actor.start();
    this.check(id);
  }

  send(id: number, event: { readonly type: string; readonly n: number }): void {
    if (!this.actors.has(id)) return;
    this.actor(id).send(event);
    this.check(id);
  }

  forget(id: number): void {
    const actor = this.actor(id);
    this.actors.delete(id);
    if (actor.getSnapshot().status === "active") actor.stop();
  }

  look(id: number): readonly [string, boolean, object] {
    this.check(id);
    const snapshot = this.actor(id).getSnapshot() as AnyMachineSnapshot;
    return [stateText(snapshot), snapshot.status === "done", { ...(snapshot.context as object) }];
  }

  private actor(id: number): AnyActorRef {
    const actor = this.actors.get(id);
    if (actor === undefined) throw new Error(`row ${id} has not started`);
    return actor;
  }

  private check(id: number): void {
    const { status, error } = this.actor(id).getSnapshot() as AnyMachineSnapshot;
    if (status !== "error") return;
    if (error instanceof Error && error.message.startsWith("Infinite loop detected")) throw new Restless();
    throw error;
  }
}

function provided(machine: AnyStateMachine, words: JourneyImplementation<MixingWorld>, world: MixingWorld): AnyStateMachine {
  const { tape } = world;
  const each = <F, G>(list: Readonly<Record<string, F>>, wrap: (word: F) => G): Record<string, G> =>
    Object.fromEntries(Object.entries(list).map(([name, word]) => [name, wrap(word)]));
  return machine.provide({
    actions: each(words.actions, (word) => (_: unknown, params: WordParameters) => word(world, tape.row, params)),
    guards: each(words.guards, (word) => (_: unknown, params: WordParameters) => word(world, tape.row, params)),
    delays: each(words.delays, (word) => () => word(world, tape.row, undefined) * 1000),
  });
}

/** Paths of the active atomic states in document order. */
export function stateText(snapshot: AnyMachineSnapshot): string {
  const nodes = snapshot._nodes as AnyStateNode[];
  return nodes
    .filter(({ type }) => type === "atomic" || type === "final")
    .sort((a, b) => a.order - b.order)
    .map(({ path }) => path.join("."))
    .join(" & ");
}

interface Scheduled {
  readonly id: string;
  readonly event: object;
}

interface Scheduler {
  schedule(source: unknown, target: unknown, event: { readonly type: string }, delay: number, id?: string): void;
}

function watchTwins(actor: AnyActorRef, onTwin: (id: string) => void): void {
  const { system } = actor as unknown as {
    readonly system: { readonly scheduler: Scheduler; getSnapshot(): { readonly _scheduledEvents: Readonly<Record<string, Scheduled>> } };
  };
  const { scheduler } = system;
  const schedule = scheduler.schedule.bind(scheduler);
  scheduler.schedule = (source, target, event, delay, id) => {
    const { _scheduledEvents: pending } = system.getSnapshot();
    const twin = Object.values(pending).some((other) => (id === undefined ? other.event === event : other.id === id));
    if (twin) onTwin(id ?? `without id, ${event.type}`);
    schedule(source, target, event, delay, id);
  };
}
