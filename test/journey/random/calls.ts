/** Actions and guards of a random machine as XState takes them, and what the machine itself declares in `setup()`. */

import { and, assign, cancel, emit, log, not, or, raise, stateIn } from "xstate";
import type { Context, Scope } from "./functions.ts";
import { callOf, decide, delayOf, evaluate, eventOf, labelled, questionOf, seen, textOf } from "./functions.ts";
import type { ActionSpec, GuardSpec, NumberSpec, SetSpec } from "./spec.ts";
import { DELAY_WORDS, MODES, pick } from "./spec.ts";
import type { Tape } from "./tape.ts";
import type { Draft } from "./tree.ts";
import { idOf, pathOf } from "./tree.ts";

type Given = { readonly n: number } | undefined;
/** XState's creators are typed for machines that are written, not for machines that are data. */
type Loose = (...given: readonly unknown[]) => unknown;
const XSTATE = { and, assign, cancel, emit, log, not, or, raise, stateIn } as unknown as Readonly<Record<string, Loose>>;

/** Calls one of XState's creators, and keeps a text of what it made for failures to show. */
function make(creator: string, ...given: readonly unknown[]): unknown {
  const made = XSTATE[creator]?.(...given);
  return Object.assign(made as object, { shown: [creator, ...given] });
}

/** Words that the implementation gives; the others are the machine's own. */
export const GIVEN = { actions: ["a0", "a1", "a2", "a3"], guards: ["g0", "g1", "g2", "g3"], delays: ["d0", "d1", "d2"] } as const;
const OWN_ACTIONS = ["o0", "o1", "bump", "shout", "nudge", "o0", "o1", "bump", "wake"] as const;
const OWN_GUARDS = ["p0", "p1", "both", "neither", "alias"] as const;

/** Actions, guards and delays that a machine declares itself: plain functions, and XState's own kinds under a name. */
export function ownWords(tape: Tape): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const action = (name: string) => (scope: Scope, given: Given) => tape.note("own action", name, given, ...seen(scope));
  const guard = (name: string, test: (scope: Scope, given: Given) => boolean) => (scope: Scope, given: Given) => {
    const answer = test(scope, given);
    tape.note("own guard", name, given, ...seen(scope), answer);
    return answer;
  };
  return {
    actions: {
      o0: action("o0"),
      o1: action("o1"),
      bump: make("assign", { count: ({ context }: Scope, given: Given) => context.count + (given?.n ?? 1) }),
      shout: make("emit", ({ context }: Scope, given: Given) => ({ type: "shout", n: context.count + (given?.n ?? 0) })),
      wake: make("raise", { type: "E1", n: 1 }, { id: "r0", delay: (_: Scope, given: Given) => 500 * (1 + (given?.n ?? 0)) }),
      nudge: make("raise", (_: Scope, given: Given) => ({ type: "2", n: given?.n ?? 0 })),
    },
    guards: {
      p0: guard("p0", ({ context }, given) => context.count % 2 === (given?.n ?? 0) % 2),
      p1: guard("p1", ({ context }) => context.flag),
      both: make("and", ["g0", "p1"]),
      alias: { type: "g2", params: { n: 1 } },
      neither: make("not", make("or", [{ type: "g1", params: { n: 1 } }, "p0"])),
    },
    delays: {
      e0: 700,
      e1: ({ context }: Scope) => 250 * (1 + (Math.abs(context.count) % 4)),
    },
  };
}

