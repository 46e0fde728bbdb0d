/** The contact's vocabulary: queueing, handling, and how a contact ends. */

import { NONE } from "../../strategies/index.ts";
import { at } from "../../kpi/index.ts";
import type { contactVocabulary, Implementation } from "../../journey/index.ts";
import { logistic, milliseconds } from "../core/index.ts";
import { purpose } from "../purposes.ts";
import { assign, wrapUp } from "./agents.ts";
import { betterChannel, closeCase, companyCalls, countInCase, forgetRecontact } from "./cases.ts";
import { isContextLost, isHandOff, recordContact } from "./context.ts";
import { channelOf, countContact, drawOfContact, type Service, topicOf } from "./service.ts";
import { weighRecontact } from "./outsiders.ts";
import type { GroupPlan } from "./plan.ts";

const k = (service: Service) => service.contacts.columns;

function caseOf(service: Service, contact: number): number {
  return k(service).caseRow[contact] as number;
}

function customerOf(service: Service, contact: number): number {
  return service.cases.columns.customer[caseOf(service, contact)] as number;
}

function groupOf(service: Service, contact: number): GroupPlan {
  const agent = k(service).agent[contact] as number;
  return service.plan.groups[service.agents.columns.group[agent] as number] as GroupPlan;
}

function deadlineOf(service: Service, channel: number): number {
  const { seconds, working } = channelOf(service, channel).promise;
  return working ? service.plan.workingHours.addOpenSeconds(service.core.now, seconds) : service.core.now + seconds;
}

/** A call that was taken back before it could queue (its case is gone) does not queue. */
function joinQueue(service: Service, contact: number): void {
  if (caseOf(service, contact) === NONE) return;
  const channel = k(service).channel[contact] as number;
  const { columns } = service.contacts;
  columns.offeredAt[contact] = service.core.now;
  if (columns.deadline[contact] === 0) columns.deadline[contact] = deadlineOf(service, channel);
  countContact(service, contact, columns.madeByCompany[contact] === 1 ? at.callsMade : at.contactsOffered);
  const { contactCost } = channelOf(service, channel);
  countContact(service, contact, at.contactCost, contactCost);
  if (customerOf(service, contact) !== NONE) service.customers.bookValue(customerOf(service, contact), -contactCost);
  if (columns.madeByCompany[contact] === 0 && (columns.number[contact] as number) > 1) countContact(service, contact, at.recontacts);
  service.queues.insert(contact, channel, service.view.dueAt);
  // Mostly nobody is free, and then nobody need be asked.
  if (service.view.nextIdle(0) === NONE) return;
  const agent = service.policy.selectAgent(service.view, contact);
  if (agent !== NONE) assign(service, contact, agent);
}

function reachCustomer(service: Service, contact: number): void {
  service.cases.columns.pendingCall[caseOf(service, contact)] = NONE;
  countInCase(service, contact);
  const customer = customerOf(service, contact);
  if (customer === NONE) forgetRecontact(service, caseOf(service, contact));
  else service.customers.tell(customer, "COMPANY_CALLS");
}

/** Counts the wait of a customer's contact that was answered or given up. */
function countWait(service: Service, contact: number): number {
  const wait = service.core.now - (k(service).offeredAt[contact] as number);
  countContact(service, contact, at.waitMs, milliseconds(wait));
  if (wait > 0) countContact(service, contact, at.contactsWaited);
  const row = caseOf(service, contact);
  const { live } = channelOf(service, k(service).channel[contact] as number);
  const { liveWait } = service.cases.columns;
  if (live) liveWait[row] = (liveWait[row] as number) + wait;
  return wait;
}

/** Counts an answer: speed, service level, promise. Calls made by the company are nobody's wait. */
function countAnswer(service: Service, contact: number): void {
  const { channel, deadline, madeByCompany } = k(service);
  const kept = service.core.now <= (deadline[contact] as number);
  countContact(service, contact, at.promisesDue);
  if (kept) countContact(service, contact, at.promisesKept);
  if (madeByCompany[contact] === 1) return;
  const wait = countWait(service, contact);
  const { live, within } = channelOf(service, channel[contact] as number);
  countContact(service, contact, at.contactsAnswered);
  countContact(service, contact, at.answeredWaitMs, milliseconds(wait));
  if (live ? wait <= within : kept) countContact(service, contact, at.contactsAnsweredWithin);
  if (!live) return;
  countContact(service, contact, at.liveAnswered);
  countContact(service, contact, at.liveAnsweredWaitMs, milliseconds(wait));
}

/** Handling time = draw × topic / speed, and the time to explain again where the context is lost. */
function beginHandling(service: Service, contact: number): void {
  countAnswer(service, contact);
  const row = caseOf(service, contact);
  const { plan } = service;
  const channel = k(service).channel[contact] as number;
  const talk = channelOf(service, channel).handling(drawOfContact(service, contact, purpose.handlingTime));
  const speed = groupOf(service, contact).speed[channel] as number;
  let seconds = (talk * topicOf(service, row).handlingFactor) / speed;
  const handOff = isHandOff(service, contact);
  if (handOff) countContact(service, contact, at.handOffs);
  if (handOff && isContextLost(service, contact)) {
    const rebuilding = plan.rebuilding(drawOfContact(service, contact, purpose.rebuilding));
    const { restarts } = service.cases.columns;
    restarts[row] = (restarts[row] as number) + 1;
    k(service).contextLost[contact] = 1;
    countContact(service, contact, at.handOffsRepeated);
    countContact(service, contact, at.rebuildingMs, milliseconds(rebuilding));
    seconds += rebuilding;
  }
  k(service).handling[contact] = seconds;
}

