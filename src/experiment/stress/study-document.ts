/** From measured curves to the document of a study. */

import type { Assumption, KpiEstimate, StressDocument, StressDocumentPromise, StressOutage, StressPolicy } from "../../kpi/index.ts";
import { jackknife } from "../../stats/index.ts";
import { packageVersion } from "../version.ts";
import { breakingDifference, type BreakingPoint, breakingPoint, firstBreak, type LoadEstimate } from "./breaking-point.ts";
import type { Measured } from "./kpi-sums.ts";
import type { Around } from "./outage.ts";
import type { CheckedPromise } from "./promises.ts";
import { type Question, scaledStreams } from "./question.ts";
import type { Curve } from "./response.ts";

/** What a study has found. */
export interface Found {
  /** By policy; every response is one of `measured`. */
  readonly curves: readonly Curve[];
  /** KPIs at the scenario's own load, by row of the policy. */
  readonly ownLoad: ReadonlyMap<number, Record<string, KpiEstimate>>;
  /** With knock-outs: what was looked at, and what was seen under each policy. */
  readonly outage: StressOutage | undefined;
  readonly around: readonly Around[] | undefined;
}

/** What was run for it, and on which assumptions. */
export interface Effort {
  readonly sha256: string;
  readonly runs: number;
  readonly events: number;
  /** Share of the load to which bisection narrowed. */
  readonly tolerance: number;
  readonly assumptions: readonly Assumption[];
  readonly timing: StressDocument["timing"];
}

function withReason(estimate: LoadEstimate): LoadEstimate {
  const { load, low, high, reason } = estimate;
  return { load, low, high, ...(reason === undefined ? {} : { reason }) };
}

function shownBreak(point: BreakingPoint) {
  return { ...withReason(point), ...(point.beyond === undefined ? {} : { beyond: point.beyond }), keptAgain: point.keptAgain };
}

function shownCurve(curve: Curve, n: number, confidence: number): StressPolicy["curve"] {
  return curve.map(({ load, response }) => ({
    load,
    values: (response as Measured).values.map(([all = null, ...without]) => {
      const estimate = jackknife(n, (leaveOut) => (leaveOut === null ? all : (without[leaveOut] ?? null)), confidence);
      if ("undefined" in estimate) return { mean: null, low: null, high: null };
      return { mean: estimate.estimate, low: estimate.low, high: estimate.high };
    }),
  }));
}

function policyResults({ scenario, names, promises }: Question, { curves, ownLoad, around }: Found) {
  const { replications, confidence } = scenario;
  const points = curves.map((curve) => promises.map((_, row) => breakingPoint(curve, row, replications, confidence)));
  const firsts = points.map(firstBreak);
  const policies = names.map((name, row): StressPolicy => ({
    name,
    first: { promise: firsts[row]?.promise ?? null, ...shownBreak(firsts[row]?.point as BreakingPoint) },
    breaking: (points[row] ?? []).map(shownBreak),
    atOwnLoad: ownLoad.get(row) ?? {},
    curve: shownCurve(curves[row] ?? [], replications, confidence),
    ...(around === undefined ? {} : around[row]),
  }));
  const [base, ...others] = firsts.map(({ point }) => point);
  const differences = others.map((point, index) => ({
    policy: names[index + 1] ?? "",
    baseline: names[0] ?? "",
    ...withReason(breakingDifference(point, base as BreakingPoint, confidence)),
  }));
  return { policies, differences };
}

function shownPromise({ text, kpi, definition, channel, side, bound }: CheckedPromise): StressDocumentPromise {
  return { text, kpi, label: definition.label, unit: definition.unit, channel: channel ?? null, side, bound };
}

/** Makes the document. The same responses give the same bytes, but for `timing`. */
export function documentOf(question: Question, found: Found, effort: Effort): StressDocument {
  const { scenario, range } = question;
  const { outage } = found;
  const { service, segments = {} } = scenario;
  return {
    format: "journeybench/stress",
    version: 1,
    scenario: {
      name: scenario.name,
      sha256: effort.sha256,
      ...(scenario.description === undefined ? {} : { description: scenario.description }),
      currency: scenario.currency,
      history: scenario.history,
      horizon: scenario.horizon,
    },
    seed: scenario.seed,
    package: `journeybench ${packageVersion()}`,
    replications: scenario.replications,
    confidence: scenario.confidence,
    load: {
      ...range,
      own: service?.load ?? 1,
      scaled: scaledStreams(scenario),
      customers: Object.values(segments).reduce((sum, { size }) => sum + size, 0),
      tolerance: effort.tolerance,
    },
    promises: question.promises.map(shownPromise),
    ...policyResults(question, found),
    ...(outage === undefined ? {} : { outage }),
    assumptions: [...effort.assumptions],
    runs: effort.runs,
    events: effort.events,
    timing: effort.timing,
  };
}
