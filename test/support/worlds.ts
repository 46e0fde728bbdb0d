/** Worlds that tests look into while they run. */

import { at, type CounterName, counterNames } from "../../src/kpi/index.ts";
import { adopt, begin, runMonths } from "../../src/sim/engine.ts";
import { rootKeyOf } from "../../src/sim/kernel/index.ts";
import type { Plan } from "../../src/sim/index.ts";
import { createWorld, type ExecutorName, type World } from "../../src/sim/world.ts";
import { resolveStrategy } from "../../src/strategies/index.ts";

/** A counter going up, and when. */
export interface Count {
  readonly time: number;
  readonly counter: CounterName;
  readonly segment: number;
  readonly channel: number;
  readonly amount: number;
}

export interface Life {
  readonly strategy?: string;
  readonly replication?: number;
  readonly executor?: ExecutorName;
  /** Sees the world after it is made, before anything happens. */
  readonly watch?: (world: World) => void;
}

/** Lives one replication to its end and hands over the world as it is then. Every step is seen: no contact takes the fast path. */
export function liveThrough(plan: Plan, { strategy = "multichannel", replication = 0, executor = "compiled", watch }: Life = {}): World {
  const world = createWorld(plan, rootKeyOf(plan.scenario.seed), replication, executor, { fastPath: false });
  watch?.(world);
  begin(world);
  runMonths(world, 0, plan.calendar.adoptionMonth);
  adopt(world, resolveStrategy(plan.scenario, strategy));
  runMonths(world, plan.calendar.adoptionMonth, plan.calendar.ends.length);
  return world;
}

/** Notes every count of a world, in order. */
export function noteCounts(world: World, tell: (count: Count) => void): void {
  const { core } = world;
  const count = core.count.bind(core);
  core.count = (counter, segment, channel, amount) => {
    tell({ time: core.now, counter: counterNames[counter] as CounterName, segment, channel, amount: amount ?? 1 });
    count(counter, segment, channel, amount);
  };
  const countAt = core.countAt.bind(core);
  core.countAt = (cell, counter, amount) => {
    tell({ time: core.now, counter: counterNames[counter] as CounterName, ...core.ledger.placeOf(cell), amount: amount ?? 1 });
    countAt(cell, counter, amount);
  };
}

/** Lives a replication and lists the counts of the counters asked for. */
export function tracedLife(plan: Plan, counters: readonly CounterName[], life: Life = {}): { world: World; counts: Count[] } {
  const counts: Count[] = [];
  const wanted = new Set(counters.map((name) => at[name]));
  const world = liveThrough(plan, {
    ...life,
    watch: (made) => {
      life.watch?.(made);
      noteCounts(made, (count) => {
        if (wanted.has(at[count.counter])) counts.push(count);
      });
    },
  });
  return { world, counts };
}

/** A column of the customers, one value each. */
export function valuesOf(world: World, column: keyof World["market"]["customers"]["columns"]): number[] {
  const { columns, stride, used } = world.market.customers;
  return Array.from({ length: used }, (_, id) => columns[column][id * stride] as number);
}
