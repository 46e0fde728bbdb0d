/** Whether somebody who contacts gets through to the channel's door: it is offered and open. Nobody comes otherwise. */

import type { ServiceChannel } from "../plan/index.ts";
import type { DemandHost } from "./host.ts";

const HOUR = 3600;

function hoursOf(host: DemandHost, stream: number): ServiceChannel["hours"] | undefined {
  return host.plan.channels[host.demand.channel[stream] as number]?.hours;
}

/** Whether the stream's channel is offered and open now. */
export function isReachable(host: DemandHost, stream: number): boolean {
  const { channel, alwaysOpen } = host.demand;
  if (host.offered[channel[stream] as number] !== 1) return false;
  return alwaysOpen[stream] === 1 || hoursOf(host, stream)?.isOpen(host.core.now) === true;
}

/**
 * `time`, unless that is now and the channel cannot be reached, so that there would be no end of coming in vain: then when it opens,
 * Infinity if never, or an hour later if it is open and not offered (which only a change of strategy ends).
 */
export function inReach(host: DemandHost, stream: number, time: number): number {
  if (time > host.core.now || isReachable(host, stream)) return time;
  const opens = hoursOf(host, stream)?.nextOpen(host.core.now) ?? Infinity;
  return opens > host.core.now ? opens : host.core.now + HOUR;
}
