/**
 * The warm-up that a scenario asks for: pilot replications from the empty start under the baseline strategy, the course of a KPI in short steps,
 * and MSER-5, which says how much of its beginning to leave out. That becomes the length of the history.
 *
 * The pilots have luck of their own (another seed), so that the run is not measured on what its history was chosen by.
 */

import { parseDocument } from "yaml";
import { JourneybenchError } from "../../errors.ts";
import { type Kpi, kpiById, type ResultDocument, sumScope } from "../../kpi/index.ts";
import type { LoadedScenario, Scenario } from "../../scenario/index.ts";
import { type Calendar, type Outcome, type Plan, planScenario } from "../../sim/index.ts";
import { mser } from "../../stats/index.ts";
import { baselineOf } from "../../strategies/index.ts";
import { shapeOf } from "../compared-sums.ts";
import type { Executor } from "../executors/executor.ts";
import type { LoadedJourney } from "../journey-file.ts";
import { type LoadedPolicyFile, plannedPolicies } from "../policy-files.ts";
import type { OutcomeStore } from "../store/outcome-store.ts";
import { courseCalendar } from "../stress/course-calendar.ts";
import { Study } from "../study/study.ts";

/** What the steps of a course are by default: this many. */
const USUAL_STEPS = 250;

export type FoundWarmUp = NonNullable<ResultDocument["warmUp"]>;
type Wanted = NonNullable<Scenario["warmUp"]>;

export interface PilotOptions {
  readonly journey: LoadedJourney | undefined;
  readonly policies: readonly LoadedPolicyFile[];
  /** Of the run; the pilots' is made from it. */
  readonly seed: string;
  readonly executor: () => Executor;
  readonly store: OutcomeStore | undefined;
}

function refuse(message: string, hint: string): never {
  throw new JourneybenchError("bad-input", message, { hint });
}

function kpiOf({ of }: Wanted): Kpi {
  return kpiById(of) ?? refuse(`There is no KPI "${of}" whose warm-up could be looked for.`, "`journeybench kpis` lists them.");
}

/** From nothing to the end of what is looked at. */
function pilotScenario({ warmUp: _warmUp, ...scenario }: Scenario, { pilot, upTo }: Wanted, seed: string): Scenario {
  const lifetimeValue = { ...scenario.lifetimeValue, tail: 0 };
  return { ...scenario, seed: `${seed} (warm-up)`, history: 0, horizon: upTo, replications: pilot, lifetimeValue };
}

async function livePilots(scenario: Scenario, step: number, options: PilotOptions): Promise<{ plan: Plan; outcomes: Outcome[] }> {
  const { journey, policies, executor, store } = options;
  const course = { from: 0, step };
  const brought = { journey: journey?.brought, policies: plannedPolicies(policies) };
  const plan: Plan = { ...planScenario(scenario, brought), calendar: courseCalendar(scenario, course) };
  const strategy = baselineOf(scenario);
  const making = { scenario, executor: "compiled" as const, journey: journey?.file, policies: policies.map(({ file }) => file), course };
  const study = new Study<Outcome>([{ ...making, strategies: [strategy] }], { keep: (outcome) => outcome, executor, store });
  try {
    await study.live(Array.from({ length: scenario.replications }, (_, replication) => replication));
    return { plan, outcomes: study.first(0, strategy, scenario.replications) };
  } finally {
    await study.close();
  }
}

/** The KPI in every step, over all replications; null where it is undefined. */
function courseOf(kpi: Kpi, plan: Plan, outcomes: readonly Outcome[], { ends }: Calendar): (number | null)[] {
  const ledgers = outcomes.map(({ ledger }) => ledger);
  return ends.map((_, step) => {
    const value = kpi.value(
      sumScope(shapeOf(plan), ledgers, { fromMonth: step, toMonth: step + 1, isPeriod: true, years: [] }).slice(null),
    );
    return typeof value === "number" ? value : null;
  });
}

