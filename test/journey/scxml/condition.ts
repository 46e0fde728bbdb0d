/** Conditions: `In('s')` becomes XState's `stateIn`, everything else a function of context and event. */

import { and, not, or, stateIn } from "xstate";
import type { AnyEventObject } from "xstate";
import type { Context, DataModel } from "./data-model.ts";
import { Untranslated } from "./data-model.ts";

/** What a guard function is told. */
export interface GuardArguments {
  readonly context: Context;
  readonly event: AnyEventObject;
}

/** A guard for XState. A condition that cannot be evaluated is false. */
export function guardOf(condition: string, data: DataModel, stateIds: ReadonlyMap<string, string>): unknown {
  const text = condition.trim();
  if (!/\bIn\s*\(/.test(text)) return functionOf(text, data);
  const either = split(text, "||");
  if (either.length > 1) return or(either.map((part) => guardOf(part, data, stateIds)) as Parameters<typeof or>[0]);
  const all = split(text, "&&");
  if (all.length > 1) return and(all.map((part) => guardOf(part, data, stateIds)) as Parameters<typeof and>[0]);
  if (text.startsWith("!")) return not(guardOf(text.slice(1), data, stateIds) as Parameters<typeof not>[0]);
  const id = text.match(/^In\s*\(\s*(['"])(.*)\1\s*\)$/)?.[2];
  if (id === undefined) throw new Untranslated("In() inside a larger expression");
  const known = stateIds.get(id);
  return known === undefined ? (): boolean => false : stateIn(`#${known}`);
}

function functionOf(text: string, data: DataModel): (args: GuardArguments) => boolean {
  const evaluate = data.expression(text);
  return ({ context, event }): boolean => {
    try {
      return Boolean(evaluate?.(context, event));
    } catch {
      return false;
    }
  };
}

/** Splits at an operator that stands outside parentheses and quotes. */
function split(text: string, operator: string): string[] {
  const parts: string[] = [];
  let [start, depth, quote] = [0, 0, ""];
  for (const [at, letter] of text.split("").entries()) {
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === "'" || letter === '"') quote = letter;
    else if (letter === "(") depth++;
    else if (letter === ")") depth--;
    else if (depth === 0 && text.startsWith(operator, at)) {
      parts.push(text.slice(start, at));
      start = at + operator.length;
    }
  }
  return [...parts, text.slice(start)];
}
