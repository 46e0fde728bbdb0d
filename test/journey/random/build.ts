/** Makes an XState machine of data. */

import { setup } from "xstate";
import type { AnyStateMachine } from "xstate";
import { actionsOf, guardOf, ownWords } from "./calls.ts";
import type { Scope } from "./functions.ts";
import { evaluate, labelled, textOf } from "./functions.ts";
import type { ActionSpec, MachineSpec, NodeSpec, TransitionSpec } from "./spec.ts";
import { AFTER_KEYS, DESCRIPTORS, pick } from "./spec.ts";
import type { Tape } from "./tape.ts";
import type { Draft } from "./tree.ts";
import { idOf, inDifferentRegions, isInside, pathOf, treeOf } from "./tree.ts";

type Config = Readonly<Record<string, unknown>>;

/** Steps without rest after which a macrostep is an error, small so that endless machines end soon. */
export const MOST_STEPS = 40;

/** The configuration; functions in it write to the tape. */
export function configOf(spec: MachineSpec, tape: Tape): Config {
  const drafts = treeOf(spec);
  const [root] = drafts;
  if (root === undefined) throw new Error("a machine has a root");
  const context = { count: 0, flag: false, mode: "a", row: 0 };
  const fromInput = ({ input }: { readonly input: { readonly id: number } }) => ({ ...context, count: input.id, row: input.id });
  return {
    ...new Builder(drafts, tape).state(root),
    ...(spec.context === "none" ? {} : { context: spec.context === "plain" ? context : labelled("context of input", fromInput) }),
    options: { maxIterations: MOST_STEPS },
  };
}

/** The machine, with words of its own. */
export function machineOf(config: Config, tape: Tape): AnyStateMachine {
  const loose = setup as unknown as (words: object) => { createMachine(data: object): AnyStateMachine };
  return loose(ownWords(tape)).createMachine(config);
}

/** The number that stands for the root as a target, rare because it starts everything anew. */
const ROOT_TARGET = 40;

/** From this style on, transitions may go where XState enters states twice. */
const MAD_STYLE = 11;

class Builder {
  private readonly drafts: readonly Draft[];
  private readonly tape: Tape;

  constructor(drafts: readonly Draft[], tape: Tape) {
    this.drafts = drafts;
    this.tape = tape;
  }

  state(draft: Draft): Config {
    const { spec, kind, parent, children } = draft;
    const id = parent === undefined ? { id: "m" } : spec.named ? { id: idOf(draft) } : {};
    if (kind === "history") return { ...id, ...this.history(draft) };
    const always = kind === "final" ? [] : this.transitions(spec.always, draft);
    return {
      ...id,
      ...(kind === "state" ? {} : { type: kind }),
      ...(spec.tagged ? { tags: ["tag"] } : {}),
      ...nonEmpty("entry", this.actions(spec.entry)),
      ...nonEmpty("exit", this.actions(spec.exit)),
      ...(kind === "final" ? outputOf(spec) : this.handlers(draft)),
      ...nonEmpty("always", always),
      ...this.initial(draft),
      ...(children.length === 0 ? {} : { states: Object.fromEntries(children.map((child) => [child.key, this.state(child)])) }),
    };
  }

  private history({ spec, parent, fallback }: Draft): Config {
    const targets = parent === undefined ? [] : fallback.map((one) => relative(one, parent));
    return { type: "history", history: spec.deep ? "deep" : "shallow", ...nonEmpty("target", targets) };
  }

  private handlers(draft: Draft): Config {
    const { spec, children } = draft;
    const on = this.grouped(draft, spec.on, ({ event }) => pick(DESCRIPTORS, event));
    if (spec.forbid !== undefined) {
      const forms = { undefined, empty: {}, list: [on[pick(DESCRIPTORS, spec.forbid.event)] ?? [], {}].flat(), nothing: [] };
      on[pick(DESCRIPTORS, spec.forbid.event)] = forms[spec.forbid.form];
    }
    const after = this.grouped(draft, spec.after, ({ delay }) => pick(AFTER_KEYS, delay));
    return {
      ...nonEmpty("on", on),
      ...nonEmpty("after", after),
      ...(children.length === 0 ? {} : nonEmpty("onDone", this.transitions(spec.done, draft))),
    };
  }

