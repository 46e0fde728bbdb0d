/** Actions and guards as people read them, whatever XState stores them as. */

import type { AnyStateMachine } from "xstate";
import type { CallView, WordCall } from "./inspection.ts";

type Built = Readonly<Record<string, unknown>>;

const LONGEST_VALUE = 40;

/** Plain data of a value, as JSON keeps it; undefined for functions and the like. */
export function plain(value: unknown): unknown {
  if (value === undefined || typeof value === "function") return undefined;
  try {
    const text = JSON.stringify(value);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function valueText(value: unknown): string {
  if (typeof value === "function") return "…";
  const text = typeof value === "string" ? value : (JSON.stringify(plain(value)) ?? "…");
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}

function paramsText(params: unknown): string {
  if (params === undefined) return "";
  if (typeof params !== "object" || params === null) return "(…)";
  const entries = Object.entries(params).map(([name, value]) => `${name}: ${valueText(value)}`);
  return entries.length === 0 ? "" : `(${entries.join(", ")})`;
}

const NOTHING = { words: [], delays: [], raises: [] };

function named(value: unknown): CallView {
  if (typeof value === "string") return { ...NOTHING, text: value, words: [{ name: value }] };
  // The compiler says that it is no word.
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") {
    return { ...NOTHING, text: valueText(value) };
  }
  const name = value.type;
  const params = "params" in value ? value.params : undefined;
  const shown = plain(params);
  const call: WordCall = {
    name,
    ...(shown === undefined ? {} : { params: shown }),
    ...(typeof params === "function" ? { computed: true } : {}),
  };
  return { ...NOTHING, text: `${name}${paramsText(params)}`, words: [call] };
}

function eventName(event: unknown): string | undefined {
  if (typeof event === "string") return event;
  return typeof event === "object" && event !== null && "type" in event ? String(event.type) : undefined;
}

/** `raise`, `assign` and the other actions that XState brings. */
function builtIn(action: Built): CallView {
  const name = String(action["type"]).replace(/^xstate\./u, "");
  const event = eventName(action["event"]);
  const { delay, assignment } = action;
  const fields = typeof assignment === "object" && assignment !== null ? Object.keys(assignment).join(", ") : undefined;
  const wait = delay === undefined ? "" : ` after ${typeof delay === "number" ? `${delay} ms` : valueText(delay)}`;
  const inside = event === undefined ? (fields ?? "…") : `${event}${wait}`;
  return {
    text: `${name}(${inside})`,
    words: [],
    delays: typeof delay === "string" ? [delay] : [],
    raises: name === "raise" && event !== undefined ? [event] : [],
  };
}

function inline(value: { readonly name: string }): CallView {
  return {
    ...NOTHING,
    text: value.name === "" || value.name === "actions" || value.name === "guard" ? "(inline)" : `${value.name} (inline)`,
  };
}

/** What a machine brings under the name of a word; a call of it calls what is inside, too. */
function broughtAs(bag: Built, { words }: CallView): unknown {
  const [word] = words;
  return word !== undefined && Object.hasOwn(bag, word.name) ? bag[word.name] : undefined;
}

/** Reads an action: a word, an action of XState's, or the author's function. */
export function actionView(machine: AnyStateMachine, action: unknown): CallView {
  if (typeof action === "function") return "resolve" in action ? builtIn(action as unknown as Built) : inline(action);
  const view = named(action);
  const brought = broughtAs(machine.implementations.actions, view);
  if (typeof brought !== "function" || !("resolve" in brought)) return view;
  const { delays, raises } = builtIn(brought as unknown as Built);
  return { ...view, delays, raises };
}

/** Reads a guard: a word, words joined by `and`, `or`, `not`, a question for a state, or the author's function. */
export function guardView(machine: AnyStateMachine, guard: unknown, through: readonly unknown[] = []): CallView {
  if (typeof guard !== "function") {
    const view = named(guard);
    const brought = broughtAs(machine.implementations.guards, view);
    if (brought === undefined || through.includes(brought)) return view;
    return { ...view, words: [...view.words, ...guardView(machine, brought, [...through, brought]).words] };
  }
  if (!("check" in guard)) return inline(guard);
  if ("stateValue" in guard) return { ...NOTHING, text: `stateIn(${valueText(guard.stateValue)})` };
  const inside: readonly unknown[] = "guards" in guard && Array.isArray(guard.guards) ? guard.guards : [];
  const parts = inside.map((one) => guardView(machine, one, through));
  return { ...NOTHING, text: `${guard.name}(${parts.map(({ text }) => text).join(", ")})`, words: parts.flatMap(({ words }) => words) };
}
