/** The catalogue of all KPIs, in the order in which reports list them. */

import type { Kpi } from "../kpi.ts";
import { advertisingKpis } from "./advertising.ts";
import { caseKpis } from "./cases.ts";
import { caseJourneyKpis } from "./case-journeys.ts";
import { contactEndKpis } from "./contact-ends.ts";
import { contactKpis } from "./contacts.ts";
import { followUpKpis } from "./follow-ups.ts";
import { handlingKpis } from "./handling.ts";
import { lifetimeKpis } from "./lifetime.ts";
import { loyaltyKpis } from "./loyalty.ts";
import { marketKpis } from "./market.ts";
import { stockKpis } from "./stock.ts";
import { offerKpis } from "./offers.ts";
import { programmeKpis } from "./programme.ts";
import { sessionKpis } from "./sessions.ts";
import { surveyKpis } from "./surveys.ts";

export const kpiCatalogue: readonly Kpi[] = [
  ...advertisingKpis,
  ...marketKpis,
  ...sessionKpis,
  ...offerKpis,
  ...stockKpis,
  ...contactKpis,
  ...handlingKpis,
  ...contactEndKpis,
  ...caseKpis,
  ...caseJourneyKpis,
  ...followUpKpis,
  ...surveyKpis,
  ...loyaltyKpis,
  ...lifetimeKpis,
  ...programmeKpis,
];

/** The KPI of an id, if there is one. */
export function kpiById(id: string): Kpi | undefined {
  return kpiCatalogue.find((kpi) => kpi.id === id);
}
