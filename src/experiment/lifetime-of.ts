/** What customers are worth by where and when they were won: from exact counters to figures with intervals. */

import {
  type CohortRow,
  lifetimeAge,
  lifetimeAt,
  lifetimeCell,
  type LifetimeFigure,
  type LifetimeMeasure,
  lifetimeMeasures,
  type LifetimeResult,
  type LifetimeRow,
  type LifetimeShape,
  type StrategyResult,
} from "../kpi/index.ts";
import { cohortSpan, lifetimeShapeOf, type Outcome, type Plan, simulatedParts } from "../sim/index.ts";
import { jackknife, ratioOfSums } from "../stats/index.ts";

const MONTH = 31_536_000 / 12;

/** Reads one counter, by replication. */
type Read = (measure: LifetimeMeasure) => number[];

function figure(numerators: readonly number[], denominators: readonly number[], confidence: number, reason: string): LifetimeFigure {
  const estimate = jackknife(numerators.length, (leaveOut) => ratioOfSums(numerators, denominators, leaveOut), confidence);
  if ("undefined" in estimate) return { mean: null, low: null, high: null, reason };
  return { mean: estimate.estimate, low: estimate.low, high: estimate.high };
}

function within({ low, high, ...rest }: LifetimeFigure): LifetimeFigure {
  return { ...rest, low: low === null ? null : Math.max(0, low), high: high === null ? null : Math.min(1, high) };
}

function rowOf({ residual, scenario }: Plan, read: Read): LifetimeRow {
  const { confidence } = scenario;
  const customers = read("customers");
  const nobody = "nobody was won";
  const value = read("value");
  const rest = read("residual");
  const per = (numerators: readonly number[]) => figure(numerators, customers, confidence, nobody);
  const cents = (numerators: readonly number[]) => per(numerators.map((sum) => sum / 100));
  return {
    customers: figure(
      customers,
      customers.map(() => 1),
      confidence,
      nobody,
    ),
    orders: per(read("orders")),
    realised: cents(value),
    expected:
      residual.by === null
        ? { mean: null, low: null, high: null, reason: residual.reason }
        : cents(value.map((sum, n) => sum + (rest[n] as number))),
    retention: within(figure(read("yearRetained"), read("yearBase"), confidence, "nobody ordered in a whole year before another one")),
    still: within(per(read("still"))),
  };
}

/** Sums of a counter over some cells, by replication. */
function readFrom(outcomes: readonly Outcome[], cells: readonly number[]): Read {
  return (measure) =>
    outcomes.map(({ lifetime }) => cells.reduce((sum, cell) => sum + (lifetime[cell + lifetimeAt[measure]] as number), 0));
}

function isAnybody(outcomes: readonly Outcome[], cells: readonly number[]): boolean {
  return lifetimeMeasures.some((measure) => readFrom(outcomes, cells)(measure).some((sum) => sum !== 0));
}

/** Cumulative value per customer by age, as far as the youngest of the cohort have come. */
function curveOf(
  plan: Plan,
  shape: LifetimeShape,
  outcomes: readonly Outcome[],
  cohort: number,
  customers: readonly number[],
): CohortRow["curve"] {
  const { history, horizon, confidence } = plan.scenario;
  const end = history + horizon;
  const youngest = Math.max(history, cohortSpan(plan.market.cohorts, cohort, end)?.to ?? history);
  const ages = Math.min(shape.months, Math.floor((end - youngest) / MONTH + 1e-9));
  const sums = outcomes.map(() => 0);
  return Array.from({ length: ages }, (_, age) => {
    for (const [n, { lifetime }] of outcomes.entries())
      sums[n] = (sums[n] as number) + (lifetime[lifetimeAge(shape, cohort, age)] as number) / 100;
    return { age: (age + 1) * MONTH, value: figure([...sums], customers, confidence, "nobody was won") };
  });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The part `lifetime` of a strategy's result; nothing where nobody is worth anything. */
export function lifetimeOf(plan: Plan, outcomes: readonly Outcome[]): Pick<StrategyResult, "lifetime"> {
  const { market, offer } = simulatedParts(plan);
  if (!market || !offer) return {};
  const shape = lifetimeShapeOf(plan.market);
  const end = plan.scenario.history + plan.scenario.horizon;
  const ofChannel = (channel: number) => numbers(shape.cohorts).map((cohort) => lifetimeCell(shape, channel, cohort));
  const ofCohort = (cohort: number) => numbers(shape.channels + 1).map((channel) => lifetimeCell(shape, channel, cohort));
  const some = (cells: readonly number[]) => isAnybody(outcomes, cells);
  const { residual } = plan;
  const { tail } = plan.scenario.lifetimeValue;
  const lifetime: LifetimeResult = {
    residual: { ...residual, ...(residual.by === "simulation" ? { tail } : {}) },
    byAcquisitionChannel: numbers(shape.channels + 1)
      .filter((channel) => some(ofChannel(channel)))
      .map((channel) => ({
        channel: plan.market.channels[channel]?.name ?? null,
        ...rowOf(plan, readFrom(outcomes, ofChannel(channel))),
      })),
    byCohort: numbers(shape.cohorts)
      .filter((cohort) => some(ofCohort(cohort)))
      .map((cohort) => {
        const span = cohortSpan(plan.market.cohorts, cohort, end);
        const read = readFrom(outcomes, ofCohort(cohort));
        return {
          from: span?.from ?? null,
          to: span?.to ?? null,
          ...rowOf(plan, read),
          curve: curveOf(plan, shape, outcomes, cohort, read("customers")),
        };
      }),
  };
  return { lifetime };
}
