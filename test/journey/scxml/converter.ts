/**
 * From SCXML to XState: a document of the SCION or W3C tests becomes a machine. Test code only, and only what the tests use.
 *
 * Where the two languages differ: SCXML's transitions leave their source state unless they say `type="internal"`, its events match by
 * prefix, its candidates are asked in written order whatever their descriptors are, and `initial` may name states far below.
 */

import type { AnyStateMachine } from "xstate";
import { machineOf } from "../support/machines.ts";
import { guardOf } from "./condition.ts";
import type { Setting } from "./content.ts";
import { INVALID } from "./content-error.ts";
import { actionsOf, errorActions } from "./content.ts";
import type { Context } from "./data-model.ts";
import { DataModel, Untranslated } from "./data-model.ts";
import type { Element } from "./document.ts";
import { descendants, parseDocument, words } from "./document.ts";
import { bodyOf, textOf } from "./send.ts";

/** Where a document comes from and what goes on around it. */
export interface Surroundings {
  /** The folder of the files that the document names. */
  readonly folder: string;
  /** Events that come from outside. */
  readonly events: readonly string[];
  /** Is told of every entry, exit and transition, with the context at that moment. */
  readonly note: (text: string, context: Context) => void;
}

/** A state's key and id in XState, where a dot has a meaning. */
export function stateKey(id: string): string {
  return id.replaceAll(".", "-");
}

const STATES = new Set(["state", "parallel", "final", "history"]);

/** Converts a document. Throws `Untranslated` with the reason for what is not converted. */
export function convert(xml: string, surroundings: Surroundings): AnyStateMachine {
  return new Converter(parseDocument(xml), surroundings).machine();
}

interface Transition {
  readonly descriptors: readonly string[];
  readonly config: Readonly<Record<string, unknown>>;
}

class Converter {
  private readonly document: Element;
  private readonly setting: Setting;
  private readonly parents = new Map<string, string | undefined>();
  private readonly elements = new Map<string, Element>();
  private readonly patterns: boolean;
  private readonly names: readonly string[];

  constructor(document: Element, surroundings: Surroundings) {
    this.document = document;
    const all = descendants(document);
    for (const { tag } of all) if (tag === "invoke") throw new Untranslated("invoke");
    this.index(document, undefined);
    let fresh = 0;
    this.setting = {
      data: new DataModel(document, surroundings.folder),
      stateIds: new Map([...this.elements.keys()].map((id) => [id, stateKey(id)])),
      detailed: all.some(({ attributes }) =>
        /_event(?!\.(name|data)\b)/.test(`${attributes["cond"]} ${attributes["expr"]} ${attributes["targetexpr"]}`),
      ),
      note: surroundings.note,
      freshId: () => `send ${fresh++}`,
    };
    const sent = all
      .filter(({ tag }) => tag === "raise" || tag === "send")
      .map(({ attributes }) => textOf(attributes, "event", this.setting.data));
    this.names = [...surroundings.events, ...sent.filter((name) => typeof name === "string")];
    this.patterns = sent.some((name) => typeof name === "function");
  }

  machine(): AnyStateMachine {
    const { data } = this.setting;
    const broken = data.broken ? { entry: errorActions(INVALID, this.setting) } : {};
    return machineOf({ ...this.stateOf(this.document), ...broken, context: { ...data.initial }, options: { maxIterations: 5000 } });
  }

  /** Gives every state an id, the one that it has or one that is made. */
  private index(element: Element, parent: string | undefined): void {
    const id = element.attributes["id"] ?? (parent === undefined ? "document" : `state-${this.elements.size}`);
    this.parents.set(id, parent);
    this.elements.set(id, element);
    for (const child of element.children) if (STATES.has(child.tag)) this.index(child, id);
  }

  private idOf(element: Element): string {
    for (const [id, known] of this.elements) if (known === element) return id;
    throw new Error(`<${element.tag}> is not a state`);
  }

  private stateOf(element: Element): Record<string, unknown> {
    const id = this.idOf(element);
    const children = element.children.filter((child) => STATES.has(child.tag));
    const transitions = transitionsOf(element);
    const states: Record<string, unknown> = {};
    for (const child of children) {
      const isHistory = child.tag === "history";
      states[stateKey(this.idOf(child))] = isHistory ? this.historyOf(child, transitionsOf(child), states) : this.stateOf(child);
    }
    const real = children.filter((child) => child.tag !== "history");
    return {
      id: stateKey(id),
      ...(element.tag === "parallel" ? { type: "parallel" } : {}),
      ...(element.tag === "final" ? this.finalOf(element) : {}),
      ...this.handlersOf(element, id),
      ...this.candidatesOf(id, transitions),
      ...(children.length > 0 ? { states } : {}),
      ...(real[0] === undefined || element.tag === "parallel" ? {} : this.initialOf(element, real[0], states)),
    };
  }

  /** A default transition with actions goes through a state that is left at once, as a far `initial` does. */
  private historyOf(element: Element, [first]: readonly Element[], siblings: Record<string, unknown>): Record<string, unknown> {
    const id = stateKey(this.idOf(element));
    const targets = words(first?.attributes["target"]).map((name) => `#${stateKey(name)}`);
    const history = { id, type: "history", history: element.attributes["type"] ?? "shallow" };
    if (first === undefined || first.children.length === 0) return { ...history, ...(targets.length === 0 ? {} : { target: targets }) };
    const key = `${id}-default`;
    siblings[key] = { id: key, always: { target: targets, actions: actionsOf(first.children, this.setting) } };
    return { ...history, target: `#${key}` };
  }

