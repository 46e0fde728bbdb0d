/** Awareness: Bass diffusion with promoters and campaigns, exact, with one pending event for the whole market. */

import { type Core, eventKind } from "../core/index.ts";
import { Campaigns } from "./campaigns.ts";
import type { Snapshotable } from "../kernel/index.ts";
import { purpose } from "../purposes.ts";
import type { MarketPlan } from "./plan.ts";
import { ThresholdHeap } from "./threshold-heap.ts";

interface AwarenessState {
  readonly numbers: Float64Array;
  readonly joined: ReturnType<ThresholdHeap["snapshot"]>;
  readonly campaigns: Float64Array;
}

// Positions in `numbers`.
const NEXT_RANK = 0;
const AWARE = 1;
const NET_PROMOTERS = 2;
const HAZARD_SO_FAR = 3;
const UPDATED_AT = 4;
const CAMPAIGN_HAZARD = 5;
const HANDLE = 6;
const NEWCOMERS = 7;

/**
 * A customer becomes aware when the cumulated hazard, the integral of p + q(1 + w n) F + campaigns, reaches the customer's own
 * threshold, an Exp(1) number (F = aware share, n = net share of promoters among the aware, w = word of mouth). Between changes
 * the hazard is constant, so the time of the next one is exact: with w = 0 this is the stochastic Bass (1969) process. The
 * thresholds are the same under every strategy.
 */
export class Awareness implements Snapshotable<AwarenessState> {
  readonly #core: Core;
  readonly #market: number;
  readonly #innovation: number;
  readonly #imitation: number;
  readonly #wordOfMouth: number;
  readonly #campaigns: Campaigns;
  /** Customers in the order of their thresholds, and the thresholds. Fixed at the start. */
  #order = new Int32Array(0);
  #thresholds = new Float64Array(0);
  readonly #numbers = new Float64Array(8);
  /** Newcomers who are not aware yet. Their thresholds count from when they came. */
  readonly #joined: ThresholdHeap;
  /** Whether newcomers become aware as others do; else they know the company when they come. */
  readonly diffuses: boolean;

  constructor(core: Core, plan: MarketPlan) {
    const awareness = plan.scenario.awareness;
    this.#core = core;
    this.#market = plan.people;
    this.#innovation = awareness?.innovation ?? 0;
    this.#imitation = awareness?.imitation ?? 0;
    this.#wordOfMouth = awareness?.wordOfMouth ?? 0;
    this.diffuses = awareness !== undefined && awareness.entry === undefined;
    this.#joined = new ThresholdHeap(plan.newcomers.length);
    this.#campaigns = new Campaigns(core, plan);
    this.#numbers[HANDLE] = -1;
  }

