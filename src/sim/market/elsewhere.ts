/** Other companies: where needs go that are not met here. */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { countFor, drawOfNeed, type Market, placeOf } from "./market.ts";
import { valueOfNeed } from "./need-value.ts";

/**
 * A need that is given up may be met at another company, for the value that it would have had here at list price, times their price
 * level. After a visit to the shop within the research window this is competitive showrooming.
 */
export function buyElsewhere(market: Market, id: number): void {
  const { elsewhere } = market.plan.offer;
  if (elsewhere === undefined || elsewhere.share === 0) return;
  if (drawOfNeed(market, id, purpose.buysElsewhere) >= elsewhere.share) return;
  const { channel, shopVisitAt } = market.customers.columns;
  const place = placeOf(market, id);
  const last = channel[place] as number;
  countFor(market, id, at.needsMetElsewhere, last);
  countFor(market, id, at.elsewhereSpend, last, Math.round(valueOfNeed(market, id) * elsewhere.price * 100));
  const since = market.core.now - (market.plan.scenario.needs?.researchWindow ?? 0);
  if ((shopVisitAt[place] as number) >= since) countFor(market, id, at.elsewhereAfterShopVisit, last);
}
