/** Content that only changes data: assign, script, and if and foreach over them, as one XState `assign`. */

import { assign } from "xstate";
import type { GuardArguments } from "./condition.ts";
import { ContentError, INVALID } from "./content-error.ts";
import type { DataModel, Expression, Statement } from "./data-model.ts";
import type { Element } from "./document.ts";

/** Changes a copy of the context. */
export function changing(statement: Statement): unknown {
  return assign(({ context, event }: GuardArguments) => {
    const changed = { ...context };
    statement(changed, event);
    return changed;
  });
}

/** Whether a location is a field and not a part of one. */
export function isPlain(location: string | undefined, data: DataModel): boolean {
  return location !== undefined && Object.hasOwn(data.initial, location);
}

/** `<assign>` to a field, in XState's object form. */
export function plainAssignment(element: Element, data: DataModel): unknown[] | ContentError {
  const value = data.valueOf(element);
  if (value === undefined) return INVALID;
  return [assign({ [element.attributes["location"] ?? ""]: ({ context, event }: GuardArguments) => value(context, event) })];
}

/** One statement for content that only changes data; undefined if it does more. */
export function statementOf(element: Element, data: DataModel): Statement | ContentError | undefined {
  switch (element.tag) {
    case "assign": {
      const { location = "", expr } = element.attributes;
      if (!data.isField(location)) return INVALID;
      return data.statement(`${location} = (${expr ?? JSON.stringify(element.text)}\n);`) ?? INVALID;
    }
    case "script":
      return data.statement(data.source(element)) ?? INVALID;
    case "if":
      return choiceOf(element, data);
    case "foreach":
      return loopOf(element, data);
    default:
      return undefined;
  }
}

function sequenceOf(elements: readonly Element[], data: DataModel): Statement | ContentError | undefined {
  const statements: Statement[] = [];
  for (const element of elements) {
    const statement = statementOf(element, data);
    if (statement === undefined || statement instanceof ContentError) return statement;
    statements.push(statement);
  }
  return (context, event) => {
    for (const statement of statements) statement(context, event);
  };
}

/** `<if>` whose branches only change data; undefined if they do more. */
export function choiceOf(element: Element, data: DataModel): Statement | undefined {
  const branches: { condition: Expression; statement: Statement }[] = [];
  for (const { condition, content } of branchList(element)) {
    const statement = sequenceOf(content, data);
    const test = /\bIn\s*\(/.test(condition) ? undefined : data.expression(condition);
    if (test === undefined || statement === undefined || statement instanceof ContentError) return undefined;
    branches.push({ condition: test, statement });
  }
  return (context, event) => branches.find(({ condition }) => Boolean(condition(context, event)))?.statement(context, event);
}

function loopOf(element: Element, data: DataModel): Statement | ContentError | undefined {
  const { array = "", item = "", index } = element.attributes;
  const list = data.expression(array);
  if (list === undefined || !data.isField(item)) return INVALID;
  if (typeof data.initial[array] === "number") return INVALID;
  const statement = sequenceOf(element.children, data);
  if (statement === undefined || statement instanceof ContentError) return undefined;
  return (context, event) => {
    for (const [at, value] of [...(list(context, event) as unknown[])].entries()) {
      context[item] = value;
      if (index !== undefined) context[index] = at;
      statement(context, event);
    }
  };
}

/** A branch of `<if>`. */
export interface Branch {
  readonly condition: string;
  readonly content: Element[];
}

/** The branches of `<if>`, in order. */
export function branchList(element: Element): Branch[] {
  const branches: Branch[] = [{ condition: element.attributes["cond"] ?? "false", content: [] }];
  for (const child of element.children) {
    if (child.tag === "elseif") branches.push({ condition: child.attributes["cond"] ?? "false", content: [] });
    else if (child.tag === "else") branches.push({ condition: "true", content: [] });
    else branches.at(-1)?.content.push(child);
  }
  return branches;
}
