/** The catalogue of all KPIs, in the order in which reports list them. */

import type { Kpi } from "../kpi.ts";
import { caseKpis } from "./cases.ts";
import { contactEndKpis } from "./contact-ends.ts";
import { contactKpis } from "./contacts.ts";
import { loyaltyKpis } from "./loyalty.ts";
import { marketKpis } from "./market.ts";

export const kpiCatalogue: readonly Kpi[] = [...marketKpis, ...contactKpis, ...contactEndKpis, ...caseKpis, ...loyaltyKpis];

/** The KPI of an id, if there is one. */
export function kpiById(id: string): Kpi | undefined {
  return kpiCatalogue.find((kpi) => kpi.id === id);
}
