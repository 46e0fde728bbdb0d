/** Running reference scenarios: every replication of a file under each of its strategies, as figures in batches. */

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { sumLedger } from "../../../src/kpi/index.ts";
import type { ScenarioInput } from "../../../src/scenario/schema/index.ts";
import { type Outcome, type Plan, replicate } from "../../../src/sim/index.ts";
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

function plainly(plan: Plan, strategies: readonly string[], replication: number): Figures[] {
  return replicate({ plan, strategies, replication, executor: "compiled" }).map(({ ledger, service }: Outcome) =>
    figuresOf(plan, sumsAfterHistory(plan, ledger), service, []),
  );
}

function observed(plan: Plan, strategy: string, replication: number, observers: readonly Observer[]): Figures {
  const { history, horizon } = plan.scenario;
  let seen: ((until: number) => number[]) | undefined;
  const world = liveThrough(plan, { strategy, replication, watch: (made) => (seen = observe(made, observers, history)) });
  const { service, core } = world;
  if (service === undefined || seen === undefined) throw new Error("nothing to observe");
  return figuresOf(plan, sumsAfterHistory(plan, core.ledger.cells), service.record.cells(), seen(history + horizon));
}

/** Runs a scenario as it is written. */
export function batchesOf(written: ScenarioInput, observers: readonly Observer[] = []): Batches {
  const plan = planOf(written);
  const strategies = Object.keys(plan.scenario.strategies);
  const { replications } = plan.scenario;
  const batches: Figures[][] = [];
  for (let replication = 0; replication < replications; replication++) {
    const figures =
      observers.length === 0
        ? plainly(plan, strategies, replication)
        : strategies.map((strategy) => observed(plan, strategy, replication, observers));
    const place = replication % MOST_BATCHES;
    const before = batches[place];
    batches[place] = before === undefined ? figures : figures.map((one, i) => one.plus(before[i] as Figures));
  }
  return batches;
}
