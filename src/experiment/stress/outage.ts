/** Around an outage: every policy with and without it, on the same luck, in short steps. */

import { at, type ScopeSums, type StressMoment, type StressOutage, type StressRecovery } from "../../kpi/index.ts";
import type { Outcome, Plan } from "../../sim/index.ts";
import { jackknife } from "../../stats/index.ts";
import { type Course, courseCalendar } from "./course-calendar.ts";
import type { KnockOut } from "./knock-out.ts";
import { sumsOf, valueIn } from "./kpi-sums.ts";
import { marginOf } from "./margin.ts";
import type { CheckedPromise } from "./promises.ts";
import { type Moment, recoveryOf } from "./recovery.ts";
import type { Simulation } from "./simulation.ts";

/** The least step, in seconds, of which longer ones are multiples; a window is three steps. */
const STEP = 600;
const STEPS_IN_WINDOW = 3;
/** Steps of a course at most: long outages are looked at less closely. */
const MOST_STEPS = 300;
/** What a promise allows to go wrong, divided by this, is the band: 5 points for 80 % in time. */
const BAND_SHARE = 4;
/** How long after the outage its effects are looked for: so many times its length, and at least so many seconds. */
const LOOK_FACTOR = 6;
const LEAST_LOOK = 43_200;

/** The band of a promise: a quarter of what it allows to go wrong. */
export function bandOf({ definition, side, bound }: Pick<CheckedPromise, "definition" | "side" | "bound">): number {
  const room = side === "atLeast" && definition.unit === "share" ? 1 - bound : bound;
  return Math.abs(room) / BAND_SHARE;
}

/** How long after an outage of some length its effects are looked for. */
function lookOf(length: number): number {
  return Math.max(LEAST_LOOK, LOOK_FACTOR * length);
}

/** What is looked at around some knock-outs, undefined without any. */
export function outageOf(knockOuts: readonly KnockOut[], promises: readonly CheckedPromise[]): StressOutage | undefined {
  if (knockOuts.length === 0) return undefined;
  const from = Math.min(...knockOuts.map((knockOut) => knockOut.from));
  const to = Math.max(...knockOuts.map((knockOut) => knockOut.to));
  const step = STEP * Math.ceil((to - from + lookOf(to - from)) / (STEP * MOST_STEPS));
  return {
    knockOuts: knockOuts.map(({ text }) => text),
    from,
    to,
    window: STEPS_IN_WINDOW * step,
    step,
    bands: promises.map(bandOf),
  };
}

/** The course around an outage: from two windows before it, in whole steps of the run. */
function courseOf({ from, to, window, step }: StressOutage, { history, horizon }: Plan["scenario"]): Course & { readonly end: number } {
  const begins = history + Math.floor((from - 2 * window - history) / step) * step;
  const end = Math.min(history + horizon, history + Math.ceil((to + lookOf(to - from) - history) / step) * step);
  return { from: Math.max(history, begins), step, end };
}

/** Whether fewer contacts came than one per replication: a KPI of the few who still wait after closing says nothing. */
function isQuiet(sums: ScopeSums): boolean {
  return (sums.slice(null).sums[at.contactsOffered] as number) < sums.replications;
}

/** A promise's KPI over the window that ends with each period, from a window before the outage on. */
function momentsOf(
  plan: Plan,
  course: Course,
  promise: CheckedPromise,
  disturbed: readonly Outcome[],
  undisturbed: readonly Outcome[],
): Moment[] {
  const { ends } = plan.calendar;
  // The period between the history and the course is no step.
  const first = ends.findIndex((time) => time > course.from);
  return ends.flatMap((time, index) => {
    const from = index + 1 - STEPS_IN_WINDOW;
    if (from < first) return [];
    const [withIt, without] = [disturbed, undisturbed].map((outcomes) => sumsOf(plan, outcomes, promise.row, from, index + 1)) as [
      ScopeSums,
      ScopeSums,
    ];
    const quiet = isQuiet(withIt) || isQuiet(without);
    const read = (sums: ScopeSums) => (leaveOut: number | null) => (quiet ? null : valueIn(promise.definition, sums, leaveOut));
    return [{ time, disturbed: read(withIt), undisturbed: read(without) }];
  });
}

/** KPIs as margins: larger is better. */
function asMargins(moments: readonly Moment[], promise: CheckedPromise): Moment[] {
  const margin = (read: Moment["disturbed"]) => (leaveOut: number | null) => {
    const value = read(leaveOut);
    return value === null ? null : marginOf(promise, value);
  };
  return moments.map(({ time, disturbed, undisturbed }) => ({ time, disturbed: margin(disturbed), undisturbed: margin(undisturbed) }));
}

function shownMoment({ time, disturbed, undisturbed }: Moment, n: number, confidence: number): StressMoment {
  const estimate = jackknife(n, disturbed, confidence);
  const interval =
    "undefined" in estimate ? { mean: null, low: null, high: null } : { mean: estimate.estimate, low: estimate.low, high: estimate.high };
  return { time, undisturbed: undisturbed(null), disturbed: interval };
}

/** Recovery and time course of a policy, by promise. */
export interface Around {
  readonly recovery: StressRecovery[];
  readonly course: StressMoment[][];
}

/** Lives the outage at the scenario's own load under every policy. */
export async function aroundOutage(
  simulation: Simulation,
  outage: StressOutage,
  promises: readonly CheckedPromise[],
  policies: number,
): Promise<Around[]> {
  const base = simulation.plan();
  const { history, replications, confidence } = base.scenario;
  const course = courseOf(outage, base.scenario);
  const plan = { ...base, calendar: courseCalendar({ history, horizon: course.end - history }, course) };
  const rows = Array.from({ length: policies }, (_, policy) => policy);
  const setting = { load: 1, policies: rows, course };
  const [disturbed = [], undisturbed = []] = await simulation.live([
    { ...setting, knockedOut: true },
    { ...setting, knockedOut: false },
  ]);
  return rows.map((row) => {
    const around = promises.map((promise, index) => {
      const moments = momentsOf(plan, course, promise, disturbed[row]?.outcomes ?? [], undisturbed[row]?.outcomes ?? []);
      const limits = { from: outage.from, to: outage.to, band: outage.bands[index] ?? 0 };
      return {
        recovery: recoveryOf(asMargins(moments, promise), limits, replications, confidence),
        course: moments.map((moment) => shownMoment(moment, replications, confidence)),
      };
    });
    return { recovery: around.map((one) => one.recovery), course: around.map((one) => one.course) };
  });
}
