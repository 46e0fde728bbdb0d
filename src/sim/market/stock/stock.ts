/** Stock by location and article: what is on hand, what is ordered and when it comes, who waits for it. */

import { at } from "../../../kpi/index.ts";
import { actorKind, type Core, eventKind } from "../../core/index.ts";
import type { Snapshotable } from "../../kernel/index.ts";
import { isListed } from "../offer-plan.ts";
import type { MarketPlan } from "../plan.ts";
import { Backorders } from "./backorders.ts";
import { articleAt } from "./goods.ts";
import { Replenishment } from "./replenishment.ts";
import { Shrinkage } from "./shrinkage.ts";
import { UnitTime } from "./unit-time.ts";

/** What happens to a cell (location × articles + article); events of stock carry it as entity = layer × cells + cell. */
const layer = { arrival: 0, comesBack: 1, shrinkage: 2, review: 3 } as const;

/** How customers who wait are told that their article is there. */
export interface Waiting {
  /** Customers who may wait, 0 where nobody does. */
  readonly customers: number;
  /** Code of the journey's event, undefined if it knows none. */
  readonly code: number | undefined;
  /** Called with each customer who waits no longer, before the message goes. */
  readonly ends: (customer: number) => void;
}

interface StockState {
  readonly onHand: Int32Array;
  readonly replenishment: ReturnType<Replenishment["snapshot"]>;
  readonly time: Float64Array;
  readonly backorders: ReturnType<Backorders["snapshot"]>;
  readonly shrinkage: ReturnType<Shrinkage["snapshot"]> | undefined;
}

/**
 * Under a base-stock policy (every unit sold is ordered again at once) with Poisson demand, lost sales and any lead time, the
 * share of unmet demand of an article is Erlang's loss formula with S servers and load demand rate × mean lead time (Karush
 * 1957); if customers wait instead, units on order are Poisson with that mean (Palm 1938).
 */
export class Stock implements Snapshotable<StockState> {
  readonly articles: number;
  readonly backorders: Backorders;
  /** Units on hand at the beginning. */
  readonly initial: number;
  readonly #core: Core;
  readonly #plan: MarketPlan;
  readonly #locations: number;
  readonly #cells: number;
  readonly #waiting: Waiting;
  readonly #replenishment: Replenishment;
  readonly #orderCents: number;
  readonly #shrinkage: Shrinkage | undefined;
  /** Location of each channel, −1 if it sells from none. */
  readonly #locationOf: Int32Array;
  readonly #onHand: Int32Array;
  readonly #time: UnitTime;

