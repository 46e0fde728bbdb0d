/** Contacts from outside the modelled customers: when they come. What comes of them is the host's business. */

import { eventKind } from "../../core/index.ts";
import { OUTSIDE, purpose } from "../../purposes.ts";
import { NONE } from "../tables.ts";
import { backlogArrives, backlogTaken } from "./backlog.ts";
import { beginCallers, callerArrives } from "./callers.ts";
import { nextCounted } from "./counts.ts";
import { arrivalProcess } from "./demand.ts";
import type { DemandHost } from "./host.ts";
import { nextAtConstantRate, nextInSteps } from "./poisson.ts";
import { isReachable } from "./reach.ts";
import { nextRenewal } from "./renewal.ts";
import { beginSurges, surgeArrives } from "./surges.ts";
import { isArrival } from "./wave.ts";

/** Plans the first arrivals of every stream and surge, at time 0. */
export function beginArrivals(host: DemandHost): void {
  for (let stream = 0; stream < host.plan.streams.length; stream++) {
    const process = host.demand.process[stream];
    if (process === arrivalProcess.callers) beginCallers(host, stream);
    else if (process === arrivalProcess.backlog) backlogTaken(host, stream);
    else planArrival(host, stream);
  }
  beginSurges(host);
}

/**
 * An arrival event of a stream: the contact begins, unless the channel is closed or not offered (then nobody comes through it), and the
 * next is planned.
 *
 * @param sub - the caller of a finite source; -1 - k for surge k; else 0
 */
export function arrive(host: DemandHost, stream: number, sub: number): void {
  if (sub < 0) return surgeArrives(host, -1 - sub);
  const process = host.demand.process[stream];
  if (process === arrivalProcess.callers) return callerArrives(host, stream, sub);
  if (process === arrivalProcess.backlog) return backlogArrives(host, stream);
  const { waits, arrived } = host.demand.streams.columns;
  if (waits[stream] === 1) waits[stream] = 0;
  else if (host.demand.isWave[stream] === 1 && !isArrival(host, stream, arrived[stream] as number))
    arrived[stream] = (arrived[stream] as number) + 1;
  else if (host.demand.isBatched[stream] === 1) contactTogether(host, stream);
  else contactNow(host, stream);
  planArrival(host, stream);
}

/** Several contacts of one arrival, at one moment; the stream's limit may cut the last batch. */
function contactTogether(host: DemandHost, stream: number): void {
  const { arrived, begun } = host.demand.streams.columns;
  const batch = host.plan.streams[stream]?.batch;
  if (batch === undefined) return;
  const size = batch.size(host.core.draws.uniform(purpose.batchSize, OUTSIDE + stream, arrived[stream] as number));
  for (let contact = 0; contact < size && (begun[stream] as number) < (host.demand.limit[stream] as number); contact++) {
    contactNow(host, stream);
  }
}

function contactNow(host: DemandHost, stream: number): void {
  const { arrived, begun } = host.demand.streams.columns;
  const number = arrived[stream] as number;
  arrived[stream] = number + 1;
  if (!isReachable(host, stream)) return;
  begun[stream] = (begun[stream] as number) + 1;
  host.begin(stream, NONE, number);
}

/** Plans the stream's next arrival, if there is one: never beyond the stream's limit. */
export function planArrival(host: DemandHost, stream: number): void {
  const { demand } = host;
  if ((demand.streams.columns.begun[stream] as number) >= (demand.limit[stream] as number)) return;
  const time = nextTime(host, stream);
  if (time < Infinity) host.core.events.schedule(time, eventKind.arrival, stream, 0);
}

/** When the stream's next contact comes, or its search goes on; Infinity if never. */
function nextTime(host: DemandHost, stream: number): number {
  switch (host.demand.process[stream]) {
    case arrivalProcess.constant:
      return nextAtConstantRate(host, stream);
    case arrivalProcess.steps:
      return nextInSteps(host, stream);
    case arrivalProcess.renewal:
      return nextRenewal(host, stream);
    default:
      return nextCounted(host, stream);
  }
}
