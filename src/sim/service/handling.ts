/** From the queue to the end of handling: joining, being answered, interruption, the work itself, and what follows it. */

import { NONE } from "../../strategies/index.ts";
import { at } from "../../kpi/index.ts";
import { logistic, milliseconds } from "../core/index.ts";
import { purpose } from "../purposes.ts";
import { wrapUp } from "./after-work.ts";
import { countInCase } from "./calls.ts";
import { forgetRecontact, tellBacklog } from "./cases.ts";
import { isContextLost, isHandOff, recordContact } from "./context.ts";
import { belongsElsewhere, bookCost, caseOf, countWait, countWaitOnHold, customerOf } from "./ending.ts";
import { asking, isToldOfProblem, onlyAsks } from "./follow-up.ts";
import { takeLine } from "./lines.ts";
import { cellOf, channelOf, countContact, drawOfContact, groupOf, groupRowOf, type Service, timeOf, typeOf } from "./service.ts";
import { trainedResolution, trainedSpeed } from "./training.ts";
import { chooseTransfer, introductionTo } from "./transfers.ts";
import { endWait, enqueue } from "./waiting.ts";
import { startWork } from "./work.ts";

const k = (service: Service) => service.contacts.columns;

export function deadlineOf(service: Service, contact: number): number {
  const { seconds, working } = channelOf(service, contact).promise;
  const { now } = service.core;
  return working ? service.plan.workingHours.addOpenSeconds(now, seconds) : now + seconds;
}

/** A call that was taken back before it could queue (its case is gone) does not queue. */
export function joinQueue(service: Service, contact: number): void {
  if (caseOf(service, contact) === NONE) return;
  const { deadline, madeByCompany, type, joinedAt } = k(service);
  joinedAt[contact] = service.core.now;
  if (deadline[contact] === 0) deadline[contact] = deadlineOf(service, contact);
  if (madeByCompany[contact] === 0) {
    takeLine(service, contact);
    service.record.joins(type[contact] as number);
  } else {
    countCall(service, contact);
    service.record.rejoins(type[contact] as number);
  }
  enqueue(service, contact);
}

/** A call that the company means to make. */
function countCall(service: Service, contact: number): void {
  const { contactCost } = channelOf(service, contact);
  countContact(service, contact, at.callsMade);
  countContact(service, contact, at.contactCost, contactCost);
  if (customerOf(service, contact) !== NONE) service.customers.bookValue(customerOf(service, contact), -contactCost);
}

/**
 * The company's call reaches the customer; one that was promised instead of waiting belongs to the contact under way, and one that only
 * asks is none about the case.
 */
export function reachCustomer(service: Service, contact: number): void {
  const row = caseOf(service, contact);
  service.cases.columns.pendingCall[row] = NONE;
  if (k(service).callback[contact] === 1) return;
  if (onlyAsks(service, contact) && !isToldOfProblem(service, contact)) return;
  countInCase(service, contact);
  const customer = customerOf(service, contact);
  if (customer === NONE) forgetRecontact(service, row);
  else service.customers.tell(customer, "COMPANY_CALLS");
}

/** Counts an answer: speed, service level, promise. */
function countAnswer(service: Service, contact: number): void {
  const { deadline, madeByCompany, type } = k(service);
  const { core } = service;
  if (madeByCompany[contact] === 1) return countAnswerToCall(service, contact);
  const cell = cellOf(service, contact);
  const kept = core.now <= (deadline[contact] as number);
  core.countAt(cell, at.promisesDue);
  if (kept) core.countAt(cell, at.promisesKept);
  const { live, within } = channelOf(service, contact);
  const wait = countWait(service, contact, cell, live);
  const inTime = live ? wait <= within : kept;
  service.record.answered(type[contact] as number, wait, inTime);
  const waitMs = milliseconds(wait);
  core.countAt(cell, at.contactsAnswered);
  core.countAt(cell, at.answeredWaitMs, waitMs);
  if (inTime) core.countAt(cell, at.contactsAnsweredWithin);
  if (!live) return;
  core.countAt(cell, at.liveAnswered);
  core.countAt(cell, at.liveAnsweredWaitMs, waitMs);
}

/** Calls made by the company are nobody's wait. */
function countAnswerToCall(service: Service, contact: number): void {
  const { asking: asks, deadline, offeredAt, type } = k(service);
  const { now } = service.core;
  // Nobody was promised a follow-up.
  if (asks[contact] === asking.no) {
    countContact(service, contact, at.promisesDue);
    if (now <= (deadline[contact] as number)) countContact(service, contact, at.promisesKept);
  }
  service.record.reanswered(type[contact] as number, now - (offeredAt[contact] as number));
}

/** Work = draw × topic / speed, and the time to explain again where the context is lost, and to be introduced at a warm transfer. */
export function beginHandling(service: Service, contact: number): void {
  countAnswer(service, contact);
  const introduction = introductionTo(service, contact);
  endWait(service, contact, introduction);
  const { type, handling } = k(service);
  let seconds = introduction + talkOf(service, contact) / speedOf(service, contact);
  if (!onlyAsks(service, contact) && isHandOff(service, contact)) seconds += rebuild(service, contact);
  handling[contact] = seconds;
  service.record.handlingBegins(type[contact] as number, groupRowOf(service, contact));
  startWork(service, contact, seconds);
  tellBacklog(service, contact, 0);
}

