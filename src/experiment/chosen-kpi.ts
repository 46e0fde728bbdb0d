/** The one KPI that a study is about. */

import { JourneybenchError } from "../errors.ts";
import type { Kpi } from "../kpi/index.ts";
import { nearest } from "../scenario/index.ts";

/** Looked for in this order when none is named. */
const USUAL_KPIS = ["profit", "service_level", "mean_wait_all", "revenue"];

/**
 * @param present KPIs that the scenario has
 * @param wanted left out: profit, or what a contact centre has instead
 * @throws JourneybenchError `usage` when the scenario has no such KPI
 */
export function chosenKpi(present: readonly Kpi[], wanted: string | undefined): Kpi {
  const ids = wanted === undefined ? [...USUAL_KPIS, ...present.map(({ id }) => id)] : [wanted];
  const found = ids.flatMap((id) => present.filter((kpi) => kpi.id === id)).at(0);
  if (found !== undefined) return found;
  const near = nearest(
    wanted ?? "",
    present.map(({ id }) => id),
  );
  throw new JourneybenchError(
    "usage",
    `The scenario has no KPI "${wanted ?? ""}".${near === undefined ? "" : ` Did you mean "${near}"?`}`,
    {
      hint: "`journeybench kpis` lists them, with the parts they need.",
    },
  );
}
