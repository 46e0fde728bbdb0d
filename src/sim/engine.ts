/** The engine: takes events in order, lets actors step, delivers their messages. */

import { at } from "../kpi/index.ts";
import type { Strategy } from "../strategies/index.ts";
import { actorKind, BEGIN, eventKind, slotOf, TIMER } from "./core/index.ts";
import { beginComparison, bookStock, checkStock, closeMonth, closeYear, countDowntime, introduce, populate } from "./market/index.ts";
import {
  applyStrategy,
  arrive,
  becomeFree,
  beginArrivals,
  bookWork,
  changeStaffing,
  checkLaws,
  closeChannel,
  contactAgain,
  countBacklog,
  disrupt,
  dropCallsInClosedChannels,
  endAfterWork,
  finishWork,
  getInTouch,
  hire,
  offerAgain,
  payStaff,
  planClosings,
  planOutages,
} from "./service/index.ts";
import type { FastPath, Service } from "./service/index.ts";
import type { World } from "./world.ts";

const YEAR = 31_536_000;

/** Puts a strategy in force: the channels it offers, its routing, who works. */
function putInForce(world: World, strategy: Strategy): void {
  const { core, offered, service, plan } = world;
  core.strategy = strategy;
  for (const [row, channel] of plan.market.channels.entries()) offered[row] = strategy.channels.includes(channel.name) ? 1 : 0;
  if (service === undefined) return;
  dropCallsInClosedChannels(service);
  // Calls are gone before free agents look for work again.
  deliver(world);
  applyStrategy(service);
  deliver(world);
}

/** Begins a replication: customers enter, agents are hired, the baseline strategy is in force. */
export function begin(world: World): void {
  const { core, market, service, plan } = world;
  if (service !== undefined) hire(service);
  putInForce(world, plan.baseline);
  populate(market, (id) => world.customerJourney.start(id));
  if (service !== undefined) {
    beginArrivals(service);
    planClosings(service);
    planOutages(service, market.outages);
  }
  deliver(world);
  core.ledger.month = 0;
}

/** Adopts a strategy now: fixes the base that is followed, books set-up costs, puts it in force. */
export function adopt(world: World, strategy: Strategy): void {
  const { core, market, plan } = world;
  core.ledger.month = plan.calendar.adoptionMonth;
  beginComparison(market, plan.scenario.history > 0);
  world.service?.record.begin();
  putInForce(world, strategy);
  bookCapabilities(world, setUpCents(world, strategy));
}

/** Set-up costs of what the baseline does not have yet. */
function setUpCents(world: World, strategy: Strategy): number {
  const { scenario, baseline } = world.plan;
  const names = Object.keys(scenario.costs) as (keyof typeof scenario.costs)[];
  const added = names.filter((name) => strategy.capabilities[name] && !baseline.capabilities[name]);
  const programme = strategy.loyaltyProgramme && !baseline.loyaltyProgramme ? (scenario.loyaltyProgramme?.cost.setUp ?? 0) : 0;
  return added.reduce((sum, name) => sum + Math.round(scenario.costs[name].setUp * 100), Math.round(programme * 100));
}

/** Running cost from the start to a time, rounded; differences of it add up to the whole without losing cents. */
function runningCents(strategy: Strategy, time: number): number {
  return Math.round((strategy.costPerYear * 100 * time) / YEAR);
}

function bookCapabilities(world: World, cents: number): void {
  const { core, plan } = world;
  core.count(at.capabilityCost, plan.market.segments.length, plan.market.channels.length, cents);
}

