/**
 * Planned follow-ups: after a handled contact, or an order received, the company gets in touch and asks whether all is well. A follow-up
 * is a call of the company that nobody waits for. Its case may be closed by then: the row is kept until the follow-up is over.
 */

import { at } from "../../kpi/index.ts";
import { MOST_CONTACTS_PER_CASE, purpose } from "../purposes.ts";
import { eventKind } from "../core/index.ts";
import type { Service } from "./service.ts";
import { companyCalls, takeBackCall } from "./calls.ts";
import { countContact, drawOfCase, happens, timeOf, typeRow } from "./service.ts";
import { NONE } from "./tables.ts";

/** Of a case: no follow-up is meant; one is planned or under way; it found nothing, and nobody asks again. */
export const followUpOf = { none: 0, planned: 1, over: 2 } as const;
/** Of a contact: an ordinary one; a follow-up that only asks; one whose customer said that the problem is not settled. */
export const asking = { no: 0, only: 1, told: 2 } as const;

/** Numbers of follow-ups, for their draws: beyond those of the contacts that they follow, and apart for orders. */
const AFTER_CONTACT = MOST_CONTACTS_PER_CASE / 2;
const AFTER_ORDER = MOST_CONTACTS_PER_CASE - 32;

/** The channel in which the company gets in touch about a case: offered, and with somebody who can; NONE if there is none. */
function followUpChannel({ plan, offered, view, cases }: Service, row: number): number {
  const topic = cases.columns.topic[row] as number;
  for (const channel of plan.followUp.channels) {
    if (offered[channel] === 1 && view.groupsFor(typeRow(plan, channel, topic)).length > 0) return channel;
  }
  return NONE;
}

function schedule(service: Service, row: number, contact: number, seconds: number): void {
  const { followUp: state, followUpEvent, customer } = service.cases.columns;
  state[row] = followUpOf.planned;
  followUpEvent[row] = service.core.events.schedule(service.core.now + seconds, eventKind.followUp, row, contact);
  if (customer[row] !== NONE) service.customers.followUpPlanned(customer[row] as number);
}

/** Plans the follow-up of a contact that was handled, before the customer knows how it ended. */
export function planFollowUp(service: Service, contact: number): void {
  if (!service.core.strategy.capabilities.plannedFollowUp) return;
  const { caseRow, number } = service.contacts.columns;
  const row = caseRow[contact] as number;
  const { contacts, after } = service.plan.followUp;
  if (service.cases.columns.followUp[row] !== followUpOf.none || followUpChannel(service, row) === NONE) return;
  if (!happens(service, contact, purpose.followedUp, contacts)) return;
  schedule(service, row, number[contact] as number, timeOf(service, contact, purpose.timeToFollowUp, after));
}

/** Plans the follow-up of an order that gave no problem: a case that nobody has opened. */
export function followUpOrder(service: Service, customer: number, segment: number, number: number): void {
  const row = service.cases.allocate();
  const c = service.cases.columns;
  c.customer[row] = customer;
  c.segment[row] = segment;
  c.caller[row] = customer;
  c.number[row] = number;
  c.topic[row] = 0;
  c.stream[row] = NONE;
  c.source[row] = NONE;
  c.closed[row] = 1;
  if (followUpChannel(service, row) === NONE) return service.cases.release(row);
  const { after } = service.plan.followUp;
  schedule(service, row, AFTER_ORDER, after.constant ?? after.quantile(drawOfCase(service, row, purpose.timeToFollowUp, AFTER_ORDER)));
}

/** The time of a follow-up has come: the company gets in touch, unless it has no way to any more. */
export function getInTouch(service: Service, row: number): void {
  const { followUpEvent, contacts } = service.cases.columns;
  followUpEvent[row] = NONE;
  const channel = service.core.strategy.capabilities.plannedFollowUp ? followUpChannel(service, row) : NONE;
  if (channel === NONE) return endFollowUp(service, row, false);
  const contact = companyCalls(service, row, channel);
  const k = service.contacts.columns;
  k.asking[contact] = asking.only;
  k.priority[contact] = service.plan.followUp.priority;
  k.contextCarried[contact] = 1;
  k.number[contact] = contacts[row] === 0 ? AFTER_ORDER : AFTER_CONTACT + (contacts[row] as number);
}

/** Whether a contact is a follow-up that only asks: it is none of the customer's contacts about the case. */
export function onlyAsks({ contacts }: Service, contact: number): boolean {
  return contacts.columns.asking[contact] === asking.only;
}

/** Counts a follow-up that reaches the customer; returns whether the problem turns out not to be settled, so that the contact goes on about it. */
export function isToldOfProblem(service: Service, contact: number): boolean {
  countContact(service, contact, at.followUps);
  const { caseRow } = service.contacts.columns;
  const { closed, followUp: state, customer } = service.cases.columns;
  const row = caseRow[contact] as number;
  if (closed[row] === 1 || !happens(service, contact, purpose.tellsFollowUp, service.plan.recontact.tellsFollowUp)) return false;
  countContact(service, contact, at.followUpsTold);
  service.contacts.columns.asking[contact] = asking.told;
  state[row] = followUpOf.none;
  if (customer[row] !== NONE) service.customers.followUpOver(customer[row] as number, false);
  return true;
}

/** A follow-up is over; a case that was kept for it alone gives its row back. */
export function endFollowUp(service: Service, row: number, reached: boolean): void {
  const { followUp: state, closed, customer } = service.cases.columns;
  state[row] = followUpOf.over;
  if (customer[row] !== NONE) service.customers.followUpOver(customer[row] as number, reached);
  if (closed[row] === 1) service.cases.release(row);
}

/** The customer makes contact before the company does: the follow-up is not needed; the next contact may have one. */
export function forgetFollowUp(service: Service, row: number): void {
  const { followUp: state, followUpEvent, pendingCall, customer } = service.cases.columns;
  const call = pendingCall[row] as number;
  const isQueued = call !== NONE && onlyAsks(service, call);
  if (!isQueued && followUpEvent[row] === NONE) return;
  if (isQueued) takeBackCall(service, row);
  else service.core.events.cancel(followUpEvent[row] as number);
  followUpEvent[row] = NONE;
  state[row] = followUpOf.none;
  if (customer[row] !== NONE) service.customers.followUpOver(customer[row] as number, false);
}
