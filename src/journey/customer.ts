/** The customer's five-phase journey: awareness, consideration, decision, service, loyalty, and back with the next need. */

import { setup } from "xstate";
import { caseStates } from "./case-states.ts";
import { customerVocabulary } from "./customer-vocabulary.ts";
import { stubs } from "./vocabulary.ts";

/**
 * Named guards, actions and delays are declared in `customer-vocabulary.ts` and implemented by the engine
 * (`src/sim/market/`), delays in seconds.
 */
export const customerMachine = setup({
  types: {
    events: {} as
      | { type: "BECOME_AWARE" }
      | { type: "ALREADY_CUSTOMER" }
      | { type: "ARTICLE_ARRIVED" }
      | { type: "COMPANY_CALLS" }
      | { type: "CONTACT_RESOLVED" }
      | { type: "CONTACT_FAILED" }
      | { type: "FOLLOWED_UP" },
  },
  ...stubs(customerVocabulary),
}).createMachine({
  id: "customer",
  initial: "awareness",
  states: {
    awareness: {
      initial: "unaware",
      states: {
        unaware: {
          on: {
            BECOME_AWARE: { target: "#customer.consideration", actions: ["noteAwareness", "beginNeed"] },
            ALREADY_CUSTOMER: { target: "#customer.loyalty.content" },
          },
        },
      },
    },
    consideration: {
      initial: "planningVisit",
      states: {
        planningVisit: {
          entry: "planVisit",
          after: { timeToVisit: { target: "visiting" } },
        },
        headingForShop: {
          entry: "planShopVisit",
          after: { timeToVisit: { target: "visiting" } },
        },
        visiting: {
          entry: "beginVisit",
          after: { visitDuration: { target: "#customer.decision" } },
        },
      },
    },
    decision: {
      initial: "wondering",
      states: {
        wondering: {
          always: [
            { guard: "asksCompany", target: "asking" },
            { guard: "hasQuestion", target: "weighing", actions: "missAnswer" },
            { target: "weighing" },
          ],
        },
        asking: {
          entry: "askQuestion",
          on: {
            CONTACT_RESOLVED: { target: "weighing", actions: "closeCaseResolved" },
            CONTACT_FAILED: { target: "weighing", actions: ["closeCaseUnresolved", "missAnswer"] },
          },
        },
        weighing: {
          always: [
            { guard: "wantsArticle", target: "checkingAssortment" },
            { guard: "headsForShop", target: "seeingShopStock" },
            { guard: "keepsLooking", target: "#customer.consideration" },
            { target: "#customer.loyalty.content", actions: "giveUpNeed" },
          ],
        },
        seeingShopStock: {
          always: [
            { guard: "shopHasArticle", target: "#customer.consideration.headingForShop" },
            { guard: "keepsLooking", target: "#customer.consideration" },
            { target: "#customer.loyalty.content", actions: "giveUpNeed" },
          ],
        },
        checkingAssortment: {
          always: [{ guard: "articleNotCarried", target: "notCarried" }, { target: "checkingStock" }],
        },
        notCarried: {
          entry: "missArticle",
          always: [
            { guard: "acceptsSubstitute", target: "basket", actions: "takeSubstitute" },
            { guard: "keepsLooking", target: "#customer.consideration" },
            { target: "#customer.loyalty.content", actions: "giveUpNeed" },
          ],
        },
        checkingStock: {
          entry: "countDemand",
          always: [{ guard: "articleAvailable", target: "basket" }, { target: "stockOut" }],
        },
        stockOut: {
          entry: "meetStockOut",
          always: [
            { guard: "acceptsSubstitute", target: "basket", actions: "takeSubstitute" },
            { guard: "waitsForArticle", target: "waitingForArticle" },
            { guard: "looksElsewhereHere", target: "#customer.consideration" },
            { target: "#customer.loyalty.content", actions: ["loseSale", "giveUpNeed"] },
          ],
        },
        waitingForArticle: {
          entry: "waitForArticle",
          on: { ARTICLE_ARRIVED: { target: "#customer.service", actions: ["fillBasket", "placeOrder"] } },
          after: { patienceForArticle: { target: "#customer.loyalty.content", actions: ["takeBackOrder", "loseSale", "giveUpNeed"] } },
        },
        basket: {
          entry: "fillBasket",
          after: { checkoutTime: { target: "checkout" } },
        },
        checkout: {
          always: [
            { guard: "losesBasketOnDeviceSwitch", target: "abandoned", actions: "loseBasket" },
            { guard: "headsForShop", target: "seeingShopStockFromBasket" },
            { guard: "abandonsBasket", target: "abandoned" },
            { guard: "articleGone", target: "stockOut", actions: "countDemand" },
            { target: "#customer.service", actions: "placeOrder" },
          ],
        },
        seeingShopStockFromBasket: {
          always: [
            { guard: "shopHasArticle", target: "#customer.consideration.headingForShop", actions: ["abandonBasket", "leaveBasketForShop"] },
            { guard: "abandonsBasket", target: "abandoned" },
            { guard: "articleGone", target: "stockOut", actions: "countDemand" },
            { target: "#customer.service", actions: "placeOrder" },
          ],
        },
        abandoned: {
          entry: "abandonBasket",
          always: [
            { guard: "keepsLooking", target: "#customer.consideration" },
            { target: "#customer.loyalty.content", actions: "giveUpNeed" },
          ],
        },
      },
    },
    service: {
      initial: "awaitingGoods",
      states: {
        awaitingGoods: {
          after: { fulfilmentTime: { target: "receiving" } },
        },
        receiving: {
          entry: "receiveGoods",
          always: [
            { guard: "hasProblem", target: "noticingProblem" },
            { guard: "returnsOrder", target: "returning" },
            { guard: "isFollowedUp", target: "#customer.loyalty", actions: ["finishPurchase", "followUpOrder"] },
            { target: "#customer.loyalty", actions: "finishPurchase" },
          ],
        },
        returning: {
          after: { timeToReturnOrder: { target: "#customer.loyalty", actions: ["returnOrder", "finishPurchase"] } },
        },
        ...caseStates("customer"),
      },
    },
    loyalty: {
      initial: "reflecting",
      states: {
        reflecting: {
          entry: "reflect",
          always: [
            { guard: "changesAttitude", target: "recommending" },
            { guard: "dropsOut", target: "#customer.churned", actions: "leave" },
            { target: "content" },
          ],
        },
        recommending: {
          entry: "recommend",
          always: [{ guard: "dropsOut", target: "#customer.churned", actions: "leave" }, { target: "content" }],
        },
        content: {
          entry: "planNextNeed",
          after: { timeToNextNeed: { target: "#customer.consideration", actions: "beginNeed" } },
          on: { FOLLOWED_UP: { guard: "heedsOffer", target: "#customer.consideration", actions: "beginNeed" } },
        },
      },
    },
    churned: { type: "final" },
  },
});
