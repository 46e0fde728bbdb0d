/** On the fast path: a contact of a stream comes, joins its queue, and finds an agent or waits. */

import { NONE } from "../../../strategies/index.ts";
import { actorKind, BEGIN, eventKind, timerSub } from "../../core/index.ts";
import { OUTSIDE } from "../../purposes.ts";
import { assign, give } from "../agents.ts";
import { drawnTopic } from "../cases.ts";
import { planArrival } from "../demand/index.ts";
import { patience } from "../entering.ts";
import { deadlineOf } from "../handling.ts";
import { typeRow } from "../service.ts";
import { agentFor, rankOf } from "../waiting.ts";
import { answer } from "./answering.ts";
import { isPlainArrival } from "./fits.ts";
import { hasOneInHand, type Lane, lookAtStrategy } from "./lane.ts";
import { counted } from "./plain-counts.ts";

/** An arrival event of a stream. Answers whether it was lived here; if not, nothing was done. */
export function arrive(lane: Lane, stream: number, sub: number): boolean {
  const { service } = lane;
  if (sub < 0 || lane.streams[stream] === 0 || !isPlainArrival(service, stream)) return false;
  lookAtStrategy(lane);
  const { plan, demand } = service;
  const { arrived, begun } = demand.streams.columns;
  const number = arrived[stream] as number;
  const channel = demand.channel[stream] as number;
  const planned = plan.streams[stream]?.topic as number;
  const topic = planned >= 0 ? planned : drawnTopic(service, OUTSIDE + stream, number);
  const type = typeRow(plan, channel, topic);
  if (lane.types.plain[type] === 0) return false;
  arrived[stream] = number + 1;
  begun[stream] = (begun[stream] as number) + 1;
  planArrival(service, stream);
  const contact = beginContact(lane, openCase(lane, stream, number, channel, topic), channel, type);
  enter(lane, contact, type);
  return true;
}

/** Opens a case of somebody from outside, with its first contact counted; returns its row. */
function openCase(lane: Lane, stream: number, number: number, channel: number, topic: number): number {
  const { cases, plan } = lane.service;
  const row = cases.allocateAsLeft();
  const c = cases.columns;
  c.customer[row] = NONE;
  c.segment[row] = plan.segments;
  c.caller[row] = OUTSIDE + stream;
  c.number[row] = number;
  c.topic[row] = topic;
  c.stream[row] = stream;
  c.source[row] = NONE;
  c.contacts[row] = 1;
  c.channels[row] = 1 << channel;
  c.lastChannel[row] = channel;
  c.liveWait[row] = 0;
  return row;
}

/** Begins the first contact of a case; returns its row. */
function beginContact(lane: Lane, row: number, channel: number, type: number): number {
  const { contacts, core, plan } = lane.service;
  const contact = contacts.allocateAsLeft();
  const k = contacts.columns;
  const promised = lane.types.promised[type] as number;
  k.caseRow[contact] = row;
  k.channel[contact] = channel;
  k.type[contact] = type;
  k.segment[contact] = plan.segments;
  k.madeByCompany[contact] = 0;
  k.plain[contact] = 1;
  k.number[contact] = 1;
  k.decisions[contact] = 0;
  k.timerSerial[contact] = 0;
  k.agent[contact] = NONE;
  k.handledFor[contact] = 0;
  k.joinedAt[contact] = core.now;
  k.offeredAt[contact] = core.now;
  k.deadline[contact] = promised >= 0 ? core.now + promised : deadlineOf(lane.service, contact);
  k.state[contact] = lane.words.queueing;
  return contact;
}

/** The contact joins the queue of its type, and finds an agent or waits. */
function enter(lane: Lane, contact: number, type: number): void {
  const { service } = lane;
  service.core.note(actorKind.contact, contact, service.codes.ARRIVE | BEGIN);
  lane.counts.add(type, counted.arrived);
  service.record.arrivesInQueue(type);
  service.contacts.columns.rank[contact] = rankOf(service, contact);
  service.queues.insert(contact, service.classOf);
  const agent = agentFor(service, contact);
  if (agent === NONE) return loseMyPatience(lane, contact);
  if (!hasOneInHand(lane, agent)) return assign(service, contact, agent);
  give(service, contact, agent);
  answer(lane, contact, agent);
}

/** A contact that waits: its patience begins to run out. */
function loseMyPatience(lane: Lane, contact: number): void {
  const { core, contacts } = lane.service;
  // As the journey's timers have it: milliseconds.
  const ms = patience(lane.service, contact) * 1000;
  if (!(ms >= 0)) throw new RangeError(`the patience of contact ${contact} is ${ms / 1000} s; it must be 0 or more`);
  if (ms === Number.POSITIVE_INFINITY) return;
  const { patienceSlot, patienceBit, queueing } = lane.words;
  const k = contacts.columns;
  k.state[contact] = queueing | patienceBit;
  k.timerSerial[contact] = 1;
  k.timers[contact] = core.events.schedule(core.now + ms / 1000, eventKind.contactTimer, contact, timerSub(0, patienceSlot));
}
