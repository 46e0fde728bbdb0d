/** Contacts from outside the modelled customers: Poisson streams. Each begins a case; `outsiders.ts` says how it goes on. */

import { eventKind } from "../core/index.ts";
import { OUTSIDE, purpose } from "../purposes.ts";
import { openCase, startContact } from "./cases.ts";
import { NONE } from "./tables.ts";
import { channelOf, type Service } from "./service.ts";

/** Plans the first arrival of every stream. */
export function beginArrivals(service: Service): void {
  for (let stream = 0; stream < service.plan.streams.length; stream++) planArrival(service, stream);
}

function planArrival(service: Service, stream: number): void {
  const { core, plan, arrived } = service;
  const rate = plan.streams[stream]?.rate ?? 0;
  if (rate === 0) return;
  const u = core.draws.uniform(purpose.interArrival, OUTSIDE + stream, arrived[stream] as number);
  core.events.schedule(core.now - Math.log(u) / rate, eventKind.arrival, stream, 0);
}

/** A contact arrives, and the next arrival is planned. While the channel is closed, or not offered, nobody comes through it. */
export function arrive(service: Service, stream: number): void {
  const { plan, arrived } = service;
  const { channel, topic } = plan.streams[stream] ?? { channel: 0, topic: NONE };
  const number = arrived[stream] as number;
  arrived[stream] = number + 1;
  if (service.offered[channel] === 1 && channelOf(service, channel).hours.isOpen(service.core.now)) {
    const caller = { customer: NONE, segment: plan.segments, entity: OUTSIDE + stream, number };
    startContact(service, openCase(service, caller, topic), channel, false);
  }
  planArrival(service, stream);
}