/** Runs the months from `from` up to `to` (exclusive) and closes each: costs of time, who is still there, years. */
export function runMonths(world: World, from: number, to: number): void {
  const { core, market, service, plan } = world;
  let stretchEnd = from;
  for (let month = from; month < to; month++) {
    const start = month === 0 ? 0 : (plan.calendar.ends[month - 1] ?? 0);
    const end = plan.calendar.ends[month] ?? start;
    core.ledger.month = month;
    if (month === stretchEnd) {
      stretchEnd = endOfStretch(world, month, to);
      world.ahead?.begin(plan.calendar.ends[stretchEnd - 1] ?? end);
    }
    runUntil(world, end);
    if (month + 1 === stretchEnd) world.ahead?.end();
    bookCapabilities(world, runningCents(core.strategy, end) - runningCents(core.strategy, start));
    bookStock(market);
    if (service !== undefined) {
      bookWork(service);
      payStaff(service, start, end);
    }
    countMonth(world, start, end);
    if (month >= plan.calendar.adoptionMonth) closeMonth(market);
    const year = plan.calendar.years.find((period) => period.toMonth === month + 1);
    if (year !== undefined) closeYear(market, year.full);
    checkInvariants(world);
  }
}

/** What a month that ends shows of itself: advertising, outages, the backlog. */
function countMonth({ market, service }: World, start: number, end: number): void {
  market.awareness.closeMonth(start, end);
  countDowntime(market, start, end);
  if (service !== undefined) countBacklog(service);
}

/**
 * The month before which customers may live ahead: at the end of a year all rows are read. A month's end reads only who is lost,
 * which changes by shared steps alone.
 */
function endOfStretch({ plan }: World, month: number, to: number): number {
  const ends = plan.calendar.years.map((year) => year.toMonth).filter((end) => end > month);
  return Math.min(to, ...ends);
}

/** Lets everything happen that is due before `end` (seconds); what is due at `end` belongs to the next stretch. */
export function runUntil(world: World, end: number): void {
  const { core } = world;
  const { events } = core;
  while (events.peekTime() < end) {
    events.pop();
    core.now = events.time;
    core.eventCount++;
    happen(world, events.kind, events.entity, events.sub);
    deliver(world);
  }
  core.now = end;
  world.fastPath?.book();
}

// Literals, because an imported constant is a load at every use, and because cases of numbers are one jump; `satisfies` keeps them right.
function happen(world: World, kind: number, entity: number, sub: number): void {
  const { core, market, service } = world;
  switch (kind) {
    case 0 satisfies typeof eventKind.campaign:
      return market.awareness.campaign(entity, sub);
    case 1 satisfies typeof eventKind.entry:
      // Sub 1: somebody who joins the market only now.
      if (sub === 1 && market.awareness.diffuses) return market.awareness.welcome(entity);
      market.awareness.countAware();
      return introduce(market, entity, "BECOME_AWARE");
    case 2 satisfies typeof eventKind.awareness:
      return introduce(market, market.awareness.next(), "BECOME_AWARE");
    case 6 satisfies typeof eventKind.replenishment:
      return market.stock?.happen(entity, sub);
    case 12 satisfies typeof eventKind.customerTimer:
      fireCustomer(world, entity, slotOf(sub));
      return settleCustomer(world, entity);
    case 13 satisfies typeof eventKind.contactTimer:
      if (world.fastPath?.abandons(entity) === true) return;
      core.note(actorKind.contact, entity, TIMER);
      world.contactJourney?.timer(entity, slotOf(sub));
      return settleContact(world, entity);
    default:
      if (service === undefined) throw new Error(`an event of kind ${kind} needs a service`);
      return happenInService(service, world.fastPath, kind, entity, sub);
  }
}

function happenInService(service: Service, fastPath: FastPath | undefined, kind: number, entity: number, sub: number): void {
  switch (kind) {
    case 7 satisfies typeof eventKind.arrival:
      if (fastPath?.arrives(entity, sub) === true) return;
      return arrive(service, entity, sub);
    case 9 satisfies typeof eventKind.work:
      if (fastPath?.finishes(entity) === true) return;
      return finishWork(service, entity);
    case 10 satisfies typeof eventKind.agentFree:
      if (fastPath !== undefined) return fastPath.frees(entity);
      return becomeFree(service, entity);
    case 15 satisfies typeof eventKind.afterWork:
      return endAfterWork(service, entity);
    case 8 satisfies typeof eventKind.recontact:
      return contactAgain(service, entity);
    case 11 satisfies typeof eventKind.offer:
      return offerAgain(service, entity);
    case 14 satisfies typeof eventKind.followUp:
      return getInTouch(service, entity);
    case 4 satisfies typeof eventKind.staffing:
      return changeStaffing(service, entity);
    case 5 satisfies typeof eventKind.closing:
      return closeChannel(service, entity);
    case 3 satisfies typeof eventKind.disruption:
      return disrupt(service, entity, sub);
    default:
      throw new Error(`there is no kind of event ${kind}`);
  }
}

