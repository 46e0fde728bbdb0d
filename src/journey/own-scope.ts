/** What a machine's own functions see in the tables: the context as an object over the row's columns, and the event. */

import type { EventObject } from "xstate";
import type { OwnFunction, Told } from "./compile/calls.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import type { JourneyRows } from "./executor.ts";

/** What XState passes to functions, as far as it means something in virtual time. */
interface Arguments {
  readonly context: Readonly<Record<string, unknown>>;
  readonly event: EventObject;
}

/** One per executor; look at a row with `at` before calling a function. */
export class OwnScope {
  /** The event of the macrostep under way; set by the executor. */
  event: EventObject = { type: "xstate.init" };
  private readonly compiled: CompiledJourney;
  private readonly rows: JourneyRows;
  private readonly indices: ReadonlyMap<string, number>;
  private readonly width: number;
  /** Values from one row's context to the next. */
  private readonly stride: number;
  private readonly args: Arguments;
  private readonly scratch: unknown[];
  private id = 0;

  constructor(compiled: CompiledJourney, rows: JourneyRows) {
    this.compiled = compiled;
    this.rows = rows;
    const fields = compiled.contextFields;
    this.width = fields.length;
    this.stride = rows.stride === undefined || rows.stride === 1 ? fields.length : rows.stride;
    this.scratch = fields.map(() => undefined);
    this.indices = new Map(fields.map(({ name }, index) => [name, index]));
    const context: Record<string, unknown> = {};
    fields.forEach(({ name }, index) => Object.defineProperty(context, name, { enumerable: true, get: () => this.read(this.id, index) }));
    this.args = this.argumentsOf(context, () => this.event);
    if (this.width > 0 && rows.columns.context === undefined) {
      throw new Error(`Journey "${compiled.machine}" has ${this.width} context fields, but its rows have no context column`);
    }
  }

  /** Looks at a row; the same object every time. */
  at(id: number): Arguments {
    this.id = id;
    return this.args;
  }

  /** A row's context and event as they are now, for functions that run later. */
  frozen(id: number): Arguments {
    const { event } = this;
    return this.argumentsOf(this.copyOf(id), () => event);
  }

  /** A row's context as an object of its own. */
  copyOf(id: number): Record<string, unknown> {
    return Object.fromEntries(this.compiled.contextFields.map(({ name }, index) => [name, this.read(id, index)]));
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
      const changes = assignment(args, params) as Readonly<Record<string, unknown>>;
      // The function may have spread the context, whose values are read before any is written.
      for (const [name, value] of Object.entries(changes)) this.write(id, name, value);
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

  private argumentsOf(context: Readonly<Record<string, unknown>>, event: () => EventObject): Arguments {
    const refuse = (name: string) => (): never => {
      throw new Error(`Journey "${this.compiled.machine}": a function asks for \`${name}\`, which does not exist in virtual time`);
    };
    return Object.defineProperties({ context } as unknown as Arguments, {
      event: { enumerable: true, get: event },
      self: { get: refuse("self") },
      system: { get: refuse("system") },
      spawn: { get: refuse("spawn") },
    });
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
    this.columns[id * this.stride + index] = typeof value === "string" ? this.compiled.texts.numberOf(value) : Number(value);
  }

  private misfit(name: string, value: unknown, expected: string): Error {
    const found = typeof value === "string" ? JSON.stringify(value) : String(value);
    return new TypeError(`Journey "${this.compiled.machine}": assign to "${name}" expects ${expected}, found ${found}`);
  }
}
