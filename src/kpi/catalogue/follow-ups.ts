/** KPIs of planned follow-ups. By channel = the channel in which the company gets in touch. */

import { window } from "../definition.ts";
import { EVERYWHERE, type Kpi } from "../kpi.ts";
import { per } from "../slice.ts";

export const followUpKpis: readonly Kpi[] = [
  {
    id: "follow_up_found",
    label: "Follow-ups that find a problem",
    definition: "planned follow-ups whose customer says that the problem is not settled / planned follow-ups made",
    unit: "share",
    better: "none",
    group: "service",
    formula: "followUpsTold / followUps",
    window: window.events,
    reach: ["cross-channel"],
    conventions: ["follow-ups taken back because the customer was sooner do not count"],
    related: ["contacts_per_case", "fcr"],
    source: "source 002 (CRN.pl 2015), practice 3: planned communication after each contact",
    needs: "service",
    scopes: EVERYWHERE,
    value: per("followUpsTold", "followUps", "no follow-up was made"),
  },
];
