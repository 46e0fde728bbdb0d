/** Stock by location and article under a base-stock (S−1, S) policy: every unit sold is ordered again at once. */

import { type Core, eventKind } from "../core/index.ts";
import { type QuantileFunction, quantileFunction, type Snapshotable } from "../kernel/index.ts";
import { purpose } from "../purposes.ts";
import type { MarketPlan } from "./plan.ts";

interface StockState {
  readonly onHand: Int32Array;
  readonly ordered: Uint32Array;
}

/**
 * With Poisson demand, lost sales and any lead time, the share of unmet demand of an article is Erlang's loss formula with S
 * servers and load demand rate × mean lead time (Karush 1957).
 */
export class Stock implements Snapshotable<StockState> {
  readonly articles: number;
  readonly #core: Core;
  readonly #locations: number;
  readonly #leadTimes: readonly QuantileFunction[];
  /** Location of each channel, −1 if it sells from none. */
  readonly #locationOf: Int32Array;
  /** Cumulated popularity of the articles. */
  readonly #popularity: Float64Array;
  readonly #onHand: Int32Array;
  readonly #ordered: Uint32Array;

  constructor(core: Core, plan: MarketPlan, stock: NonNullable<MarketPlan["scenario"]["stock"]>) {
    const locations = Object.values(stock.locations);
    this.#core = core;
    this.articles = stock.articles;
    this.#locations = locations.length;
    this.#leadTimes = locations.map((location) => quantileFunction(location.leadTime));
    this.#locationOf = Int32Array.from(plan.channels, ({ name }) => locations.findIndex((location) => location.channels.includes(name)));
    const shares = popularity(stock.articles, stock.popularity);
    this.#popularity = cumulated(shares);
    this.#onHand = Int32Array.from({ length: locations.length * stock.articles }, (_, cell) => {
      const location = locations[Math.floor(cell / stock.articles)];
      return Math.round((location?.units ?? 0) * stock.articles * (shares[cell % stock.articles] ?? 0));
    });
    this.#ordered = new Uint32Array(this.#onHand.length);
  }

  /** The article of a uniform number, by popularity. */
  article(u: number): number {
    let article = 0;
    while (article < this.articles - 1 && u >= (this.#popularity[article] as number)) article++;
    return article;
  }

  /** Location that a channel sells from, or −1 (unlimited). */
  locationOf(channel: number): number {
    return this.#locationOf[channel] as number;
  }

  has(location: number, article: number): boolean {
    return (this.#onHand[location * this.articles + article] as number) > 0;
  }

  /**
   * Location that meets an order of this channel: its own or, with `everywhere`, the first other one that has the article; −1 if
   * none does.
   */
  source(channel: number, article: number, everywhere: boolean): number {
    const own = this.locationOf(channel);
    if (own >= 0 && this.has(own, article)) return own;
    if (!everywhere) return -1;
    for (let location = 0; location < this.#locations; location++) {
      if (this.has(location, article)) return location;
    }
    return -1;
  }

  /** Whether a channel can sell the article now. */
  canSell(channel: number, article: number, everywhere: boolean): boolean {
    return this.locationOf(channel) < 0 || this.source(channel, article, everywhere) >= 0;
  }

  /**
   * Takes one unit and orders the next.
   *
   * @throws Error if there is none: no stock below zero
   */
  take(location: number, article: number): void {
    const cell = location * this.articles + article;
    const left = (this.#onHand[cell] as number) - 1;
    if (left < 0) throw new Error(`article ${article} was sold from location ${location}, which has none`);
    this.#onHand[cell] = left;
    const order = this.#ordered[cell] as number;
    this.#ordered[cell] = order + 1;
    const u = this.#core.draws.uniform(purpose.replenishment, cell, order);
    const wait = (this.#leadTimes[location] as QuantileFunction)(u);
    this.#core.events.schedule(this.#core.now + wait, eventKind.replenishment, cell, order | 0);
  }

  /** A unit arrives. */
  receive(cell: number): void {
    this.#onHand[cell] = (this.#onHand[cell] as number) + 1;
  }

  snapshot(): StockState {
    return { onHand: this.#onHand.slice(), ordered: this.#ordered.slice() };
  }

  restore(saved: StockState): void {
    this.#onHand.set(saved.onHand);
    this.#ordered.set(saved.ordered);
  }
}

/** Zipf shares: article k (from 1) in proportion to k to the power −exponent. */
function popularity(articles: number, exponent: number): number[] {
  const weights = Array.from({ length: articles }, (_, k) => Math.exp(-exponent * Math.log(k + 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function cumulated(shares: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(shares, (share) => (sum += share));
}
