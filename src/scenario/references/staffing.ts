/** Groups say in one way who works when, work at some time, and say how fast they are with each number of contacts. */

import type { Path } from "../path.ts";
import type { Finding } from "../problems/finding.ts";
import { shown } from "../problems/shown.ts";
import { weeklyHours } from "../schema/week.ts";
import { entriesOf, isMap, itemsOf, own, valueAt } from "../value.ts";
import { ANY, type Check, type Draft, expand, neverOpen } from "./draft.ts";
import { exactlyOne } from "./one-of-several.ts";

const GROUPS = ["service", "groups", ANY] as const;
const MOST_AGENTS = 10_000;
/** Seconds. */
const WEEK = 604_800;

/** Groups have agents, a schedule or shifts, and hours only beside agents. */
export const groupsAreStaffedOnce: Check = (draft) =>
  expand(draft, GROUPS).flatMap((path): Finding[] => {
    const group = valueAt(draft.input, path);
    const findings = exactlyOne(group, path, ["agents", "schedule", "shifts"]);
    const other = ["schedule", "shifts"].find((key) => own(group, key) !== undefined);
    // Resolved files write the default out.
    const hoursToo = !["always", undefined].includes(own(group, "hours") as string | undefined);
    if (other === undefined || !hoursToo || findings.length > 0) return findings;
    const expected = `no hours beside ${other}, which says when the group works`;
    return [{ path: [...path, "hours"], at: "key", expected, found: "both" }];
  });

function empty(path: Path, what: string): Finding {
  return { path, at: "value", expected: `hours in which the ${what} works`, found: "none" };
}

/** Whether a schedule is well formed and nobody ever works. */
function nobodyScheduled(schedule: unknown): boolean {
  const days = entriesOf(schedule);
  return isMap(schedule) && days.every(([, intervals]) => isMap(intervals) && entriesOf(intervals).every(([, agents]) => agents === 0));
}

type Intervals = readonly (readonly [number, number])[];

/** Hours and breaks of a shift, the breaks of the weeks around too, as either may reach over the week's end; undefined if malformed. */
function shiftOf(shift: unknown): { readonly hours: Intervals; readonly breaks: Intervals } | undefined {
  const hours = weeklyHours.safeParse(own(shift, "hours"));
  const breaks = weeklyHours.safeParse(own(shift, "breaks"));
  if (!hours.success || !breaks.success) return undefined;
  const around = [-WEEK, 0, WEEK].flatMap((week) => breaks.data.map(([from, to]) => [from + week, to + week] as const));
  return { hours: hours.data, breaks: around };
}

/** Whether breaks take up all hours of a shift. */
function allBreaks(hours: Intervals, breaks: Intervals): boolean {
  return hours.every(([from, to]) => {
    let begin = from;
    for (const [opens, closes] of breaks) if (opens <= begin) begin = Math.max(begin, closes);
    return begin >= to;
  });
}

/** Whether there are breaks, and all of them fall outside the hours of a shift. */
function noBreakAtWork(hours: Intervals, breaks: Intervals): boolean {
  if (breaks.length === 0) return false;
  return breaks.every(([opens, closes]) => hours.every(([from, to]) => closes <= from || opens >= to));
}

function idleShift(draft: Draft, path: Path): Finding[] {
  const shift = valueAt(draft.input, path);
  if (neverOpen(own(shift, "hours"))) return [empty([...path, "hours"], "shift")];
  const written = shiftOf(shift);
  if (written === undefined) return [];
  if (noBreakAtWork(written.hours, written.breaks))
    return [{ path: [...path, "breaks"], at: "value", expected: "breaks within the hours of the shift", found: "none" }];
  if (!allBreaks(written.hours, written.breaks)) return [];
  return [{ path: [...path, "breaks"], at: "value", expected: "breaks that leave some hours to work", found: "breaks all the time" }];
}

/** Groups work at some time. */
export const groupsWork: Check = (draft) => [
  ...expand(draft, [...GROUPS, "hours"])
    .filter((path) => neverOpen(valueAt(draft.input, path)))
    .map((path) => empty(path, "group")),
  ...expand(draft, [...GROUPS, "schedule"])
    .filter((path) => nobodyScheduled(valueAt(draft.input, path)))
    .map((path) => empty(path, "group")),
  ...expand(draft, [...GROUPS, "shifts", ANY]).flatMap((path) => idleShift(draft, path)),
];

/** The shifts of a group have no more agents than a group may have. */
export const shiftsAreNotTooMany: Check = (draft) =>
  expand(draft, [...GROUPS, "shifts"]).flatMap((path): Finding[] => {
    const agents = itemsOf(valueAt(draft.input, path)).map((shift) => own(shift, "agents"));
    const total = agents.reduce<number>((sum, some) => sum + (typeof some === "number" && some > 0 ? some : 0), 0);
    if (total <= MOST_AGENTS || agents.some((some) => typeof some === "number" && some > MOST_AGENTS)) return [];
    return [{ path, at: "key", expected: "at most 10,000 agents in all shifts together", found: `${total} agents` }];
  });

/** There is a speed for each number of contacts that an agent may have in hand. */
export const speedsFitContacts: Check = (draft) =>
  expand(draft, [...GROUPS, "totalSpeed"]).flatMap((path): Finding[] => {
    const speeds = itemsOf(valueAt(draft.input, path));
    const atOnce = valueAt(draft.input, [...path.slice(0, -1), "atOnce"]) ?? 1;
    if (typeof atOnce !== "number" || speeds.length === 0 || speeds.length === atOnce) return [];
    const expected = atOnce === 1 ? "one speed, as atOnce is 1" : `${atOnce} speeds, one for each number of contacts up to atOnce`;
    return [{ path, at: "value", expected, found: `${speeds.length}: ${shown(speeds)}` }];
  });
