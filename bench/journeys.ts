/** Steps per second of the customer's journey: compiled tables against live actors and XState's pure `transition()`. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
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
/** Customers on either side: as many as a small scenario has. */
const ROWS = 10_000;

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

/** A way to run whole rounds, and how fast it was at best (the machine is shared). */
interface Contestant {
  readonly rounds: (count: number) => void;
  /** Rounds between two looks at the clock. */
  readonly perCall: number;
  best: number;
}

/** Lets contestants take turns of `seconds`, so that a busy neighbour meets them all; notes the best steps per second of each. */
function race(contestants: readonly Contestant[], seconds: number, turns: number): void {
  for (const { rounds, perCall } of contestants) rounds(perCall);
  for (let turn = 0; turn < turns; turn++) {
    for (const contestant of contestants) {
      let steps = 0;
      const begun = performance.now();
      let elapsed = 0;
      while (elapsed < seconds * 1000) {
        contestant.rounds(contestant.perCall);
        steps += contestant.perCall * ROUND.length;
        elapsed = performance.now() - begun;
      }
      contestant.best = Math.max(contestant.best, steps / (elapsed / 1000));
    }
  }
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
  return (customerMachine as AnyStateMachine).provide({
    actions: each(actions, (word) => () => word(world, 0, undefined)),
    guards: each(guards, (word) => () => word(world, 0, undefined)),
    delays: each(delays, (word) => () => word(world, 0, undefined) * 1000),
  });
}

function actorRounds(): (count: number) => void {
  const clock = { setTimeout: () => 1, clearTimeout: () => {} };
  const machine = providedMachine({ calls: new Float64Array(1) });
  const actors = Array.from({ length: ROWS }, () => createActor(machine, { clock }).start());
  const events = xstateEvents();
  for (const actor of actors) actor.send({ type: "ALREADY_CUSTOMER" });
  return (count) => {
    for (let round = 0; round < count; round++) {
      const actor = actors[round % ROWS] as (typeof actors)[number];
      for (const event of events) actor.send(event);
    }
  };
}

function pureRounds(): (count: number) => void {
  const machine = providedMachine({ calls: new Float64Array(1) });
  const events = xstateEvents();
  const [initial] = initialTransition(machine);
  const [content] = transition(machine, initial, { type: "ALREADY_CUSTOMER" });
  const snapshots = Array.from({ length: ROWS }, () => content);
  return (count) => {
    for (let round = 0; round < count; round++) {
      let snapshot = snapshots[round % ROWS] as typeof content;
      for (const event of events) [snapshot] = transition(machine, snapshot, event);
      snapshots[round % ROWS] = snapshot;
    }
  };
}

/** Heap bytes of one started actor that waits, from the growth of the heap over many. */
function bytesPerIdleActor(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const clock = { setTimeout: () => 1, clearTimeout: () => {} };
  const machine = providedMachine({ calls: new Float64Array(1) });
  const actors = [createActor(machine, { clock }).start()];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let id = 0; id < ROWS; id++) {
    const actor = createActor(machine, { clock }).start();
    actor.send({ type: "ALREADY_CUSTOMER" });
    actors.push(actor);
  }
  collect();
  const bytes = (process.memoryUsage().heapUsed - before) / ROWS;
  if (actors.length !== ROWS + 1) throw new Error("the actors are gone");
  return bytes;
}

/** Bytes of a row: its word, and per timer slot the due time, the event's handle and the serial number, as the engine keeps them. */
function bytesPerRow(): number {
  const { timerSlots } = compileJourney(customerMachine);
  return Uint32Array.BYTES_PER_ELEMENT + timerSlots * (Float64Array.BYTES_PER_ELEMENT + 2 * Uint32Array.BYTES_PER_ELEMENT);
}

/** Ratios of steps (macrosteps: one event or timer each) per second and of bytes, and the figures that they are made of. */
export async function journeysSuite(): Promise<{ ratios: Record<string, number>; samples: Record<string, number> }> {
  const actorBytes = bytesPerIdleActor();
  const compiled = { rounds: tableRounds(), perCall: 2 * ROWS, best: 0 };
  const actor = { rounds: actorRounds(), perCall: 500, best: 0 };
  const pure = { rounds: pureRounds(), perCall: 200, best: 0 };
  race([compiled, actor, pure], 0.4, 8);
  return {
    ratios: {
      "compiled/actor": compiled.best / actor.best,
      "compiled/pure": compiled.best / pure.best,
      "actor bytes/compiled bytes": actorBytes / bytesPerRow(),
    },
    samples: {
      "compiled steps/s": compiled.best,
      "actor steps/s": actor.best,
      "pure steps/s": pure.best,
      "bytes per idle actor": actorBytes,
      "bytes per compiled customer": bytesPerRow(),
      customers: ROWS,
    },
  };
}
