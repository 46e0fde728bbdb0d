/** What the disruptions under way take away: agents of groups, and whole channels. */

import type { Crew } from "./crew.ts";

/** Shares are decimal fractions: 0.1 + 0.2 of ten heads are three heads, not four. */
const ROUNDING = 1e-9;

/**
 * How many of a group's agents who would be at work are kept away: the share that is missing, rounded up to heads. Shares of
 * disruptions at the same time add up, to all agents at most.
 */
export function knockedOutOf({ plan, supply }: Crew, group: number, present: number): number {
  let share = 0;
  for (const [row, { missing }] of plan.disruptions.entries()) {
    if (supply.underWay[row] === 1) share += missing[group] ?? 0;
  }
  return Math.min(present, Math.ceil(Math.max(0, share * present - ROUNDING)));
}

/** Whether any disruption under way keeps a channel down. */
export function isDown({ plan, supply }: Crew, channel: number): boolean {
  return plan.disruptions.some((disruption, row) => disruption.channel === channel && supply.underWay[row] === 1);
}