/** Seconds of work at speed 1: the contact's own, and of a follow-up those of asking. */
function talkOf(service: Service, contact: number): number {
  const asks = k(service).asking[contact];
  const asked = asks === asking.no ? 0 : timeOf(service, contact, purpose.followUpWork, service.plan.followUp.handling);
  return asks === asking.only ? asked : asked + timeOf(service, contact, purpose.handlingTime, typeOf(service, contact).handling);
}

/** Somebody who had the case before knew of it: counts that, and the time that the customer needs to say it all again, seconds. */
function rebuild(service: Service, contact: number): number {
  countContact(service, contact, at.handOffs);
  if (!isContextLost(service, contact)) return 0;
  const row = caseOf(service, contact);
  const rebuilding = timeOf(service, contact, purpose.rebuilding, service.plan.rebuilding);
  const { restarts } = service.cases.columns;
  restarts[row] = (restarts[row] as number) + 1;
  k(service).contextLost[contact] = 1;
  countContact(service, contact, at.handOffsRepeated);
  countContact(service, contact, at.rebuildingMs, milliseconds(rebuilding));
  return rebuilding;
}

/** An agent waits for an answer of somebody who has left. */
export function wonder(service: Service, contact: number): void {
  endWait(service, contact, 0);
  const { type, work } = k(service);
  service.record.handlingBegins(type[contact] as number, groupRowOf(service, contact));
  startWork(service, contact, work[contact] as number);
}

/** How fast the agent of a contact is with it. */
function speedOf(service: Service, contact: number): number {
  return (groupOf(service, contact).speed[k(service).type[contact] as number] as number) * trainedSpeed(service);
}

/** Interrupted: back to the queue, with the work that is left, which another agent may do at another speed. */
export function waitAgain(service: Service, contact: number): void {
  const { work, type } = k(service);
  work[contact] = (work[contact] as number) * speedOf(service, contact);
  service.record.rejoins(type[contact] as number);
  enqueue(service, contact);
}

/** Goes on where it was interrupted; the second wait counts as waiting of the same contact. */
export function resumeHandling(service: Service, contact: number): void {
  const { offeredAt, type, work } = k(service);
  const wait = service.core.now - (offeredAt[contact] as number);
  endWait(service, contact, 0);
  countWaitOnHold(service, contact, wait);
  service.record.reanswered(type[contact] as number, wait);
  service.record.handlingBegins(type[contact] as number, groupRowOf(service, contact));
  startWork(service, contact, (work[contact] as number) / speedOf(service, contact));
}

/** Odds of resolving = first-contact odds × skill, less if the context was lost. */
export function isResolved(service: Service, contact: number): boolean {
  if (onlyAsks(service, contact)) return true;
  const { type, contextLost } = k(service);
  const { resolutionLogit } = typeOf(service, contact);
  if (resolutionLogit === Number.POSITIVE_INFINITY) return true;
  const skill = groupOf(service, contact).resolution[type[contact] as number] as number;
  const loss = contextLost[contact] === 1 ? service.plan.context.resolutionLoss : 0;
  return drawOfContact(service, contact, purpose.resolution) < logistic(resolutionLogit + (skill + trainedResolution(service)) - loss);
}

/** The talk is over: it is written down, and the agent wraps up, unless he stays to introduce the contact to the next one. */
export function endHandling(service: Service, contact: number): void {
  const { handledFor, handledSince, workSince, agent, transferTo, type } = k(service);
  const talked = handledFor[contact] as number;
  const lately = (workSince[contact] as number) - (handledSince[contact] as number);
  const cell = cellOf(service, contact);
  service.core.countAt(cell, at.contactsHandled);
  service.core.countAt(cell, at.handlingMs, milliseconds(talked));
  service.record.handlingEnds(type[contact] as number, groupRowOf(service, contact), lately);
  recordContact(service, contact);
  service.cases.columns.lastAgent[caseOf(service, contact)] = agent[contact] as number;
  const isHeld = chooseTransfer(service, contact);
  const after = isHeld ? 0 : afterContactWork(service, contact, transferTo[contact] !== NONE);
  bookCost(service, contact, (k(service).handling[contact] as number) + after);
  if (!isHeld) wrapUp(service, contact, after);
}

export function afterContactWork(service: Service, contact: number, isTransferred: boolean): number {
  const { plan, core } = service;
  const { sharedHistory, channelHandoff } = core.strategy.capabilities;
  let after = timeOf(service, contact, purpose.wrapUp, plan.wrapUp);
  if (sharedHistory) after += timeOf(service, contact, purpose.documentation, plan.documentation);
  if (channelHandoff && !isTransferred && belongsElsewhere(service, contact))
    after += timeOf(service, contact, purpose.handover, plan.handover);
  return after;
}
