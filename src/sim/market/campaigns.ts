/** Campaigns: who saw them, who clicked, what they cost. */

import { at } from "../../kpi/index.ts";
import { type Core, eventKind } from "../core/index.ts";
import { poissonQuantile } from "../kernel/index.ts";
import { purpose } from "../purposes.ts";
import type { MarketPlan } from "./plan.ts";

interface Campaign {
  readonly at: number;
  readonly length: number;
  /** Of becoming aware, per second. */
  readonly hazard: number;
  /** Per person and second. */
  readonly impressions: number;
  readonly response: number;
  /** Whether the unaware become aware by a click, so that their clicks are known one by one. */
  readonly byClick: boolean;
  /** Cents. */
  readonly spend: number;
  /** Row of the channel in which it counts; "none" = number of channels. */
  readonly channel: number;
}

function planCampaigns({ scenario, channels }: MarketPlan): Campaign[] {
  return (scenario.awareness?.campaigns ?? []).map(({ at: begin, length, hazard, channel, impressions = 0, response = 0, spend = 0 }) => {
    const row = channels.findIndex(({ name }) => name === channel);
    return {
      at: begin,
      length,
      hazard: hazard ?? impressions * response,
      impressions,
      response,
      byClick: hazard === undefined,
      spend: Math.round(spend * 100),
      channel: row < 0 ? channels.length : row,
    };
  });
}

// Places of a campaign's numbers.
const ACTIVE = 0;
const AWARE_SECONDS = 1;
const SECONDS = 2;
const WIDTH = 3;

const YEAR = 31_536_000;

/**
 * Everybody of the market sees impressions as a Poisson process, and clicks on each with the campaign's response. By a click somebody
 * unaware becomes aware, so the extra hazard is the product of both (thinning). At the end of a month the clicks of the aware and the
 * impressions without a click are Poisson numbers of the time that has passed; clicks that made somebody aware are counted one by one.
 */
export class Campaigns {
  readonly #core: Core;
  readonly #people: number;
  readonly #campaigns: readonly Campaign[];
  readonly #competitors: number;
  readonly #none: number;
  readonly #noChannel: number;
  /** Whether anything is counted but money. */
  readonly counts: boolean;
  readonly #numbers: Float64Array;

  constructor(core: Core, plan: MarketPlan) {
    this.#core = core;
    this.#people = plan.customers;
    this.#campaigns = planCampaigns(plan);
    this.#competitors = (plan.scenario.awareness?.competitorSpend ?? 0) * 100;
    this.#none = plan.segments.length;
    this.#noChannel = plan.channels.length;
    this.counts = this.#campaigns.some(({ impressions }) => impressions > 0);
    this.#numbers = new Float64Array(WIDTH * this.#campaigns.length);
  }

  /** Plans the begins and ends of all campaigns. */
  schedule(): void {
    for (const [index, campaign] of this.#campaigns.entries()) {
      this.#core.events.schedule(campaign.at, eventKind.campaign, index, 0);
      this.#core.events.schedule(campaign.at + campaign.length, eventKind.campaign, index, 1);
    }
  }

  /** A campaign begins or ends; returns its hazard. */
  switch(index: number, begins: boolean): number {
    this.#numbers[WIDTH * index + ACTIVE] = begins ? 1 : 0;
    return this.#campaigns[index]?.hazard ?? 0;
  }

  /** Time passes in which so many are aware. */
  pass(seconds: number, aware: number): void {
    if (!this.counts) return;
    const numbers = this.#numbers;
    for (let place = 0; place < numbers.length; place += WIDTH) {
      if (numbers[place + ACTIVE] === 0) continue;
      numbers[place + SECONDS] = (numbers[place + SECONDS] as number) + seconds;
      numbers[place + AWARE_SECONDS] = (numbers[place + AWARE_SECONDS] as number) + seconds * aware;
    }
  }

  /** Somebody becomes aware at a total hazard: a click of one of the campaigns, with the share that its hazard has. */
  countCause(customer: number, hazard: number): void {
    if (!this.counts) return;
    let left = this.#core.draws.uniform(purpose.awarenessCause, customer, 0) * hazard;
    for (const [index, campaign] of this.#campaigns.entries()) {
      if (this.#numbers[WIDTH * index + ACTIVE] === 0) continue;
      left -= campaign.hazard;
      if (left >= 0) continue;
      if (campaign.byClick) this.#count(campaign, 1, 1);
      return;
    }
  }

  /** The end of a month that ran from `from` to `to`. */
  close(from: number, to: number): void {
    const core = this.#core;
    const { draws } = core;
    const { month } = core.ledger;
    for (const [index, campaign] of this.#campaigns.entries()) {
      const place = WIDTH * index;
      const { impressions, response, byClick } = campaign;
      const all = impressions * this.#people * (this.#numbers[place + SECONDS] as number);
      const ofAware = impressions * (this.#numbers[place + AWARE_SECONDS] as number);
      const clicks = poissonQuantile((byClick ? ofAware : all) * response, draws.uniform(purpose.campaignClicks, index, month));
      const seen = poissonQuantile(all * (1 - response), draws.uniform(purpose.campaignImpressions, index, month));
      this.#count(campaign, seen + clicks, clicks);
      this.#numbers[place + SECONDS] = 0;
      this.#numbers[place + AWARE_SECONDS] = 0;
      core.count(at.acquisitionCost, this.#none, campaign.channel, spentBy(campaign, to) - spentBy(campaign, from));
    }
    const cents = Math.round((this.#competitors * to) / YEAR) - Math.round((this.#competitors * from) / YEAR);
    core.count(at.competitorSpend, this.#none, this.#noChannel, cents);
  }

  #count({ channel }: Campaign, impressions: number, clicks: number): void {
    this.#core.count(at.impressions, this.#none, channel, impressions);
    this.#core.count(at.clicks, this.#none, channel, clicks);
  }

  snapshot(): Float64Array {
    return this.#numbers.slice();
  }

  restore(saved: Float64Array): void {
    this.#numbers.set(saved);
  }
}

/** Cents spent up to a time; differences add up to the whole. */
function spentBy({ at: begin, length, spend }: Campaign, time: number): number {
  return Math.round(spend * Math.min(1, Math.max(0, (time - begin) / length)));
}
