/** Steps per second of the customer's journey: compiled tables against live actors and XState's pure `transition()`. */

import { createActor, initialTransition, transition } from "xstate";
import type { AnyStateMachine } from "xstate";
import type { JourneyHost, JourneyImplementation } from "../src/journey/index.ts";
import { compileJourney, createTableExecutor, customerMachine, customerVocabulary } from "../src/journey/index.ts";

/** One round of a customer with a problem order, from content to content; "after X" is the timer of state X. */
const ROUND = [
  "after loyalty.content",
  "after consideration.planningVisit",
  "after consideration.visiting",
  "after decision.basket",
  "after service.awaitingGoods",
  "after service.noticingProblem",
  "CONTACT_FAILED",
  "after service.reconsidering",
  "CONTACT_RESOLVED",
];
const TRUE_GUARDS = new Set(["wantsArticle", "articleAvailable", "hasProblem"]);
const ROWS = 1000;

interface World {
  readonly calls: Float64Array;
}

const host: JourneyHost = { scheduleTimer: () => {}, cancelTimer: () => {} };

/** Every action counts its row, guards take the round above, delays are constants. */
function trivialWords(): JourneyImplementation<World> {
  const each = <F>(names: object, word: (name: string) => F): Record<string, F> =>
    Object.fromEntries(Object.keys(names).map((name) => [name, word(name)]));
  return {
    actions: each(customerVocabulary.actions, () => (world: World, id: number) => void (world.calls[id] = (world.calls[id] as number) + 1)),
    guards: each(customerVocabulary.guards, (name) => (TRUE_GUARDS.has(name) ? () => true : () => false)),
    delays: each(customerVocabulary.delays, () => () => 60),
  };
}

/** Runs whole rounds for about `seconds`; returns steps per second, the best of `samples` (the machine is shared). */
function stepsPerSecond(rounds: (count: number) => void, perCall: number, seconds: number, samples: number): number {
  let best = 0;
  rounds(perCall);
  for (let sample = 0; sample < samples; sample++) {
    let steps = 0;
    const begun = performance.now();
    let elapsed = 0;
    while (elapsed < seconds * 1000) {
      rounds(perCall);
      steps += perCall * ROUND.length;
      elapsed = performance.now() - begun;
    }
    best = Math.max(best, steps / (elapsed / 1000));
  }
  return best;
}

function tableRounds(): (count: number) => void {
  const world: World = { calls: new Float64Array(ROWS) };
  const rows = { columns: { state: new Uint32Array(ROWS) } };
  const executor = createTableExecutor(compileJourney(customerMachine), trivialWords(), world, host, rows);
  const events = Int32Array.from(ROUND, (name) => executor.eventCodes[name] ?? -1);
  for (let id = 0; id < ROWS; id++) {
    executor.start(id);
    executor.send(id, executor.eventCodes["ALREADY_CUSTOMER"] ?? 0);
  }
  return (count) => {
    for (let round = 0; round < count; round++) {
      const id = round % ROWS;
      for (let at = 0; at < events.length; at++) {
        const event = events[at] as number;
        if (event < 0) executor.timer(id, 0);
        else executor.send(id, event);
      }
    }
    if (executor.stateOf(0) !== "loyalty.content") throw new Error(`a round ended in ${executor.stateOf(0)}`);
  };
}

/** The same events for XState, whose timers are events too. */
function xstateEvents(): { type: string }[] {
  return ROUND.map((name) => {
    if (!name.startsWith("after ")) return { type: name };
    const state = `customer.${name.slice(6)}`;
    const node = customerMachine.getStateNodeById(state);
    return { type: [...node.transitions.keys()].find((type) => type.startsWith("xstate.after.")) ?? "" };
  });
}

function providedMachine(world: World): AnyStateMachine {
  const { actions, guards, delays } = trivialWords();
  const each = <F, G>(words: Readonly<Record<string, F>>, wrap: (word: F) => G): Record<string, G> =>
    Object.fromEntries(Object.entries(words).map(([name, word]) => [name, wrap(word)]));
  const idOf = (args: { readonly context: { readonly id: number } }): number => args.context.id;
  return (customerMachine as AnyStateMachine).provide({
    actions: each(actions, (word) => (args: { context: { id: number } }) => word(world, idOf(args), undefined)),
    guards: each(guards, (word) => (args: { context: { id: number } }) => word(world, idOf(args), undefined)),
    delays: each(delays, (word) => (args: { context: { id: number } }) => word(world, idOf(args), undefined) * 1000),
  });
}

function actorRounds(): (count: number) => void {
  const clock = { setTimeout: () => 1, clearTimeout: () => {} };
  const machine = providedMachine({ calls: new Float64Array(1) });
  const actor = createActor(machine, { input: { id: 0 }, clock }).start();
  const events = xstateEvents();
  actor.send({ type: "ALREADY_CUSTOMER" });
  return (count) => {
    for (let round = 0; round < count; round++) for (const event of events) actor.send(event);
  };
}

function pureRounds(): (count: number) => void {
  const machine = providedMachine({ calls: new Float64Array(1) });
  const events = xstateEvents();
  let [snapshot] = initialTransition(machine, { id: 0 });
  [snapshot] = transition(machine, snapshot, { type: "ALREADY_CUSTOMER" });
  return (count) => {
    for (let round = 0; round < count; round++) for (const event of events) [snapshot] = transition(machine, snapshot, event);
  };
}

/** Ratios of steps (macrosteps: one event or timer each) per second, and the figures that they are made of. */
export async function journeysSuite(): Promise<{ ratios: Record<string, number>; samples: Record<string, number> }> {
  const compiled = stepsPerSecond(tableRounds(), 20_000, 0.3, 5);
  const actor = stepsPerSecond(actorRounds(), 200, 0.3, 5);
  const pure = stepsPerSecond(pureRounds(), 100, 0.3, 5);
  return {
    ratios: { "compiled/actor": compiled / actor, "compiled/pure": compiled / pure },
    samples: { "compiled steps/s": compiled, "actor steps/s": actor, "pure steps/s": pure },
  };
}