function belongsElsewhere(service: Service, contact: number): boolean {
  return betterChannel(service, caseOf(service, contact), k(service).channel[contact] as number) !== NONE;
}

/** Odds of resolving = first-contact odds × skill, less if the context was lost. */
function isResolved(service: Service, contact: number): boolean {
  const { channel, contextLost } = k(service);
  const skill = groupOf(service, contact).resolution[channel[contact] as number] as number;
  const loss = contextLost[contact] === 1 ? service.plan.service.context.resolutionLoss : 0;
  return drawOfContact(service, contact, purpose.resolution) < logistic(service.plan.resolutionLogit + skill - loss);
}

function endHandling(service: Service, contact: number): void {
  const { handling, agent } = k(service);
  const { capabilities } = service.core.strategy;
  const { plan } = service;
  const customer = customerOf(service, contact);
  countContact(service, contact, at.contactsHandled);
  countContact(service, contact, at.handlingMs, milliseconds(handling[contact] as number));
  recordContact(service, contact);
  service.cases.columns.lastAgent[caseOf(service, contact)] = agent[contact] as number;
  let after = plan.wrapUp(drawOfContact(service, contact, purpose.wrapUp));
  if (capabilities.sharedHistory) after += plan.documentation(drawOfContact(service, contact, purpose.documentation));
  if (capabilities.channelHandoff && belongsElsewhere(service, contact))
    after += plan.handover(drawOfContact(service, contact, purpose.handover));
  if (customer !== NONE) {
    const hours = ((handling[contact] as number) + after) / 3600;
    service.customers.bookValue(customer, -Math.round(hours * groupOf(service, contact).costPerHour * 100));
  }
  wrapUp(service, contact, after);
}

/** The customer hears how the contact ended; for a caller from outside the case ends, or goes on, here. */
function endContact(service: Service, contact: number, resolved: boolean): void {
  const customer = customerOf(service, contact);
  if (customer !== NONE) service.customers.tell(customer, resolved ? "CONTACT_RESOLVED" : "CONTACT_FAILED");
  else if (resolved) closeCase(service, caseOf(service, contact), true);
  else weighRecontact(service, caseOf(service, contact));
}

/** Without hand-off the customer is sent away and starts again; with it the company calls, and the context comes along. */
function moveToOtherChannel(service: Service, contact: number): void {
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
  endContact(service, contact, false);
}

/** The customer hangs up. Where calls are promised to be returned in this channel, the company calls within the promised time. */
function leaveQueue(service: Service, contact: number): void {
  const row = caseOf(service, contact);
  const channel = k(service).channel[contact] as number;
  service.queues.remove(contact, channel);
  countContact(service, contact, at.contactsAbandoned);
  countContact(service, contact, at.promisesDue);
  countWait(service, contact);
  service.cases.columns.hungUp[row] = 1;
  const promised = service.core.strategy.capabilities.responsePromises && service.offered[channel] === 1;
  const customer = customerOf(service, contact);
  // A customer who gives the case up now does so before the call is queued, and takes it back.
  if (customer !== NONE) service.customers.tell(customer, "CONTACT_FAILED");
  if (promised && channelOf(service, channel).live) promiseCall(service, row, channel);
  if (customer === NONE) weighRecontact(service, row);
}

/** The company will return a missed call within the promised time. */
function promiseCall(service: Service, row: number, channel: number): void {
  const { seconds, working } = service.plan.service.promises.missedCall;
  const { now } = service.core;
  const deadline = working ? service.plan.workingHours.addOpenSeconds(now, seconds) : now + seconds;
  const call = companyCalls(service, row, channel);
  k(service).deadline[call] = deadline;
}

function withdrawFromQueue(service: Service, contact: number): void {
  const { channel, queued } = k(service);
  if (queued[contact] === 0) return;
  service.queues.remove(contact, channel[contact] as number);
  countContact(service, contact, at.callsWithdrawn);
}

export const contactImplementation: Implementation<Service, typeof contactVocabulary> = {
  actions: {
    joinQueue,
    reachCustomer,
    beginHandling,
    endHandling,
    endResolved: (service, contact) => endContact(service, contact, true),
    endUnresolved: (service, contact) => endContact(service, contact, false),
    moveToOtherChannel,
    leaveQueue,
    withdrawFromQueue,
  },
  guards: { belongsElsewhere, isResolved },
  delays: {
    patience: (service, contact) =>
      channelOf(service, k(service).channel[contact] as number).patience(drawOfContact(service, contact, purpose.patience)),
    handlingTime: (service, contact) => k(service).handling[contact] as number,
  },
};
