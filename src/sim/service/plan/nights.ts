/** Working time after midnight that belongs to the day before: a shift belongs to the day on which it begins. */

import { WEEK_SECONDS, type WeeklyInterval, WeeklyHours } from "../../kernel/index.ts";

const DAY = 86_400;

/** The part of an interval after its first midnight; none of one that is a day or longer, which belongs to no day. */
function afterMidnight([from, to]: WeeklyInterval): WeeklyInterval[] {
  const midnight = (Math.floor(from / DAY) + 1) * DAY;
  if (to <= midnight || to - from >= DAY) return [];
  return midnight === WEEK_SECONDS ? [[0, to - WEEK_SECONDS]] : [[midnight, to]];
}

/** When those who work in these intervals, each as it was written, work in a shift that began the day before. */
export function nightsOf(intervals: readonly WeeklyInterval[]): WeeklyHours {
  return WeeklyHours.fromIntervals(intervals.flatMap(afterMidnight));
}
