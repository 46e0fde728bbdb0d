/** The customer's vocabulary, implemented over the market. */

import { at } from "../../kpi/index.ts";
import type { customerVocabulary, Implementation } from "../../journey/index.ts";
import * as assortment from "./assortment.ts";
import * as basket from "./basket.ts";
import * as decision from "./decision.ts";
import * as followUp from "./follow-up.ts";
import * as loyalty from "./loyalty.ts";
import { countFor, type Market } from "./market.ts";
import * as needs from "./needs.ts";
import * as orders from "./orders.ts";
import * as problems from "./problems.ts";
import * as questions from "./questions.ts";
import * as returns from "./returns.ts";
import * as shopStock from "./shop-stock.ts";
import * as stockOut from "./stock-out.ts";
import * as visits from "./visits.ts";

export const customerImplementation: Implementation<Market, typeof customerVocabulary> = {
  actions: {
    noteAwareness: (market, id) => countFor(market, id, at.becameAware, -1),
    beginNeed: needs.beginNeed,
    planVisit: visits.planVisit,
    beginVisit: visits.beginVisit,
    countDemand: decision.countDemand,
    missArticle: assortment.missArticle,
    meetStockOut: stockOut.meetStockOut,
    takeSubstitute: stockOut.takeSubstitute,
    waitForArticle: stockOut.waitForArticle,
    takeBackOrder: stockOut.takeBackOrder,
    loseSale: stockOut.loseSale,
    fillBasket: basket.fillBasket,
    loseBasket: basket.loseBasket,
    abandonBasket: basket.abandonBasket,
    giveUpNeed: needs.giveUpNeed,
    planShopVisit: shopStock.planShopVisit,
    leaveBasketForShop: shopStock.leaveBasketForShop,
    placeOrder: orders.placeOrder,
    receiveGoods: orders.receiveGoods,
    returnOrder: returns.returnOrder,
    finishPurchase: orders.finishPurchase,
    openCase: problems.openCase,
    contactCompany: problems.contactCompany,
    closeCaseResolved: problems.closeCaseResolved,
    closeCaseUnresolved: problems.closeCaseUnresolved,
    askQuestion: questions.askQuestion,
    missAnswer: questions.missAnswer,
    followUpOrder: followUp.followUpOrder,
    reflect: loyalty.reflect,
    recommend: loyalty.recommend,
    planNextNeed: needs.planNextNeed,
    leave: loyalty.leave,
  },
  guards: {
    wantsArticle: decision.wantsArticle,
    keepsLooking: visits.keepsLooking,
    articleNotCarried: assortment.articleNotCarried,
    articleAvailable: decision.articleAvailable,
    acceptsSubstitute: stockOut.acceptsSubstitute,
    waitsForArticle: stockOut.waitsForArticle,
    looksElsewhereHere: stockOut.looksElsewhereHere,
    losesBasketOnDeviceSwitch: basket.losesBasketOnDeviceSwitch,
    abandonsBasket: basket.abandonsBasket,
    articleGone: (market, id) => !decision.articleAvailable(market, id),
    headsForShop: shopStock.headsForShop,
    shopHasArticle: shopStock.shopHasArticle,
    hasProblem: problems.hasProblem,
    returnsOrder: returns.returnsOrder,
    givesUpCase: problems.givesUpCase,
    changesAttitude: loyalty.changesAttitude,
    comesBack: problems.comesBack,
    hasQuestion: questions.hasQuestion,
    asksCompany: questions.asksCompany,
    isFollowedUp: followUp.isFollowedUp,
    heedsOffer: followUp.heedsOffer,
    dropsOut: loyalty.dropsOut,
  },
  delays: {
    timeToVisit: visits.timeToVisit,
    visitDuration: visits.visitDuration,
    checkoutTime: basket.checkoutTime,
    patienceForArticle: stockOut.patienceForArticle,
    fulfilmentTime: orders.fulfilmentTime,
    timeToProblem: problems.timeToProblem,
    timeToReturnOrder: returns.timeToReturnOrder,
    timeToRecontact: problems.timeToRecontact,
    timeToReturn: problems.timeToReturn,
    timeToNextNeed: needs.timeToNextNeed,
  },
};
