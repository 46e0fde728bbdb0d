/** What is sold and how it arrives: offer, basket, delivery, stock. */

import { z } from "zod";
import { durationDistribution, moneyDistribution } from "./distributions.ts";
import { name } from "./market.ts";
import { group, parameter } from "./parameter.ts";
import { count, money, nonNegative, positive, positiveDuration, share } from "./units.ts";

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
    },
  ),
  grossMargin: parameter(share, 0.4, { about: "Share of an order's value left after the cost of goods.", source: ASSUMED, tag: "A" }),
  prices: parameter(z.record(name, positive), {}, {
    about: "Price level by channel (1 = list price).",
    source: "one price unless stated",
    tag: "A",
  }),
  priceWeight: parameter(nonNegative, 2, {
    about: "Logit loss per log point above the lowest price seen for this need.",
    source: ASSUMED,
    tag: "A",
  }),
  satisfactionWeight: parameter(nonNegative, 1, {
    about: "Logit gain in conversion per unit of satisfaction above the reference.",
    source: ASSUMED,
    tag: "A",
  }),
  abandonment: parameter(share, 0.7, {
    about: "Share of online baskets left for reasons other than a change of device.",
    source: "evidence 3.5: 70.19 % over 49 studies (Baymard)",
    tag: "S2",
  }),
  deviceSwitch: group({
    share: parameter(share, 0.1, { about: "Share of online baskets continued on another device.", source: ASSUMED, tag: "A" }),
    givesUp: parameter(share, 0.3, {
      about: "Of those that find the basket empty there, the share that gives up.",
      source: ASSUMED,
      tag: "A",
    }),
  }),
  checkoutTime: parameter(
    durationDistribution,
    { exponential: { mean: "10m" } },
    { about: "From basket to checkout online.", source: ASSUMED, tag: "A" },
  ),
  delivery: group({
    time: parameter(
      durationDistribution,
      { lognormal: { mean: "3d", cv: 0.4 } },
      { about: "From order to delivery.", source: ASSUMED, tag: "A" },
    ),
    promised: parameter(positiveDuration, "5d", { about: "Promised time; later is late.", source: ASSUMED, tag: "A" }),
    cost: parameter(money, 5, { about: "Cost to the company of one delivery.", source: ASSUMED, tag: "A" }),
  }),
  collection: group({
    share: parameter(share, 0.2, {
      about: "Share of online buyers who would rather collect.",
      source: "evidence 3.5: 19.7 % of multichannel retailers' online sales (Statista 2023)",
      tag: "S2",
    }),
    fromStore: parameter(
      durationDistribution,
      { deterministic: "4h" },
      { about: "Until ready from the shop's own shelf, where stock is one.", source: ASSUMED, tag: "A" },
    ),
    shippedToStore: parameter(
      durationDistribution,
      { lognormal: { mean: "4d", cv: 0.4 } },
      { about: "Until ready after a delivery to the shop.", source: ASSUMED, tag: "A" },
    ),
    cost: parameter(money, 2, { about: "Cost to the company of one collection.", source: ASSUMED, tag: "A" }),
  }),
});

const location = z.strictObject({
  channels: z.array(name).min(1, { error: "at least one channel that sells from here" }).describe("Channels that sell from this stock."),
  units: nonNegative.describe("Stock kept of the average article, units on order included."),
  leadTime: durationDistribution.describe("From ordering an article to having it."),
});

export const stock = z.strictObject({
  articles: count.max(10_000, { error: "at most 10,000 articles" }).describe("Number of articles kept."),
  popularity: parameter(nonNegative, 0.7, {
    about: "Exponent of the Zipf law by which needs fall on articles (0 = all alike).",
    source: ASSUMED,
    tag: "A",
  }),
  locations: z.record(name, location).describe("Base-stock (S-1, S) per article: each sale orders one; `units` = S of the average article."),
  onStockOut: group({
    substitute: parameter(share, 0.38, {
      about: "On a stock-out, the share that takes another article.",
      source: "evidence 3.5: substitute brand 20.5 % + variety 17.5 %",
      tag: "S2",
    }),
    looksAgain: parameter(share, 0.14, {
      about: "Of the others, the share that looks again in this company's channels.",
      source: "evidence 3.5: other store 13.7 %",
      tag: "S2",
    }),
  }),
  fromElsewhereCost: parameter(money, 4, {
    about: "Extra cost of an order met from another location's stock.",
    source: ASSUMED,
    tag: "A",
  }),
});
