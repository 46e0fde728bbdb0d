/** What an inspection of a journey tells: plain data, as `journeybench journey --json` prints it. */

import type { Refusal } from "../compile/refusal.ts";

/** One word that is called. */
export interface WordCall {
  readonly name: string;
  /** The static params, as JSON keeps them. */
  readonly params?: unknown;
  /** The params are a function of context and event. */
  readonly computed?: true;
}

/** A call of an action or guard, as text, and the words in it. */
export interface CallView {
  /** As people read it: `planVisit`, `earn(amount: 29)`, `and(isOpen, not(isBusy))`, `assign(visits)`. */
  readonly text: string;
  /** The words that somebody has to implement; a guard may be made of several, an inline function has none. */
  readonly words: readonly WordCall[];
  /** Delays that it waits for (`raise` with a delay). */
  readonly delays: readonly string[];
  /** Events that it raises. */
  readonly raises: readonly string[];
}

/** What makes a transition be looked at. */
export type TriggerKind = "event" | "after" | "always" | "done" | "actor";

export interface TransitionView {
  readonly kind: TriggerKind;
  /** The event's type, the delay as it is written (numbers are milliseconds), or nothing. */
  readonly trigger: string;
  readonly guard?: CallView;
  readonly actions: readonly CallView[];
  /** Paths of the targets; empty: it stays where it is. */
  readonly targets: readonly string[];
  readonly reenter: boolean;
  readonly description?: string;
}

export interface StateView {
  /** `service.contacting`, or `(root)`. */
  readonly path: string;
  readonly key: string;
  readonly id: string;
  /** Path of the state around it; left out for the root. */
  readonly parent?: string;
  readonly type: "atomic" | "compound" | "parallel" | "final" | "history";
  readonly history?: "shallow" | "deep";
  /** Path of its initial state. */
  readonly initial?: string;
  /** Actions of the initial transition. */
  readonly initialActions: readonly CallView[];
  readonly tags: readonly string[];
  readonly description?: string;
  readonly entry: readonly CallView[];
  readonly exit: readonly CallView[];
  /** Actors that it invokes. */
  readonly invokes: readonly string[];
  readonly transitions: readonly TransitionView[];
}

/** Who gives a word its meaning. */
export type Origin = "vocabulary" | "machine" | "written" | "nobody";

export interface WordUse {
  readonly kind: "action" | "guard" | "delay";
  readonly name: string;
  /** How often the machine mentions it. */
  readonly uses: number;
  /** The states that do, in their order. */
  readonly states: readonly string[];
  /** The vocabulary (before the machine), the machine itself, the delay's own text, or nobody. */
  readonly origin: Origin;
  /** What the vocabulary says about it. */
  readonly about?: string;
}

/** A word that nobody implements. */
export interface MissingWord {
  readonly kind: WordUse["kind"];
  readonly name: string;
  readonly states: readonly string[];
  /** The nearest word of its kind. */
  readonly suggestion?: string;
  /** The kind under which this very name is known. */
  readonly knownAs?: WordUse["kind"];
  /** What is wrong with a delay that says what it is, such as `exponential(men=3d)`. */
  readonly mistake?: string;
}

/** Params that a word of the vocabulary does not take. */
export interface WrongParams {
  readonly kind: WordUse["kind"];
  readonly name: string;
  readonly state: string;
  /** Where in the params: `amount`, or nothing for the params as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly suggestion?: string;
}

export interface EventUse {
  readonly name: string;
  /** The states that react to it. */
  readonly states: readonly string[];
  /** Whether the machine raises it itself. */
  readonly raised: boolean;
}

export interface ContextField {
  readonly name: string;
  /** `number`, `text`, `true or false`, `list`, `map`, `nothing`; `input` when only the actor's input tells. */
  readonly type: string;
  /** The value at the start, when the machine itself tells it. */
  readonly value?: unknown;
}

/** Everything about a machine that can be said without running it. */
export interface Inspection {
  readonly id: string;
  readonly description?: string;
  /** Parents before children, in the order of the machine; the root is the first. */
  readonly states: readonly StateView[];
  readonly events: readonly EventUse[];
  readonly words: readonly WordUse[];
  readonly context: readonly ContextField[];
  /** States that no path leads to, whatever the guards say. */
  readonly unreachable: readonly string[];
  /** Reachable states in which somebody stays for ever although the journey has not ended. */
  readonly deadEnds: readonly string[];
  /** States that are left through guards only: if none of them ever holds, somebody stays. */
  readonly guardedOnly: readonly string[];
  readonly missing: readonly MissingWord[];
  readonly wrongParams: readonly WrongParams[];
  /** What cannot be run: features that the compiler refuses, words of the vocabulary that the machine defines too. */
  readonly refusals: readonly Refusal[];
  /** Whether it can be simulated: nothing refused, no word missing or with wrong params. */
  readonly runs: boolean;
}