function fireCustomer(world: World, id: number, slot: number): void {
  if (world.ahead !== undefined) return world.ahead.happen(id, slot);
  world.core.note(actorKind.customer, id, TIMER);
  world.customerJourney.timer(id, slot);
}

/** Delivers all messages, and those that their delivery sends. */
function deliver(world: World): void {
  const { messages } = world.core;
  while (messages.take()) {
    const { kind, id, code } = messages;
    world.core.note(kind, id, code);
    if (kind === actorKind.customer) {
      world.customerJourney.send(id, code);
      settleCustomer(world, id);
      continue;
    }
    if (world.service?.contacts.isLive(id) !== true) throw new Error(`message ${code} went to contact ${id}, which has ended`);
    if ((code & BEGIN) !== 0) world.contactJourney?.start(id);
    world.contactJourney?.send(id, code & ~BEGIN);
    settleContact(world, id);
  }
}

/** After a step: a customer who is lost for good needs no live actor any more (the row stays); others may run ahead. */
function settleCustomer(world: World, id: number): void {
  if (world.customerJourney.isDone(id)) world.customerJourney.forget(id);
  else world.ahead?.advance(id);
}

/** A contact that has ended gives its row back. */
function settleContact(world: World, id: number): void {
  if (world.contactJourney?.isDone(id) !== true) return;
  world.contactJourney.forget(id);
  world.service?.contacts.release(id);
}

/** Ways in which a contact that was offered, called or passed on comes to an end. */
const ENDS = [
  at.contactsHandled,
  at.contactsAbandoned,
  at.abandonedOnHold,
  at.contactsBlocked,
  at.contactsBalked,
  at.contactsContained,
  at.contactsDisconnected,
  at.callbacksAccepted,
  at.callsWithdrawn,
] as const;

/** Contacts under way; those whose customer has left without telling count as given up. */
function openContacts({ contacts }: Service): number {
  const { silent } = contacts.columns;
  let open = 0;
  for (let contact = 0; contact < contacts.used; contact++) if (contacts.isLive(contact) && silent[contact] === 0) open++;
  return open;
}

/**
 * What must hold whatever happens.
 *
 * @throws Error naming the law that is broken and the figures
 */
export function checkInvariants({ core, market, plan, service }: World): void {
  const { shape, cells } = core.ledger;
  let offered = 0;
  let ended = 0;
  let needs = 0;
  let closed = 0;
  const width = cells.length / (shape.months * (shape.segments + 1) * (shape.channels + 1));
  // Months to come are empty.
  const end = (cells.length / shape.months) * (core.ledger.month + 1);
  for (let base = 0; base < end; base += width) {
    const count = (counter: number) => cells[base + counter] as number;
    offered += count(at.contactsOffered) + count(at.callsMade) + count(at.transfers);
    for (const counter of ENDS) ended += count(counter);
    needs += count(at.needs);
    closed += count(at.needsMet) + count(at.needsUnmet);
  }
  const open = service === undefined ? 0 : openContacts(service);
  if (service !== undefined) checkLaws(service);
  checkStock(market);
  if (offered !== ended + open) {
    throw new Error(`contacts are not conserved: ${offered} offered, ${ended} ended, ${open} open`);
  }
  if (closed > needs || needs - closed > plan.market.customers) {
    throw new Error(`needs are not conserved: ${needs} began, ${closed} ended, ${plan.market.customers} customers`);
  }
}
