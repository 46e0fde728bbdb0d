/** Functions of context and event, made of data: what authors write inline, or in `setup()`. */

import type { DelaySpec, EventSpec, NumberSpec, ParamSpec, TestSpec } from "./spec.ts";
import { EVENTS, MILLISECONDS, MODES, pick } from "./spec.ts";

/** The context of every random machine: a number, a boolean, a string, and a number that tells the row. */
export interface Context {
  readonly count: number;
  readonly flag: boolean;
  readonly mode: string;
  readonly row: number;
}

/** An event as the functions see it. */
export interface SeenEvent {
  readonly type: string;
  readonly n?: number;
  readonly output?: number | { readonly n: number };
}

/** What XState passes to functions. */
export interface Scope {
  readonly context: Context;
  readonly event: SeenEvent;
}

/** The number. */
export function evaluate({ of, plus }: NumberSpec, { context, event }: Scope): number {
  if (of === "nothing") return plus;
  return plus + (of === "count" ? context.count : payloadOf(event));
}

function payloadOf({ n, output }: SeenEvent): number {
  if (n !== undefined) return n;
  return typeof output === "object" ? output.n : (output ?? 0);
}

/** The answer. */
export function decide(spec: TestSpec, scope: Scope): boolean {
  switch (spec.test) {
    case "flag":
      return scope.context.flag;
    case "less":
      return evaluate(spec.left, scope) < spec.than;
    case "odd":
      return Math.abs(evaluate(spec.number, scope)) % 2 === 1;
    case "mode":
      return scope.context.mode === MODES[spec.mode];
    case "event":
      return scope.event.type === EVENTS[spec.event];
  }
}

/** What a function saw, for the tape; not a copy of the context, because it must stay what it was. */
export function seen({ context, event }: Scope): readonly [Context, SeenEvent] {
  const { type, n, output } = event;
  return [context, { type, ...(n === undefined ? {} : { n }), ...(output === undefined ? {} : { output }) }];
}

type Params = { readonly n: number };

/** A word's call as XState wants it: a name, an object with params, or with a function that makes them. */
export function callOf(name: string, params: ParamSpec): string | { type: string; params?: Params | ((scope: Scope) => Params) } {
  if (params === undefined) return name;
  if ("n" in params) return { type: name, params: { n: params.n } };
  return { type: name, params: labelled(textOf(params.dynamic), (scope: Scope) => ({ n: evaluate(params.dynamic, scope) })) };
}

/** An event to raise or emit. */
export function eventOf({ type, payload, dynamic }: EventSpec): SeenEvent | ((scope: Scope) => SeenEvent) {
  const name = pick(EVENTS, type);
  if (dynamic) {
    const make = (scope: Scope): SeenEvent => ({ type: name, n: payload === undefined ? scope.context.count : evaluate(payload, scope) });
    return labelled(`${name}(${payload === undefined ? "count" : textOf(payload)})`, make);
  }
  return payload === undefined ? { type: name } : { type: name, n: payload.plus };
}

/** A delay of a raised event, by XState's rules: milliseconds, a name, or a function. */
export function delayOf(spec: DelaySpec, words: readonly string[]): number | string | ((scope: Scope) => number) {
  if ("ms" in spec) return pick(MILLISECONDS, spec.ms);
  if ("word" in spec) return pick(words, spec.word);
  return labelled(`500 * (1 + (${textOf(spec.dynamic)}) % 3)`, (scope: Scope) => 500 * (1 + (Math.abs(evaluate(spec.dynamic, scope)) % 3)));
}

/** A function that prints as a text: failures show the machine. */
export function labelled<F extends (...given: never[]) => unknown>(label: string, make: F): F {
  return Object.assign(make, { shown: label });
}

/** A number as text. */
export function textOf({ of, plus }: NumberSpec): string {
  if (of === "nothing") return String(plus);
  return plus === 0 ? of : `${of} + ${plus}`;
}

/** A question as text. */
export function questionOf(spec: TestSpec): string {
  switch (spec.test) {
    case "flag":
      return "flag";
    case "less":
      return `${textOf(spec.left)} < ${spec.than}`;
    case "odd":
      return `${textOf(spec.number)} is odd`;
    case "mode":
      return `mode is ${MODES[spec.mode] ?? ""}`;
    case "event":
      return `event is ${EVENTS[spec.event] ?? ""}`;
  }
}
