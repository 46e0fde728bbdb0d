/** Runs a compiled machine beside a real actor, step by step, and tells the first difference of anything that can be seen. */

import type { AnyStateMachine } from "xstate";
import type { JourneyExecutor, JourneyHost, Refusal } from "../../../src/journey/index.ts";
import { compileJourney, createTableExecutor, JourneyCompileError } from "../../../src/journey/index.ts";
import type { Context } from "./data-model.ts";
import type { Fixture } from "./fixtures.ts";
import { ActorRun, machineOfFixture, StillClock } from "./player.ts";

/** What came of a comparison. */
export type Verdict =
  | { readonly result: "equal" }
  | { readonly result: "refused"; readonly refusals: readonly Refusal[] }
  /** The tables end with an error instead of going on in a way that XState does not. */
  | { readonly result: "stopped"; readonly error: string }
  | { readonly result: "different"; readonly difference: string };

/** What custom actions said, in order, each with the context at that moment; and what was logged. */
class Notes {
  readonly lines: string[] = [];
  readonly note = (text: string, context: Context): void => void this.lines.push(`${text} ${textOf(context)}`);
  readonly log = (...said: unknown[]): void => void this.lines.push(`log ${JSON.stringify(said)}`);
}

/** The contexts of two runs may list their fields in different orders. */
function textOf(context: Context): string {
  const fields = Object.entries(context).map(
    ([field, value]) => `${field}=${typeof value === "number" ? String(value) : JSON.stringify(value)}`,
  );
  return fields.sort().join(" ");
}

const ROW = 1;

/** The tables of a machine, with a host that keeps timers on a clock. */
class TableRun implements JourneyHost {
  readonly clock = new StillClock();
  private readonly executor: JourneyExecutor;
  private readonly logger: (...said: unknown[]) => void;
  private readonly slots = new Map<number, number>();

  constructor(machine: AnyStateMachine, events: readonly string[], logger: (...said: unknown[]) => void) {
    this.logger = logger;
    const compiled = compileJourney(machine, { events });
    const rows = { columns: { state: new Uint32Array(2), context: new Float64Array(2 * compiled.contextFields.length) } };
    this.executor = createTableExecutor(compiled, { actions: {}, guards: {}, delays: {} }, undefined, this, rows);
  }

  scheduleTimer(id: number, slot: number, seconds: number): void {
    if (this.slots.has(slot) || slot < 0 || slot >= this.executor.timerSlots) throw new Error(`slot ${slot} is not free`);
    const fire = (): void => {
      this.slots.delete(slot);
      this.executor.timer(id, slot);
    };
    this.slots.set(slot, this.clock.setTimeout(fire, Math.round(seconds * 1e6) / 1e3));
  }

  cancelTimer(_id: number, slot: number): void {
    const timer = this.slots.get(slot);
    if (timer === undefined) throw new Error(`slot ${slot} has no timer`);
    this.clock.clearTimeout(timer);
    this.slots.delete(slot);
  }

  log(_id: number, label: string | undefined, value: unknown): void {
    if (label === undefined) this.logger(value);
    else this.logger(label, value);
  }

  start(): void {
    this.executor.start(ROW);
  }

  send(name: string): void {
    if (this.isDone) return;
    const code = this.executor.eventCodes[name];
    if (code === undefined) throw new Error(`the event ${name} has no code`);
    this.executor.send(ROW, code);
  }

  get isDone(): boolean {
    return this.executor.isDone(ROW);
  }

  get context(): Context {
    return this.executor.contextOf(ROW);
  }

  get paths(): string[] {
    return this.executor.stateOf(ROW).split(" & ");
  }
}

/** Compares the tables of a fixture's machine with XState. */
export function compareFixture(fixture: Fixture, tabled: Fixture = fixture): Verdict {
  const [expected, found] = [new Notes(), new Notes()];
  const actor = new ActorRun(machineOfFixture(fixture, expected.note), expected.log);
  try {
    const names = [...new Set(fixture.steps.map((step) => step.event.name))].filter((name) => name !== "");
    const tables = new TableRun(machineOfFixture(tabled, found.note), names, found.log);
    const difference = firstDifference(fixture, { run: actor, record: expected }, { run: tables, record: found });
    return difference === undefined ? { result: "equal" } : { result: "different", difference };
  } catch (error) {
    if (error instanceof JourneyCompileError) return { result: "refused", refusals: error.refusals };
    if (error instanceof Error) return { result: "stopped", error: error.message };
    throw error;
  }
}

interface Side<R> {
  readonly run: R;
  readonly record: Notes;
}

function firstDifference(fixture: Fixture, actor: Side<ActorRun>, tables: Side<TableRun>): string | undefined {
  const both = [actor.run, tables.run];
  const together = (what: string, act: (run: ActorRun | TableRun) => void): string | undefined => {
    for (const run of both) act(run);
    return seenDifference(what, actor, tables);
  };
  const elapse = (milliseconds: number): string | undefined => {
    const until = actor.run.clock.now + milliseconds;
    while ((actor.run.clock.dues()[0] ?? Infinity) <= until) {
      const difference = together(`the timer of ${actor.run.clock.dues()[0]} ms`, ({ clock }) => void clock.fireNext(until));
      if (difference !== undefined) return difference;
    }
    for (const { clock } of both) clock.now = until;
    return undefined;
  };
  const steps = fixture.steps.flatMap(({ after = 0, event }) => [
    () => elapse(after),
    () => together(`event ${event.name}`, (run) => run.send(event.name)),
  ]);
  const script = [() => together("the start", (run) => run.start()), ...steps, () => elapse(60_000)];
  for (const step of script) {
    const difference = step();
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** States, completion, context, pending timers, and everything that actions said so far. */
function seenDifference(when: string, actor: Side<ActorRun>, tables: Side<TableRun>): string | undefined {
  if (actor.run.error !== undefined) return `after ${when}: XState fails: ${actor.run.error}`;
  const seen = ({ run, record }: Side<ActorRun | TableRun>) => ({
    states: run.paths.toSorted().join(" & "),
    done: String(run.isDone),
    context: textOf(run.context),
    timers: run.clock.dues().join(", "),
    actions: record.lines.join("\n"),
  });
  const [expected, found] = [seen(actor), seen(tables)];
  for (const aspect of ["actions", "states", "done", "context", "timers"] as const) {
    if (expected[aspect] !== found[aspect]) return `after ${when}, ${aspect}: expected\n${expected[aspect]}\nfound\n${found[aspect]}`;
  }
  return undefined;
}
