/** Plays fixtures with a real XState actor on a clock that only moves when told. */

import { dirname } from "node:path";
import type { AnyActorRef, AnyStateMachine, Snapshot } from "xstate";
import { createActor } from "xstate";
import { convert, stateKey } from "./converter.ts";
import type { Context } from "./data-model.ts";
import type { Fixture } from "./fixtures.ts";

/** A clock for `createActor`: equal times fire in the order of setting. */
export class StillClock {
  now = 0;
  private readonly timers: { readonly due: number; readonly serial: number; readonly fire: () => void }[] = [];
  private serials = 0;

  readonly setTimeout = (fire: () => void, milliseconds: number): number => {
    this.timers.push({ due: this.now + milliseconds, serial: this.serials, fire });
    return this.serials++;
  };

  readonly clearTimeout = (serial: number): void => {
    const at = this.timers.findIndex((timer) => timer.serial === serial);
    if (at >= 0) this.timers.splice(at, 1);
  };

  /** When each pending timer fires, in order. */
  dues(): number[] {
    return this.sorted().map(({ due }) => due);
  }

  /** Fires the next timer if it is due by then; says whether it was. */
  fireNext(until: number): boolean {
    const [next] = this.sorted();
    if (next === undefined || next.due > until) return false;
    this.clearTimeout(next.serial);
    this.now = next.due;
    next.fire();
    return true;
  }

  private sorted(): typeof this.timers {
    return this.timers.toSorted((a, b) => a.due - b.due || a.serial - b.serial);
  }
}

/** A real actor and what can be seen of it. */
export class ActorRun {
  readonly clock = new StillClock();
  /** What stopped the actor, if anything did. */
  error: string | undefined;
  private readonly actor: AnyActorRef & { start(): unknown };

  constructor(machine: AnyStateMachine, logger: (...said: unknown[]) => void = () => undefined) {
    this.actor = createActor(machine, { clock: this.clock, logger });
    this.actor.subscribe({ error: (error: unknown) => void (this.error = error instanceof Error ? error.message : JSON.stringify(error)) });
  }

  start(): void {
    this.actor.start();
  }

  send(name: string): void {
    if (!this.isDone) this.actor.send({ type: name });
  }

  get isDone(): boolean {
    return this.snapshot.status !== "active";
  }

  get context(): Context {
    return this.snapshot.context;
  }

  /** Paths of the active states that have no children. */
  get paths(): string[] {
    return pathsOf(this.snapshot.value);
  }

  private get snapshot(): Snapshot<unknown> & { value: StateValue; context: Context } {
    return this.actor.getSnapshot() as Snapshot<unknown> & { value: StateValue; context: Context };
  }
}

type StateValue = string | { readonly [key: string]: StateValue };

function pathsOf(value: StateValue): string[] {
  if (typeof value === "string") return [value];
  return Object.entries(value).flatMap(([key, below]) => {
    const paths = pathsOf(below);
    return paths.length === 0 ? [key] : paths.map((path) => `${key}.${path}`);
  });
}

/** Converts a fixture's document. */
export function machineOfFixture(fixture: Fixture, note: (text: string, context: Context) => void = () => undefined): AnyStateMachine {
  return convert(fixture.xml, { folder: dirname(fixture.path), events: fixture.steps.map((step) => step.event.name), note });
}

/** Plays a fixture: undefined if all configurations are as the script says, else what was different first. */
export function play(fixture: Fixture): string | undefined {
  const run = new ActorRun(machineOfFixture(fixture));
  run.start();
  const first = difference(run, fixture.initialConfiguration, "at the start");
  if (first !== undefined) return first;
  for (const [at, { after = 0, event, nextConfiguration }] of fixture.steps.entries()) {
    const until = run.clock.now + after;
    while (run.clock.fireNext(until));
    run.clock.now = until;
    run.send(event.name);
    const found = difference(run, nextConfiguration, `after event ${at + 1} (${event.name})`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function difference(run: ActorRun, expected: readonly string[], when: string): string | undefined {
  if (run.error !== undefined) return `${when}: ${run.error}`;
  const found = run.paths.map((path) => path.replace(/^.*\./, "")).sort();
  const wanted = expected.map(stateKey).sort();
  return found.join(" ") === wanted.join(" ") ? undefined : `${when}: expected ${wanted.join(", ")}, found ${found.join(", ")}`;
}
