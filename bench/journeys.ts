/** Steps per second of the customer's journey: compiled tables against live actors and XState's pure `transition()`. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createActor, initialTransition, transition } from "xstate";
import type { AnyStateMachine } from "xstate";
import type { JourneyHost, JourneyImplementation } from "../src/journey/index.ts";
import { compileJourney, createTableExecutor, customerMachine, customerVocabulary } from "../src/journey/index.ts";

/** An event or, with "after", the timer of a state; and the guards that pass then. */
interface Happening {
  readonly event: string;
  readonly passes: readonly string[];
}

const visit = (...passes: string[]): Happening[] => [
  { event: "after consideration.planningVisit", passes: [] },
  { event: "after consideration.visiting", passes },
];
const checkout = (...passes: string[]): Happening => ({ event: "after decision.basket", passes });
const need: Happening = { event: "after loyalty.content", passes: [] };
const goods = (...passes: string[]): Happening => ({ event: "after service.awaitingGoods", passes });

const justLooks = [need, ...visit("keepsLooking"), ...visit("keepsLooking"), ...visit()];
const buysLater = [
  need,
  ...visit("keepsLooking"),
  ...visit("wantsArticle", "articleAvailable"),
  checkout("abandonsBasket", "keepsLooking"),
  ...visit("wantsArticle", "articleAvailable"),
  checkout(),
  goods(),
];
const abandons = [
  need,
  ...visit("keepsLooking"),
  ...visit("keepsLooking"),
  ...visit("wantsArticle", "articleAvailable"),
  checkout("abandonsBasket"),
];
const findsNoStock = [need, ...visit("keepsLooking"), ...visit("keepsLooking"), ...visit("wantsArticle")];
const hasProblem = [
  need,
  ...visit("wantsArticle", "articleAvailable"),
  checkout(),
  goods("hasProblem"),
  { event: "after service.noticingProblem", passes: [] },
  { event: "CONTACT_FAILED", passes: [] },
  { event: "after service.reconsidering", passes: [] },
  { event: "CONTACT_RESOLVED", passes: [] },
];

/**
 * Eight needs of a customer, from content to content, with the shares that the retail scenario has: 2.9 visits a need, a basket in
 * most, an order in three of eight, a problem in one of eight orders' needs, two contacts a problem.
 */
const ROUND: readonly Happening[] = [justLooks, buysLater, justLooks, abandons, justLooks, hasProblem, findsNoStock, buysLater].flat();

/** Customers on either side: as many as a small scenario has. */
const ROWS = 10_000;

interface World {
  readonly calls: Float64Array;
  /** The guards that pass now, one bit each. */
  passing: number;
}

const GUARDS = Object.keys(customerVocabulary.guards);
const PASSING = Int32Array.from(ROUND, ({ passes }) => passes.reduce((bits, name) => bits | (1 << GUARDS.indexOf(name)), 0));

const host: JourneyHost = { scheduleTimer: () => {}, cancelTimer: () => {} };

