/**
 * A finite source: each of so many callers contacts after a time in which no case of theirs is open (Engset, Palm; the "machine repair"
 * model). Who finds the channel closed or not offered has another such time before them.
 */

import { eventKind } from "../../core/index.ts";
import { OUTSIDE, purpose } from "../../purposes.ts";
import type { DemandHost } from "./host.ts";
import { inReach, isReachable } from "./reach.ts";
import { scaledTime } from "./scaled.ts";

/** Plans the first contact of each caller. */
export function beginCallers(host: DemandHost, stream: number): void {
  const arrivals = host.plan.streams[stream]?.arrivals;
  const callers = arrivals?.kind === "callers" ? arrivals.callers : 0;
  for (let caller = 0; caller < callers; caller++) callerIsBack(host, stream, caller);
}

/** A caller has no open case any more, so plans the next contact. For contacts of other streams: nothing happens. */
export function callerIsBack(host: DemandHost, stream: number, caller: number): void {
  const arrivals = host.plan.streams[stream]?.arrivals;
  if (arrivals?.kind !== "callers" || hasEnded(host, stream)) return;
  const { constant, quantile } = arrivals.until;
  const time = constant ?? quantile(host.core.draws.uniform(purpose.callerUntil, OUTSIDE + stream, numberOf(host, stream, caller)));
  const next = inReach(host, stream, host.core.now + scaledTime(host, time));
  if (next < Infinity) host.core.events.schedule(next, eventKind.arrival, stream, caller);
}

/** The planned time of a caller is over. */
export function callerArrives(host: DemandHost, stream: number, caller: number): void {
  const { demand } = host;
  const number = numberOf(host, stream, caller);
  const row = (demand.firstCaller[stream] as number) + caller;
  const { times } = demand.callers.columns;
  times[row] = (times[row] as number) + 1;
  if (hasEnded(host, stream)) return;
  if (!isReachable(host, stream)) return callerIsBack(host, stream, caller);
  const { begun } = demand.streams.columns;
  begun[stream] = (begun[stream] as number) + 1;
  host.begin(stream, caller, number);
}

function hasEnded(host: DemandHost, stream: number): boolean {
  return (host.demand.streams.columns.begun[stream] as number) >= (host.demand.limit[stream] as number);
}

/** The number of the caller's next contact: callers have every so-manieth number each, so one's draws do not depend on the others. */
function numberOf(host: DemandHost, stream: number, caller: number): number {
  const arrivals = host.plan.streams[stream]?.arrivals;
  const callers = arrivals?.kind === "callers" ? arrivals.callers : 1;
  const row = (host.demand.firstCaller[stream] as number) + caller;
  return (host.demand.callers.columns.times[row] as number) * callers + caller;
}
