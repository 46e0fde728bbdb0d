/** When how many agents of a group are at work. */

import { WEEK_SECONDS, type WeeklyInterval, WeeklyHours } from "../../kernel/index.ts";
import type { ServiceScenario } from "./names.ts";
import { nightsOf } from "./nights.ts";
import type { HeadSteps, ShiftPlan, StaffingPlan } from "./types.ts";
import { stepFunction } from "./week-steps.ts";

type Group = ServiceScenario["groups"][string];

/** What is left of intervals when others are taken out; both in order of time, without overlap. */
function without(intervals: readonly WeeklyInterval[], others: readonly WeeklyInterval[]): WeeklyInterval[] {
  return intervals.flatMap(([from, to]) => {
    const left: WeeklyInterval[] = [];
    let begin = from;
    for (const [opens, closes] of others) {
      if (closes <= begin || opens >= to) continue;
      if (opens > begin) left.push([begin, opens]);
      begin = closes;
    }
    return begin < to ? [...left, [begin, to] as const] : left;
  });
}

/** Heads by the calendar: a schedule, or a constant number within the hours. */
function planHeads({ schedule, agents = 0, hours }: Group): HeadSteps {
  const steps = schedule ?? hours.map(([from, to]) => ({ from, to, value: agents }));
  const { starts, values } = stepFunction(steps);
  const nights = nightsOf(steps.filter(({ value }) => value > 0).map(({ from, to }) => [from, to]));
  return { cycle: WEEK_SECONDS, starts, counts: Int32Array.from(values), nights };
}

/** Intervals of the week before, of this one and of the next, in order of time: any of them may reach over the week's end. */
function aroundWeek(intervals: readonly WeeklyInterval[]): WeeklyInterval[] {
  return [-WEEK_SECONDS, 0, WEEK_SECONDS].flatMap((week) => intervals.map(([from, to]): WeeklyInterval => [from + week, to + week]));
}

function planShift({ agents, hours, breaks = [] }: NonNullable<Group["shifts"]>[number]): ShiftPlan {
  const left = without(hours, aroundWeek(breaks)).map(([from, to]): WeeklyInterval =>
    from < WEEK_SECONDS ? [from, to] : [from - WEEK_SECONDS, to - WEEK_SECONDS],
  );
  return { agents, hours: WeeklyHours.fromIntervals(left), nights: nightsOf(hours) };
}

/** Who works when. */
export function planStaffing(group: Group): StaffingPlan {
  const { shifts, absence } = group;
  return shifts === undefined
    ? { heads: planHeads(group), shifts: [], absence }
    : { heads: undefined, shifts: shifts.map(planShift), absence };
}

/** Agents that a group needs: the most heads at a time; with shifts everybody of every shift, who are persons of their own. */
export function rosterOf({ heads, shifts }: StaffingPlan): number {
  if (heads !== undefined) return Math.max(0, ...heads.counts);
  return shifts.reduce((sum, { agents }) => sum + agents, 0);
}
