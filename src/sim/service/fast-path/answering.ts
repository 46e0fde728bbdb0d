/** On the fast path: an agent takes up a contact. */

import { NONE } from "../../../strategies/index.ts";
import { at } from "../../../kpi/index.ts";
import { actorKind, eventKind, milliseconds } from "../../core/index.ts";
import { contactIndex, purpose } from "../../purposes.ts";
import { cellOf } from "../service.ts";
import type { Lane } from "./lane.ts";
import { counted } from "./plain-counts.ts";

/** An agent who has nothing else in hand takes up a contact that has just left the queue. */
export function answer(lane: Lane, contact: number, agent: number): void {
  const { service } = lane;
  const { core, contacts } = service;
  const k = contacts.columns;
  core.note(actorKind.contact, contact, service.codes.ANSWERED);
  const { patienceBit, handling } = lane.words;
  if (((k.state[contact] as number) & patienceBit) !== 0) core.events.cancel(k.timers[contact] as number);
  k.state[contact] = handling;
  if (k.offerEvent[contact] !== NONE) {
    core.events.cancel(k.offerEvent[contact] as number);
    k.offerEvent[contact] = NONE;
  }
  countAnswer(lane, contact, k.type[contact] as number);
  handle(lane, contact, agent, k.type[contact] as number);
}

function countAnswer(lane: Lane, contact: number, type: number): void {
  const { service } = lane;
  const { core, contacts, cases } = service;
  const k = contacts.columns;
  const { counts } = lane;
  const isLive = lane.types.live[type] === 1;
  const wait = core.now - (k.offeredAt[contact] as number);
  const kept = core.now <= (k.deadline[contact] as number);
  const inTime = isLive ? wait <= (lane.types.within[type] as number) : kept;
  counts.add(type, counted.answered);
  if (kept) counts.add(type, counted.kept);
  if (inTime) counts.add(type, counted.answeredWithin);
  if (wait > 0) {
    const cell = cellOf(service, contact);
    const waitMs = milliseconds(wait);
    core.countAt(cell, at.contactsWaited);
    core.countAt(cell, at.waitMs, waitMs);
    core.countAt(cell, at.answeredWaitMs, waitMs);
    if (isLive) core.countAt(cell, at.liveAnsweredWaitMs, waitMs);
    if (isLive) cases.columns.liveWait[k.caseRow[contact] as number] = wait;
  }
  service.record.answered(type, wait, inTime);
}

/** The work on the contact begins. */
function handle(lane: Lane, contact: number, agent: number, type: number): void {
  const { service } = lane;
  const { core, plan, contacts, agents } = service;
  const k = contacts.columns;
  const group = agents.columns.group[agent] as number;
  const { handling: time } = plan.types[type] as (typeof plan.types)[number];
  const { pace } = plan.groups[group] as (typeof plan.groups)[number];
  const talk = time.constant ?? time.quantile(drawOf(lane, contact, purpose.handlingTime));
  const seconds = talk / (lane.types.speed[group * plan.types.length + type] as number);
  service.record.handlingBegins(type, group);
  k.handling[contact] = seconds;
  k.work[contact] = seconds;
  k.workSince[contact] = core.now;
  k.handledSince[contact] = core.now;
  k.inHandNext[contact] = NONE;
  agents.columns.firstInHand[agent] = contact;
  k.workEvent[contact] = core.events.schedule(core.now + seconds / (pace[1] as number), eventKind.work, contact, 0);
}

/** A draw of the first contact of a case. */
function drawOf(lane: Lane, contact: number, what: number): number {
  const { core, contacts, cases } = lane.service;
  const { caller, number } = cases.columns;
  const row = contacts.columns.caseRow[contact] as number;
  return core.draws.uniform(what, caller[row] as number, contactIndex(number[row] as number, 1));
}
