/** Params that the words of a vocabulary do not take. */

import { mistakesIn, pathText, shown } from "../../scenario/index.ts";
import { hasParams } from "../calls-of.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { StateView, WordCall, WordUse, WrongParams } from "./inspection.ts";
import { actionsIn, BAGS } from "./words.ts";

type Kind = WordUse["kind"];
type Mistake = Pick<WrongParams, "path" | "expected" | "found" | "suggestion">;

function mistakesOf(kind: Kind, { name, params, computed }: WordCall, vocabulary: Vocabulary): Mistake[] {
  const words = vocabulary[BAGS[kind]];
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word === undefined) return [];
  if (word.params === undefined) {
    return !hasParams(params) && computed === undefined
      ? []
      : [{ path: "", expected: "no params", found: computed === true ? "a function" : shown(params) }];
  }
  if (computed === true) return [{ path: "", expected: "params as plain values", found: "a function" }];
  return mistakesIn(word.params, params ?? {}).map(({ path, expected, found, suggestion }) => ({
    path: pathText(path),
    expected,
    found,
    ...(suggestion === undefined ? {} : { suggestion }),
  }));
}

/** All wrong params, in the order of the states. */
export function wrongParams(states: readonly StateView[], vocabulary: Vocabulary): WrongParams[] {
  return states.flatMap((state) => {
    const of = (kind: Kind, calls: readonly WordCall[]): WrongParams[] =>
      calls.flatMap((call) =>
        mistakesOf(kind, call, vocabulary).map((mistake) => ({ kind, name: call.name, state: state.path, ...mistake })),
      );
    const actions = actionsIn(state).flatMap(({ words }) => words);
    const guards = state.transitions.flatMap(({ guard }) => guard?.words ?? []);
    return [...of("action", actions), ...of("guard", guards)];
  });
}
