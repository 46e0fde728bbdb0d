/** What is sold, as the engine reads it: articles by popularity and category, units of an order, how long customers expect to wait. */

import type { Scenario } from "../../../scenario/index.ts";
import { meanOf, type QuantileFunction, quantileFunction } from "../../kernel/index.ts";

const DAY = 86_400;

/** Articles that can stand for each other, and what their orders have in common. */
export interface CategoryPlan {
  /** Row of its first article, and how many it has. */
  readonly first: number;
  readonly articles: number;
  /** Value of an order relative to the offer's. */
  readonly price: number;
  readonly grossMargin: number;
  /** Shares of orders that come back. */
  readonly returnedOnline: number;
  readonly returnedInPerson: number;
}

export interface GoodsPlan {
  /** Share of needs by article. */
  readonly popularity: Float64Array;
  readonly cumulated: Float64Array;
  /** The only category where none is written: of all articles, or of goods without stock. */
  readonly categories: readonly CategoryPlan[];
  /** Row of the category, by article. */
  readonly categoryOf: Uint16Array;
  /** Units of an order; undefined: always one. */
  readonly units: QuantileFunction | undefined;
  readonly attachValue: QuantileFunction | undefined;
  /** Of customers who wait for an article. */
  readonly patience: QuantileFunction;
  readonly timeToReturn: QuantileFunction;
  readonly timeToStock: QuantileFunction;
  /** Utility online of the mean time to the goods against the expected one; the second with one view of stock. */
  readonly deliveryUtility: readonly [number, number];
}

interface Block {
  readonly share: number;
  readonly articles: number;
  readonly exponent: number;
  readonly category: Omit<CategoryPlan, "first" | "articles">;
}

/** Zipf shares: article k (from 1) in proportion to k to the power −exponent. */
function zipf(articles: number, exponent: number): number[] {
  const weights = Array.from({ length: articles }, (_, k) => Math.exp(-exponent * Math.log(k + 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function blocksOf({ offer, stock }: Scenario): Block[] {
  const general = {
    price: 1,
    grossMargin: offer?.grossMargin ?? 0,
    returnedOnline: offer?.returns.online ?? 0,
    returnedInPerson: offer?.returns.inPerson ?? 0,
  };
  const written = Object.values(stock?.categories ?? {});
  if (written.length === 0) return [{ share: 1, articles: stock?.articles ?? 0, exponent: stock?.popularity ?? 0, category: general }];
  const total = written.reduce((sum, { weight }) => sum + weight, 0);
  return written.map(({ weight, articles, popularity, price, grossMargin, returns }) => ({
    share: weight / total,
    articles,
    exponent: popularity,
    category: {
      price,
      grossMargin: grossMargin ?? general.grossMargin,
      returnedOnline: returns?.online ?? general.returnedOnline,
      returnedInPerson: returns?.inPerson ?? general.returnedInPerson,
    },
  }));
}

/** Mean time to the goods of an online order in days, by how many collect and how long that takes. */
function meanDays(offer: NonNullable<Scenario["offer"]>, sells: boolean, unified: boolean): number {
  const { delivery, collection } = offer;
  const share = sells ? collection.share : 0;
  const collected = meanOf(unified ? collection.fromStore : collection.shippedToStore);
  return ((1 - share) * meanOf(delivery.time) + share * collected) / DAY;
}

function deliveryUtility({ offer, channels = {} }: Scenario): readonly [number, number] {
  if (offer === undefined || offer.deliveryWeight === 0) return [0, 0];
  const shop = Object.values(channels).some(({ kind, can }) => kind === "in-person" && can.includes("sell"));
  const utility = (unified: boolean) => offer.deliveryWeight * (offer.delivery.expected / DAY - meanDays(offer, shop, unified));
  return [utility(false), utility(true)];
}

/** Makes the plan of goods from a valid scenario. */
export function planGoods(scenario: Scenario): GoodsPlan {
  const { offer } = scenario;
  const blocks = blocksOf(scenario);
  const popularity = Float64Array.from(
    blocks.flatMap(({ share, articles, exponent }) => zipf(articles, exponent).map((part) => share * part)),
  );
  let sum = 0;
  let first = 0;
  return {
    popularity,
    cumulated: popularity.map((share) => (sum += share)),
    categories: blocks.map(({ articles, category }) => {
      first += articles;
      return { ...category, first: first - articles, articles };
    }),
    categoryOf: Uint16Array.from(blocks.flatMap(({ articles }, row) => Array.from({ length: articles }, () => row))),
    units: offer?.units === undefined ? undefined : quantileFunction({ kind: "discrete", ...offer.units }),
    attachValue: offer === undefined || offer.collection.attach === 0 ? undefined : quantileFunction(offer.collection.attachValue),
    patience: quantileFunction(scenario.stock?.onStockOut.patience ?? { kind: "deterministic", value: 0 }),
    timeToReturn: quantileFunction(offer?.returns.after ?? { kind: "deterministic", value: 0 }),
    timeToStock: quantileFunction(offer?.returns.toStock ?? { kind: "deterministic", value: 0 }),
    deliveryUtility: deliveryUtility(scenario),
  };
}

/** The article of a uniform number, by popularity: the first whose cumulated share exceeds it. */
export function articleAt({ cumulated }: GoodsPlan, u: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u < (cumulated[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
