/** What callers from outside do when a contact did not help: they have no journey of their own, and behave as customers do. */

import { at } from "../../kpi/index.ts";
import { eventKind } from "../core/index.ts";
import { MOST_CONTACTS_PER_CASE, purpose } from "../purposes.ts";
import { closeCase, customerContacts } from "./cases.ts";
import type { PlannedTime, ServiceChannel } from "./plan/index.ts";
import { drawOfCase, type Service, typeRow } from "./service.ts";
import { NONE } from "./tables.ts";

/** The channel of the next contact: where the caller was sent, else the last one. */
function nextChannel(service: Service, row: number): number {
  const { sentTo, lastChannel } = service.cases.columns;
  return (sentTo[row] === NONE ? lastChannel[row] : sentTo[row]) as number;
}

/** How many give up, and when the others try again, after the way in which the last contact ended. */
function afterLast(service: Service, row: number): { readonly givesUp: number; readonly after: PlannedTime } {
  const { hungUp, sentTo } = service.cases.columns;
  const { givesUp, givesUpWaiting, givesUpBlocked, after, afterMissedCall, afterBlocked } = service.plan.recontact;
  if (hungUp[row] === 2) return { givesUp: givesUpBlocked, after: afterBlocked };
  if (hungUp[row] === 1) return { givesUp: givesUpWaiting, after: afterMissedCall };
  return { givesUp, after: sentTo[row] === NONE ? after : afterMissedCall };
}

/**
 * After a contact that did not settle the case the caller gives up, or tries again: soon after hanging up, being turned away or being
 * sent to another channel, later after an answer that did not help, and not before the channel is open.
 */
export function weighRecontact(service: Service, row: number): void {
  const { contacts, recontact } = service.cases.columns;
  const { core } = service;
  const { givesUp, after } = afterLast(service, row);
  const number = contacts[row] as number;
  if (number >= MOST_CONTACTS_PER_CASE - 1) return closeCase(service, row, false);
  if (givesUp >= 1 || (givesUp > 0 && drawOfCase(service, row, purpose.givesUpCase, number) < givesUp))
    return closeCase(service, row, false);
  const time = core.now + (after.constant ?? after.quantile(drawOfCase(service, row, purpose.timeToRecontact, number)));
  const reachable = whenOpen(service, row, time);
  if (reachable === Number.POSITIVE_INFINITY) return closeCase(service, row, false);
  recontact[row] = core.events.schedule(reachable, eventKind.recontact, row, number);
}

/**
 * When a caller who means to contact at a time finds the channel open: then, or a while after it has opened, so that the night's callers
 * do not all come in one instant. Infinity if it never is.
 */
function whenOpen(service: Service, row: number, time: number): number {
  const { hours } = service.plan.channels[nextChannel(service, row)] as ServiceChannel;
  const opens = hours.nextOpen(time);
  if (opens === time || opens === Number.POSITIVE_INFINITY) return opens;
  const { afterOpening } = service.plan.recontact;
  const number = service.cases.columns.contacts[row] as number;
  return hours.addOpenSeconds(
    opens,
    afterOpening.constant ?? afterOpening.quantile(drawOfCase(service, row, purpose.afterOpening, number)),
  );
}

/** After a contact that settled the case it is closed, unless the problem only seemed settled: then the caller will be back. */
export function weighReturn(service: Service, row: number): void {
  const { contacts, recontact } = service.cases.columns;
  const { core, plan } = service;
  const { returns, returnsAfter } = plan.recontact;
  const number = contacts[row] as number;
  const comesBack = returns > 0 && number < MOST_CONTACTS_PER_CASE - 1 && drawOfCase(service, row, purpose.comesBack, number) < returns;
  if (!comesBack) return closeCase(service, row, true);
  const time = core.now + (returnsAfter.constant ?? returnsAfter.quantile(drawOfCase(service, row, purpose.timeToReturn, number)));
  const reachable = whenOpen(service, row, time);
  if (reachable === Number.POSITIVE_INFINITY) return closeCase(service, row, true);
  recontact[row] = core.events.schedule(reachable, eventKind.recontact, row, number);
}

/** The caller tries again; a channel that is not offered any more ends the case. */
export function contactAgain(service: Service, row: number): void {
  service.cases.columns.recontact[row] = NONE;
  const channel = nextChannel(service, row);
  if (service.offered[channel] !== 1) return closeCase(service, row, false);
  countRedial(service, row, channel);
  customerContacts(service, row, channel);
}

/** Counts a try after one that was not answered. */
function countRedial(service: Service, row: number, channel: number): void {
  const { hungUp, segment, topic } = service.cases.columns;
  if (hungUp[row] === 0) return;
  service.core.count(at.redials, segment[row] as number, channel);
  service.record.redialled(typeRow(service.plan, channel, topic[row] as number));
}
