/** Problems after a purchase, as the customer lives them: the case, the channel of each contact, when to give up. */

import { at } from "../../kpi/index.ts";
import { logistic, logit } from "../core/index.ts";
import { CONTACTS_PER_CASE, purpose } from "../purposes.ts";
import { countAnswerByWay } from "./case-answers.ts";
import { chooseLogit } from "./choice.ts";
import type { Desk } from "./desk.ts";
import type { ChannelPlan } from "./plan.ts";
import { channelPlan, countFor, drawOfNeed, inActiveTime, type Market, segmentPlan, placeOf } from "./market.ts";
import { marginAtPrice } from "./prices.ts";
import { takeRewardBack } from "./programme.ts";
import { remember } from "./relevance.ts";
import { answerEffort, responseProbability, type Trouble } from "./surveys.ts";
import { categoryOf } from "./stock/index.ts";
import { bookValue } from "./value.ts";

export function hasProblem(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const { service } = market.plan.scenario;
  if (service === undefined || market.desk === undefined) return false;
  const share = market.customers.columns.late[place] === 1 ? service.lateProblems : service.problems;
  return drawOfNeed(market, id, purpose.problem) < share;
}

export function timeToProblem(market: Market, id: number): number {
  const seconds = inActiveTime(market, market.plan.timeToProblem(drawOfNeed(market, id, purpose.timeToProblem)));
  const opens = firstOpening(market, seconds, -1);
  return opens < 0
    ? seconds
    : afterOpening(market, channelPlan(market, opens), seconds, drawOfNeed(market, id, purpose.problemAfterOpening));
}

/**
 * Nobody tries a closed door: the offered serving channel (or `only` that one) that opens first after so many seconds from now; −1 if
 * one is open then, or none ever opens.
 */
function firstOpening(market: Market, seconds: number, only: number): number {
  const time = market.core.now + seconds;
  let first = -1;
  let earliest = Number.POSITIVE_INFINITY;
  for (let channel = 0; channel < market.plan.channels.length; channel++) {
    const { serves, hours } = channelPlan(market, channel);
    if (!serves || market.offered[channel] !== 1 || (only >= 0 && channel !== only)) continue;
    const opens = hours.nextOpen(time);
    if (opens <= time) return -1;
    if (opens >= earliest) continue;
    earliest = opens;
    first = channel;
  }
  return first;
}

/**
 * Seconds until the contact of somebody who means to make it in so many seconds, when the channel is closed: a while after it opens, so
 * that all whose problem comes at night do not call in one instant.
 */
function afterOpening({ core, plan }: Market, channel: ChannelPlan, seconds: number, u: number): number {
  return channel.hours.addOpenSeconds(channel.hours.nextOpen(core.now + seconds), plan.recontactAfterOpening(u)) - core.now;
}

/** Seconds until the next contact of the case, meant to be in so many seconds. */
function timeToContact(market: Market, id: number, seconds: number, only: number): number {
  const opens = firstOpening(market, seconds, only);
  if (opens < 0) return seconds;
  return afterOpening(market, channelPlan(market, opens), seconds, drawOfContact(market, id, purpose.afterOpening));
}

/** Whether the problem that the last contact settled comes back: it only seemed settled. */
export function comesBack(market: Market, id: number): boolean {
  const share = market.plan.scenario.service?.recontact.returns ?? 0;
  if (share === 0) return false;
  const row = market.customers.columns.caseRow[placeOf(market, id)] as number;
  return deskOf(market).contacts(row) < CONTACTS_PER_CASE - 1 && drawOfContact(market, id, purpose.comesBack) < share;
}

/** Until the customer contacts the company again about a problem that seemed settled. */
export function timeToReturn(market: Market, id: number): number {
  return timeToContact(market, id, market.plan.returnsAfter(drawOfContact(market, id, purpose.timeToReturn)), -1);
}
/** The company's desk; only states that follow `openCase` ask for it. */
function deskOf(market: Market): Desk {
  if (market.desk === undefined) throw new Error("a customer contacts a company that has no service");
  return market.desk;
}

/** The customer's draw of this purpose for the contact that comes next (or the last one's, where nothing else follows). */
function drawOfContact(market: Market, id: number, what: number): number {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const contact = deskOf(market).contacts(c.caseRow[place] as number);
  return market.core.draws.uniform(what, id, (c.cases[place] as number) * CONTACTS_PER_CASE + contact);
}

