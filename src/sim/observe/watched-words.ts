/** Words of a journey that do what they did and let a recorder look before and after. */

import type { JourneyImplementation, WordFunction } from "../../journey/index.ts";
import type { StepRecorder } from "./step-recorder.ts";

type Each<R> = Readonly<Record<string, WordFunction<never, R>>>;

function mapWords<W, R>(
  words: Readonly<Record<string, WordFunction<W, R>>>,
  make: (name: string, word: WordFunction<W, R>) => WordFunction<W, R>,
): Readonly<Record<string, WordFunction<W, R>>> {
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, make(name, word)])) satisfies Each<R>;
}

/**
 * Actions and delays that tell a recorder. Guards are left alone: they are pure, and how often they are asked is the executor's affair.
 *
 * @param recorder - the one of the world that lives
 */
export function watchedWords<W>(words: JourneyImplementation<W>, recorder: () => StepRecorder | undefined): JourneyImplementation<W> {
  return {
    guards: words.guards,
    actions: mapWords(words.actions, (name, word) => (world, id, params) => {
      const told = recorder();
      if (told === undefined || !told.isWatching(id)) return word(world, id, params);
      told.beginAction();
      word(world, id, params);
      told.endAction(id, name);
    }),
    delays: mapWords(words.delays, (name, word) => (world, id, params) => {
      const seconds = word(world, id, params);
      recorder()?.delay(id, name, seconds);
      return seconds;
    }),
  };
}
