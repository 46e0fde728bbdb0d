/** The KPIs that a study is about: those named, or what is usual. */

import { JourneybenchError } from "../errors.ts";
import type { Kpi } from "../kpi/index.ts";
import { didYouMean } from "../scenario/index.ts";

/** Looked for in this order when none is named. */
const USUAL_KPI = ["profit", "service_level", "mean_wait_all", "revenue"];
const USUAL_KPIS = ["profit", "clv", "revenue", "retention", "service_level", "mean_wait_all", "cost_per_contact"];
/** Of several, so many are told. */
const TOLD_KPIS = 4;

function namedKpi(present: readonly Kpi[], id: string): Kpi {
  const found = present.find((kpi) => kpi.id === id);
  if (found !== undefined) return found;
  const suggestion = didYouMean(
    id,
    present.map((kpi) => kpi.id),
  );
  throw new JourneybenchError("usage", `The scenario has no KPI "${id}".${suggestion}`, {
    hint: "`journeybench kpis` lists them, with the parts they need.",
  });
}

function usualKpis(present: readonly Kpi[], ids: readonly string[]): Kpi[] {
  return ids.flatMap((id) => present.filter((kpi) => kpi.id === id));
}

/**
 * @param present KPIs that the scenario has
 * @param wanted left out: profit, or what a contact centre has instead
 * @throws JourneybenchError `usage` when the scenario has no such KPI
 */
export function chosenKpi(present: readonly Kpi[], wanted: string | undefined): Kpi {
  const usual = wanted === undefined ? [...usualKpis(present, USUAL_KPI), ...present].at(0) : undefined;
  return usual ?? namedKpi(present, wanted ?? "");
}

/**
 * @param present KPIs that the scenario has
 * @param wanted left out: profit, lifetime value, revenue and retention, or what a contact centre has instead
 * @throws JourneybenchError `usage` when the scenario lacks one of them
 */
export function chosenKpis(present: readonly Kpi[], wanted: readonly string[] | undefined): Kpi[] {
  return wanted?.map((id) => namedKpi(present, id)) ?? usualKpis(present, USUAL_KPIS).slice(0, TOLD_KPIS);
}
