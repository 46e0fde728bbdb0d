/**
 * The ECMAScript data model: `<data>` becomes a context, expressions become functions of context and event. Expressions come from
 * the fixtures of a package that tests install; nothing else is ever evaluated.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { AnyEventObject } from "xstate";
import type { Element } from "./document.ts";
import { descendants } from "./document.ts";

/** The fields of a machine's context. */
export type Context = Readonly<Record<string, unknown>>;
/** An expression; throws what the expression throws. */
export type Expression = (context: Context, event: AnyEventObject) => unknown;
/** A statement: changes the fields of a context that its caller has copied. */
export type Statement = (context: Record<string, unknown>, event: AnyEventObject) => void;

/** What the converter does not translate, with the reason. */
export class Untranslated extends Error {
  override readonly name = "Untranslated";
}

/** The name of SCXML's own event processor; the only one there is here. */
export const SCXML_PROCESSOR = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor";

/** The target that means the session itself. */
export const OWN_SESSION = "#_scxml_session";

const PROCESSORS = { scxml: { location: OWN_SESSION }, [SCXML_PROCESSOR]: { location: OWN_SESSION } };
const DONE = /^xstate\.done\.state\./;

/** The data of one document: names, initial values, and a compiler for expressions over them. */
export class DataModel {
  /** Initial values. */
  readonly initial: Record<string, unknown> = {};
  /** Fields of `binding="late"` that get their value when their state is entered: state id to expressions. */
  readonly late = new Map<string, { readonly field: string; readonly value: Expression }[]>();
  /** Whether `<data>` could not be evaluated, which SCXML reports by an event. */
  readonly broken: boolean;
  private readonly folder: string;
  private prelude = "";
  private readonly system: Readonly<Record<string, unknown>>;

  constructor(document: Element, folder: string) {
    this.folder = folder;
    this.system = { _name: document.attributes["name"], _sessionid: "session", _ioprocessors: PROCESSORS };
    for (const script of document.children.filter((child) => child.tag === "script")) this.load(this.source(script));
    this.declareLoopVariables(document);
    this.broken = !this.declareData(document, document.attributes["binding"] === "late");
  }

  /** Whether the first name of a location is a field; assigning to anything else is an error. */
  isField(location: string): boolean {
    return (location.trim().match(/^[\w$]+/)?.[0] ?? "") in this.initial;
  }

  /** Compiles an expression; undefined if it is not ECMAScript. */
  expression(text: string): Expression | undefined {
    return this.compile(`return (${text.replace(/;\s*$/, "")}\n);`);
  }

  /** Compiles a location as an expression; undefined if it is in no field. */
  location(text: string): Expression | undefined {
    return this.isField(text) ? this.expression(text) : undefined;
  }

  /** Compiles statements; undefined if they are not ECMAScript. */
  statement(text: string): Statement | undefined {
    const run = this.compile(`${text}\n;return {${Object.keys(this.initial).join(",")}};`);
    return run && ((context, event) => void Object.assign(context, run(context, event)));
  }

  /** The text of a script, its own or that of its `src`. */
  source(script: Element): string {
    const src = script.attributes["src"];
    return src === undefined ? script.text : this.read(src);
  }

  private read(src: string): string {
    return readFileSync(join(this.folder, src.replace(/^file:/, "")), "utf8");
  }

  /** Scripts of the document itself: functions are put before every expression, variables become fields. */
  private load(text: string): void {
    const names: Record<string, unknown> = createContext({});
    runInContext(text, names);
    const functions = Object.values(names).filter((value) => typeof value === "function");
    if (functions.length === Object.keys(names).length) this.prelude += `${text}\n`;
    else if (functions.length === 0) Object.assign(this.initial, names);
    else throw new Untranslated("a script that declares functions and variables");
  }

  private declareLoopVariables(document: Element): void {
    for (const { tag, attributes } of descendants(document)) {
      if (tag !== "foreach") continue;
      for (const name of [attributes["item"], attributes["index"]]) {
        if (name !== undefined && /^[\w$]+$/.test(name)) this.initial[name] = undefined;
      }
    }
  }

  private declareData(element: Element, late: boolean): boolean {
    let fine = true;
    for (const child of element.children) {
      if (child.tag === "datamodel") {
        for (const data of child.children) fine = this.declare(data, late ? element.attributes["id"] : undefined) && fine;
      } else if (child.tag !== "invoke") fine = this.declareData(child, late) && fine;
    }
    return fine;
  }

  private declare(data: Element, lateIn: string | undefined): boolean {
    const field = data.attributes["id"] ?? "";
    this.initial[field] = undefined;
    const value = this.valueOf(data);
    if (value === undefined) return false;
    if (lateIn === undefined) this.initial[field] = value(this.initial, { type: "xstate.init" });
    else this.late.set(lateIn, [...(this.late.get(lateIn) ?? []), { field, value }]);
    return true;
  }

  /** The value of an element that has `expr`, `src` or content; undefined if its expression is not ECMAScript. */
  valueOf(element: Element): Expression | undefined {
    const { expr, src } = element.attributes;
    if (expr !== undefined) return this.expression(expr);
    if (element.children.length > 0) throw new Untranslated("XML as data");
    const text = src === undefined ? element.text : this.read(src);
    if (/^\s*</.test(text)) throw new Untranslated("XML as data");
    const value = plainValue(text);
    return () => value;
  }

  private compile(body: string): Expression | undefined {
    const system = Object.keys(this.system);
    const fields = Object.keys(this.initial);
    try {
      // oxlint-disable-next-line typescript/no-implied-eval -- the fixtures' expressions are ECMAScript
      const run = new Function("_event", ...system, ...fields, `"use strict";${this.prelude}${body}`);
      const values = Object.values(this.system);
      return (context, event): unknown => run(eventOf(event), ...values, ...fields.map((field) => context[field]));
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }
}

/** Content that is not an expression: JSON, or text with its white space normalised, or nothing. */
function plainValue(text: string): unknown {
  const trimmed = text.trim().replaceAll(/\s+/g, " ");
  if (trimmed === "") return undefined;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    return trimmed;
  }
}

const bound = new WeakMap<AnyEventObject, Readonly<Record<string, unknown>>>();

/** `_event`: one object for one event, and not bound before the first. */
function eventOf(event: AnyEventObject): Readonly<Record<string, unknown>> | undefined {
  if (event.type === "xstate.init") return undefined;
  const { kind, sendid, origin, origintype, invokeid } = event;
  const name = event.type.replace(DONE, "done.state.");
  const data = (event["data"] ?? event["output"]) as unknown;
  const made = bound.get(event) ?? { name, type: kind, sendid, origin, origintype, invokeid, data };
  bound.set(event, made);
  return made;
}
