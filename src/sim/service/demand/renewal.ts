/** A renewal process: independent times between contacts, the first from time 0. */

import { OUTSIDE, purpose } from "../../purposes.ts";
import type { DemandHost } from "./host.ts";
import { inReach } from "./reach.ts";
import { scaledTime } from "./scaled.ts";

/** The time of the next contact. Times are divided by the load. */
export function nextRenewal(host: DemandHost, stream: number): number {
  const arrivals = host.plan.streams[stream]?.arrivals;
  if (arrivals?.kind !== "renewal") return Infinity;
  const { constant, quantile } = arrivals.between;
  const number = host.demand.streams.columns.arrived[stream] as number;
  const time = constant ?? quantile(host.core.draws.uniform(purpose.interArrival, OUTSIDE + stream, number));
  return inReach(host, stream, host.core.now + scaledTime(host, time));
}
