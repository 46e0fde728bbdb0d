/** All words of a journey that an author brought, for the executors. */

import type { Distribution } from "../../../scenario/index.ts";
import { type JourneyImplementation, NAMES_PER_STEP, type WordFunction } from "../../../journey/index.ts";
import { type QuantileFunction, quantileFunction } from "../../kernel/index.ts";
import { purpose } from "../../purposes.ts";
import type { Market } from "../market.ts";
import type { MarketPlan } from "../plan.ts";
import { customerImplementation } from "../vocabulary.ts";
import * as cases from "./cases.ts";
import { genericWords, type Names, ownOf } from "./generic-words.ts";
import * as needs from "./needs.ts";

/** Words of retail that rely on the order in which the bundled journey calls them, made safe for any order. */
const actions = {
  beginNeed: needs.beginNeed,
  giveUpNeed: needs.giveUpNeed,
  placeOrder: needs.placeOrder,
  leave: needs.leave,
  openCase: cases.openCase,
  contactCompany: cases.contactCompany,
  askQuestion: cases.askQuestion,
  closeCaseResolved: (market: Market, id: number) => cases.closeCase(market, id, true),
  closeCaseUnresolved: (market: Market, id: number) => cases.closeCase(market, id, false),
};
const guards = { givesUpCase: cases.givesUpCase, comesBack: cases.comesBack };
const delays = { timeToRecontact: cases.timeToRecontact, timeToReturn: cases.timeToReturn };

/** A delay by inversion of one addressed draw. */
function delayBy(quantile: QuantileFunction, row: number): WordFunction<Market, number> {
  return (market, id) =>
    quantile(market.core.draws.uniform(purpose.journeyDelay, id, (ownOf(market).steps[id] as number) * NAMES_PER_STEP + row));
}

/**
 * The words for one journey.
 *
 * @param written - delays that the journey writes out or declares, by name, in the order that addresses their draws
 */
export function ownWords(plan: MarketPlan, names: Names, written: ReadonlyMap<string, Distribution>): JourneyImplementation<Market> {
  const generic = genericWords(plan, names);
  const ofText = [...written].map(([name, distribution], row) => [name, delayBy(quantileFunction(distribution), row)] as const);
  return {
    actions: { ...customerImplementation.actions, ...actions, ...generic.actions },
    guards: { ...customerImplementation.guards, ...guards, ...generic.guards },
    delays: { ...customerImplementation.delays, ...delays, ...Object.fromEntries(ofText) },
  };
}