  private finalOf(element: Element): Record<string, unknown> {
    const donedata = element.children.find((child) => child.tag === "donedata");
    const value = donedata && bodyOf(donedata, this.setting.data)?.value;
    if (value === undefined) return { type: "final" };
    return { type: "final", output: ({ context, event }: { context: Context; event: { type: string } }) => value(context, event) };
  }

  private handlersOf(element: Element, id: string): Record<string, unknown> {
    const blocks = (tag: string) =>
      element.children.filter((child) => child.tag === tag).flatMap((block) => actionsOf(block.children, this.setting));
    const donedata = element.children.find((child) => child.tag === "donedata");
    const isBroken = donedata !== undefined && bodyOf(donedata, this.setting.data) === undefined;
    const broken = isBroken ? errorActions(INVALID, this.setting) : [];
    if (id === "document") return {};
    return { entry: [...blocks("onentry"), ...broken, this.noteOf(`enter ${id}`)], exit: [...blocks("onexit"), this.noteOf(`exit ${id}`)] };
  }

  private noteOf(text: string): unknown {
    const { note } = this.setting;
    return ({ context }: { context: Context }): void => note(text, context);
  }

  /** A child is named directly; anything further away is reached by an eventless transition of a state that is left at once. */
  private initialOf(element: Element, first: Element, states: Record<string, unknown>): Record<string, unknown> {
    const id = this.idOf(element);
    const written = element.children.find((child) => child.tag === "initial")?.children[0];
    const targets = words(written?.attributes["target"] ?? element.attributes["initial"]);
    const actions =
      written === undefined || written.children.length === 0
        ? []
        : [...actionsOf(written.children, this.setting), this.noteOf(`initial ${id}`)];
    const [target = this.idOf(first)] = targets;
    if (targets.length <= 1 && this.parents.get(target) === id) {
      return { initial: actions.length === 0 ? stateKey(target) : { target: stateKey(target), actions } };
    }
    const key = `${stateKey(id)}-initial`;
    states[key] = { id: key, always: { target: targets.map((name) => `#${stateKey(name)}`), actions } };
    return { initial: key };
  }

  // Transitions

  private candidatesOf(id: string, elements: readonly Element[]): Record<string, unknown> {
    const all = elements.map((element) => this.transitionOf(id, element));
    const always = all.filter(({ descriptors }) => descriptors.length === 0).map(({ config }) => config);
    const keys = [...new Set(all.flatMap(({ descriptors }) => descriptors))];
    const lists = new Map(keys.map((key) => [key, inWrittenOrder(key, all)]));
    const done = `xstate.done.state.${stateKey(id)}`;
    const onDone = lists.get(done);
    lists.delete(done);
    return {
      ...(lists.size > 0 ? { on: Object.fromEntries(lists) } : {}),
      ...(onDone === undefined ? {} : { onDone }),
      ...(always.length > 0 ? { always } : {}),
    };
  }

  private transitionOf(id: string, element: Element): Transition {
    const { cond, event, target, type } = element.attributes;
    const targets = words(target);
    const stays = type === "internal" && this.elements.get(id)?.tag === "state" && targets.every((name) => this.isBelow(name, id));
    return {
      descriptors: words(event).map((descriptor) => this.descriptorOf(descriptor)),
      config: {
        ...(targets.length > 0 ? { target: targets.map((name) => `#${stateKey(name)}`), ...(stays ? {} : { reenter: true }) } : {}),
        ...(cond === undefined ? {} : { guard: guardOf(cond, this.setting.data, this.setting.stateIds) }),
        actions: [...actionsOf(element.children, this.setting), this.noteOf(`transition ${id} ${event ?? ""} ${target ?? ""}`)],
      },
    };
  }

  private isBelow(id: string, ancestor: string): boolean {
    const parent = this.parents.get(id);
    return parent !== undefined && (parent === ancestor || this.isBelow(parent, ancestor));
  }

  /** An event's name stands for all that begin with it: a wildcard in XState, and left out where no such event exists. */
  private descriptorOf(descriptor: string): string {
    const name = descriptor.replace(/\.\*$|\.$/, "");
    if (name === "*" || name === "") return "*";
    if (name === "done" || name === "done.state") return "xstate.done.state.*";
    if (name.startsWith("done.state.")) return `xstate.done.state.${stateKey(name.slice("done.state.".length))}`;
    const longer = this.patterns || name === "error" || descriptor !== name || this.names.some((other) => other.startsWith(`${name}.`));
    return longer ? `${name}.*` : name;
  }
}

function transitionsOf(element: Element): Element[] {
  return element.children.filter((child) => child.tag === "transition");
}

/** XState asks the exact descriptor first and longer wildcards before shorter ones; so what is written before is repeated here. */
function inWrittenOrder(key: string, all: readonly Transition[]): Readonly<Record<string, unknown>>[] {
  const last = all.findLastIndex(({ descriptors }) => descriptors.includes(key));
  return all
    .slice(0, last + 1)
    .filter(({ descriptors }) => descriptors.some((descriptor) => covers(descriptor, key)))
    .map(({ config }) => config);
}

function covers(descriptor: string, key: string): boolean {
  if (descriptor === key || descriptor === "*") return true;
  return descriptor.endsWith(".*") && `${key.replace(/\.\*$/, "")}.`.startsWith(descriptor.slice(0, -1));
}
