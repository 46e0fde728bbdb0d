/** Cases: opened, contacted about, moved, closed. */

import { at } from "../../kpi/index.ts";
import { OUTSIDE, purpose } from "../purposes.ts";
import { backlogTaken, callerIsBack } from "./demand/index.ts";
import { startContact, takeBackCall } from "./calls.ts";
import { endFollowUp, followUpOf, forgetFollowUp, onlyAsks } from "./follow-up.ts";
import { type Service, topicOf } from "./service.ts";
import { NONE } from "./tables.ts";

/**
 * Opens a case.
 *
 * @param customer - row of customers, or NONE
 * @param entity - entity of the draws
 * @param number - how-manieth case of the caller
 * @param topic - below 0: drawn by weight
 */
export function openCase(service: Service, customer: number, segment: number, entity: number, number: number, topic: number): number {
  const row = service.cases.allocate();
  const c = service.cases.columns;
  c.customer[row] = customer;
  c.segment[row] = segment;
  c.caller[row] = entity;
  c.number[row] = number;
  c.topic[row] = topic >= 0 ? topic : drawnTopic(service, entity, number);
  c.stream[row] = NONE;
  c.source[row] = NONE;
  service.core.count(at.casesOpened, segment, service.plan.channels.length);
  return row;
}

/** Opens a case for a customer's question before buying. */
export function openQuestion(service: Service, customer: number, segment: number, number: number): number {
  const row = openCase(service, customer, segment, customer, number, service.plan.questions.topic);
  service.cases.columns.question[row] = 1;
  return row;
}

export function drawnTopic({ core, plan }: Service, entity: number, number: number): number {
  return plan.topics.length === 1 ? 0 : plan.topicOf(core.draws.uniform(purpose.topic, entity, number));
}

/**
 * A contact from outside the modelled customers comes in: opens its case and begins its first contact.
 *
 * @param stream - row of streams
 * @param source - caller of a finite stream, or 0 for a contact that is a backlog's own; else NONE
 * @param number - addresses the draws: unique per case of the stream
 */
export function beginCase(service: Service, stream: number, source: number, number: number): void {
  const { plan, cases } = service;
  const { channel, topic } = plan.streams[stream] as (typeof plan.streams)[number];
  const row = openCase(service, NONE, plan.segments, OUTSIDE + stream, number, topic);
  cases.columns.stream[row] = stream;
  cases.columns.source[row] = source;
  startContact(service, row, channel, false);
}

/** A contact of a backlog was answered, or is lost: there is always one more, `after` so many seconds. */
export function tellBacklog(service: Service, contact: number, after: number): void {
  const { caseRow, number } = service.contacts.columns;
  const { stream: streams, source } = service.cases.columns;
  const row = caseRow[contact] as number;
  if (source[row] === NONE) return;
  const stream = streams[row] as number;
  if (number[contact] !== 1 || service.plan.streams[stream]?.arrivals.kind !== "backlog") return;
  backlogTaken(service, stream, after);
}

/** More tries at one instant are no behaviour: without an end to them, time would stand still. */
const MOST_TRIES_AT_ONCE = 1000;

/** @throws Error if a customer tries again and again at one instant */
function checkTimeGoesOn({ cases, core }: Service, row: number): void {
  const { triedAt, triesAtOnce } = cases.columns;
  if (triedAt[row] !== core.now) {
    triedAt[row] = core.now;
    triesAtOnce[row] = 0;
  }
  const tries = (triesAtOnce[row] as number) + 1;
  triesAtOnce[row] = tries;
  if (tries < MOST_TRIES_AT_ONCE) return;
  throw new Error(
    `a customer who gets nowhere tries again ${tries} times at one instant. Let it take time (service.recontact.afterMissedCall, ` +
      "afterBlocked), or let some give up (givesUpWaiting, givesUpBlocked)",
  );
}

/**
 * The customer makes contact; a call that the company still meant to make is not needed any more.
 *
 * @throws Error if a customer tries again and again at one instant
 */
