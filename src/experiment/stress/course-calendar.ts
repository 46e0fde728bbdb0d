/** A run told in short steps: the ledger's months become minutes, so that a time course can be read from it. */

import type { Calendar } from "../../sim/index.ts";

/**
 * A calendar whose periods after the history are `step` seconds long. The ledger then counts by them, and nothing else changes: what
 * happens in a run does not depend on when its books are closed.
 *
 * @param history seconds before strategies start
 * @param end seconds at which the run ends
 */
export function courseCalendar(history: number, end: number, step: number): Calendar {
  const steps = Math.max(1, Math.ceil((end - history) / step - 1e-9));
  const after = Array.from({ length: steps }, (_, index) => Math.min(end, history + (index + 1) * step));
  return { ends: history > 0 ? [history, ...after] : after, adoptionMonth: history > 0 ? 1 : 0, years: [] };
}