/** A question before buying: a case that is no experience of a purchase. */
export function openQuestion(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  c.cases[place] = (c.cases[place] as number) + 1;
  c.awaits[place] = (c.awaits[place] as number) + 1;
  c.caseRow[place] = deskOf(market).openQuestion(id, c.segment[place] as number, c.cases[place]);
}

export function openCase(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  c.cases[place] = (c.cases[place] as number) + 1;
  c.awaits[place] = (c.awaits[place] as number) + 1;
  c.caseRow[place] = deskOf(market).openCase(id, c.segment[place] as number, c.cases[place]);
}

/**
 * Chooses the channel of a contact: where the company sent the customer, else multinomial logit over the offered serving channels
 * open now, with utility = affinity + weight × (satisfaction with the channel − reference) + preference for another channel than
 * the last. Should all be closed (adoption may close one), the choice is among all offered.
 */
export function contactCompany(market: Market, id: number): void {
  const place = placeOf(market, id);
  const desk = deskOf(market);
  const row = market.customers.columns.caseRow[place] as number;
  const sentTo = desk.sentTo(row);
  if (sentTo >= 0 && market.offered[sentTo] === 1) return desk.startContact(row, sentTo);
  const u = drawOfContact(market, id, purpose.serviceChannel);
  let channel = chooseServiceChannel(market, id, u, true);
  if (channel < 0) channel = chooseServiceChannel(market, id, u, false);
  if (channel < 0) throw new Error("a customer has a problem, but the strategy offers no channel that serves");
  desk.startContact(row, channel);
}

function chooseServiceChannel(market: Market, id: number, u: number, openOnly: boolean): number {
  const place = placeOf(market, id);
  const { plan, weights, offered, core } = market;
  const c = market.customers.columns;
  const affinity = segmentPlan(market, id).serviceAffinity;
  const last = deskOf(market).lastChannel(c.caseRow[place] as number);
  const change = plan.scenario.service?.recontact.affinityToOtherChannel ?? 0;
  const weight = plan.scenario.needs?.satisfactionWeight ?? 0;
  const reference = plan.scenario.experience?.reference ?? 0;
  const count = plan.channels.length;
  for (let channel = 0; channel < count; channel++) {
    const { serves, hours } = channelPlan(market, channel);
    const available = serves && offered[channel] === 1 && (!openOnly || hours.isOpen(core.now));
    const satisfaction = (c.channelSatisfaction[place + channel] as number) - reference;
    weights[channel] = available
      ? (affinity[channel] as number) + weight * satisfaction + (last >= 0 && channel !== last ? change : 0)
      : Number.NEGATIVE_INFINITY;
  }
  return chooseLogit(weights, count, u);
}

export function givesUpCase(market: Market, id: number): boolean {
  const row = market.customers.columns.caseRow[placeOf(market, id)] as number;
  const contacts = deskOf(market).contacts(row);
  const share = shareThatGivesUp(market, row);
  return contacts >= CONTACTS_PER_CASE - 1 || drawOfContact(market, id, purpose.givesUpCase) < share;
}

/** By the way in which the last contact ended. */
function shareThatGivesUp(market: Market, row: number): number {
  const { givesUp = 0, givesUpWaiting = givesUp, givesUpBlocked = givesUp } = market.plan.scenario.service?.recontact ?? {};
  const desk = deskOf(market);
  if (desk.turnedAway(row)) return givesUpBlocked;
  return desk.hungUp(row) ? givesUpWaiting : givesUp;
}

/** Soon after hanging up, being turned away or being sent elsewhere (when it is open there), later after an answer that did not help. */
export function timeToRecontact(market: Market, id: number): number {
  const place = placeOf(market, id);
  const desk = deskOf(market);
  const row = market.customers.columns.caseRow[place] as number;
  const u = drawOfContact(market, id, purpose.timeToRecontact);
  const sentTo = desk.sentTo(row);
  const { recontactAfter, recontactAfterMissedCall, recontactAfterBlocked } = market.plan;
  const soon = desk.hungUp(row) || sentTo >= 0 ? recontactAfterMissedCall : recontactAfter;
  const seconds = inActiveTime(market, desk.turnedAway(row) ? recontactAfterBlocked(u) : soon(u));
  return timeToContact(market, id, seconds, sentTo >= 0 && market.offered[sentTo] === 1 ? sentTo : -1);
}

