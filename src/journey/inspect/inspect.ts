/** Looks at a machine without running it. */

import type { AnyStateMachine } from "xstate";
import { compileJourney } from "../compile/compile.ts";
import { JourneyCompileError, type Refusal } from "../compile/refusal.ts";
import { beyondLimits, namesOf } from "../limits.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { contextFields } from "./context.ts";
import { deadEnds, guardedOnly } from "./dead-ends.ts";
import type { Inspection } from "./inspection.ts";
import { allNodes, pathOf } from "./nodes.ts";
import { wrongParams } from "./params.ts";
import { reachOf } from "./reach.ts";
import { stateViews } from "./states.ts";
import { clashes, eventUses, missingWords, wordUses } from "./words.ts";

/** What the compiler refuses, or there is no room for; whatever else the compiler fails on counts as refused too. */
function refusalsOf(machine: AnyStateMachine): readonly Refusal[] {
  try {
    return beyondLimits(namesOf(machine), compileJourney(machine)).map(({ things, number, most }) => ({
      state: "(root)",
      feature: `${number} ${things}`,
      hint: `at most ${most}`,
    }));
  } catch (error) {
    if (error instanceof JourneyCompileError) return error.refusals;
    const feature = error instanceof Error ? error.message : String(error);
    return [{ state: "(root)", feature, hint: "say it in a simpler way" }];
  }
}

/**
 * States, events, words and weak points of a machine, whether or not it can be compiled.
 *
 * @param vocabulary - the words that the engine implements for this kind of journey
 */
export function inspectJourney(machine: AnyStateMachine, vocabulary: Vocabulary): Inspection {
  const states = stateViews(machine);
  const nodes = allNodes(machine);
  const reach = reachOf(machine);
  const words = wordUses(machine, states, vocabulary);
  const missing = missingWords(machine, words, vocabulary);
  const params = wrongParams(states, vocabulary);
  const refusals = [...refusalsOf(machine), ...clashes(machine, words)];
  const { description } = machine.root;
  return {
    id: machine.id,
    ...(description === undefined ? {} : { description }),
    states,
    events: eventUses(states),
    words,
    context: contextFields(machine),
    unreachable: nodes.filter((node) => !reach.nodes.has(node)).map(pathOf),
    deadEnds: deadEnds(nodes, reach).map(pathOf),
    guardedOnly: guardedOnly(nodes, reach).map(pathOf),
    missing,
    wrongParams: params,
    refusals,
    runs: missing.length === 0 && params.length === 0 && refusals.length === 0,
  };
}
