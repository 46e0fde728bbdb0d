/** How contacts end, and what that means for the case: settled, not settled, moved, given up, cut off. */

import { NONE } from "../../strategies/index.ts";
import { at } from "../../kpi/index.ts";
import { milliseconds } from "../core/index.ts";
import { becomeFree } from "./agents.ts";
import { companyCalls } from "./calls.ts";
import { betterChannel, tellBacklog } from "./cases.ts";
import { recordContact } from "./context.ts";
import { endFollowUp, onlyAsks, planFollowUp } from "./follow-up.ts";
import { leaveLine } from "./lines.ts";
import { weighRecontact, weighReturn } from "./outsiders.ts";
import { purpose } from "../purposes.ts";
import { cellOf, channelOf, countContact, groupOf, groupRowOf, type Service, timeOf } from "./service.ts";
import { dequeue } from "./waiting.ts";

const k = (service: Service) => service.contacts.columns;

export function caseOf(service: Service, contact: number): number {
  return k(service).caseRow[contact] as number;
}

/** Row of the customer whose case it is, or NONE for a caller from outside. */
export function customerOf(service: Service, contact: number): number {
  return service.cases.columns.customer[caseOf(service, contact)] as number;
}

/** The customer hears how the contact ended; for a caller from outside the case ends, or goes on, here. */
export function endCaseOf(service: Service, contact: number, resolved: boolean): void {
  const customer = customerOf(service, contact);
  if (customer !== NONE) service.customers.tell(customer, resolved ? "CONTACT_RESOLVED" : "CONTACT_FAILED");
  else if (resolved) weighReturn(service, caseOf(service, contact));
  else weighRecontact(service, caseOf(service, contact));
}

/** A backlog's contact that is not even answered is followed by the next after an hour: were it at once, that might never end. */
const TRIES_AGAIN = 3600;

/**
 * A contact that was never answered. Where calls are promised to be returned in this channel, the company calls within the promised
 * time whoever hung up (`missed`); a customer who gives the case up now does so before that call is queued, and takes it back.
 */
export function notHelped(service: Service, contact: number, missed: boolean): void {
  const row = caseOf(service, contact);
  const channel = k(service).channel[contact] as number;
  const customer = customerOf(service, contact);
  countContact(service, contact, at.promisesDue);
  tellBacklog(service, contact, TRIES_AGAIN);
  const promised = missed && service.core.strategy.capabilities.responsePromises && service.offered[channel] === 1;
  if (customer !== NONE) service.customers.tell(customer, "CONTACT_FAILED");
  if (promised && channelOf(service, contact).live) promiseCall(service, row, channel);
  if (customer === NONE) weighRecontact(service, row);
}

/** The company will return a missed call within the promised time. */
function promiseCall(service: Service, row: number, channel: number): void {
  const { seconds, working } = service.plan.missedCall;
  const { now } = service.core;
  const call = companyCalls(service, row, channel);
  k(service).deadline[call] = working ? service.plan.workingHours.addOpenSeconds(now, seconds) : now + seconds;
}

/**
 * Counts the wait of a customer's contact that was answered, given up or cut off; returns it, seconds.
 *
 * @param cell - `cellOf` the contact
 * @param live - whether the channel is
 */
export function countWait({ contacts, cases, core }: Service, contact: number, cell: number, live: boolean): number {
  const { offeredAt, caseRow } = contacts.columns;
  const wait = core.now - (offeredAt[contact] as number);
  core.countAt(cell, at.waitMs, milliseconds(wait));
  if (wait > 0) core.countAt(cell, at.contactsWaited);
  const row = caseRow[contact] as number;
  const { liveWait } = cases.columns;
  if (live) liveWait[row] = (liveWait[row] as number) + wait;
  return wait;
}

/** The customer gives up waiting. */
export function leaveQueue(service: Service, contact: number): void {
  dequeue(service, contact);
  giveUp(service, contact, false);
}

/**
 * The customer gives up, but the contact stays in the queue until an agent finds nobody there. The case goes on without it, or is closed
 * and its row used again.
 */
export function leaveSilently(service: Service, contact: number): void {
  const { silent, work, caseRow } = k(service);
  silent[contact] = 1;
  work[contact] = timeToNotice(service, contact);
  countContact(service, contact, at.abandonedSilently);
  giveUp(service, contact, true);
  caseRow[contact] = NONE;
}

/** How long an agent needs to find out that nobody is there, seconds. */
function timeToNotice(service: Service, contact: number): number {
  const { silent } = channelOf(service, contact);
  return silent === undefined ? 0 : timeOf(service, contact, purpose.silenceNoticed, silent.noticedAfter);
}

