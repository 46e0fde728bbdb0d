/** From the outcomes of all tasks to the result document. */

import {
  contrastKpi,
  estimateKpi,
  type Comparison,
  type Kpi,
  type KpiValues,
  LedgerSums,
  type ResultDocument,
  type ScopeSums,
  type StrategyResult,
} from "../kpi/index.ts";
import type { Outcome, Plan } from "../sim/index.ts";
import { holm } from "../stats/index.ts";
import { resolveStrategy, type Strategy } from "../strategies/index.ts";
import { byYears, ofMix } from "./changes.ts";
import { comparedScope, shapeOf } from "./compared-sums.ts";
import { judge } from "./expectations.ts";
import { journeyCounts } from "./journey-counts.ts";
import { kpisOf } from "./kpis-of.ts";
import { lifetimeOf } from "./lifetime-of.ts";
import { flowsOf, funnelOf } from "./movement.ts";
import { serviceOf } from "./service-of.ts";
import { seriesOf } from "./series.ts";
import type { Luck } from "./task.ts";

/** Sums of every scope of one strategy. */
interface StrategySums {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  readonly overall: ScopeSums;
  readonly channels: readonly ScopeSums[];
  readonly segments: readonly ScopeSums[];
  readonly periods: readonly ScopeSums[];
}

export interface Assembly {
  readonly plan: Plan;
  readonly strategies: readonly string[];
  /** The strategy to which the others are compared. */
  readonly baseline: string;
  /** All outcomes, in any order. */
  readonly outcomes: readonly Outcome[];
  readonly sha256: string;
  /** The journey that the author brought. */
  readonly journey: ResultDocument["scenario"]["journey"];
  readonly version: string;
  readonly assumptions: ResultDocument["assumptions"];
  /** Whose random numbers strategies met; undefined: the same. */
  readonly luck: Luck | undefined;
  /** What a sequential run came to. */
  readonly precision: ResultDocument["precision"];
  /** How the history's length was found. */
  readonly warmUp: ResultDocument["warmUp"];
  readonly timing: ResultDocument["timing"];
}

/** Whether a KPI has a meaning in a channel: service KPIs where it serves, the others where it informs or sells. */
function fits(kpi: Kpi, plan: Plan, channel: number): boolean {
  const { serves, sells, informs } = plan.market.channels[channel] ?? { serves: false, sells: false, informs: false };
  if (!kpi.scopes.includes("channel")) return false;
  if (kpi.channels === "all") return true;
  const ofService = kpi.needs === "service" || kpi.id === "csat" || kpi.id === "ces2";
  return ofService ? serves : sells || (informs && kpi.channels === "those that inform too");
}

function sumStrategy(plan: Plan, name: string, all: readonly Outcome[]): StrategySums {
  const { calendar, market } = plan;
  const outcomes = all.filter((outcome) => outcome.strategy === name).toSorted((a, b) => a.replication - b.replication);
  const sums = new LedgerSums(
    shapeOf(plan),
    outcomes.map((outcome) => outcome.ledger),
  );
  const after = comparedScope(plan);
  return {
    name,
    outcomes,
    overall: sums.scope(after),
    channels: market.channels.map((_, channel) => sums.scope({ ...after, channel })),
    segments: market.segments.map((_, segment) => sums.scope({ ...after, segment })),
    periods: calendar.years.map(({ fromMonth, toMonth }) =>
      sums.scope({ fromMonth, toMonth, isPeriod: true, years: after.years.filter((year) => year.toMonth <= toMonth) }),
    ),
  };
}

function estimates(kpis: readonly Kpi[], scope: ScopeSums, confidence: number): KpiValues {
  return Object.fromEntries(kpis.map((kpi) => [kpi.id, estimateKpi(kpi, scope, confidence)]));
}

/** A record keyed by users' own names, without the prototype that some names would reach. */
function byName<T>(names: readonly string[], value: (index: number) => T): Record<string, T> {
  return Object.fromEntries(names.map((name, index) => [name, value(index)]));
}

/** The policy that a strategy names, or its author's own by the name it gives itself: files may move, results may not. */
function routingName({ policies }: Plan, routing: Strategy["routing"]): { routing?: string } {
  if (routing === undefined) return {};
  return { routing: "file" in routing ? (policies.get(routing.file)?.name ?? "own") : routing.policy };
}

