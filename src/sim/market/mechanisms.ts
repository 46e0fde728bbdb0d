/** Which parts that few markets have a plan has; KPIs that could only be 0 without them are left out. */

import type { MarketMechanism } from "../../kpi/index.ts";
import { hasOutages } from "./outages.ts";
import type { MarketPlan } from "./plan.ts";

export function marketMechanismsOf(plan: MarketPlan): ReadonlySet<MarketMechanism> {
  const { offer, experience } = plan.scenario;
  const { campaigns = [], competitorSpend = 0 } = plan.scenario.awareness ?? {};
  const advertises = campaigns.some(({ spend = 0 }) => spend > 0);
  const has: Readonly<Record<MarketMechanism, boolean>> = {
    impressions: campaigns.some(({ impressions = 0 }) => impressions > 0),
    advertising: advertises,
    competition: advertises && competitorSpend > 0,
    outages: hasOutages(plan),
    elsewhere: (offer?.elsewhere.share ?? 0) > 0,
    assortment: Object.values(offer?.assortment ?? {}).some((share) => share < 1),
    priceIrritation: (experience?.priceIrritation ?? 0) > 0,
    scans: (offer?.inStoreApp.scans ?? 0) > 0,
    contracts: plan.scenario.needs?.renewal !== undefined,
    programme: plan.programme !== undefined,
  };
  return new Set((Object.keys(has) as MarketMechanism[]).filter((name) => has[name]));
}
