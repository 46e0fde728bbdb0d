/** The app in the shop: a scan shows what the web shows. */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { learn } from "./information.ts";
import { channelPlan, countFor, drawOfVisit, type Market, placeOf } from "./market.ts";
import { compareElsewhere, priceIn, seePrice } from "./prices.ts";

/** Whether the article is scanned in the visit under way. */
export function scansArticle(market: Market, id: number): boolean {
  const { scans } = market.plan.offer;
  if (scans === 0 || !market.core.strategy.capabilities.inStoreApp) return false;
  const channel = market.customers.columns.channel[placeOf(market, id)] as number;
  if (channel < 0 || !channelPlan(market, channel).inPerson) return false;
  return drawOfVisit(market, id, purpose.scansArticle) < scans;
}

/** The offered channel online with the lowest price, −1 if none sells. */
function cheapestOnline(market: Market): number {
  let best = -1;
  for (let channel = 0; channel < market.plan.channels.length; channel++) {
    const { inPerson, sells } = channelPlan(market, channel);
    if (inPerson || !sells || market.offered[channel] !== 1) continue;
    if (best < 0 || priceIn(market, channel) < priceIn(market, best)) best = channel;
  }
  return best;
}

/** A scan is research online: it informs, and shows the price there, which may be compared with another company's. */
export function scanArticle(market: Market, id: number): void {
  const { channel, onlineVisitAt } = market.customers.columns;
  const place = placeOf(market, id);
  countFor(market, id, at.scans, channel[place] as number);
  onlineVisitAt[place] = market.core.now;
  learn(market, id);
  const online = cheapestOnline(market);
  if (online >= 0) seePrice(market, id, online);
  compareElsewhere(market, id);
}
