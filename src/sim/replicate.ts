/** One task: a replication lived under the common history and then under each strategy. */

import { resolveStrategy } from "../strategies/index.ts";
import { at, counterNames } from "../kpi/index.ts";
import { adopt, begin, runMonths } from "./engine.ts";
import { liveOn } from "./live-on.ts";
import { keepWorld, takeWorld } from "./kept-world.ts";
import { type RootKey, rootKeyOf } from "./kernel/index.ts";
import type { Plan } from "./plan.ts";
import type { TouchRecord } from "./touches/touch-record.ts";
import { createWorld, type ExecutorName, putBack, type Shortcuts, type World } from "./world.ts";

/** What a task leaves: exact counters, so that merging is addition. */
export interface Outcome {
  readonly replication: number;
  readonly strategy: string;
  /** Cells of the ledger, history included. */
  readonly ledger: Float64Array;
  /** Moves between channels after adoption, (from or none) × (to, purchase, no purchase). */
  readonly flows: Float64Array;
  /** Counters of an author's journey, by month × counter; empty for the bundled journey. */
  readonly counted: Float64Array;
  /** What the service recorded after adoption (`src/kpi/service/layout.ts`); empty without a service. */
  readonly service: Float64Array;
  /** Value by where and when customers were won (`src/kpi/lifetime-cells.ts`). */
  readonly lifetime: Float64Array;
  /** Events after adoption and within the horizon; those of the history are counted once, in `historyEvents`. */
  readonly events: number;
  readonly historyEvents: number;
  /** Hash of the stream of customers' and contacts' events. */
  readonly digest: number;
  /** What touches were worth, where an attribution study asked. */
  readonly touches?: TouchRecord;
}

export interface Replication extends Shortcuts {
  readonly plan: Plan;
  readonly strategies: readonly string[];
  readonly replication: number;
  readonly executor: ExecutorName;
}

/** An error of a running replication, told with where and when it happened. */
export class ReplicationError extends Error {
  readonly strategy: string;
  readonly replication: number;
  /** Simulated seconds. */
  readonly time: number;

  constructor(cause: unknown, strategy: string, replication: number, time: number, adopted: boolean) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const phase = adopted ? "" : " in the history";
    super(`strategy "${strategy}"${phase}, replication ${replication}, day ${(time / 86_400).toFixed(2)}: ${reason}`, { cause });
    this.strategy = strategy;
    this.replication = replication;
    this.time = time;
  }
}

function tellingWhere<T>(world: World, strategy: string, replication: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new ReplicationError(error, strategy, replication, world.core.now, world.core.ledger.month >= world.plan.calendar.adoptionMonth);
  }
}

function liveHistory(world: World, replication: number): void {
  tellingWhere(world, world.plan.baseline.name, replication, () => {
    begin(world);
    runMonths(world, 0, world.plan.calendar.adoptionMonth);
  });
}

/** What is counted after the horizon: it goes into the ledger of the horizon. */
const AFTERWARDS = [at.adoptionResidual, at.adoptionExpected];

/** Lives on after the horizon, and adds what customers are still worth to the outcome. */
function withResiduals(world: World, outcome: Omit<Outcome, "lifetime">): Outcome {
  const { strategy, replication, ledger } = outcome;
  tellingWhere(world, strategy, replication, () => liveOn(world));
  for (const counter of AFTERWARDS) {
    for (let cell = counter; cell < ledger.length; cell += counterNames.length) ledger[cell] = world.core.ledger.cells[cell] as number;
  }
  return { ...outcome, lifetime: world.market.lifetimes.cells.slice() };
}

function liveStrategy(world: World, name: string, replication: number): Omit<Outcome, "lifetime"> {
  const historyEvents = world.core.eventCount;
  return tellingWhere(world, name, replication, () => {
    adopt(world, resolveStrategy(world.plan.scenario, name));
    runMonths(world, world.plan.calendar.adoptionMonth, world.plan.calendar.ends.length);
    return {
      replication,
      strategy: name,
      ledger: world.core.ledger.cells.slice(),
      flows: world.market.flows.slice(),
      counted: world.market.own?.counted() ?? new Float64Array(0),
      service: world.service?.record.cells() ?? new Float64Array(0),
      events: world.core.eventCount - historyEvents,
      historyEvents,
      digest: world.core.digest,
    };
  });
}

