/** Cohorts: customers by the time of their first order, in stretches of one length that begin and end at adoption. */

import type { Scenario } from "../../scenario/index.ts";

const YEAR = 31_536_000;

export interface Cohorts {
  /** Adoption, seconds. */
  readonly adoption: number;
  /** Seconds of one cohort. */
  readonly length: number;
  /** Cohorts of the history; the first of all, number 0, are those who were customers before the start. */
  readonly before: number;
  readonly count: number;
}

/** The cohorts of a scenario. */
export function planCohorts({ history, horizon, lifetimeValue }: Scenario): Cohorts {
  const length = lifetimeValue.cohort === "year" ? YEAR : YEAR / 4;
  const stretches = (time: number) => Math.ceil(time / length - 1e-9);
  const before = stretches(history);
  return { adoption: history, length, before, count: 1 + before + stretches(horizon) };
}

/** The cohort of a first order, seconds; of nobody's (below 0): those known before the start. */
export function cohortOf({ adoption, length, before, count }: Cohorts, firstOrderAt: number): number {
  if (firstOrderAt < 0) return 0;
  // What a rounded end leaves over belongs to the last cohort.
  return Math.min(count - 1, Math.max(1, 1 + before + Math.floor((firstOrderAt - adoption) / length)));
}

/** Start and end of a cohort, seconds from the start of the history; null: those known before the start. */
export function cohortSpan({ adoption, length, before }: Cohorts, cohort: number, end: number): { from: number; to: number } | null {
  if (cohort === 0) return null;
  const from = adoption + (cohort - 1 - before) * length;
  return { from: Math.max(0, from), to: Math.min(end, from + length) };
}
