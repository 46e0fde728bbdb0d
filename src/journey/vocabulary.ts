/** What a vocabulary is: the names of guards, actions and delays that a journey may call, and what each touches. */

/** One word of a vocabulary, documented for authors of journeys. */
export interface Word {
  /** What it reads, what it changes, units. */
  readonly about: string;
  /** True when it reads or writes state that other actors share (agents, stock, awareness of others). */
  readonly shared: boolean;
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

type Stubs<V extends Vocabulary> = {
  actions: { [K in keyof V["actions"]]: () => void };
  guards: { [K in keyof V["guards"]]: () => boolean };
  delays: { [K in keyof V["delays"]]: number };
};

/** Placeholders by which `setup(...)` learns the names; the executors provide the real functions. */
export function stubs<V extends Vocabulary>(vocabulary: V): Stubs<V> {
  const each = (words: Readonly<Record<string, Word>>, stub: unknown) => Object.fromEntries(Object.keys(words).map((name) => [name, stub]));
  return {
    actions: each(vocabulary.actions, () => {}),
    guards: each(vocabulary.guards, () => false),
    delays: each(vocabulary.delays, 0),
  } as Stubs<V>;
}
