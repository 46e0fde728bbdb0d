/** Questions before buying: who has one, whether somebody is there to ask, and what it does not to be answered. */

import { purpose, VISITS_PER_NEED } from "../purposes.ts";
import { channelPlan, drawOfVisit, type Market, placeOf } from "./market.ts";
import { contactCompany, openQuestion } from "./problems.ts";

export function hasQuestion(market: Market, id: number): boolean {
  const share = market.plan.scenario.offer?.questions.share ?? 0;
  if (share === 0 || (market.customers.columns.channel[placeOf(market, id)] as number) < 0) return false;
  return drawOfVisit(market, id, purpose.hasQuestion) < share;
}

/** Whether a visitor with a question finds an offered serving channel open. */
export function asksCompany(market: Market, id: number): boolean {
  return market.desk !== undefined && hasQuestion(market, id) && isSomebodyThere(market);
}

function isSomebodyThere(market: Market): boolean {
  for (let channel = 0; channel < market.plan.channels.length; channel++) {
    const { serves, hours } = channelPlan(market, channel);
    if (serves && market.offered[channel] === 1 && hours.isOpen(market.core.now)) return true;
  }
  return false;
}

/** The question is a case of its own, which closes with the answer and is no experience of a purchase. */
export function askQuestion(market: Market, id: number): void {
  openQuestion(market, id);
  contactCompany(market, id);
}

/** Which visit it is, from 1: an index of the customer's life. */
function visitIndex(market: Market, id: number): number {
  const place = placeOf(market, id);
  const { need, visit } = market.customers.columns;
  return (need[place] as number) * VISITS_PER_NEED + (visit[place] as number);
}

/** The visitor decides without the answer. */
export function missAnswer(market: Market, id: number): void {
  market.customers.columns.unanswered[placeOf(market, id)] = visitIndex(market, id);
}

/** What a question of this visit that was not answered does to the logit of conversion. */
export function questionShift(market: Market, id: number): number {
  const { share = 0, unanswered: effect = 0 } = market.plan.scenario.offer?.questions ?? {};
  if (share === 0) return 0;
  const { unanswered } = market.customers.columns;
  return unanswered[placeOf(market, id)] === visitIndex(market, id) ? effect : 0;
}