export function customerContacts(service: Service, row: number, channel: number): void {
  checkTimeGoesOn(service, row);
  forgetFollowUp(service, row);
  takeBackCall(service, row);
  startContact(service, row, channel, false);
}

/** A caller from outside who meant to try again need not. */
export function forgetRecontact(service: Service, row: number): void {
  const { recontact } = service.cases.columns;
  if (recontact[row] !== NONE) service.core.events.cancel(recontact[row] as number);
  recontact[row] = NONE;
}

/** Whether somebody waits or talks about a case now; a call that the company still means to make does not count. */
export function isContactUnderWay(service: Service, row: number): boolean {
  const { contacts } = service;
  const call = service.cases.columns.pendingCall[row];
  for (let contact = 0; contact < contacts.used; contact++) {
    if (contact === call || contacts.columns.caseRow[contact] !== row || onlyAsks(service, contact)) continue;
    if (contacts.isLive(contact)) return true;
  }
  return false;
}

/** Closes a case: counts it and gives its row back, after the follow-up that is planned for it. */
export function closeCase(service: Service, row: number, resolved: boolean): void {
  if (!isFollowUpQueued(service, row)) takeBackCall(service, row);
  forgetRecontact(service, row);
  const c = service.cases.columns;
  const { core } = service;
  const channel = c.lastChannel[row] as number;
  const cell = core.ledger.cellOf(c.segment[row] as number, channel);
  const contacts = c.contacts[row] as number;
  const repeated = (c.repeatedIn[row] as number) & (1 << channel);
  core.countAt(cell, at.casesClosed);
  core.countAt(cell, at.caseContacts, contacts);
  core.countAt(cell, at.caseChannels, bitCount(c.channels[row] as number));
  if (resolved) core.countAt(cell, at.casesResolved);
  if (resolved && contacts === 1) core.countAt(cell, at.casesResolvedOneContact);
  if (resolved && repeated === 0) core.countAt(cell, at.casesResolvedOneChannelContact);
  if (c.switched[row] === 1) core.countAt(cell, at.casesSwitched);
  const stream = c.stream[row] as number;
  const source = c.source[row] as number;
  if (c.followUp[row] === followUpOf.planned) {
    c.closed[row] = 1;
    c.source[row] = NONE;
  } else service.cases.release(row);
  if (source !== NONE && service.plan.streams[stream]?.arrivals.kind === "callers") callerIsBack(service, stream, source);
}

/** Whether the call that the company means to make about a case is a follow-up. */
function isFollowUpQueued(service: Service, row: number): boolean {
  const call = service.cases.columns.pendingCall[row] as number;
  return call !== NONE && onlyAsks(service, call);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * The offered channel in which the case's topic can be settled, if it cannot be settled in this one; NONE if it can, or if no
 * offered channel settles it (then every channel tries).
 */
export function betterChannel(service: Service, row: number, channel: number): number {
  const topic = topicOf(service, row);
  if (topic.settledIn[channel] === 1) return NONE;
  return topic.settlingChannels.find((other) => service.offered[other] === 1) ?? NONE;
}

/**
 * At adoption: calls that the company meant to make in a channel that it no longer offers are not made. The customer hears
 * that it came to nothing.
 */
export function dropCallsInClosedChannels(service: Service): void {
  const c = service.cases.columns;
  for (let row = 0; row < service.cases.used; row++) {
    const call = service.cases.isLive(row) ? (c.pendingCall[row] as number) : NONE;
    if (call === NONE || service.offered[service.contacts.columns.channel[call] as number] === 1) continue;
    const customer = c.customer[row] as number;
    const isFollowUp = onlyAsks(service, call);
    if (isFollowUp || customer !== NONE) takeBackCall(service, row);
    if (isFollowUp) endFollowUp(service, row, false);
    else if (customer === NONE) closeCase(service, row, false);
    else service.customers.tell(customer, "CONTACT_FAILED");
  }
}