/** One action as the entries of a list of actions. */
export function actionsOf(spec: ActionSpec, tape: Tape): unknown[] {
  switch (spec.do) {
    case "word":
      return [callOf(pick(GIVEN.actions, spec.word), spec.params)];
    case "own": {
      const name = pick(OWN_ACTIONS, spec.word);
      const called = callOf(name, spec.params);
      return name === "wake" ? [make("cancel", "r0"), called] : [called];
    }
    case "inline":
      return [labelled("note", (scope: Scope) => tape.note("inline action", ...seen(scope)))];
    case "assign":
      return [assignmentOf(spec.form, spec.sets, tape)];
    case "raise": {
      const id = spec.id === undefined ? {} : { id: `r${spec.id}` };
      const options = spec.delay === undefined ? id : { ...id, delay: delayOf(spec.delay, DELAY_WORDS) };
      const raised = Object.keys(options).length === 0 ? make("raise", eventOf(spec.event)) : make("raise", eventOf(spec.event), options);
      return spec.replaces && spec.id !== undefined && spec.delay !== undefined ? [make("cancel", `r${spec.id}`), raised] : [raised];
    }
    case "cancel":
      return [make("cancel", idOfTimer(spec.id))];
    case "log":
      return [make("log", valueOf(spec.value), ...(spec.labelled ? ["said"] : []))];
    case "emit":
      return [make("emit", eventOf(spec.event))];
  }
}

function idOfTimer(id: number | NumberSpec): unknown {
  if (typeof id === "number") return `r${id}`;
  return labelled(`r((${textOf(id)}) % 3)`, (scope: Scope) => `r${Math.abs(evaluate(id, scope)) % 3}`);
}

function valueOf(value: number | NumberSpec): unknown {
  return typeof value === "number" ? value : labelled(textOf(value), (scope: Scope) => evaluate(value, scope));
}

function assignmentOf(form: "object" | "function", sets: readonly SetSpec[], tape: Tape): unknown {
  const fields = Object.fromEntries(sets.map((set) => [set.field, fieldOf(set)]));
  if (form === "object") return make("assign", fields);
  const update = (scope: Scope) => {
    tape.note("assign", ...seen(scope));
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === "function" ? value(scope) : value]));
  };
  return make("assign", labelled(sets.map((set) => `${set.field} := ${valueText(set)}`).join(", "), update));
}

function fieldOf(set: SetSpec): unknown {
  if (set.field === "count") return set.fixed ? set.to.plus : labelled(valueText(set), (scope: Scope) => evaluate(set.to, scope));
  return labelled(valueText(set), ({ context, event }: Scope) => {
    if (set.field === "flag") return set.to === "toggle" ? !context.flag : decide(set.to, { context, event });
    return set.to === "next" ? nextMode(context) : pick(MODES, set.to);
  });
}

function nextMode({ mode }: Context): string {
  return pick(MODES, MODES.findIndex((one) => one === mode) + 1);
}

function valueText({ field, to }: SetSpec): string {
  if (field === "count") return textOf(to);
  if (field === "flag") return to === "toggle" ? "not flag" : questionOf(to);
  return to === "next" ? "next mode" : pick(MODES, to);
}

/** One guard. */
export function guardOf(spec: GuardSpec, tape: Tape, drafts: readonly Draft[]): unknown {
  switch (spec.ask) {
    case "word":
      return callOf(pick(GIVEN.guards, spec.word), spec.params);
    case "own":
      return callOf(pick(OWN_GUARDS, spec.word), spec.params);
    case "inline":
      return labelled(questionOf(spec.test), (scope: Scope) => {
        const answer = decide(spec.test, scope);
        tape.note("inline guard", ...seen(scope), answer);
        return answer;
      });
    case "stateIn":
      return make("stateIn", stateOf(drafts, spec.node, spec.form));
    case "not":
      return make("not", guardOf(spec.guard, tape, drafts));
    case "and":
    case "or":
      return make(
        spec.ask,
        spec.guards.map((inner) => guardOf(inner, tape, drafts)),
      );
  }
}

/** The three ways to name a state: its id, a dotted path, or a value such as `{ s1: "s2" }`. */
function stateOf(drafts: readonly Draft[], node: number, form: "id" | "value" | "path"): unknown {
  const states = drafts.filter(({ kind, parent }) => kind !== "history" && parent !== undefined);
  const draft = pick(states, node);
  if (form === "id") return `#${idOf(draft)}`;
  const path = pathOf(draft);
  if (form === "path") return path.join(".");
  return path.slice(0, -1).reduceRight<unknown>((value, key) => ({ [key]: value }), path.at(-1));
}
