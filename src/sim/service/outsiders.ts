/** What callers from outside do when a contact did not help: they have no journey of their own, and behave as customers do. */

import { eventKind } from "../core/index.ts";
import { CONTACTS_PER_CASE, purpose } from "../purposes.ts";
import { closeCase, customerContacts } from "./cases.ts";
import { channelOf, type Service } from "./service.ts";
import { NONE } from "./tables.ts";

/** The draw of this purpose for the caller after the last contact. */
function drawOfCase(service: Service, row: number, what: number): number {
  const { caller, number, contacts } = service.cases.columns;
  return service.core.draws.uniform(what, caller[row] as number, (number[row] as number) * CONTACTS_PER_CASE + (contacts[row] as number));
}

/** The channel of the next contact: where the caller was sent, else the last one. */
function nextChannel(service: Service, row: number): number {
  const { sentTo, lastChannel } = service.cases.columns;
  return (sentTo[row] === NONE ? lastChannel[row] : sentTo[row]) as number;
}

/**
 * After a contact that did not settle the case the caller gives up, or tries again: soon after hanging up or being sent to
 * another channel, later after an answer that did not help, and not before the channel is open.
 */
export function weighRecontact(service: Service, row: number): void {
  const { contacts, hungUp, sentTo, recontact } = service.cases.columns;
  const { core, plan } = service;
  const givesUp = drawOfCase(service, row, purpose.givesUpCase) < plan.service.recontact.givesUp;
  if (givesUp || (contacts[row] as number) >= CONTACTS_PER_CASE - 1) return closeCase(service, row, false);
  const soon = hungUp[row] === 1 || sentTo[row] !== NONE;
  const u = drawOfCase(service, row, purpose.timeToRecontact);
  const time = core.now + (soon ? plan.recontactAfterMissedCall(u) : plan.recontactAfter(u));
  const reachable = channelOf(service, nextChannel(service, row)).hours.nextOpen(time);
  if (reachable === Number.POSITIVE_INFINITY) return closeCase(service, row, false);
  recontact[row] = core.events.schedule(reachable, eventKind.recontact, row, contacts[row] as number);
}

/** The caller tries again; a channel that is not offered any more ends the case. */
export function contactAgain(service: Service, row: number): void {
  service.cases.columns.recontact[row] = NONE;
  const channel = nextChannel(service, row);
  if (service.offered[channel] === 1) customerContacts(service, row, channel);
  else closeCase(service, row, false);
}