/** Without the steps at the beginning in which there was nothing to measure yet: they belong to the warm-up in any case. */
function measured(course: readonly (number | null)[], kpi: Kpi): { readonly before: number; readonly series: readonly number[] } {
  const before = course.findIndex((value) => value !== null);
  const series = course.slice(Math.max(0, before));
  const gap = series.indexOf(null);
  if (gap >= 0) {
    refuse(
      `The warm-up of ${kpi.id} cannot be found: in step ${Math.max(0, before) + gap + 1} of ${course.length} it is undefined.`,
      "Take longer steps (warmUp.step) or more pilot replications (warmUp.pilot).",
    );
  }
  return { before: Math.max(0, before), series: series.filter((value) => value !== null) };
}

function durationIn(seconds: number): string {
  return seconds % 86_400 === 0 ? `${seconds / 86_400}d` : `${seconds}s`;
}

function foundIn(course: readonly (number | null)[], kpi: Kpi, step: number, { by, pilot, upTo }: Wanted): FoundWarmUp {
  const { before, series } = measured(course, kpi);
  const further = `Look further: warmUp.upTo: ${durationIn(2 * upTo)}. If that does not help, it never settles, or it needs more replications (warmUp.pilot).`;
  if (series.length < 50) refuse(`The warm-up of ${kpi.id} cannot be found: it is undefined for most of the ${durationIn(upTo)}.`, further);
  const { truncate, statistic, meanAfter, isSettled } = mser(series);
  if (!isSettled) refuse(`The warm-up of ${kpi.id} is not over within the first half of ${durationIn(upTo)}.`, further);
  const truncated = before + truncate;
  return { by, kpi: kpi.id, pilot, upTo, step, steps: course.length, truncated, statistic, meanAfter, history: truncated * step };
}

/** The scenario with a history that was found, as if its author had written it. */
function withHistory(loaded: LoadedScenario, { history, kpi, upTo, pilot }: FoundWarmUp): LoadedScenario {
  const written = `${history}s` as const;
  const source = `found by MSER-5 on ${kpi} over ${pilot} pilot replications of ${durationIn(upTo)}`;
  const { warmUp: _scenario, ...scenario } = loaded.scenario;
  const { warmUp: _input, ...input } = loaded.input;
  const document = parseDocument(loaded.resolved);
  document.delete("warmUp");
  const node = document.createNode(written);
  node.comment = ` ${source} [C]`;
  document.set("history", node);
  return {
    ...loaded,
    scenario: { ...scenario, history },
    input: { ...input, history: written },
    resolved: document.toString({ lineWidth: 0 }),
    assumptions: loaded.assumptions.map((one) =>
      one.path === "history" ? { ...one, value: written, setBy: "scenario" as const, source, tag: "C" as const } : one,
    ),
  };
}

/**
 * Finds the warm-up that a scenario asks for; without one the scenario is as it was. The same scenario and seed give the same history.
 *
 * @throws JourneybenchError `bad-input` when it is not over in time, or the KPI is undefined; what `Study.live` throws
 */
export async function warmedUp(
  loaded: LoadedScenario,
  options: PilotOptions,
): Promise<{ readonly loaded: LoadedScenario; readonly warmUp: FoundWarmUp | undefined }> {
  const wanted = loaded.scenario.warmUp;
  if (wanted === undefined) return { loaded, warmUp: undefined };
  const kpi = kpiOf(wanted);
  const step = wanted.step ?? Math.max(1, Math.ceil(wanted.upTo / USUAL_STEPS));
  const { plan, outcomes } = await livePilots(pilotScenario(loaded.scenario, wanted, options.seed), step, options);
  const warmUp = foundIn(courseOf(kpi, plan, outcomes, plan.calendar), kpi, step, wanted);
  return { loaded: withHistory(loaded, warmUp), warmUp };
}