  /** Share of the market that is aware. */
  get awareShare(): number {
    return (this.#numbers[AWARE] as number) / this.#people;
  }

  /** Begins the diffusion among customers who are not aware yet; `known` are aware from the start. */
  begin(unaware: readonly number[], known: number): void {
    const luck = Float64Array.from(unaware, (id) => this.#core.draws.uniform(purpose.awarenessThreshold, id, 0));
    const ranks = descending(luck);
    this.#order = Int32Array.from(ranks, (place) => unaware[place] as number);
    this.#thresholds = Float64Array.from(ranks, (place) => -Math.log(luck[place] as number));
    this.#numbers[AWARE] = known;
    this.#campaigns.schedule();
    this.#plan();
  }

  /** A campaign begins (`sub` 0) or ends (1). */
  campaign(index: number, sub: number): void {
    this.#cumulate();
    const hazard = this.#campaigns.switch(index, sub === 0);
    this.#numbers[CAMPAIGN_HAZARD] = (this.#numbers[CAMPAIGN_HAZARD] as number) + (sub === 0 ? hazard : -hazard);
    this.#plan();
  }

  /** The next customer becomes aware: returns the row and plans the one after. */
  next(): number {
    const rank = this.#numbers[NEXT_RANK] as number;
    this.#cumulate();
    const first = this.#firstThreshold(rank);
    const isNewcomer = this.#joined.least < first;
    // Exactly the threshold, so that rounding of the clock does not add up.
    this.#numbers[HAZARD_SO_FAR] = Math.min(first, this.#joined.least);
    const id = isNewcomer ? this.#joined.take() : (this.#order[rank] as number);
    if (!isNewcomer) this.#numbers[NEXT_RANK] = rank + 1;
    this.#campaigns.countCause(id, this.#hazard());
    this.#numbers[AWARE] = (this.#numbers[AWARE] as number) + 1;
    this.#numbers[HANDLE] = -1;
    this.#plan();
    return id;
  }

  /** The least threshold of those who were there from the start; Infinity of nobody. */
  #firstThreshold(rank: number): number {
    return rank < this.#thresholds.length ? (this.#thresholds[rank] as number) : Number.POSITIVE_INFINITY;
  }

  /** Counts somebody aware who came another way. */
  countAware(): void {
    this.#numbers[AWARE] = (this.#numbers[AWARE] as number) + 1;
  }

  /** Somebody joins the market who does not know the company yet. */
  welcome(id: number): void {
    this.#cumulate();
    const threshold = -Math.log(this.#core.draws.uniform(purpose.awarenessThreshold, id, 0));
    this.#joined.add((this.#numbers[HAZARD_SO_FAR] as number) + threshold, id);
    this.#numbers[NEWCOMERS] = (this.#numbers[NEWCOMERS] as number) + 1;
    this.#plan();
  }

  /** People in the market so far. */
  get #people(): number {
    return this.#market + (this.#numbers[NEWCOMERS] as number);
  }

  /** The number of promoters less detractors changes. */
  changeNetPromoters(by: number): void {
    if (this.#wordOfMouth === 0) return;
    this.#cumulate();
    this.#numbers[NET_PROMOTERS] = (this.#numbers[NET_PROMOTERS] as number) + by;
    this.#plan();
  }

  /** At the end of a month: what the campaigns showed, and what advertising cost from `from` to `to`. */
  closeMonth(from: number, to: number): void {
    if (this.#campaigns.counts) this.#cumulate();
    this.#campaigns.close(from, to);
  }

  #hazard(): number {
    const aware = this.#numbers[AWARE] as number;
    const net = aware === 0 ? 0 : (this.#numbers[NET_PROMOTERS] as number) / aware;
    const imitation = this.#imitation * Math.max(0, 1 + this.#wordOfMouth * net) * (aware / this.#people);
    // Sums and differences of campaign hazards may leave a trace below zero.
    return Math.max(0, this.#innovation + imitation + (this.#numbers[CAMPAIGN_HAZARD] as number));
  }

  #cumulate(): void {
    const numbers = this.#numbers;
    const seconds = this.#core.now - (numbers[UPDATED_AT] as number);
    numbers[HAZARD_SO_FAR] = (numbers[HAZARD_SO_FAR] as number) + this.#hazard() * seconds;
    this.#campaigns.pass(seconds, numbers[AWARE] as number);
    numbers[UPDATED_AT] = this.#core.now;
  }

  #plan(): void {
    const numbers = this.#numbers;
    if ((numbers[HANDLE] as number) >= 0) this.#core.events.cancel(numbers[HANDLE] as number);
    numbers[HANDLE] = -1;
    const rank = numbers[NEXT_RANK] as number;
    const hazard = this.#hazard();
    const threshold = Math.min(this.#firstThreshold(rank), this.#joined.least);
    if (threshold === Number.POSITIVE_INFINITY || hazard === 0) return;
    const wait = (threshold - (numbers[HAZARD_SO_FAR] as number)) / hazard;
    numbers[HANDLE] = this.#core.events.schedule(this.#core.now + Math.max(0, wait), eventKind.awareness, 0, rank);
  }

  snapshot(): AwarenessState {
    return { numbers: this.#numbers.slice(), joined: this.#joined.snapshot(), campaigns: this.#campaigns.snapshot() };
  }

  restore(saved: AwarenessState): void {
    this.#numbers.set(saved.numbers);
    this.#joined.restore(saved.joined);
    this.#campaigns.restore(saved.campaigns);
  }
}

/**
 * Places of uniform numbers from the greatest to the least; of equal ones the earlier place first. A bucket for each
 * number, so that a million take a tenth of a second.
 */
function descending(luck: Float64Array): Int32Array {
  const count = luck.length;
  const bucketOf = (place: number) => Math.min(count - 1, Math.floor((1 - (luck[place] as number)) * count));
  const ends = new Int32Array(count + 1);
  for (let place = 0; place < count; place++) ends[bucketOf(place) + 1] = (ends[bucketOf(place) + 1] as number) + 1;
  for (let bucket = 0; bucket < count; bucket++) ends[bucket + 1] = (ends[bucket + 1] as number) + (ends[bucket] as number);
  const begins = ends.slice(0, count);
  const sorted = new Int32Array(count);
  for (let place = 0; place < count; place++) {
    const bucket = bucketOf(place);
    // What is in the bucket is sorted; the new one moves ahead of all that are less.
    let at = ends[bucket] as number;
    while (at > (begins[bucket] as number) && (luck[sorted[at - 1] as number] as number) < (luck[place] as number)) {
      sorted[at] = sorted[at - 1] as number;
      at--;
    }
    sorted[at] = place;
    ends[bucket] = (ends[bucket] as number) + 1;
  }
  return sorted;
}
