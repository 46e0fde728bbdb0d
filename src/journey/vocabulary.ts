/** What a vocabulary is: the names of guards, actions and delays that a journey may call, and what each touches. */

import type { z } from "zod";

/** A part of a scenario that a word may need. */
export type ScenarioPart = "needs" | "offer" | "experience" | "service";

/** One word of a vocabulary, documented for authors of journeys. */
export interface Word {
  /** What it reads, what it changes, units. */
  readonly about: string;
  /** True when it reads or writes state that other actors share (agents, stock, awareness of others). */
  readonly shared: boolean;
  /** Parts that a scenario must have for the word to mean anything. */
  readonly needs?: readonly ScenarioPart[];
  /** The static params that it takes; left out: none. Checked when a journey is loaded. */
  readonly params?: z.ZodType;
  /** Params that name a channel or a segment of the scenario. */
  readonly names?: Readonly<Record<string, "channels" | "segments">>;
}

/** Names of the guards, actions and delays of one kind of actor. */
export interface Vocabulary {
  readonly actions: Readonly<Record<string, Word>>;
  readonly guards: Readonly<Record<string, Word>>;
  readonly delays: Readonly<Record<string, Word>>;
}

/** The static `params` that a machine writes beside a word: `{ type: "word", params: { … } }`. */
export type WordParameters = Readonly<Record<string, unknown>> | undefined;

/** One word as a plain function of the world and the actor's row. */
export type WordFunction<W, R> = (world: W, id: number, params: WordParameters) => R;

/**
 * How an engine implements a vocabulary over a world `W`: plain functions of the actor's row. Guards and delays are pure;
 * delays return seconds (the executors convert to XState's milliseconds at one place).
 */
export interface Implementation<W, V extends Vocabulary> {
  readonly actions: { readonly [K in keyof V["actions"]]: WordFunction<W, void> };
  readonly guards: { readonly [K in keyof V["guards"]]: WordFunction<W, boolean> };
  readonly delays: { readonly [K in keyof V["delays"]]: WordFunction<W, number> };
}

/** An implementation seen by the executors, which know words by name only. */
export interface JourneyImplementation<W> {
  readonly actions: Readonly<Record<string, WordFunction<W, void>>>;
  readonly guards: Readonly<Record<string, WordFunction<W, boolean>>>;
  readonly delays: Readonly<Record<string, WordFunction<W, number>>>;
}

/** The mark of a placeholder: a symbol of the whole process, because a journey's file may bring its own copy of this module. */
const STUB = Symbol.for("journeybench.stub");

function marked<F extends () => unknown>(stub: F): F {
  return Object.defineProperty(stub, STUB, { value: true });
}

/** Stands for an action, a guard or a delay that the engine provides; never an implementation. */
const stubAction = marked((): void => {});
const stubGuard = marked((): boolean => false);
const stubDelay = marked((): number => 0);

/** Stands for a delay that says itself how long it is, for tools of XState's own; milliseconds. */
export function stubDelayOf(milliseconds: number): () => number {
  return marked(() => milliseconds);
}

/** Whether what a machine's setup() holds under a name is a placeholder of {@link stubs}. */
export function isStub(implementation: unknown): boolean {
  return typeof implementation === "function" && STUB in implementation;
}

/** The params of a word as authors write them. */
export type ParamsOf<T> = T extends { readonly params: infer P extends z.ZodType } ? z.input<P> : undefined;

type Stubs<V extends Vocabulary> = {
  actions: { [K in keyof V["actions"]]: (args: unknown, params: ParamsOf<V["actions"][K]>) => void };
  guards: { [K in keyof V["guards"]]: (args: unknown, params: ParamsOf<V["guards"][K]>) => boolean };
  delays: { [K in keyof V["delays"]]: () => number };
};

/** Placeholders by which `setup(...)` learns the names; the executors provide the real functions. */
export function stubs<V extends Vocabulary>(vocabulary: V): Stubs<V> {
  const each = (words: Readonly<Record<string, Word>>, stub: unknown) => Object.fromEntries(Object.keys(words).map((name) => [name, stub]));
  return {
    actions: each(vocabulary.actions, stubAction),
    guards: each(vocabulary.guards, stubGuard),
    delays: each(vocabulary.delays, stubDelay),
  } as Stubs<V>;
}