  constructor(core: Core, plan: MarketPlan, stock: NonNullable<MarketPlan["scenario"]["stock"]>, waiting: Waiting) {
    const locations = Object.values(stock.locations);
    const { popularity } = plan.goods;
    this.#core = core;
    this.#plan = plan;
    this.articles = popularity.length;
    this.#locations = locations.length;
    this.#cells = locations.length * popularity.length;
    this.#waiting = waiting;
    this.#orderCents = Math.round(stock.orderCost * 100);
    this.#locationOf = Int32Array.from(plan.channels, ({ name }) => locations.findIndex((location) => location.channels.includes(name)));
    const isKept = (location: number, article: number): boolean =>
      plan.channels.some((_, channel) => this.#locationOf[channel] === location && isListed(plan.offer, channel, article));
    this.#replenishment = new Replenishment(core, locations, popularity, isKept);
    this.#onHand = this.#replenishment.levels.upTo.slice();
    this.backorders = new Backorders(this.#cells, waiting.customers);
    this.initial = this.#onHand.reduce((sum, units) => sum + units, 0);
    this.#time = new UnitTime(this.initial);
    const candidate = (time: number, cell: number, sub: number): number => this.#schedule(time, layer.shrinkage, cell, sub);
    this.#shrinkage = stock.shrinkage === 0 ? undefined : new Shrinkage(core, stock.shrinkage, this.#replenishment.levels.upTo, candidate);
  }

  /** Begins reviews and shrinkage. */
  begin(): void {
    for (const [location, reviews] of this.#replenishment.reviews.entries()) {
      if (reviews !== undefined) this.#schedule(reviews.every, layer.review, location * this.articles, 0);
    }
    this.#shrinkage?.begin();
  }

  /** The article of a uniform number, by popularity. */
  article(u: number): number {
    return articleAt(this.#plan.goods, u);
  }

  /** Location that a channel sells from, or −1 (unlimited). */
  locationOf(channel: number): number {
    return this.#locationOf[channel] as number;
  }

  has(location: number, article: number, units = 1): boolean {
    return (this.#onHand[location * this.articles + article] as number) >= units;
  }

  /** Units on the shelves of all locations, and put aside for customers. */
  present(): number {
    return this.#onHand.reduce((sum, units) => sum + units, 0) + this.backorders.allHeld();
  }

  /** Units on hand of an article at a location. */
  onHand(location: number, article: number): number {
    return this.#onHand[location * this.articles + article] as number;
  }

  /** Units on their way to a location. */
  onOrder(location: number, article: number): number {
    return this.#replenishment.onOrder(location * this.articles + article);
  }

  /**
   * Location that meets an order of this channel: its own or, with `everywhere`, the first other one that has the article; −1 if
   * none does.
   */
  source(channel: number, article: number, everywhere: boolean, units = 1): number {
    const own = this.locationOf(channel);
    if (own >= 0 && this.has(own, article, units)) return own;
    if (!everywhere) return -1;
    for (let location = 0; location < this.#locations; location++) {
      if (this.has(location, article, units)) return location;
    }
    return -1;
  }

  /** Whether a channel can sell the article now. */
  canSell(channel: number, article: number, everywhere: boolean, units = 1): boolean {
    return this.locationOf(channel) < 0 || this.source(channel, article, everywhere, units) >= 0;
  }

  /**
   * Takes units and orders what the policy says.
   *
   * @throws Error if there are not so many: no stock below zero
   */
  take(location: number, article: number, units = 1): void {
    const cell = location * this.articles + article;
    if ((this.#onHand[cell] as number) < units) {
      throw new Error(`article ${article} was sold from location ${location}, which has none`);
    }
    this.#change(cell, -units);
    this.#count(at.unitsSold, units);
    this.#reorder(cell);
  }

  /** A customer orders what is not there, and waits. */
  wait(customer: number, location: number, article: number, units: number): void {
    const cell = location * this.articles + article;
    this.backorders.join(customer, cell, units, this.#core.now);
    this.#reorder(cell);
    // With several units wanted there may be some left over for whoever wants fewer; the queue is first come, first served.
    this.#serve(cell);
  }

  /** A customer waits no longer. */
  stopWaiting(customer: number): void {
    const cell = this.backorders.cellOf(customer);
    this.backorders.leave(customer);
    this.#serve(cell);
  }

  /** The location that holds units for a customer, −1 if none does. */
  locationOfHeld(customer: number): number {
    return this.backorders.held(customer) === 0 ? -1 : Math.floor(this.backorders.cellOf(customer) / this.articles);
  }

  /** Hands over what was put aside for a customer. */
  handOver(customer: number): void {
    this.#count(at.unitsSold, this.backorders.held(customer));
    this.backorders.release(customer);
  }

  /** Units come back to a location after a time. */
  comeBack(location: number, article: number, units: number, time: number): void {
    this.#schedule(this.#core.now + time, layer.comesBack, location * this.articles + article, units);
  }

  /** An event of stock; `sub` is the number of units that arrive. */
  happen(entity: number, sub: number): void {
    const cell = entity % this.#cells;
    switch ((entity - cell) / this.#cells) {
      case layer.arrival:
        this.#replenishment.arrive(cell, sub);
        return this.#receive(cell, at.unitsReceived, sub);
      case layer.comesBack:
        return this.#receive(cell, at.unitsReturned, sub);
      case layer.shrinkage:
        return this.#shrink(cell);
      default:
        return this.#review(cell / this.articles);
    }
  }

  /** Unit-seconds on hand since the last call. */
  takeUnitSeconds(): number {
    return this.#time.take(this.#core.now);
  }

  #receive(cell: number, counter: number, units: number): void {
    this.#change(cell, units);
    this.#count(counter, units);
    this.#serve(cell);
  }

  #shrink(cell: number): void {
    if (this.#shrinkage?.happens(cell, this.#onHand[cell] as number) !== true) return;
    this.#change(cell, -1);
    this.#count(at.unitsShrunk, 1);
    this.#reorder(cell);
  }

  #review(location: number): void {
    const reviews = this.#replenishment.reviews[location];
    if (reviews === undefined) return;
    for (let article = 0; article < this.articles; article++) {
      const cell = location * this.articles + article;
      if (reviews.writeOff !== undefined) this.#writeOff(cell, reviews.writeOff);
      this.#order(cell, (this.#replenishment.levels.upTo[cell] as number) - this.#position(cell));
    }
    this.#schedule(this.#core.now + reviews.every, layer.review, location * this.articles, 0);
  }

  #writeOff(cell: number, cents: number): void {
    const units = this.#onHand[cell] as number;
    if (units === 0) return;
    this.#change(cell, -units);
    this.#count(at.unitsWrittenOff, units);
    this.#count(at.inventoryCost, units * cents);
  }

  /** Puts units aside for those who wait, in order. */
  #serve(cell: number): void {
    const { backorders } = this;
    for (let customer = backorders.firstAt(cell); customer >= 0; customer = backorders.firstAt(cell)) {
      const units = backorders.wanted(customer);
      if ((this.#onHand[cell] as number) < units) return;
      backorders.hold(customer);
      this.#change(cell, -units);
      this.#waiting.ends(customer);
      if (this.#waiting.code !== undefined) this.#core.messages.send(actorKind.customer, customer, this.#waiting.code);
    }
  }

  /** Inventory position. */
  #position(cell: number): number {
    return (this.#onHand[cell] as number) + this.#replenishment.onOrder(cell) - this.backorders.unitsAt(cell);
  }

  #reorder(cell: number): void {
    this.#order(cell, this.#replenishment.lacking(cell, this.#position(cell)));
  }

  #order(cell: number, units: number): void {
    if (units <= 0) return;
    this.#schedule(this.#replenishment.order(cell, units), layer.arrival, cell, units);
    this.#count(at.replenishments, 1);
    if (this.#orderCents > 0) this.#count(at.inventoryCost, this.#orderCents);
  }

  #change(cell: number, by: number): void {
    this.#time.change(by, this.#core.now);
    this.#onHand[cell] = (this.#onHand[cell] as number) + by;
    if (by > 0) this.#shrinkage?.onHandIs(cell, this.#onHand[cell]);
  }

  /** Stock belongs to no segment and to no channel. */
  #count(counter: number, amount: number): void {
    this.#core.count(counter, this.#plan.segments.length, this.#plan.channels.length, amount);
  }

  #schedule(time: number, what: number, cell: number, sub: number): number {
    return this.#core.events.schedule(time, eventKind.replenishment, what * this.#cells + cell, sub | 0);
  }

  snapshot(): StockState {
    return {
      onHand: this.#onHand.slice(),
      replenishment: this.#replenishment.snapshot(),
      time: this.#time.snapshot(),
      backorders: this.backorders.snapshot(),
      shrinkage: this.#shrinkage?.snapshot(),
    };
  }

  restore(saved: StockState): void {
    this.#onHand.set(saved.onHand);
    this.#replenishment.restore(saved.replenishment);
    this.#time.restore(saved.time);
    this.backorders.restore(saved.backorders);
    if (saved.shrinkage !== undefined) this.#shrinkage?.restore(saved.shrinkage);
  }
}