/**
 * Probability of top-box satisfaction with a case: logit of the one-contact share, plus effects per further contact, per
 * explaining again, per minute of live waiting, and of an end without resolution.
 */
export function caseSatisfaction(market: Market, row: number, resolved: boolean): number {
  const { experience } = market.plan.scenario;
  const desk = deskOf(market);
  if (experience === undefined) return 0;
  return logistic(
    logit(experience.oneContact) +
      experience.extraContact * (desk.contacts(row) - 1) +
      experience.startedOver * desk.restarts(row) +
      experience.waitPerMinute * (desk.liveWait(row) / 60) +
      (resolved ? 0 : experience.unresolved),
  );
}

/** Margin as a share of the last order's value. */
function marginOf(market: Market, id: number): number {
  const ofPayment = market.own?.marginShare[id] ?? Number.NaN;
  return Number.isNaN(ofPayment)
    ? marginAtPrice(market, market.customers.columns.channel[placeOf(market, id)] as number, categoryOf(market, id).grossMargin)
    : ofPayment;
}

function troubleOf(desk: Desk, row: number, resolved: boolean): Trouble {
  return { contacts: desk.contacts(row), restarts: desk.restarts(row), liveWait: desk.liveWait(row), resolved };
}

/** Closes the case; a question before buying is no more than that. */
function closeCase(market: Market, id: number, resolved: boolean): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const desk = deskOf(market);
  const row = c.caseRow[place] as number;
  if (desk.isQuestion(row)) remember(market, id, desk.lastChannel(row));
  else settle(market, id, resolved);
  desk.closeCase(row, resolved);
  c.awaits[place] = (c.awaits[place] as number) - 1;
  c.caseRow[place] = -1;
}

/** What a case that closes leaves behind: survey, experience (a perfect recovery restores the reference), refund. */
function settle(market: Market, id: number, resolved: boolean): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const { experience } = market.plan.scenario;
  const desk = deskOf(market);
  const row = c.caseRow[place] as number;
  const number = c.cases[place] as number;
  const channel = desk.lastChannel(row);
  if (experience !== undefined) {
    const topBox = caseSatisfaction(market, row, resolved);
    const experienced = experience.reference * Math.min(1, topBox / experience.oneContact);
    if (market.core.draws.uniform(purpose.csatAnswers, id, number) < responseProbability(experience, experienced)) {
      countFor(market, id, at.csatAnswers, channel);
      const isTopBox = market.core.draws.uniform(purpose.csatTopBox, id, number) < topBox;
      if (isTopBox) countFor(market, id, at.csatTopBox, channel);
      if (resolved) countAnswerByWay(market, id, row, desk, isTopBox);
      answerEffort(market, id, number, channel, troubleOf(desk, row, resolved));
    }
    c.experience[place] = experienced;
    moveChannelSatisfaction(market, id, channel, c.experience[place]);
  }
  const refund = Math.round(desk.refund(row) * (c.orderValue[place] as number));
  if (refund > 0) {
    const margin = Math.round(refund * marginOf(market, id));
    countFor(market, id, at.refunds, c.channel[place] as number, refund);
    countFor(market, id, at.goodsMargin, c.channel[place] as number, -margin);
    bookValue(market, id, -margin - takeRewardBack(market, id, refund, c.channel[place] as number));
  }
  remember(market, id, channel);
}

/** Exponential smoothing of the satisfaction with one channel. */
export function moveChannelSatisfaction(market: Market, id: number, channel: number, experienced: number): void {
  if (channel < 0) return;
  const { channelSatisfaction } = market.customers.columns;
  const cell = placeOf(market, id) + channel;
  const before = channelSatisfaction[cell] as number;
  channelSatisfaction[cell] = before + (market.plan.scenario.experience?.learning ?? 0) * (experienced - before);
}

export function closeCaseResolved(market: Market, id: number): void {
  closeCase(market, id, true);
}

export function closeCaseUnresolved(market: Market, id: number): void {
  closeCase(market, id, false);
}