  private grouped<S extends { readonly transition: TransitionSpec }>(
    draft: Draft,
    specs: readonly S[],
    keyOf: (spec: S) => string,
  ): Record<string, unknown> {
    const groups: Record<string, unknown[]> = {};
    for (const spec of specs) (groups[keyOf(spec)] ??= []).push(this.transition(spec.transition, draft));
    return Object.fromEntries(Object.entries(groups).map(([key, group]) => [key, group.length === 1 ? group[0] : group]));
  }

  private initial({ initial, spec }: Draft): Config {
    if (initial === undefined) return {};
    return { initial: spec.first.length === 0 ? initial.key : { target: initial.key, actions: this.actions(spec.first) } };
  }

  private transitions(specs: readonly TransitionSpec[], source: Draft): unknown[] {
    return specs.map((spec) => this.transition(spec, source));
  }

  private transition(spec: TransitionSpec, source: Draft): unknown {
    const found = this.targetsOf(spec, source);
    const targets = found.map((target) => written(target, source, spec.style));
    const reenter = this.reenterOf(spec, found, source);
    const simple = spec.guard === undefined && reenter === undefined && spec.actions.length === 0;
    if (simple && targets.length === 1) return targets[0];
    return {
      ...(targets.length === 0 ? {} : { target: targets.length === 1 ? targets[0] : targets }),
      ...(reenter === undefined ? {} : { reenter }),
      ...(spec.guard === undefined ? {} : { guard: guardOf(spec.guard, this.tape, this.drafts) }),
      ...nonEmpty("actions", this.actions(spec.actions)),
    };
  }

  /** From below, XState enters the root again without leaving it unless told so; sometimes it is not told. */
  private reenterOf({ reenter, style }: TransitionSpec, targets: readonly Draft[], source: Draft): boolean | undefined {
    return style < MAD_STYLE && source.parent !== undefined && targets.some(({ parent }) => parent === undefined) ? true : reenter;
  }

  private targetsOf({ targets: [first, second], style }: TransitionSpec, source: Draft): Draft[] {
    if (first === undefined) return [];
    const [root, ...others] = this.drafts;
    // Histories twice, because they mean something only when their parents have been left before.
    const states = [...others, ...others.filter(({ kind }) => kind === "history")];
    // From inside, XState enters what a history stands for without leaving it, or leaves it without entering; sometimes it has to.
    const isSane = ({ kind, parent }: Draft) => kind !== "history" || parent === undefined || !isInside(source, parent);
    const target = first === ROOT_TARGET && root !== undefined ? root : pick(style < MAD_STYLE ? states.filter(isSane) : states, first);
    const beside = second === undefined ? [] : this.drafts.filter((other) => inDifferentRegions(target, other));
    return beside.length === 0 ? [target] : [target, pick(beside, second ?? 0)];
  }

  private actions(specs: readonly ActionSpec[]): unknown[] {
    return specs.flatMap((spec) => actionsOf(spec, this.tape));
  }
}

/** Nothing for an empty list or object; one entry is written without its list, as authors do. */
function nonEmpty(key: string, value: object): Config {
  if (Object.keys(value).length === 0) return {};
  return { [key]: Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value };
}

function outputOf({ output }: NodeSpec): Config {
  if (output === undefined) return {};
  if ("value" in output) return { output: output.boxed ? { n: output.value } : output.value };
  return { output: labelled(textOf(output.dynamic), (scope: Scope) => evaluate(output.dynamic, scope)) };
}

/** A target as authors write it: relatively where that is possible, by id, or by an ancestor's id and a path. */
function written(target: Draft, source: Draft, style: number): string {
  const way = style % 3;
  if (way === 0 && isInside(target, source)) return `.${relative(target, source)}`;
  if (way === 0 && source.parent !== undefined && isInside(target, source.parent)) return relative(target, source.parent);
  if (way === 1 && target.parent !== undefined) return `#${idOf(target.parent)}.${target.key}`;
  return `#${idOf(target)}`;
}

/** The keys from an outer state down to an inner one. */
function relative(inner: Draft, outer: Draft): string {
  return pathOf(inner).slice(pathOf(outer).length).join(".");
}
