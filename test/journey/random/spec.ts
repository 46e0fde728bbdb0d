/**
 * A random machine as plain data: what the generator draws, what fast-check shrinks, what `build.ts` makes a machine of.
 * Numbers that stand for a choice (a parent, a target, an event) are taken modulo the number of choices there are.
 */

/** A number made of what a function of a machine sees. */
export interface NumberSpec {
  /** The context's count, the event's payload or output, or nothing. */
  readonly of: "nothing" | "count" | "payload";
  readonly plus: number;
}

/** A question about context and event. */
export type TestSpec =
  | { readonly test: "flag" }
  | { readonly test: "less"; readonly left: NumberSpec; readonly than: number }
  | { readonly test: "odd"; readonly number: NumberSpec }
  | { readonly test: "mode"; readonly mode: number }
  | { readonly test: "event"; readonly event: number };

/** Params of a word: none, an object, or a function of context and event. */
export type ParamSpec = undefined | { readonly n: number } | { readonly dynamic: NumberSpec };

/** An event that a machine raises or emits. */
export interface EventSpec {
  readonly type: number;
  readonly payload: NumberSpec | undefined;
  readonly dynamic: boolean;
}

/** How long a raised event waits: milliseconds, a word, or a function of context and event. */
export type DelaySpec = { readonly ms: number } | { readonly word: number } | { readonly dynamic: NumberSpec };

/** One field that an `assign` sets. */
export type SetSpec =
  | { readonly field: "count"; readonly to: NumberSpec; readonly fixed: boolean }
  | { readonly field: "flag"; readonly to: TestSpec | "toggle" }
  | { readonly field: "mode"; readonly to: number | "next" };

export type ActionSpec =
  | { readonly do: "word"; readonly word: number; readonly params: ParamSpec }
  | { readonly do: "own"; readonly word: number; readonly params: ParamSpec }
  | { readonly do: "inline" }
  | { readonly do: "assign"; readonly form: "object" | "function"; readonly sets: readonly SetSpec[] }
  | {
      readonly do: "raise";
      readonly event: EventSpec;
      readonly delay: DelaySpec | undefined;
      readonly id: number | undefined;
      /** Preceded by a `cancel` of its id, as one writes it when the state may be entered again. */
      readonly replaces: boolean;
    }
  | { readonly do: "cancel"; readonly id: number | NumberSpec }
  | { readonly do: "log"; readonly value: number | NumberSpec; readonly labelled: boolean }
  | { readonly do: "emit"; readonly event: EventSpec };

export type GuardSpec =
  | { readonly ask: "word"; readonly word: number; readonly params: ParamSpec }
  | { readonly ask: "own"; readonly word: number; readonly params: ParamSpec }
  | { readonly ask: "inline"; readonly test: TestSpec }
  | { readonly ask: "stateIn"; readonly node: number; readonly form: "id" | "value" | "path" }
  | { readonly ask: "not"; readonly guard: GuardSpec }
  | { readonly ask: "and" | "or"; readonly guards: readonly GuardSpec[] };

export interface TransitionSpec {
  /** The second one counts only where it lies in another region than the first. */
  readonly targets: readonly number[];
  /** How the target is written: by id, relatively, or by an ancestor's id and a path. */
  readonly style: number;
  readonly guard: GuardSpec | undefined;
  readonly reenter: boolean | undefined;
  readonly actions: readonly ActionSpec[];
}

export type Kind = "state" | "parallel" | "final" | "history";

export interface NodeSpec {
  readonly kind: Kind;
  readonly parent: number;
  /** Whether it says its own id. */
  readonly named: boolean;
  /** Whether its key is a number: JavaScript puts those before its other siblings. */
  readonly numbered: boolean;
  readonly initial: number;
  readonly first: readonly ActionSpec[];
  readonly entry: readonly ActionSpec[];
  readonly exit: readonly ActionSpec[];
  readonly on: readonly { readonly event: number; readonly transition: TransitionSpec }[];
  /** An event that is forbidden here, and how that is written. */
  readonly forbid: { readonly event: number; readonly form: "undefined" | "empty" | "list" | "nothing" } | undefined;
  readonly always: readonly TransitionSpec[];
  readonly after: readonly { readonly delay: number; readonly transition: TransitionSpec }[];
  readonly done: readonly TransitionSpec[];
  readonly tagged: boolean;
  /** Of a final state. */
  readonly output: undefined | { readonly value: number; readonly boxed: boolean } | { readonly dynamic: NumberSpec };
  /** Of a history state. */
  readonly deep: boolean;
  readonly fallback: number | undefined;
}

export interface MachineSpec {
  /** The root first. */
  readonly nodes: readonly NodeSpec[];
  readonly context: "plain" | "of input" | "none";
}

/** What happens to the rows: one starts, is forgotten (and may start again), gets an event, or time passes. */
export type Step =
  | { readonly start: number }
  | { readonly forget: number }
  | { readonly row: number; readonly event: number; readonly n: number }
  | { readonly wait: number };

/** Event types that scripts send and machines raise; no machine names the last one. JavaScript puts the key "2" before all others. */
export const EVENTS = ["E0", "E1", "2", "foo.a", "foo.b.c", "foo", "Z"] as const;
/** What machines write as keys of `on`. */
export const DESCRIPTORS = ["E0", "E1", "2", "foo.a", "foo.b.c", "foo", "*", "foo.*", "foo.b.*"] as const;
/** Keys of `after`: fixed milliseconds, words of the implementation, and the machine's own delays. */
export const AFTER_KEYS = ["d0", "1000", "d1", "500", "e0", "e1", "0", "d2", "1500", "Infinity"] as const;
/** Fixed delays of raised events, in milliseconds. */
export const MILLISECONDS = [500, 1000, 250, 1500, 2000, 1000, 0, Infinity] as const;
export const DELAY_WORDS = ["d0", "d1", "d2", "e0", "e1"] as const;
export const MODES = ["a", "b", "c"] as const;

/** The entry of a list that a number stands for. */
export function pick<T>(list: readonly T[], number: number): T {
  if (list.length === 0) throw new Error("nothing to pick from");
  return list[number % list.length] as T;
}
