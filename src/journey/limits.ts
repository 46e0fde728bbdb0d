/** How much of a journey has room where it is simulated: timers of a customer, and names that luck is addressed by. */

import type { AnyStateMachine } from "xstate";
import { callsOf } from "./calls-of.ts";
import { countersCounted } from "./check-journey.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import { genericVocabulary } from "./generic-vocabulary.ts";

/** Timers that a journey may have pending at a time: a power of two. */
export const MOST_TIMERS = 8;
/** Chances, delays or amounts of one journey that have draws of their own; so a customer has 16.7 million steps with draws of their own. */
export const NAMES_PER_STEP = 256;

/** Names of a journey that stand for rows where it is simulated. */
export interface JourneyNames {
  readonly chances: readonly string[];
  /** Distributions of money, as JSON. */
  readonly amounts: readonly string[];
  readonly counters: readonly string[];
  readonly delays: readonly string[];
}

/** The names of a journey, each list sorted, so that the order of states does not matter. Of calls with wrong params there are none. */
export function namesOf(machine: AnyStateMachine): JourneyNames {
  const calls = callsOf(machine);
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  const paramsOf = (name: string) => calls.flatMap((call) => (call.name === name && call.kind !== "delays" ? [call.params] : []));
  const { earn, spend } = genericVocabulary.actions;
  const amounts = [
    ...paramsOf("earn").map((params) => earn.params.safeParse(params)),
    ...paramsOf("spend").map((params) => spend.params.safeParse(params)),
  ];
  const chances = paramsOf("chance").map((params) => genericVocabulary.guards.chance.params.safeParse(params));
  return {
    chances: sorted(chances.flatMap(({ data }) => (data === undefined ? [] : [data.name]))),
    amounts: sorted(
      amounts.flatMap(({ data }) => (data === undefined || typeof data.amount === "number" ? [] : [JSON.stringify(data.amount)])),
    ),
    counters: countersCounted(machine),
    delays: sorted(calls.flatMap(({ kind, name }) => (kind === "delays" ? [name] : []))),
  };
}

/** Something that a journey has too many of. */
export interface BeyondLimit {
  /** What, in the plural. */
  readonly things: string;
  readonly number: number;
  readonly most: number;
}

/** Everything that a journey has too many of to be simulated. */
export function beyondLimits({ chances, delays, amounts }: JourneyNames, { timerSlots }: CompiledJourney): BeyondLimit[] {
  const all: BeyondLimit[] = [
    { things: "different chances", number: chances.length, most: NAMES_PER_STEP },
    { things: "different delays", number: delays.length, most: NAMES_PER_STEP },
    { things: "different distributions of money", number: amounts.length, most: NAMES_PER_STEP },
    { things: "delays that wait at the same time", number: timerSlots, most: MOST_TIMERS },
  ];
  return all.filter(({ number, most }) => number > most);
}