/** Every action counts its row, guards answer as the round above says, delays are constants. */
function trivialWords(): JourneyImplementation<World> {
  const each = <F>(names: object, word: (name: string) => F): Record<string, F> =>
    Object.fromEntries(Object.keys(names).map((name) => [name, word(name)]));
  return {
    actions: each(customerVocabulary.actions, () => (world: World, id: number) => void (world.calls[id] = (world.calls[id] as number) + 1)),
    guards: each(customerVocabulary.guards, (name) => {
      const bit = 1 << GUARDS.indexOf(name);
      return (world: World) => (world.passing & bit) !== 0;
    }),
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
  const world: World = { calls: new Float64Array(ROWS), passing: 0 };
  const rows = { columns: { state: new Uint32Array(ROWS) } };
  const executor = createTableExecutor(compileJourney(customerMachine), trivialWords(), world, host, rows);
  const events = Int32Array.from(ROUND, ({ event }) => executor.eventCodes[event] ?? -1);
  for (let id = 0; id < ROWS; id++) {
    executor.start(id);
    executor.send(id, executor.eventCodes["ALREADY_CUSTOMER"] ?? 0);
  }
  return (count) => {
    for (let round = 0; round < count; round++) {
      const id = round % ROWS;
      for (let at = 0; at < events.length; at++) {
        const event = events[at] as number;
        world.passing = PASSING[at] as number;
        if (event < 0) executor.timer(id, 0);
        else executor.send(id, event);
      }
    }
    if (executor.stateOf(0) !== "loyalty.content") throw new Error(`a round ended in ${executor.stateOf(0)}`);
  };
}

/** The same events for XState, whose timers are events too. */
function xstateEvents(): { type: string }[] {
  return ROUND.map(({ event }) => {
    if (!event.startsWith("after ")) return { type: event };
    const state = `customer.${event.slice(6)}`;
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
  const world: World = { calls: new Float64Array(1), passing: 0 };
  const machine = providedMachine(world);
  const actors = Array.from({ length: ROWS }, () => createActor(machine, { clock }).start());
  const events = xstateEvents();
  for (const actor of actors) actor.send({ type: "ALREADY_CUSTOMER" });
  return (count) => {
    for (let round = 0; round < count; round++) {
      const actor = actors[round % ROWS] as (typeof actors)[number];
      for (let at = 0; at < events.length; at++) {
        world.passing = PASSING[at] as number;
        actor.send(events[at]);
      }
    }
  };
}

function pureRounds(): (count: number) => void {
  const world: World = { calls: new Float64Array(1), passing: 0 };
  const machine = providedMachine(world);
  const events = xstateEvents();
  const [initial] = initialTransition(machine);
  const [content] = transition(machine, initial, { type: "ALREADY_CUSTOMER" });
  const snapshots = Array.from({ length: ROWS }, () => content);
  return (count) => {
    for (let round = 0; round < count; round++) {
      let snapshot = snapshots[round % ROWS] as typeof content;
      for (let at = 0; at < events.length; at++) {
        world.passing = PASSING[at] as number;
        const [next, actions] = transition(machine, snapshot, events[at] as { type: string });
        // As the others do: XState's own actions only tell what an actor would do with its timers.
        for (const { type, exec, info, params } of actions) if (!type.startsWith("xstate.")) exec?.(info, params);
        snapshot = next;
      }
      if (!snapshot.matches({ loyalty: "content" })) throw new Error("a round did not end where it began");
      snapshots[round % ROWS] = snapshot;
    }
  };
}

/** Heap bytes of one started actor that waits, from the growth of the heap over many. */
function bytesPerIdleActor(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const clock = { setTimeout: () => 1, clearTimeout: () => {} };
  const machine = providedMachine({ calls: new Float64Array(1), passing: 0 });
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

interface Figures {
  readonly ratios: Readonly<Record<string, number>>;
  readonly samples: Readonly<Record<string, number>>;
}

/** One race. */
function raceOnce(): Figures {
  const actorBytes = bytesPerIdleActor();
  const compiled = { rounds: tableRounds(), perCall: ROWS, best: 0 };
  const actor = { rounds: actorRounds(), perCall: 100, best: 0 };
  const pure = { rounds: pureRounds(), perCall: 50, best: 0 };
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

/** Races that a suite takes the medians of: how well the JavaScript engine compiles a program is a matter of luck in each process. */
const PROCESSES = 5;

function medians(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  return Object.fromEntries(Object.keys(all[0] ?? {}).map((name) => [name, middle(all.map((one) => one[name] as number))]));
}

/** Ratios of steps (macrosteps: one event or timer each) per second and of bytes, and the figures that they are made of. */
export async function journeysSuite(): Promise<Figures> {
  const races = Array.from({ length: PROCESSES }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`a race failed: ${stderr}`);
    return JSON.parse(stdout) as Figures;
  });
  return { ratios: medians(races.map((one) => one.ratios)), samples: medians(races.map((one) => one.samples)) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(JSON.stringify(raceOnce()));
