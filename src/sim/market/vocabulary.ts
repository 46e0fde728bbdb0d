/** The customer's vocabulary, implemented over the market. */

import { at } from "../../kpi/index.ts";
import type { customerVocabulary, Implementation } from "../../journey/index.ts";
import * as basket from "./basket.ts";
import * as decision from "./decision.ts";
import * as loyalty from "./loyalty.ts";
import { countFor, type Market } from "./market.ts";
import * as needs from "./needs.ts";
import * as orders from "./orders.ts";
import * as problems from "./problems.ts";
import * as visits from "./visits.ts";

export const customerImplementation: Implementation<Market, typeof customerVocabulary> = {
  actions: {
    noteAwareness: (market, id) => countFor(market, id, at.becameAware, -1),
    beginNeed: needs.beginNeed,
    planVisit: visits.planVisit,
    beginVisit: visits.beginVisit,
    countDemand: decision.countDemand,
    meetStockOut: decision.meetStockOut,
    takeSubstitute: decision.takeSubstitute,
    loseSale: decision.loseSale,
    fillBasket: basket.fillBasket,
    loseBasket: basket.loseBasket,
    abandonBasket: basket.abandonBasket,
    giveUpNeed: needs.giveUpNeed,
    placeOrder: orders.placeOrder,
    receiveGoods: orders.receiveGoods,
    finishPurchase: orders.finishPurchase,
    openCase: problems.openCase,
    contactCompany: problems.contactCompany,
    closeCaseResolved: problems.closeCaseResolved,
    closeCaseUnresolved: problems.closeCaseUnresolved,
    reflect: loyalty.reflect,
    recommend: loyalty.recommend,
    planNextNeed: needs.planNextNeed,
    leave: loyalty.leave,
  },
  guards: {
    wantsArticle: decision.wantsArticle,
    keepsLooking: visits.keepsLooking,
    articleAvailable: decision.articleAvailable,
    acceptsSubstitute: decision.acceptsSubstitute,
    looksElsewhereHere: decision.looksElsewhereHere,
    losesBasketOnDeviceSwitch: basket.losesBasketOnDeviceSwitch,
    abandonsBasket: basket.abandonsBasket,
    articleGone: (market, id) => !decision.articleAvailable(market, id),
    hasProblem: problems.hasProblem,
    givesUpCase: problems.givesUpCase,
    changesAttitude: loyalty.changesAttitude,
    dropsOut: loyalty.dropsOut,
  },
  delays: {
    timeToVisit: visits.timeToVisit,
    visitDuration: visits.visitDuration,
    checkoutTime: basket.checkoutTime,
    fulfilmentTime: orders.fulfilmentTime,
    timeToProblem: problems.timeToProblem,
    timeToRecontact: problems.timeToRecontact,
    timeToNextNeed: needs.timeToNextNeed,
  },
};
