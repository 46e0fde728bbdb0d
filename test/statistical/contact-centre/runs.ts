/** Running reference scenarios: every replication of a file under each of its strategies, as figures in batches. */

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parse } from "yaml";
import { Workers } from "../../../src/experiment/executors/threads.ts";
import { sumLedger } from "../../../src/kpi/index.ts";
import type { ScenarioInput } from "../../../src/scenario/schema/index.ts";
import type { Outcome, Plan } from "../../../src/sim/index.ts";
import { planOf, shapeOf } from "../../support/runs.ts";
import { liveThrough } from "../../support/worlds.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { observe, type Observer } from "./observe.ts";

/** Independent batches of replications; the figures of each, one for every strategy. */
export type Batches = readonly (readonly Figures[])[];

/** More batches would not make standard errors much surer. The replications of the scenarios are multiples, so that batches are alike. */
const MOST_BATCHES = 64;

const folder = new URL("../../../scenarios/reference/", import.meta.url);

/** A reference scenario as it is written. */
export function writtenScenario(file: string): ScenarioInput {
  return parse(readFileSync(new URL(`${file}.yaml`, folder), "utf8")) as ScenarioInput;
}

function sumsAfterHistory(plan: Plan, ledger: Float64Array): Float64Array {
  return sumLedger(shapeOf(plan), ledger, { fromMonth: plan.calendar.adoptionMonth, toMonth: plan.calendar.ends.length });
}

let threads: Workers | undefined;

/** Ends the worker threads, which otherwise stay from one scenario to the next. */
export async function endRuns(): Promise<void> {
  await threads?.close();
  threads = undefined;
}

/** Replications in worker threads, handed over in order; so many at a time, because outcomes are kept until all of them are there. */
const AT_A_TIME = 512;

async function inThreads(
  plan: Plan,
  sha256: string,
  strategies: readonly string[],
  take: (figures: Figures[], replication: number) => void,
): Promise<void> {
  threads ??= new Workers(availableParallelism(), undefined);
  const { scenario } = plan;
  for (let from = 0; from < scenario.replications; from += AT_A_TIME) {
    const replications = Array.from({ length: Math.min(AT_A_TIME, scenario.replications - from) }, (_, i) => from + i);
    const outcomes: (readonly Outcome[])[] = [];
    const common = { scenario, sha256, strategies, executor: "compiled" as const, journey: undefined };
    const tasks = replications.map((replication) => ({ ...common, replication }));
    await threads.run(tasks, (found) => (outcomes[(found[0]?.replication ?? Number.NaN) - from] = found));
    for (const [i, found] of outcomes.entries()) {
      take(
        found.map(({ ledger, service }) => figuresOf(plan, sumsAfterHistory(plan, ledger), service, [])),
        from + i,
      );
    }
  }
}

function observed(plan: Plan, strategy: string, replication: number, observers: readonly Observer[]): Figures {
  const { history, horizon } = plan.scenario;
  let seen: ((until: number) => number[]) | undefined;
  const world = liveThrough(plan, { strategy, replication, watch: (made) => (seen = observe(made, observers, history)) });
  const { service, core } = world;
  if (service === undefined || seen === undefined) throw new Error("nothing to observe");
  return figuresOf(plan, sumsAfterHistory(plan, core.ledger.cells), service.record.cells(), seen(history + horizon));
}

/** Runs a scenario as it is written; what needs observers in this thread, all else in threads of its own. */
export async function batchesOf(written: ScenarioInput, observers: readonly Observer[] = []): Promise<Batches> {
  const plan = planOf(written);
  const strategies = Object.keys(plan.scenario.strategies);
  const batches: Figures[][] = [];
  const take = (figures: Figures[], replication: number): void => {
    const place = replication % MOST_BATCHES;
    const before = batches[place];
    batches[place] = before === undefined ? figures : figures.map((one, i) => one.plus(before[i] as Figures));
  };
  if (observers.length === 0) {
    // Workers keep the plan of a scenario by its hash; the text itself is one.
    await inThreads(plan, JSON.stringify(written), strategies, take);
    return batches;
  }
  for (let replication = 0; replication < plan.scenario.replications; replication++) {
    take(
      strategies.map((strategy) => observed(plan, strategy, replication, observers)),
      replication,
    );
  }
  return batches;
}