function giveUp(service: Service, contact: number, silent: boolean): void {
  leaveLine(service, contact);
  countContact(service, contact, at.contactsAbandoned);
  const wait = countWait(service, contact, cellOf(service, contact), channelOf(service, contact).live);
  service.record.abandoned(k(service).type[contact] as number, wait, silent);
  service.cases.columns.hungUp[caseOf(service, contact)] = 1;
  notHelped(service, contact, !silent);
}

/**
 * Who was interrupted hangs up. The contact has been answered and counts as that, with all of its waits; what was said is known, and for the
 * customer it is a contact that was given up.
 */
export function leaveHold(service: Service, contact: number): void {
  const { agent, handledFor, type, offeredAt } = k(service);
  const row = caseOf(service, contact);
  const wait = service.core.now - (offeredAt[contact] as number);
  dequeue(service, contact);
  leaveLine(service, contact);
  countContact(service, contact, at.abandonedOnHold);
  countWaitOnHold(service, contact, wait);
  service.record.abandonedOnHold(type[contact] as number, wait);
  recordContact(service, contact);
  service.cases.columns.lastAgent[row] = agent[contact] as number;
  service.cases.columns.hungUp[row] = 1;
  bookCost(service, contact, handledFor[contact] as number);
  endCaseOf(service, contact, false);
}

/** A wait after an interruption: more waiting of a contact that was answered. */
export function countWaitOnHold(service: Service, contact: number, wait: number): void {
  if (k(service).madeByCompany[contact] === 1) return;
  countContact(service, contact, at.waitMs, milliseconds(wait));
  countContact(service, contact, at.answeredWaitMs, milliseconds(wait));
  if (channelOf(service, contact).live) countContact(service, contact, at.liveAnsweredWaitMs, milliseconds(wait));
}

/** The cost of an agent's work on a contact, seconds, to the customer's value. */
export function bookCost(service: Service, contact: number, seconds: number): void {
  const customer = customerOf(service, contact);
  if (customer !== NONE) service.customers.bookValue(customer, -Math.round((seconds / 3600) * groupOf(service, contact).costPerHour * 100));
}

/** The channel closed, or failed, before an answer. */
export function cutOff(service: Service, contact: number): void {
  dequeue(service, contact);
  leaveLine(service, contact);
  countContact(service, contact, at.contactsDisconnected);
  const wait = countWait(service, contact, cellOf(service, contact), channelOf(service, contact).live);
  service.record.disconnected(k(service).type[contact] as number, wait);
  service.cases.columns.hungUp[caseOf(service, contact)] = 1;
  notHelped(service, contact, true);
}

/** An agent found out that nobody is there: nothing was handled, the time is lost. */
export function giveUpWondering(service: Service, contact: number): void {
  const { agent, handledFor, type } = k(service);
  const seconds = handledFor[contact] as number;
  service.record.handlingEnds(type[contact] as number, groupRowOf(service, contact), seconds);
  becomeFree(service, agent[contact] as number);
}

/** Ends a contact whose customer had left without telling. */
export function forgetContact(service: Service, contact: number): void {
  if (k(service).queued[contact] === 1) dequeue(service, contact);
}

/** A call that the company need not make any more. One whose case is gone never queued. */
export function withdrawFromQueue(service: Service, contact: number): void {
  const { queued, type } = k(service);
  if (queued[contact] === 0) return;
  const wait = service.core.now - (k(service).offeredAt[contact] as number);
  dequeue(service, contact);
  countContact(service, contact, at.callsWithdrawn);
  service.record.withdrawn(type[contact] as number, wait);
}

/** Without hand-off the customer is sent away and starts again; with it the company calls, and the context comes along. */
export function moveToOtherChannel(service: Service, contact: number): void {
  leaveLine(service, contact);
  const row = caseOf(service, contact);
  const channel = betterChannel(service, row, k(service).channel[contact] as number);
  countContact(service, contact, at.contactsMoved);
  if (service.core.strategy.capabilities.channelHandoff) {
    countContact(service, contact, at.contactsHandedOver);
    const call = companyCalls(service, row, channel);
    k(service).contextCarried[call] = 1;
    return;
  }
  countContact(service, contact, at.contactsSentAway);
  service.cases.columns.sentTo[row] = channel;
  endCaseOf(service, contact, false);
}

export function endResolved(service: Service, contact: number): void {
  leaveLine(service, contact);
  if (onlyAsks(service, contact)) return endFollowUp(service, caseOf(service, contact), true);
  planFollowUp(service, contact);
  endCaseOf(service, contact, true);
}

export function endUnresolved(service: Service, contact: number): void {
  leaveLine(service, contact);
  planFollowUp(service, contact);
  endCaseOf(service, contact, false);
}

export function belongsElsewhere(service: Service, contact: number): boolean {
  if (onlyAsks(service, contact)) return false;
  return betterChannel(service, caseOf(service, contact), k(service).channel[contact] as number) !== NONE;
}
