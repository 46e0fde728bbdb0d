/** Numbers by the calendar as a step function over the week. */

import { WEEK_SECONDS } from "../../kernel/index.ts";

/** A number that holds in [from, to), seconds since Monday 00:00; Sunday's may end beyond the week. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Values from each start to the next; the first start is 0, neighbours differ. */
export interface StepFunction {
  readonly starts: Float64Array;
  readonly values: Float64Array;
}

/** Steps within the week, in order of time: what lies beyond its end is its beginning. */
function withinWeek(steps: readonly Step[]): readonly Step[] {
  const last = steps.at(-1);
  if (last === undefined || last.to <= WEEK_SECONDS) return steps;
  const { to, value } = last;
  return [{ from: 0, to: to - WEEK_SECONDS, value }, ...steps.slice(0, -1), { ...last, to: WEEK_SECONDS }];
}

/** The step function of steps in order of time that do not overlap: 0 between them. */
export function stepFunction(steps: readonly Step[]): StepFunction {
  const starts = [0];
  const values = [0];
  const turn = (time: number, value: number): void => {
    // What ends with the week goes on as the week begins.
    if (time === WEEK_SECONDS) return;
    if (starts.at(-1) === time) {
      starts.pop();
      values.pop();
    }
    if (values.at(-1) === value) return;
    starts.push(time);
    values.push(value);
  };
  for (const { from, to, value } of withinWeek(steps)) {
    turn(from, value);
    turn(to, 0);
  }
  return { starts: Float64Array.from(starts), values: Float64Array.from(values) };
}