/** What looks on while a replication is lived, and changes nothing (`observe/`). */
export interface Onlooker {
  /** Customers watched step by step, who therefore do not run ahead. */
  readonly watched: ReadonlySet<number>;
  /** The plan by which the world is made. */
  planned(plan: Plan): Plan;
  /** A fresh world is there: returns the one that is to be lived. */
  enters(world: World): World;
  /** The history is over, and a strategy is about to be adopted. */
  adopts(): void;
  /** The end under a strategy. */
  ends(strategy: string): void;
}

/** The world of a task, as its onlooker wants it. */
function worldOf(
  { plan, replication, executor, runAhead, fastPath }: Replication,
  rootKey: RootKey,
  onlooker: Onlooker | undefined,
): World {
  if (onlooker === undefined) return createWorld(plan, rootKey, replication, executor, { runAhead, fastPath });
  // Who looks on sees the journeys' steps.
  const shortcuts = { runAhead: onlooker.watched.size === 0 && runAhead, fastPath: false };
  return onlooker.enters(createWorld(onlooker.planned(plan), rootKey, replication, executor, shortcuts));
}

function liveObserved(world: World, strategy: string, replication: number, onlooker: Onlooker | undefined): Outcome {
  onlooker?.adopts();
  const outcome = liveStrategy(world, strategy, replication);
  onlooker?.ends(strategy);
  return withResiduals(world, outcome);
}

/** Worlds of more customers are not made for nothing. */
const MOST_SETTLED = 100_000;
let isSettled = false;

/**
 * Makes a world that nobody lives in, once per process. V8 settles the shape of an object literal when it is met for the second time and throws away
 * what was compiled for the first: else that would be half of the model, in the second replication.
 */
function settle({ plan, replication, executor }: Replication, rootKey: RootKey): void {
  if (isSettled || plan.market.customers > MOST_SETTLED) return;
  createWorld(plan, rootKey, replication, executor);
  isSettled = true;
}

/** Tables: the history is lived once, saved, and continued under each strategy from a copy. */
function fork(task: Replication, rootKey: RootKey, onlooker: Onlooker | undefined): Outcome[] {
  settle(task, rootKey);
  if (onlooker !== undefined) return forkIn(worldOf(task, rootKey, onlooker), task, onlooker);
  const { plan, replication, runAhead, fastPath } = task;
  const furnished = takeWorld(plan, rootKey, replication, { runAhead, fastPath });
  const outcomes = forkIn(furnished.world, task, undefined);
  keepWorld(furnished);
  return outcomes;
}

function forkIn(world: World, task: Replication, onlooker: Onlooker | undefined): Outcome[] {
  liveHistory(world, task.replication);
  // One strategy alone continues where the history ended.
  const saved = task.strategies.length > 1 ? world.state.snapshot() : {};
  return task.strategies.map((strategy, index) => {
    if (index > 0) putBack(world, saved);
    return liveObserved(world, strategy, task.replication, onlooker);
  });
}

/** Live actors cannot be copied: the history is lived again for each strategy, which also proves the fork. */
function relive(task: Replication, rootKey: RootKey, onlooker: Onlooker | undefined): Outcome[] {
  return task.strategies.map((strategy) => {
    const world = worldOf(task, rootKey, onlooker);
    liveHistory(world, task.replication);
    return liveObserved(world, strategy, task.replication, onlooker);
  });
}

/**
 * Runs one replication under each strategy.
 *
 * @param onlooker - left out: nobody looks on, and nothing is spent on it
 * @throws ReplicationError if an invariant breaks or the model fails
 */
export function replicate(task: Replication, onlooker?: Onlooker): Outcome[] {
  const rootKey = rootKeyOf(task.plan.scenario.seed);
  return task.executor === "compiled" ? fork(task, rootKey, onlooker) : relive(task, rootKey, onlooker);
}
