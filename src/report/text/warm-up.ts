/** What was found of a warm-up, in a sentence. */

import type { ResultDocument } from "../../kpi/index.ts";
import { durationText, fixed } from "./numbers.ts";

/** "Warm-up (MSER-5 on …): …". */
export function warmUpSentence({ kpi, pilot, upTo, steps, truncated, history, statistic }: NonNullable<ResultDocument["warmUp"]>): string {
  const found = `${fixed(truncated, 0)} of ${fixed(steps, 0)} steps left out, statistic ${Number(statistic.toPrecision(3))}`;
  const length = truncated === 0 ? "none is needed" : `a history of ${durationText(history)}`;
  return `Warm-up by MSER-5 on ${kpi} (${fixed(pilot, 0)} pilot replications of ${durationText(upTo)}): ${length}, ${found}.`;
}
