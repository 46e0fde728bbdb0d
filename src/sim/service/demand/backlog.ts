/**
 * A backlog: one contact always waits, whenever the channel is offered and open, and its answer brings the next. So agents who may do
 * such work are never idle for want of it. Load does not matter: there is always more.
 */

import { eventKind } from "../../core/index.ts";
import type { DemandHost } from "./host.ts";
import { inReach, isReachable } from "./reach.ts";

/**
 * The waiting contact of a backlog was answered, so the next is put in, by an event of this moment, or `after` so many seconds if it was
 * lost. If one is on its way already, or the stream is no backlog, nothing happens.
 */
export function backlogTaken(host: DemandHost, stream: number, after = 0): void {
  const { waits, begun } = host.demand.streams.columns;
  if (host.plan.streams[stream]?.arrivals.kind !== "backlog" || waits[stream] === 1 || host.plan.load === 0) return;
  if ((begun[stream] as number) >= (host.demand.limit[stream] as number)) return;
  const time = inReach(host, stream, host.core.now + after);
  if (time === Infinity) return;
  waits[stream] = 1;
  host.core.events.schedule(time, eventKind.arrival, stream, 0);
}

/** The next contact is put in; if the channel cannot be reached now, when it can. */
export function backlogArrives(host: DemandHost, stream: number): void {
  const { waits, begun } = host.demand.streams.columns;
  waits[stream] = 0;
  if (!isReachable(host, stream)) return backlogTaken(host, stream);
  const number = begun[stream] as number;
  begun[stream] = number + 1;
  host.begin(stream, 0, number);
}
