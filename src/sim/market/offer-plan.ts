/** The offer as the engine reads it: what channels ask and carry, and what moves customers. */

import type { Scenario } from "../../scenario/index.ts";

type Offer = NonNullable<Scenario["offer"]>;

export interface OfferPlan {
  /** Logarithm of the price level, by channel. */
  readonly logPrice: Float64Array;
  /** Whether customers can meet two prices. */
  readonly pricesDiffer: boolean;
  /** Price level in every channel where the offer is one. */
  readonly unifiedPrice: number;
  /** Share of the articles carried, by channel. */
  readonly carried: Float64Array;
  /** Where an article stands among those of its category, from 0 for the best-selling one to below 1; empty without stock. */
  readonly standing: Float64Array;
  readonly priceWeight: number;
  readonly satisfactionWeight: number;
  readonly informationWeight: number;
  /** Undefined if relevance moves nothing: then nothing needs to be remembered. */
  readonly relevance: Offer["relevance"] | undefined;
  readonly scans: number;
  /** Share of visitors in person who take a delivery instead of goods from the shelf. */
  readonly insteadOfShelf: number;
  readonly elsewhere: Offer["elsewhere"] | undefined;
  /** Loss of satisfaction per log point between prices seen, and on an article that a channel does not carry. */
  readonly priceIrritation: number;
  readonly notCarriedPenalty: number;
}

/** A value for each channel, `otherwise` where none is given. */
function valueByChannel(values: Readonly<Record<string, number>> | undefined, names: readonly string[], otherwise: number): Float64Array {
  return Float64Array.from(names, (name) =>
    values !== undefined && Object.hasOwn(values, name) ? (values[name] ?? otherwise) : otherwise,
  );
}

/** Articles are listed category by category, in each the best-selling one first. */
function standings(stock: Scenario["stock"]): Float64Array {
  const written = Object.values(stock?.categories ?? {}).map(({ articles }) => articles);
  const sizes = written.length > 0 ? written : [stock?.articles ?? 0];
  return Float64Array.from(sizes.flatMap((size) => Array.from({ length: size }, (_, rank) => rank / size)));
}

/** Price levels of the channels, in their order. */
export function pricesOf(scenario: Scenario, names: readonly string[]): Float64Array {
  return valueByChannel(scenario.offer?.prices, names, 1);
}

/** Makes the offer's plan; without an offer part nothing moves anybody. */
export function planOffer(scenario: Scenario): OfferPlan {
  const { offer, experience } = scenario;
  const names = Object.keys(scenario.channels ?? {});
  const prices = pricesOf(scenario, names);
  const moves = offer !== undefined && (offer.relevance.conversion !== 0 || offer.relevance.basket !== 0);
  return {
    logPrice: prices.map((price) => Math.log(price)),
    pricesDiffer: new Set(prices).size > 1,
    unifiedPrice: offer?.unifiedPrice ?? 1,
    carried: valueByChannel(offer?.assortment, names, 1),
    standing: standings(scenario.stock),
    priceWeight: offer?.priceWeight ?? 0,
    satisfactionWeight: offer?.satisfactionWeight ?? 0,
    informationWeight: offer?.informationWeight ?? 0,
    relevance: moves ? offer.relevance : undefined,
    scans: offer?.inStoreApp.scans ?? 0,
    insteadOfShelf: offer?.delivery.insteadOfShelf ?? 1,
    elsewhere: offer?.elsewhere,
    priceIrritation: experience?.priceIrritation ?? 0,
    notCarriedPenalty: experience?.notCarriedPenalty ?? 0,
  };
}

/** Whether an article of the stock is on a channel's own list. */
export function isListed({ carried, standing }: OfferPlan, channel: number, article: number): boolean {
  const share = carried[channel] as number;
  return share === 1 || (standing[article] as number) < share;
}
