/** Events that a machine sends to itself: `<send>`, `<cancel>`, and the data of events. */

import { assign, cancel, raise } from "xstate";
import type { AnyEventObject } from "xstate";
import type { GuardArguments } from "./condition.ts";
import { ContentError, INVALID } from "./content-error.ts";
import type { Setting } from "./content.ts";
import type { Context, DataModel, Expression } from "./data-model.ts";
import { OWN_SESSION, SCXML_PROCESSOR, Untranslated } from "./data-model.ts";
import type { Element } from "./document.ts";
import { words } from "./document.ts";

/** `<send>` to the session itself; anything else is an error that SCXML reports by an event. */
export function sendOf(element: Element, setting: Setting): unknown[] | ContentError {
  const { attributes } = element;
  const { data, freshId } = setting;
  if (`${attributes["type"]}`.includes("BasicHTTP")) throw new Untranslated("the HTTP event processor");
  const route = { target: textOf(attributes, "target", data), type: textOf(attributes, "type", data) };
  const id = attributes["idlocation"] === undefined ? attributes["id"] : freshId();
  const stored = attributes["idlocation"] === undefined ? [] : [assign({ [attributes["idlocation"]]: () => id })];
  const error = errorOf(route);
  if (error !== undefined) return new ContentError(error, id, stored);
  const event = eventOf(element, route, setting);
  const delay = route.target === "#_internal" ? undefined : delayOf(attributes, data);
  if (event === undefined || delay === null) return INVALID;
  const options = { ...(id === undefined ? {} : { id }), ...(delay === undefined ? {} : { delay }) };
  return [...stored, raise(event, options as Parameters<typeof raise>[1])];
}

/** Where an event goes, as far as it is written and not computed. */
interface Route {
  readonly target: Text | undefined;
  readonly type: Text | undefined;
}

/** The event, or a function that makes it if any part depends on data; undefined if a part cannot be evaluated. */
function eventOf(
  element: Element,
  route: Route,
  { data, detailed }: Setting,
): AnyEventObject | ((args: GuardArguments) => AnyEventObject) | undefined {
  const { attributes } = element;
  const body = bodyOf(element, data);
  const type = textOf(attributes, "event", data);
  if (body === undefined || type === undefined) return undefined;
  const kind =
    route.target === "#_internal" ? { kind: "internal" } : { kind: "external", origin: OWN_SESSION, origintype: SCXML_PROCESSOR };
  const details = detailed ? { ...kind, sendid: attributes["id"] } : {};
  const make = (args: GuardArguments): AnyEventObject => {
    checkComputed(route, args);
    const name = typeof type === "function" ? type(args) : type;
    return { type: name, ...details, ...(body.value === undefined ? {} : { data: body.value(args.context, args.event) }) };
  };
  const isConstant = body.isConstant && [type, route.target, route.type].every((part) => typeof part !== "function");
  return isConstant ? make({ context: {}, event: { type: "" } }) : make;
}

const PROCESSOR_NAMES = new Set([SCXML_PROCESSOR, "scxml"]);

type Text = string | ((args: GuardArguments) => string);

const LITERAL = /^('[^']*'|-?\d+(\.\d+)?|true|false)$/;

/** An attribute, or a function for its `…expr` twin unless that is a literal. */
export function textOf(attributes: Element["attributes"], name: string, data: DataModel): Text | undefined {
  const written = attributes[`${name}expr`]?.trim();
  const evaluate = written === undefined ? undefined : data.expression(written);
  if (written === undefined || evaluate === undefined) return attributes[name];
  return LITERAL.test(written) ? String(evaluate({}, { type: "" })) : ({ context, event }) => String(evaluate(context, event));
}

function errorOf({ target, type }: Route): ContentError["event"] | undefined {
  if (typeof type === "string" && !PROCESSOR_NAMES.has(type)) return "error.execution";
  if (typeof target !== "string" || target === "#_internal" || target === OWN_SESSION) return undefined;
  return target.startsWith("#_scxml_") ? "error.communication" : "error.execution";
}

/** Which queue an event goes to cannot depend on data in XState; so what is computed must be the session itself. */
function checkComputed({ target, type }: Route, args: GuardArguments): void {
  const found = typeof target === "function" ? target(args) : OWN_SESSION;
  if (found !== OWN_SESSION) throw new Error(`the computed target of <send> is ${found}`);
  const processor = typeof type === "function" ? type(args) : "scxml";
  if (!PROCESSOR_NAMES.has(processor)) throw new Error(`the computed type of <send> is ${processor}`);
}

/** What `_event.data` will be, and whether it depends on nothing. */
export interface Body {
  readonly value: Expression | undefined;
  readonly isConstant: boolean;
}

/** `<content>`, or an object of `namelist` and `<param>`; undefined if that cannot be evaluated. */
export function bodyOf(element: Element, data: DataModel): Body | undefined {
  const content = element.children.find((child) => child.tag === "content");
  if (content !== undefined) {
    const value = data.valueOf(content);
    return value && { value, isConstant: LITERAL.test(content.attributes["expr"]?.trim() ?? "true") };
  }
  const listed = words(element.attributes["namelist"]).map((name) => ({ name, value: data.location(name), text: name }));
  const given = element.children
    .filter((child) => child.tag === "param")
    .map(({ attributes: { name = "", expr, location = "" } }) => ({
      name,
      value: expr === undefined ? data.location(location) : data.expression(expr),
      text: expr ?? location,
    }));
  const parts = [...listed, ...given];
  if (parts.some(({ value }) => value === undefined)) return undefined;
  if (parts.length === 0) return { value: undefined, isConstant: true };
  return {
    value: (context, event) => Object.fromEntries(parts.map(({ name, value }) => [name, value?.(context, event)])),
    isConstant: parts.every(({ text }) => LITERAL.test(text.trim())),
  };
}

/**
 * Milliseconds, or a function that says them; null if that cannot be evaluated. What is sent without delay goes through the external
 * queue: after everything that the step itself raises. A delay of 0 is the same in XState.
 */
function delayOf({ delay, delayexpr }: Element["attributes"], data: DataModel): number | ((args: GuardArguments) => number) | null {
  if (delayexpr === undefined) return milliseconds(delay ?? "0s");
  const constant = delayexpr.trim().match(/^'([^']*)'$/)?.[1];
  if (constant !== undefined) return milliseconds(constant);
  const evaluate = data.expression(delayexpr);
  return evaluate === undefined ? null : ({ context, event }) => milliseconds(String(evaluate(context, event)));
}

function milliseconds(text: string): number {
  const [, amount, unit] = text.trim().match(/^(\d*\.?\d+)(ms|s|m|h)?$/) ?? [];
  if (amount === undefined) throw new Error(`delay: expected a number with ms, s, m or h, found "${text}"`);
  return Number(amount) * { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[(unit ?? "ms") as "ms" | "s" | "m" | "h"];
}

/** `<cancel>`. */
export function cancelOf({ sendid = "", sendidexpr }: Element["attributes"], data: DataModel): unknown[] | ContentError {
  if (sendidexpr === undefined) return [cancel(sendid)];
  const evaluate = data.expression(sendidexpr);
  return evaluate === undefined ? INVALID : [cancel(({ context, event }) => String(evaluate(context as Context, event)))];
}
