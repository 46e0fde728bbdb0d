/**
 * Who is missing for a day, absent or in training, from midnight to midnight. The draws belong to group (or agent) and day, so they are the same under every
 * strategy.
 */

import { purpose } from "../../purposes.ts";
import { missingShare } from "../training.ts";
import { binomialQuantile } from "./binomial-quantile.ts";
import type { Crew } from "./crew.ts";

export const DAY = 86_400;

/** The midnight after t. */
export function nextMidnight(t: number): number {
  return (Math.floor(t / DAY) + 1) * DAY;
}

/**
 * How many of the scheduled heads of a group are missing: each with the group's probability, so binomially many. One draw a day: with
 * more heads scheduled as many or more are missing, and as many or more are there.
 */
export function absentHeads(crew: Crew, group: number, scheduled: number): number {
  const { core, plan } = crew;
  const absence = missingShare(crew, plan.groups[group]?.staffing.absence ?? 0);
  if (absence === 0) return 0;
  return binomialQuantile(scheduled, absence, core.draws.uniform(purpose.absentees, group, Math.floor(core.now / DAY)));
}

/** Whether an agent with a shift of its own is missing today. */
export function isAbsent(crew: Crew, agent: number, absence: number): boolean {
  const missing = missingShare(crew, absence);
  return missing > 0 && crew.core.draws.uniform(purpose.absence, agent, Math.floor(crew.core.now / DAY)) < missing;
}
