/** Before the queue: lines and places, self-service, balking, the offer of a callback. */

import { at } from "../../kpi/index.ts";
import { INTERRUPTIONS_WITH_DRAWS, purpose } from "../purposes.ts";
import { tellBacklog } from "./cases.ts";
import { caseOf, endCaseOf, notHelped } from "./ending.ts";
import { NONE } from "./tables.ts";
import { channelOf, countContact, drawOfCase, happens, type Service, timeOf, typeOf } from "./service.ts";
import { leaveLine } from "./lines.ts";
import type { PlannedTime, ServiceChannel } from "./plan/index.ts";
import { announcedWait, isServedAtOnce } from "./waiting.ts";

const k = (service: Service) => service.contacts.columns;
const channelRow = (service: Service, contact: number) => k(service).channel[contact] as number;

/** Whether contacts of a channel queue at once as long as it is not down: none of what this file decides can happen. */
export function isFreelyEntered({
  lines,
  capacity,
  selfService,
  balks: share,
  announces,
  callback,
  disconnectsAtClose,
}: ServiceChannel): boolean {
  const noLimit = lines === Number.POSITIVE_INFINITY && capacity === Number.POSITIVE_INFINITY;
  return noLimit && selfService === undefined && share === 0 && !announces && callback === undefined && !disconnectsAtClose;
}

/** Most contacts: asked first, so that they need not be asked the rest. */
export function queuesAtOnce(service: Service, contact: number): boolean {
  const channel = channelRow(service, contact);
  return service.freelyEntered[channel] === 1 && service.channelDown[channel] === 0;
}

export function findsNoLine(service: Service, contact: number): boolean {
  const channel = channelRow(service, contact);
  if (service.channelDown[channel] !== 0) return true;
  const { lines } = channelOf(service, contact);
  return lines !== Number.POSITIVE_INFINITY && (service.onLine[channel] as number) >= lines;
}

export function meetsSelfService(service: Service, contact: number): boolean {
  return channelOf(service, contact).selfService !== undefined;
}

export function selfServiceTime(service: Service, contact: number): number {
  const { selfService } = channelOf(service, contact);
  return selfService === undefined ? 0 : timeOf(service, contact, purpose.selfServiceTime, selfService.time);
}

export function isSelfServed(service: Service, contact: number): boolean {
  return happens(service, contact, purpose.selfServiceSettles, channelOf(service, contact).selfService?.settles ?? 0);
}

/** Self-service settled the case; of a backlog the next contact comes. */
export function endContained(service: Service, contact: number): void {
  leaveLine(service, contact);
  countContact(service, contact, at.contactsContained);
  service.record.contained(k(service).type[contact] as number);
  tellBacklog(service, contact, 0);
  endCaseOf(service, contact, true);
}

/** Whoever comes out of self-service may find the channel down, or closed and cut off. */
export function findsQueueFull(service: Service, contact: number): boolean {
  const { capacity, disconnectsAtClose, hours } = channelOf(service, contact);
  if (service.channelDown[channelRow(service, contact)] !== 0 || (disconnectsAtClose && !hours.isOpen(service.core.now))) return true;
  if (capacity === Number.POSITIVE_INFINITY || service.queues.inPerson(channelRow(service, contact)) < capacity) return false;
  return !isServedAtOnce(service, contact);
}

/** No line, no place to wait, or the channel is down: the customer may try again. */
export function turnAway(service: Service, contact: number): void {
  leaveLine(service, contact);
  countContact(service, contact, at.contactsBlocked);
  service.record.blocked(k(service).type[contact] as number);
  service.cases.columns.hungUp[caseOf(service, contact)] = 2;
  notHelped(service, contact, false);
}

/** Whoever would have to wait may leave at once: by nature, or because the announced wait is longer than the own patience. */
export function balks(service: Service, contact: number): boolean {
  const { balks: share, announces } = channelOf(service, contact);
  if ((share === 0 && !announces) || isServedAtOnce(service, contact)) return false;
  if (happens(service, contact, purpose.balks, share)) return true;
  return announces && announcedWait(service, contact) > ownPatience(service, contact);
}

export function balk(service: Service, contact: number): void {
  leaveLine(service, contact);
  countContact(service, contact, at.contactsBalked);
  service.record.balked(k(service).type[contact] as number);
  service.cases.columns.hungUp[caseOf(service, contact)] = 1;
  notHelped(service, contact, true);
}

/** How long the customer waits, seconds. Whom an agent has taken already (the message is on its way) waits no more: no timer is needed. */
export function patience(service: Service, contact: number): number {
  return k(service).queued[contact] === 1 ? ownPatience(service, contact) : Number.POSITIVE_INFINITY;
}

function plannedPatience(service: Service, contact: number): PlannedTime {
  const { patience: ofType } = typeOf(service, contact);
  const { patience: ofQuestions = ofType } = service.plan.questions;
  return service.cases.columns.question[caseOf(service, contact)] === 1 ? ofQuestions : ofType;
}

function ownPatience(service: Service, contact: number): number {
  const time = plannedPatience(service, contact);
  if (!service.plan.recontact.keepsPatience) return timeOf(service, contact, purpose.patience, time);
  return time.constant ?? time.quantile(drawOfCase(service, caseOf(service, contact), purpose.patience, 1));
}

/**
 * How long a customer waits who was interrupted, seconds: anew at every interruption. The company's own calls wait for ever, and so does who
 * is in an agent's hands again.
 */
export function patienceOnHold(service: Service, contact: number): number {
  const { queued, madeByCompany, interruptions } = k(service);
  const { patienceOnHold: time } = typeOf(service, contact);
  if (time === undefined || queued[contact] === 0 || madeByCompany[contact] === 1) return Number.POSITIVE_INFINITY;
  const what = purpose.patienceOnHold + (((interruptions[contact] as number) - 1) % INTERRUPTIONS_WITH_DRAWS);
  return timeOf(service, contact, what, time);
}

export function prefersCallback(service: Service, contact: number): boolean {
  const { callback } = channelOf(service, contact);
  if (callback === undefined || service.queues.inPerson(channelRow(service, contact)) < callback.waiting) return false;
  if (isServedAtOnce(service, contact) || announcedWait(service, contact) < callback.announcedWait) return false;
  return happens(service, contact, purpose.acceptsCallback, callback.accepted);
}

/** The contact becomes a call that the company will make. The customer, who still counts on this contact, hears of it by the call. */
export function promiseCallback(service: Service, contact: number): void {
  const { madeByCompany, callback, priority } = k(service);
  leaveLine(service, contact);
  madeByCompany[contact] = 1;
  callback[contact] = 1;
  priority[contact] = channelOf(service, contact).callback?.priority ?? 1;
  service.cases.columns.pendingCall[caseOf(service, contact)] = contact;
  countContact(service, contact, at.callbacksAccepted);
  service.record.calledBack(k(service).type[contact] as number);
}

/** A customer who gives up waiting says nothing; an agent who stays until the next one answers would notice. */
export function leavesSilently(service: Service, contact: number): boolean {
  if (k(service).holder[contact] !== NONE) return false;
  return happens(service, contact, purpose.leavesSilently, channelOf(service, contact).silent?.share ?? 0);
}
