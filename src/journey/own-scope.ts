/** What a machine's own functions see in the tables: the context, read from the row's columns, and the event. */

import type { EventObject } from "xstate";
import type { OwnFunction, Told } from "./compile/calls.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import type { JourneyRows } from "./executor.ts";
import { Arguments } from "./own-arguments.ts";

/** One per executor; look at a row with `at` before calling a function. */
export class OwnScope {
  private handled: EventObject = { type: "xstate.init" };
  /** What the row `id` sees; undefined when its event or its context is another one since. */
  private seen: Arguments | undefined;
  private id = 0;
  private readonly compiled: CompiledJourney;
  private readonly rows: JourneyRows;
  private readonly indices: ReadonlyMap<string, number>;
  private readonly width: number;
  /** Values from one row's context to the next. */
  private readonly stride: number;
  private readonly scratch: unknown[];

  constructor(compiled: CompiledJourney, rows: JourneyRows) {
    this.compiled = compiled;
    this.rows = rows;
    const fields = compiled.contextFields;
    this.width = fields.length;
    this.stride = rows.stride === undefined || rows.stride === 1 ? fields.length : rows.stride;
    this.scratch = fields.map(() => undefined);
    this.indices = new Map(fields.map(({ name }, index) => [name, index]));
    if (this.width > 0 && rows.columns.context === undefined) {
      throw new Error(`Journey "${compiled.machine}" has ${this.width} context fields, but its rows have no context column`);
    }
  }

  /** The event that is handled. */
  get event(): EventObject {
    return this.handled;
  }

  /** Set by the executor for every macrostep; the row's columns may have been copied from elsewhere since the last one. */
  set event(event: EventObject) {
    this.handled = event;
    this.seen = undefined;
  }

  /** What a function of a row sees now. It cannot be written: XState's contexts are changed by `assign` only. */
  at(id: number): Arguments {
    if (this.seen !== undefined && this.id === id) return this.seen;
    this.id = id;
    return (this.seen = new Arguments(Object.freeze(this.copyOf(id)), this.handled, this.compiled.machine));
  }

  /** A row's context as an object of its own. */
  copyOf(id: number): Record<string, unknown> {
    const context: Record<string, unknown> = {};
    let index = 0;
    for (const { name } of this.compiled.contextFields) context[name] = this.read(id, index++);
    return context;
  }

  /** Writes the initial context. */
  begin(id: number): void {
    if (this.width === 0) return;
    const initial = this.compiled.initialContext(id);
    for (const { name } of this.compiled.contextFields) this.write(id, name, initial[name]);
  }

  /** XState's `assign`: all values are told before the first is written. */
  assign(id: number, assignment: OwnFunction | Readonly<Record<string, unknown>>, params: unknown): void {
    const args = this.at(id);
    if (typeof assignment === "function") {
      // XState takes no answer for no change.
      const changes = (assignment(args, params) ?? {}) as Readonly<Record<string, unknown>>;
      for (const name of Object.keys(changes)) this.write(id, name, changes[name]);
      return;
    }
    let count = 0;
    for (const name in assignment) {
      const value = assignment[name];
      this.scratch[count++] = typeof value === "function" ? (value as OwnFunction)(args, params) : value;
    }
    count = 0;
    for (const name in assignment) this.write(id, name, this.scratch[count++]);
  }

  /** A value written in the machine, or what its function tells now. */
  tell<T>(id: number, told: Told<T>, params: unknown): T {
    return "tell" in told ? (told.tell(this.at(id), params) as T) : told.value;
  }

  private get columns(): Float64Array {
    return this.rows.columns.context as Float64Array;
  }

  private read(id: number, index: number): unknown {
    const cell = this.columns[id * this.stride + index] as number;
    const kind = this.compiled.contextFields[index]?.kind;
    if (kind === "number") return cell;
    return kind === "boolean" ? cell === 1 : this.compiled.texts.at(cell);
  }

  private write(id: number, name: string, value: unknown): void {
    const index = this.indices.get(name);
    const field = index === undefined ? undefined : this.compiled.contextFields[index];
    if (index === undefined || field === undefined) throw this.misfit(name, value, "a declared field of the context");
    if (typeof value !== field.kind) throw this.misfit(name, value, `a ${field.kind}`);
    this.seen = undefined;
    this.columns[id * this.stride + index] = typeof value === "string" ? this.compiled.texts.numberOf(value) : Number(value);
  }

  private misfit(name: string, value: unknown, expected: string): Error {
    const found = typeof value === "string" ? JSON.stringify(value) : String(value);
    return new TypeError(`Journey "${this.compiled.machine}": assign to "${name}" expects ${expected}, found ${found}`);
  }
}