function strategyResult(plan: Plan, kpis: readonly Kpi[], sums: StrategySums, base: StrategySums | undefined): StrategyResult {
  const { confidence } = plan.scenario;
  const { calendar, market } = plan;
  const channelNames = market.channels.map((channel) => channel.name);
  const segmentNames = market.segments.map((segment) => segment.name);
  const bySegment = kpis.filter((kpi) => kpi.scopes.includes("segment"));
  const strategy = resolveStrategy(plan.scenario, sums.name);
  const capabilities = Object.entries(strategy.capabilities);
  return {
    name: sums.name,
    capabilities: capabilities.filter(([, on]) => on).map(([name]) => name),
    channels: [...strategy.channels],
    ...routingName(plan, strategy.routing),
    ...(strategy.loyaltyProgramme ? { loyaltyProgramme: true as const } : {}),
    kpis: estimates(kpis, sums.overall, confidence),
    byChannel: byName(channelNames, (channel) =>
      estimates(
        kpis.filter((kpi) => fits(kpi, plan, channel)),
        sums.channels[channel] as ScopeSums,
        confidence,
      ),
    ),
    bySegment: byName(segmentNames, (segment) => estimates(bySegment, sums.segments[segment] as ScopeSums, confidence)),
    byPeriod: calendar.years.map(({ fromMonth, toMonth }, index) => ({
      from: fromMonth === 0 ? 0 : (calendar.ends[fromMonth - 1] ?? 0),
      to: calendar.ends[toMonth - 1] ?? 0,
      kpis: estimates(kpis, sums.periods[index] as ScopeSums, confidence),
    })),
    series: seriesOf(shapeOf(plan), plan, sums.outcomes),
    flows: flowsOf(plan, sums.outcomes),
    funnel: funnelOf(shapeOf(plan), plan, sums.outcomes),
    ...lifetimeOf(plan, sums.outcomes),
    ...serviceOf(plan, sums.outcomes),
    ...journeyCounts(plan, sums.outcomes, base === sums ? undefined : base?.outcomes),
  };
}

function compareStrategies(plan: Plan, kpis: readonly Kpi[], sums: StrategySums, base: StrategySums): Comparison[] {
  const { confidence } = plan.scenario;
  const { market } = plan;
  const contrasts = kpis.map((kpi) => contrastKpi(kpi, sums.overall, base.overall, confidence));
  const adjusted = holm(contrasts.map((contrast) => contrast.p));
  const pair = (kpi: Kpi, a: ScopeSums | undefined, b: ScopeSums | undefined) => {
    const { difference, relative } = contrastKpi(kpi, a as ScopeSums, b as ScopeSums, confidence);
    return { difference, relative };
  };
  return kpis.map((kpi, index) => {
    const { difference, relative, p, varianceReduction } = contrasts[index] as (typeof contrasts)[number];
    const channels = market.channels.map((_, channel) => channel).filter((channel) => fits(kpi, plan, channel));
    const segments = kpi.scopes.includes("segment") ? market.segments.map((_, segment) => segment) : [];
    return {
      kpi: kpi.id,
      strategy: sums.name,
      baseline: base.name,
      difference,
      relative,
      p,
      pAdjusted: adjusted[index] ?? null,
      varianceReduction,
      ...byYears(plan, kpi, sums, base),
      ...ofMix(plan, kpi, sums, base),
      byChannel: Object.fromEntries(
        channels.map((row) => [market.channels[row]?.name ?? "", pair(kpi, sums.channels[row], base.channels[row])]),
      ),
      bySegment: Object.fromEntries(
        segments.map((row) => [market.segments[row]?.name ?? "", pair(kpi, sums.segments[row], base.segments[row])]),
      ),
    };
  });
}

function countEvents(sums: readonly StrategySums[]): number {
  const history = sums[0]?.outcomes.reduce((total, outcome) => total + outcome.historyEvents, 0) ?? 0;
  return sums.reduce((total, { outcomes }) => total + outcomes.reduce((events, outcome) => events + outcome.events, 0), history);
}

/** Without what is not there. */
function present<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Parts of the document that only some runs have. */
function optionalParts({ luck, precision, warmUp }: Assembly) {
  return present({ luck: luck === "independent" ? luck : undefined, precision, warmUp });
}

/** Makes the result document. The same outcomes give the same bytes, in whatever order they come. */
export function assemble(assembly: Assembly): ResultDocument {
  const { plan, sha256, version, timing } = assembly;
  const { scenario, market } = plan;
  const kpis = kpisOf(plan);
  const sums = assembly.strategies.map((name) => sumStrategy(plan, name, assembly.outcomes));
  const base = sums.find(({ name }) => name === assembly.baseline) ?? sums[0];
  const strategies = sums.map((one) => strategyResult(plan, kpis, one, base));
  const comparisons = sums.flatMap((one) => (base === undefined || one === base ? [] : compareStrategies(plan, kpis, one, base)));
  const events = countEvents(sums);
  return {
    format: "journeybench/result",
    version: 1,
    scenario: {
      name: scenario.name,
      sha256,
      ...(scenario.description === undefined ? {} : { description: scenario.description }),
      currency: scenario.currency,
      history: scenario.history,
      horizon: scenario.horizon,
      segments: market.segments.map((segment) => segment.name),
      channels: market.channels.map((channel) => channel.name),
      customers: market.customers,
      ...(assembly.journey === undefined ? {} : { journey: assembly.journey }),
    },
    seed: scenario.seed,
    engine: "compiled",
    package: `journeybench ${version}`,
    replications: sums[0]?.outcomes.length ?? 0,
    confidence: scenario.confidence,
    baseline: base?.name ?? assembly.baseline,
    historyStrategy: plan.baseline.name,
    events,
    strategies,
    comparisons,
    expectations: judge(scenario.expect, strategies, comparisons),
    assumptions: assembly.assumptions,
    ...optionalParts(assembly),
    timing,
  };
}
