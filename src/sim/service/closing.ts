/** Channels that close, or fail, while somebody waits. */

import { eventKind } from "../core/index.ts";
import { NONE } from "../../strategies/index.ts";
import { type Service, tellContact } from "./service.ts";

/** Plans the next closing of every channel that cuts off who waits then. */
export function planClosings(service: Service): void {
  for (let channel = 0; channel < service.plan.channels.length; channel++) planClosing(service, channel);
}

function planClosing({ core, plan }: Service, channel: number): void {
  const { hours, disconnectsAtClose } = plan.channels[channel] as (typeof plan.channels)[number];
  if (!disconnectsAtClose) return;
  const opens = hours.nextOpen(core.now);
  const closes = opens === Number.POSITIVE_INFINITY ? opens : hours.nextChange(opens);
  if (closes < Number.POSITIVE_INFINITY) core.events.schedule(closes, eventKind.closing, channel, 0);
}

/** A channel closes: who waits is cut off, and the next closing is planned. */
export function closeChannel(service: Service, channel: number): void {
  disconnect(service, channel);
  planClosing(service, channel);
}

/** Cuts off all customers who wait in a channel; calls that the company makes are not. */
export function disconnect(service: Service, channel: number): void {
  const { queues, contacts, plan } = service;
  const topics = plan.topics.length;
  for (let type = channel * topics; type < (channel + 1) * topics; type++) {
    for (let contact = queues.first(type); contact !== NONE; contact = contacts.columns.next[contact] as number) {
      if (contacts.columns.madeByCompany[contact] === 0) tellContact(service, contact, service.codes.CUT_OFF);
    }
  }
}
