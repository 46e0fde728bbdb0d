/** One parameter at a time, from end to end. */

import { possible, type Span } from "../../kpi/index.ts";
import { valueAt } from "../design/range.ts";
import type { MakeMethod } from "./method.ts";
import { luckSpan, overLuck, type Values } from "./responses.ts";

/** The first point is the scenario itself, then low and high end of each parameter. */
export const tornado: MakeMethod = (ranges) => ({
  assignments: [[], ...ranges.flatMap((range) => [[valueAt(range, 0)], [valueAt(range, 1)]])],
  tell: (responses, valuesOf, confidence, unit) => {
    const bars = (values: readonly Values[], less: string | null) => {
      // A KPI ends where it can be no more; a difference does not.
      const level = ({ mean, low, high }: Span): Span => ({ mean, ...(less === null ? possible(unit, low, high) : { low, high }) });
      const ends = overLuck(values, confidence, (at) => at);
      const swings = overLuck(values, confidence, (at) =>
        ranges.map((_, row) => (at[2 * row + 2] as number) - (at[2 * row + 1] as number)),
      );
      return {
        now: level(luckSpan(ends, 0)),
        bars: ranges.map((_, row) => ({
          low: level(luckSpan(ends, 2 * row + 1)),
          high: level(luckSpan(ends, 2 * row + 2)),
          swing: luckSpan(swings, row),
        })),
      };
    };
    return { tornado: { responses: responses.map((response) => ({ ...response, ...bars(valuesOf(response), response.less) })) } };
  },
});
