/** What is sold and how it arrives: offer, basket, delivery, collection, returns. */

import { z } from "zod";
import { durationDistribution, moneyDistribution } from "./distributions.ts";
import { elsewhere } from "./elsewhere.ts";
import { name } from "./market.ts";
import { group, parameter } from "./parameter.ts";
import { questions } from "./questions.ts";
import { relevance } from "./relevance.ts";
import { duration, money, nonNegative, positive, positiveDuration, share } from "./units.ts";
import { unitsOfOrder } from "./units-of-order.ts";

const ASSUMED = "assumption of this project";

const spend = z.union(
  [z.strictObject({ gammaGamma: z.strictObject({ p: positive, q: positive.gt(1, { error: "a number above 1 (below, the mean order would be infinite)" }), gamma: positive }) }), moneyDistribution],
  { error: "a distribution of money, or { gammaGamma: { p, q, gamma } } with q above 1" },
);

export const offer = z.strictObject({
  spend: parameter(
    spend,
    { gammaGamma: { p: 6.25, q: 3.74, gamma: 15.44 } },
    {
      about: "Value of an order: gamma–gamma (a customer's own mean, and orders around it) or any distribution of money.",
      source: "Fader & Hardie note 025 on CDNOW; p = 6.25, q = 3.74, gamma = 15.44 (validation case clv-014)",
      tag: "S",
      range: ["10", "500"],
      rangeOf: "mean",
    },
  ),
  grossMargin: parameter(share, 0.4, { about: "Share of an order's value left after the cost of goods, at list price.", source: ASSUMED, tag: "A", range: ["0.15", "0.7"] }),
  prices: parameter(z.record(name, positive), {}, {
    about: "Price level by channel (1 = list price).",
    source: "one price unless stated",
    tag: "A",
  }),
  unifiedPrice: parameter(positive, 1, {
    about: "Price level in every channel with the capability unifiedOffer.",
    source: "the list price unless stated",
    tag: "A",
    range: ["0.8", "1.2"],
  }),
  assortment: parameter(z.record(name, share), {}, {
    about:
      "Share of the articles that a channel carries, the best-selling ones (without a stock part: share of needs); all with the capability unifiedOffer.",
    source: "every article in every channel unless stated",
    tag: "A",
  }),
  priceWeight: parameter(nonNegative, 2, {
    about: "Logit loss per log point above the lowest price seen for this need.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "5"],
  }),
  satisfactionWeight: parameter(nonNegative, 1, {
    about: "Logit gain in conversion per unit of satisfaction above the reference.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "3"],
  }),
  informationWeight: parameter(nonNegative, 0, {
    about: "Logit gain in conversion per earlier visit of this need that informed, and per scan in the shop.",
    source: "no effect unless stated",
    tag: "A",
    range: ["0", "0.5"],
  }),
  relevance,
  questions,
  inStoreApp: group({
    scans: parameter(share, 0, {
      about: "Share of visits in person in which the article is scanned, with the capability inStoreApp.",
      source: "nobody scans unless stated",
      tag: "A",
      range: ["0", "0.5"],
    }),
  }),
  elsewhere,
  abandonment: parameter(share, 0.7, {
    about: "Share of online baskets left for reasons other than a change of device.",
    source: "evidence 3.5: 70.19 % over 49 studies (Baymard)",
    tag: "S2",
    range: ["0.6", "0.8"],
  }),
  abandonedAtCheckout: parameter(share, 0.4, {
    about: "Of these baskets, the share whose checkout had begun.",
    source: ASSUMED,
    tag: "A",
    range: ["0.2", "0.7"],
  }),
  deviceSwitch: group({
    share: parameter(share, 0.1, { about: "Share of online baskets continued on another device.", source: ASSUMED, tag: "A", range: ["0", "0.3"] }),
    givesUp: parameter(share, 0.3, {
      about: "Of those that find the basket empty there, the share that gives up.",
      source: ASSUMED,
      tag: "A",
      range: ["0", "0.7"],
    }),
  }),
  checkoutTime: parameter(
    durationDistribution,
    { exponential: { mean: "10m" } },
    { about: "From basket to checkout online.", source: ASSUMED, tag: "A", range: ["2m", "120m"], rangeOf: "mean" },
  ),
  delivery: group({
    time: parameter(
      durationDistribution,
      { lognormal: { mean: "3d", cv: 0.4 } },
      { about: "From order to delivery.", source: ASSUMED, tag: "A", range: ["1d", "7d"], rangeOf: "mean" },
    ),
    promised: parameter(positiveDuration, "5d", { about: "Promised time; later is late.", source: ASSUMED, tag: "A", range: ["1d", "10d"] }),
    cost: parameter(money, 5, { about: "Cost to the company of one delivery.", source: ASSUMED, tag: "A", range: ["2", "10"] }),
    insteadOfShelf: parameter(share, 1, {
      about: "Share of visitors in person who take a delivery where the article is not on the shelf and can be ordered.",
      source: "everybody unless stated",
      tag: "A",
      range: ["0", "1"],
    }),
    expected: parameter(duration, "3d", {
      about: "Time to the goods that customers are used to online, at which `deliveryWeight` moves nothing.",
      source: ASSUMED,
      tag: "A",
      range: ["1d", "7d"],
    }),
  }),
  deliveryWeight: parameter(nonNegative, 0, {
    about: "Logit loss in online conversion per day of mean time to the goods beyond the expected time (gain per day below it).",
    source: "off unless stated; evidence 3.5: one day less gives +1.5 % online and +0.6 % in the shop",
    tag: "A",
    range: ["0", "0.05"],
  }),
  collection: group({
    share: parameter(share, 0.2, {
      about: "Share of online buyers who would rather collect.",
      source: "evidence 3.5: 19.7 % of multichannel retailers' online sales (Statista 2023)",
      tag: "S2",
      range: ["0.1", "0.3"],
    }),
    fromStore: parameter(
      durationDistribution,
      { deterministic: "4h" },
      { about: "Until ready from the shop's own shelf, where stock is one.", source: ASSUMED, tag: "A", range: ["1h", "24h"], rangeOf: "mean" },
    ),
    shippedToStore: parameter(
      durationDistribution,
      { lognormal: { mean: "4d", cv: 0.4 } },
      { about: "Until ready after a delivery to the shop.", source: ASSUMED, tag: "A", range: ["2d", "7d"], rangeOf: "mean" },
    ),
    cost: parameter(money, 2, { about: "Cost to the company of one collection.", source: ASSUMED, tag: "A", range: ["0", "5"] }),
    certainty: parameter(nonNegative, 0, {
      about:
        "Utility, for a customer who is online, of going to the shop, or of collecting there, when the article is seen to be on its shelf (needs one view of stock).",
      source: "off unless stated; evidence 1.6: Gallino & Moreno 2014 find the channel shift, without magnitudes",
      tag: "A",
      range: ["0", "2"],
    }),
    attach: parameter(share, 0, {
      about: "Share of collections at which the customer buys something else in the shop.",
      source: "off unless stated; evidence 3.5: 0.2 to 0.4 (assumption)",
      tag: "A",
      range: ["0", "0.4"],
    }),
    attachValue: parameter(moneyDistribution, { deterministic: 25 }, {
      about: "Value of what is bought in addition at a collection.",
      source: ASSUMED,
      tag: "A",
      range: ["5", "100"],
      rangeOf: "mean",
    }),
  }),
  units: unitsOfOrder.optional().describe("Units of the article in one order: a whole number or a distribution of them; left out: 1."),
  returns: group({
    online: parameter(share, 0, {
      about: "Share of the orders placed online that are sent back, of those that gave no problem.",
      source: "off unless stated; higher online than in shops",
      tag: "A",
      range: ["0", "0.5"],
    }),
    inPerson: parameter(share, 0, {
      about: "Share of the orders placed in a shop that are brought back, of those that gave no problem.",
      source: "off unless stated",
      tag: "A",
      range: ["0", "0.2"],
    }),
    after: parameter(
      durationDistribution,
      { lognormal: { mean: "7d", cv: 0.5 } },
      { about: "From the goods to the return, when the value is paid back.", source: ASSUMED, tag: "A", range: ["2d", "30d"], rangeOf: "mean" },
    ),
    toStock: parameter(
      durationDistribution,
      { deterministic: "5d" },
      { about: "From the return until the unit is on the shelf of the channel's location again.", source: ASSUMED, tag: "A", range: ["1d", "14d"], rangeOf: "mean" },
    ),
    cost: parameter(money, 6, { about: "Cost to the company of one return.", source: ASSUMED, tag: "A", range: ["2", "15"] }),
  }),
});
