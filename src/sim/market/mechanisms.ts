/** Which parts that few markets have a plan has; KPIs that could only be 0 without them are left out. */

import type { MarketMechanism } from "../../kpi/index.ts";
import { hasOutages } from "./outages.ts";
import type { MarketPlan } from "./plan.ts";

type Scenario = MarketPlan["scenario"];

/** Parts of stock and collection. */
function ofGoods({ offer, stock }: Scenario) {
  const locations = Object.values(stock?.locations ?? {});
  const policies = locations.map(({ policy }) => policy);
  const writesOff = policies.some((policy) => typeof policy === "object" && "periodic" in policy && policy.periodic.writeOff !== undefined);
  const { online = 0, inPerson = 0 } = offer?.returns ?? {};
  const ofCategories = Object.values(stock?.categories ?? {}).flatMap(({ returns }) => [returns?.online ?? 0, returns?.inPerson ?? 0]);
  return {
    severalUnits: offer?.units?.values.some((units) => units > 1) === true,
    extras: (offer?.collection.attach ?? 0) > 0,
    stockSeen: (offer?.collection.certainty ?? 0) > 0,
    returns: Math.max(online, inPerson, ...ofCategories) > 0,
    backorders: (stock?.onStockOut.wait ?? 0) > 0,
    inventoryCost: (stock?.holdingCost ?? 0) > 0 || (stock?.orderCost ?? 0) > 0 || writesOff,
    batches: policies.some((policy) => typeof policy === "object"),
    shrinkage: (stock?.shrinkage ?? 0) > 0,
    writeOff: writesOff,
  };
}

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
    ...ofGoods(plan.scenario),
  };
  return new Set((Object.keys(has) as MarketMechanism[]).filter((name) => has[name]));
}
