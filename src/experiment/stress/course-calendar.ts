/** A run told in short steps: the ledger's months become minutes, so that a time course can be read from it. */

import type { Calendar } from "../../sim/index.ts";

/** A part of a run that is told in short steps: from a time (seconds from the start of the run) to the end of the run. */
export interface Course {
  readonly from: number;
  /** Seconds. */
  readonly step: number;
}

/**
 * A calendar with periods of `step` seconds from `from` on, and one period for what lies between the history and that. The ledger then
 * counts by them, and nothing else changes: what happens in a run does not depend on when its books are closed.
 *
 * @param run - seconds before strategies start, and after
 */
export function courseCalendar(run: { readonly history: number; readonly horizon: number }, { from, step }: Course): Calendar {
  const { history } = run;
  const end = history + run.horizon;
  const steps = Math.max(1, Math.ceil((end - from) / step - 1e-9));
  const fine = Array.from({ length: steps }, (_, index) => Math.min(end, from + (index + 1) * step));
  const before = [...(history > 0 ? [history] : []), ...(from > history ? [from] : [])];
  return { ends: [...before, ...fine], adoptionMonth: history > 0 ? 1 : 0, years: [] };
}
