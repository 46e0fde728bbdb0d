/**
 * Who is missing for a day, absent or in training: from midnight to midnight, but a shift that began the day before to its end. The draws
 * belong to group (or agent) and day, so they are the same under every strategy.
 */

import { purpose } from "../../purposes.ts";
import type { WeeklyHours } from "../../kernel/index.ts";
import type { ShiftPlan, StaffingPlan } from "../plan/types.ts";
import { missingShare } from "../training.ts";
import { binomialQuantile } from "./binomial-quantile.ts";
import type { Crew } from "./crew.ts";

export const DAY = 86_400;

/** The earliest time after t at which others may be missing: a midnight, or the end of a shift that began the day before. */
export function nextDayOfWork({ heads, shifts }: StaffingPlan, t: number): number {
  const midnight = (Math.floor(t / DAY) + 1) * DAY;
  const nights = heads === undefined ? shifts.map((shift) => shift.nights) : [heads.nights];
  return nights.reduce((soonest, night) => Math.min(soonest, night.nextChange(t)), midnight);
}

/** The day that work at time t belongs to. The shift that the run begins in the middle of has day −1, as the index of a draw 2³² − 1. */
function dayOfWork(nights: WeeklyHours, t: number): number {
  return (Math.floor(t / DAY) - (nights.isOpen(t) ? 1 : 0)) >>> 0;
}

/**
 * How many of the scheduled heads of a group are missing: each with the group's probability, so binomially many. One draw a day: with
 * more heads scheduled as many or more are missing, and as many or more are there.
 */
export function absentHeads(crew: Crew, group: number, scheduled: number): number {
  const { core, plan } = crew;
  const { heads, absence = 0 } = plan.groups[group]?.staffing ?? {};
  const missing = missingShare(crew, absence);
  if (missing === 0 || heads === undefined) return 0;
  return binomialQuantile(scheduled, missing, core.draws.uniform(purpose.absentees, group, dayOfWork(heads.nights, core.now)));
}

/** Whether an agent of a shift is missing from it today. */
export function isAbsent(crew: Crew, agent: number, { nights }: ShiftPlan, absence: number): boolean {
  const missing = missingShare(crew, absence);
  return missing > 0 && crew.core.draws.uniform(purpose.absence, agent, dayOfWork(nights, crew.core.now)) < missing;
}
