/** Recorded counts: so many contacts in each interval since time 0, at independent uniform times in it. */

import { OUTSIDE, purpose } from "../../purposes.ts";
import type { DemandHost } from "./host.ts";
import { LOOK_AHEAD } from "./look-ahead.ts";
import { scaledCount } from "./scaled.ts";
import { earliestOf } from "./uniform-times.ts";

/**
 * The time of the next contact; Infinity after the last recorded interval. At a load other than 1, or a count with a fraction, the
 * count is rounded by a draw of its own (`thinning`, by interval) so that its mean is load × count.
 */
export function nextCounted(host: DemandHost, stream: number): number {
  const arrivals = host.plan.streams[stream]?.arrivals;
  if (arrivals?.kind !== "counts") return Infinity;
  const c = host.demand.streams.columns;
  if ((c.inInterval[stream] as number) === 0 && !findInterval(host, stream, arrivals.counts, arrivals.recurs)) {
    return c.waits[stream] === 1 ? (c.interval[stream] as number) * arrivals.interval : Infinity;
  }
  const interval = c.interval[stream] as number;
  const left = c.inInterval[stream] as number;
  c.inInterval[stream] = left - 1;
  const from = Math.max(host.core.now, interval * arrivals.interval);
  const u = host.core.draws.uniform(purpose.arrivalInInterval, OUTSIDE + stream, c.arrived[stream] as number);
  return earliestOf(left, from, (interval + 1) * arrivals.interval, u);
}

/** Goes to the next interval with contacts; false if there is none, or (then the stream `waits`) none soon. */
function findInterval(host: DemandHost, stream: number, counts: Float64Array, recurs: boolean): boolean {
  const c = host.demand.streams.columns;
  if (host.plan.load === 0 || !counts.some((count) => count > 0)) return false;
  for (let passed = 0; passed < LOOK_AHEAD; passed++) {
    const interval = (c.interval[stream] as number) + 1;
    if (interval >= counts.length && !recurs) return false;
    c.interval[stream] = interval;
    const count = scaledCount(host, counts[interval % counts.length] as number, purpose.thinning, stream, interval);
    c.inInterval[stream] = count;
    if (count > 0) return true;
  }
  c.waits[stream] = 1;
  return false;
}
