/** What is kept where: articles and their categories, locations, replenishment, what customers do when an article is not there. */

import { z } from "zod";
import { durationDistribution } from "./distributions.ts";
import { name } from "./market.ts";
import { group, parameter } from "./parameter.ts";
import { count, money, nonNegative, positive, positiveDuration, rate, share } from "./units.ts";

const ASSUMED = "assumption of this project";
const MOST_ARTICLES = 10_000;

const articles = count.max(MOST_ARTICLES, { error: "at most 10,000 articles" });

const popularity = parameter(nonNegative, 0.7, {
  about: "Exponent of the Zipf law by which needs fall on articles (0 = all alike).",
  source: ASSUMED,
  tag: "A",
  range: ["0", "1.5"],
});

const category = z.strictObject({
  weight: parameter(positive, 1, { about: "Share of needs that fall on the category, in proportion.", source: ASSUMED, tag: "A", range: ["0.2", "5"] }),
  articles: articles.describe("Number of articles in it."),
  popularity,
  price: parameter(positive, 1, { about: "Value of an order in it, relative to `offer.spend`.", source: ASSUMED, tag: "A", range: ["0.2", "5"] }),
  grossMargin: share.optional().describe("Share of an order's value left after the cost of goods; left out: that of the offer."),
  returns: z
    .strictObject({
      online: share.optional().describe("As `offer.returns.online`, for this category."),
      inPerson: share.optional().describe("As `offer.returns.inPerson`, for this category."),
    })
    .optional()
    .describe("Shares of orders sent back; what is left out is that of the offer."),
});

const REPLENISHMENT = "base-stock, { sS: { s: 4, S: 10 } } or { periodic: { every: 1w, upTo: 10 } }";

const policy = z.union(
  [
    z.literal("base-stock"),
    z.strictObject({
      sS: z
        .strictObject({
          s: nonNegative.describe("Reorder point of the average article."),
          S: nonNegative.describe("Level of the average article up to which is ordered."),
        })
        .refine(({ s, S }) => s < S, { error: "s below S" }),
    }),
    z.strictObject({
      periodic: z.strictObject({
        every: positiveDuration.describe("Time between two reviews."),
        upTo: nonNegative.describe("Level of the average article up to which is ordered at a review."),
        writeOff: money
          .optional()
          .describe("Loss per unit left at a review, which is thrown away (newspapers, fresh food); left out: it is kept."),
      }),
    }),
  ],
  { error: `a policy: ${REPLENISHMENT}` },
);

const location = z.strictObject({
  channels: z.array(name).min(1, { error: "at least one channel that sells from here" }).describe("Channels that sell from this stock."),
  units: nonNegative
    .optional()
    .describe("Stock kept of the average article under base-stock, units on order included; other policies have levels of their own."),
  leadTime: durationDistribution.describe("From ordering an article to having it; orders may overtake each other."),
  policy: policy
    .prefault("base-stock")
    .describe(
      "When and how much is ordered, by inventory position (on hand + on order − promised to waiting customers): `base-stock` orders whatever `units` lacks at once, `sS` up to S once the position is at s or below, `periodic` up to a level at each review.",
    ),
}).refine((written) => written.policy !== "base-stock" || written.units !== undefined, {
  error: "units, the stock kept under base-stock",
  path: ["units"],
});

const onStockOut = group({
  substitute: parameter(share, 0.38, {
    about: "On a stock-out, the share that takes another article of the category.",
    source: "evidence 3.5: substitute brand 20.5 % + variety 17.5 %",
    tag: "S2",
    range: ["0.2", "0.6"],
  }),
  wait: parameter(share, 0, {
    about: "Of the others, the share that orders all the same and waits for the next unit.",
    source: "off unless stated",
    tag: "A",
    range: ["0", "0.3"],
  }),
  patience: parameter(
    durationDistribution,
    { exponential: { mean: "3w" } },
    { about: "How long such customers wait before they take the order back.", source: ASSUMED, tag: "A", range: ["3d", "56d"], rangeOf: "mean" },
  ),
  looksAgain: parameter(share, 0.14, {
    about: "Of the others, the share that looks again in this company's channels.",
    source: "assumption of this project; of all who meet a stock-out 13.7 % go to another store (evidence 3.5)",
    tag: "A",
    range: ["0.05", "0.3"],
  }),
});

export const stock = z
  .strictObject({
    articles: articles.optional().describe("Number of articles kept; left out where categories say it."),
    popularity,
    categories: z
      .record(name, category)
      .optional()
      .describe("Articles by category: a need falls on a category by weight, then on an article in it. Left out: one category."),
    locations: z.record(name, location),
    onStockOut,
    fromElsewhereCost: parameter(money, 4, {
      about: "Extra cost of an order met from another location's stock.",
      source: ASSUMED,
      tag: "A",
      range: ["0", "10"],
    }),
    orderCost: parameter(money, 0, { about: "Fixed cost of one replenishment order of one article.", source: "off unless stated", tag: "A", range: ["0", "100"] }),
    holdingCost: parameter(money, 0, { about: "Cost of keeping one unit on hand for a year.", source: "off unless stated", tag: "A", range: ["0", "20"] }),
    unifiedExtra: parameter(nonNegative, 0.027, {
      about: "Holding cost of the additional stock that one view of all locations needs, as a share; only its cost is booked.",
      source: "evidence 1.6: Gallino, Moreno & Stamatopoulos 2017 (ship-to-store needs about 2.7 % more cycle and safety stock)",
      tag: "S",
      range: ["0", "0.05"],
    }),
    shrinkage: parameter(rate, "0/y", {
      about: "Rate at which a unit on hand vanishes (theft, damage).",
      source: "off unless stated",
      tag: "A",
      range: ["0/y", "0.1/y"],
    }),
  })
  .refine(({ articles: written, categories }) => (written === undefined) !== (categories === undefined), {
    error: "either articles or categories",
    path: ["articles"],
  })
  .refine(({ categories }) => Object.values(categories ?? {}).reduce((sum, one) => sum + one.articles, 0) <= MOST_ARTICLES, {
    error: "at most 10,000 articles in all categories",
    path: ["categories"],
  });
