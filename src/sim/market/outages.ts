/** When channels are down: planned outages and failures of a replication, and what shoppers do who meet one. */

import { at } from "../../kpi/index.ts";
import { type Core, milliseconds } from "../core/index.ts";
import { purpose } from "../purposes.ts";
import { channelPlan, drawOfVisit, type Market, placeOf } from "./market.ts";
import type { MarketPlan } from "./plan.ts";
import { chooseWorkingChannel } from "./visit-choice.ts";

/** Times in which something is down, in order and apart: flat pairs of begin and end, seconds. */
type Timeline = Float64Array;

/** Which channels are down when. Fixed by the seed when a replication begins, so it is nobody's state and the same under every strategy. */
export class Outages {
  /** By channel: for visits. */
  #visits: readonly Timeline[] = [];
  /** By channel: for visits or for contacts (`service.disruptions`). */
  #any: readonly Timeline[] = [];

  /** Draws the outages of the replication that begins. */
  begin({ core, plan }: Pick<Market, "core" | "plan">): void {
    const end = plan.scenario.history + plan.scenario.horizon + plan.scenario.lifetimeValue.tail;
    const own = plan.channels.map((_, channel) => [...plannedTimes(plan, channel), ...failureTimes(core, plan, channel, end)]);
    this.#visits = own.map(timelineOf);
    this.#any = own.map((times, channel) => timelineOf([...times, ...disruptedTimes(plan, channel, end)]));
  }

  /** Whether a channel is down for visits at a time. */
  isDown(channel: number, time: number): boolean {
    return placeIn(this.#visits[channel] as Timeline, time) >= 0;
  }

  /** The end of the outage of a time, or the time itself if the channel works. */
  endOf(channel: number, time: number): number {
    const timeline = this.#visits[channel] as Timeline;
    const place = placeIn(timeline, time);
    return place < 0 ? time : (timeline[place + 1] as number);
  }

  /** Begins and ends of a channel's outages. */
  timesOf(channel: number): Timeline {
    return this.#visits[channel] as Timeline;
  }

  /** Opening seconds between two times, and those of them in which the channel is down. */
  openAndDown({ channels }: MarketPlan, channel: number, from: number, to: number): { readonly open: number; readonly down: number } {
    const hours = channels[channel]?.hours;
    if (hours === undefined) return { open: 0, down: 0 };
    const timeline = this.#any[channel] as Timeline;
    let down = 0;
    for (let place = 0; place < timeline.length; place += 2) {
      const begins = Math.max(from, timeline[place] as number);
      const ends = Math.min(to, timeline[place + 1] as number);
      if (begins < ends) down += hours.openSecondsBetween(begins, ends);
    }
    return { open: hours.openSecondsBetween(from, to), down };
  }
}

/** Place of the outage that covers a time, below 0 if there is none. */
function placeIn(timeline: Timeline, time: number): number {
  let low = 0;
  let high = timeline.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline[2 * middle + 1] as number) > time) high = middle;
    else low = middle + 1;
  }
  return 2 * low < timeline.length && (timeline[2 * low] as number) <= time ? 2 * low : -1;
}

type Span = readonly [begin: number, end: number];

/** Spans that touch or overlap become one. */
function timelineOf(spans: readonly Span[]): Timeline {
  const merged: [number, number][] = [];
  for (const [begin, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last === undefined || begin > last[1]) merged.push([begin, end]);
    else last[1] = Math.max(last[1], end);
  }
  return Float64Array.from(merged.flat());
}

function plannedTimes({ channels }: MarketPlan, channel: number): Span[] {
  return (channels[channel]?.outages?.planned ?? []).map(({ at: begin, for: lasts }) => [begin, begin + lasts] as const);
}

/** An alternating renewal process with exponential times: share of time down = mean down / (mean up + mean down). */
function failureTimes({ draws }: Core, { channels }: MarketPlan, channel: number, end: number): Span[] {
  const failures = channels[channel]?.outages?.failures;
  const spans: Span[] = [];
  if (failures === undefined) return spans;
  for (let time = 0, number = 0; time < end; number++) {
    const begin = time - failures.up * Math.log(draws.uniform(purpose.timeToFailure, channel, number));
    time = begin - failures.down * Math.log(draws.uniform(purpose.repairTime, channel, number));
    if (begin < end) spans.push([begin, time]);
  }
  return spans;
}

/** Times in which the service's own disruptions keep the channel down for contacts. */
function disruptedTimes({ scenario, channels }: MarketPlan, channel: number, end: number): Span[] {
  const disruptions = scenario.service?.disruptions ?? [];
  return disruptions
    .filter((one) => one.channel === channels[channel]?.name)
    .map(({ at: begin, for: lasts }) => [begin, lasts === undefined ? Math.max(begin, end) : begin + lasts] as const);
}

/** Whether the channel is down for a visit now. */
export function isDownNow(market: Market, channel: number): boolean {
  return market.outages !== undefined && channel >= 0 && market.outages.isDown(channel, market.core.now);
}

/**
 * A planned visit that would find its channel down: the customer comes back when it works, uses another channel that works, or makes
 * the visit in vain.
 */
export function meetOutage(market: Market, id: number): void {
  const { outages } = market;
  const place = placeOf(market, id);
  const { channel: channels, visitAt } = market.customers.columns;
  const channel = channels[place] as number;
  const time = visitAt[place] as number;
  if (outages === undefined || !outages.isDown(channel, time)) return;
  const reaction = channelPlan(market, channel).outages;
  const u = drawOfVisit(market, id, purpose.outageReaction);
  if (u < reaction.waits) {
    visitAt[place] = worksFrom(market, outages, channel, time);
    return;
  }
  if ((u - reaction.waits) / (1 - reaction.waits) >= reaction.goesElsewhere) return;
  const other = chooseWorkingChannel(market, id, drawOfVisit(market, id, purpose.outageElsewhere), time);
  if (other >= 0) channels[place] = other;
}

/** The first time from `time` at which a channel is open and works; the end of the run's last outage at the latest. */
function worksFrom(market: Market, outages: Outages, channel: number, time: number): number {
  const { hours } = channelPlan(market, channel);
  let from = time;
  while (outages.isDown(channel, from)) from = hours.nextOpen(outages.endOf(channel, from));
  return from;
}

/** At the end of a month: the opening time of the channels offered, and how much of it they were down. */
export function countDowntime({ core, outages, offered, plan }: Market, from: number, to: number): void {
  if (outages === undefined) return;
  for (let channel = 0; channel < plan.channels.length; channel++) {
    if (offered[channel] === 0) continue;
    const { open, down } = outages.openAndDown(plan, channel, from, to);
    core.count(at.openMs, plan.segments.length, channel, milliseconds(open));
    core.count(at.downMs, plan.segments.length, channel, milliseconds(down));
  }
}

/** Whether channels are ever down: for visits, or by disruptions of the service for contacts. */
export function hasOutages({ channels, scenario }: MarketPlan): boolean {
  const own = channels.some(({ outages }) => outages.planned.length > 0 || outages.failures !== undefined);
  return own || (scenario.service?.disruptions ?? []).some((one) => one.channel !== undefined);
}
