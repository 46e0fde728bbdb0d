/** The KPIs of what a plan simulates. */

import { type Kpi, kpiCatalogue } from "../kpi/index.ts";
import { type Plan, simulatedMechanisms, simulatedParts } from "../sim/index.ts";

export function kpisOf(plan: Plan): Kpi[] {
  const present = simulatedParts(plan);
  const mechanisms = simulatedMechanisms(plan);
  return kpiCatalogue.filter(({ needs, mechanism }) => present[needs] && (mechanism === undefined || mechanisms.has(mechanism)));
}
