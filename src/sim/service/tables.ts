/** The columns of cases, contacts and agents. */

import { defineTable, type Table } from "../kernel/index.ts";

/** Nobody, no channel, no row. */
export const NONE = -1;

/** What an agent does: not at work, free of contacts, with contacts in hand, only wrapping up. */
export const agentStatus = { off: 0, idle: 1, busy: 2, wrapUp: 3 } as const;

export function defineCases(capacity: number) {
  return defineTable(
    "cases",
    {
      customer: { type: "i32", unit: "row of customers, -1 = from outside", fill: NONE, kept: true },
      segment: { type: "u8", unit: "row of segments", kept: true },
      caller: { type: "u32", unit: "entity of the draws", kept: true },
      number: { type: "u32", unit: "how-manieth case of the caller", kept: true },
      stream: { type: "i32", unit: "row of streams, -1 = a customer's", fill: NONE, kept: true },
      source: { type: "i32", unit: "caller of a finite stream, 0 = a backlog's own", fill: NONE, kept: true },
      topic: { type: "i32", unit: "row of topics", kept: true },
      contacts: { type: "u32", unit: "contacts so far, calls made by the company included" },
      channels: { type: "u32", unit: "bit set of channels" },
      lastChannel: { type: "i32", unit: "row of channels", fill: NONE },
      repeatedIn: { type: "u32", unit: "bit set of channels with more than one contact" },
      switched: { type: "u8", unit: "1 if the channel changed" },
      recorded: { type: "u32", unit: "bit set of channels with a record of the case" },
      restarts: { type: "u32", unit: "times the customer explained again" },
      liveWait: { type: "f64", unit: "s" },
      lastAgent: { type: "i32", unit: "row of agents", fill: NONE },
      sentTo: { type: "i32", unit: "row of channels", fill: NONE },
      hungUp: { type: "u8", unit: "1 if the last contact was given up waiting, 2 if it was turned away" },
      recontact: { type: "i32", unit: "handle of an event: the caller from outside tries again", fill: NONE, kept: true },
      triedAt: { type: "f64", unit: "s: when the customer last made contact again", fill: -1 },
      triesAtOnce: { type: "u32", unit: "contacts made again at that instant" },
      followUp: { type: "u8", unit: "none, planned, over" },
      followUpEvent: { type: "i32", unit: "handle of an event: the time of the planned follow-up", fill: NONE, kept: true },
      question: { type: "u8", unit: "1 if a question before buying" },
      closed: { type: "u8", unit: "1 if closed, and kept for its follow-up" },
      pendingCall: { type: "i32", unit: "row of contacts: a call the company still means to make", fill: NONE, kept: true },
    } as const,
    capacity,
  );
}

/** Of a contact in an agent's hands. */
const workColumns = {
  handling: { type: "f64", unit: "s of work at speed 1 of the agent", kept: true },
  work: { type: "f64", unit: "s of work left", kept: true },
  workSince: { type: "f64", unit: "s: when `work` was left", kept: true },
  workEvent: { type: "i32", unit: "handle of an event: the work is done", fill: NONE, kept: true },
  introducedFor: { type: "f64", unit: "s that a warm transfer takes both agents", kept: true },
  handledSince: { type: "f64", unit: "s: when the agent last took it up", kept: true },
  interruptions: { type: "u32", unit: "times interrupted so far", kept: true },
  handledFor: { type: "f64", unit: "s in agents' hands, up to the last interruption or the end" },
  inHandNext: { type: "i32", unit: "row of contacts: another in the same agent's hands", fill: NONE, kept: true },
} as const;

/** Work after a contact, or beside one, of an agent who may have several contacts in hand: it goes on beside them, and slows them. */
export function defineAfterWork(capacity: number) {
  return defineTable(
    "after-contact work",
    {
      agent: { type: "i32", unit: "row of agents", kept: true },
      type: { type: "i32", unit: "row of types, -1 = an introduction, which is no after-contact work", kept: true },
      segment: { type: "u8", unit: "row of segments", kept: true },
      begun: { type: "f64", unit: "s", kept: true },
      work: { type: "f64", unit: "s of work left", kept: true },
      workSince: { type: "f64", unit: "s: when `work` was left", kept: true },
      workEvent: { type: "i32", unit: "handle of an event: the work is done", fill: NONE, kept: true },
      inHandNext: { type: "i32", unit: "row of after-contact work of the same agent", fill: NONE, kept: true },
    } as const,
    capacity,
  );
}

/** Of a contact that waits. */
const queueColumns = {
  queued: { type: "u8", unit: "1 while waiting", kept: true },
  offerEvent: { type: "i32", unit: "handle of an event: routing is asked again", fill: NONE, kept: true },
  next: { type: "i32", unit: "row of contacts behind in the queue", fill: NONE, kept: true },
  previous: { type: "i32", unit: "row of contacts ahead in the queue", fill: NONE, kept: true },
} as const;

export function defineContacts(capacity: number, timerSlots: number) {
  return defineTable(
    "contacts",
    {
      state: { type: "u32", unit: "state of the journey", kept: true },
      timers: { type: "i32", unit: "handle of an event", width: Math.max(1, timerSlots), fill: NONE, kept: true },
      timerSerial: { type: "u32", unit: "timers planned so far" },
      caseRow: {
        type: "i32",
        unit: "row of cases; none if it was taken back, or the customer has left without telling",
        fill: NONE,
        kept: true,
      },
      channel: { type: "i32", unit: "row of channels", fill: NONE, kept: true },
      type: { type: "i32", unit: "row of types", fill: NONE, kept: true },
      segment: { type: "u8", unit: "row of segments", kept: true },
      number: { type: "u32", unit: "how-manieth contact of the case, from 1" },
      decisions: { type: "u32", unit: "random routing decisions so far" },
      madeByCompany: { type: "u8", unit: "1 if the company calls", kept: true },
      plain: { type: "u8", unit: "1 if it came by the fast path", kept: true },
      callback: { type: "u8", unit: "1 if the company calls instead of letting the customer wait" },
      asking: { type: "u8", unit: "no, only, told: a planned follow-up, and whether there is a problem" },
      contextCarried: { type: "u8", unit: "1 if handed over with its context" },
      priority: { type: "i32", unit: "priority class, 0 = its type's" },
      joinedAt: { type: "f64", unit: "s: when it joined the queue first, -1 = not yet", fill: -1 },
      offeredAt: { type: "f64", unit: "s: when it joined the queue last", kept: true },
      deadline: { type: "f64", unit: "s" },
      rank: { type: "f64", unit: "place in the queue", kept: true },
      agent: { type: "i32", unit: "row of agents", fill: NONE },
      holder: { type: "i32", unit: "row of agents: who transferred it warm and stays until it is answered", fill: NONE, kept: true },
      ...workColumns,
      heldLine: { type: "u8", unit: "1 if it occupies a line of its channel" },
      contextLost: { type: "u8", unit: "1 if the customer explains again" },
      transferTo: { type: "i32", unit: "row of types that it is passed on to", fill: NONE, kept: true },
      silent: { type: "u8", unit: "1 if the customer has left without telling" },
      ...queueColumns,
    } as const,
    capacity,
  );
}

export function defineAgents(capacity: number) {
  return defineTable(
    "agents",
    {
      group: { type: "u32", unit: "row of groups" },
      status: { type: "u8", unit: "off, idle, busy, wrapUp" },
      leaving: { type: "u8", unit: "1 if the shift is over as soon as the agent is free" },
      load: { type: "u32", unit: "contacts in hand, those being wrapped up included" },
      alone: { type: "u8", unit: "1 if the contact in hand needs the agent alone" },
      firstInHand: { type: "i32", unit: "row of contacts", fill: NONE },
      firstAfter: { type: "i32", unit: "row of after-contact work", fill: NONE },
      busySince: { type: "f64", unit: "s: since when something is in hand, or up to when that time is booked" },
      idleSince: { type: "f64", unit: "s: since when the load is what it is" },
      frees: { type: "u32", unit: "wrap-ups planned so far" },
      taken: { type: "u32", unit: "contacts taken so far" },
      listed: { type: "u32", unit: "1 + list of the free that the agent is in, 0 = none" },
      next: { type: "i32", unit: "row of agents behind in the list of the free", fill: NONE },
      previous: { type: "i32", unit: "row of agents ahead in the list of the free", fill: NONE },
    } as const,
    Math.max(1, capacity),
  );
}

type Rows<T> = T extends Table<infer C> ? Table<C> : never;
export type Cases = Rows<ReturnType<typeof defineCases>>;
export type Contacts = Rows<ReturnType<typeof defineContacts>>;
export type Agents = Rows<ReturnType<typeof defineAgents>>;
export type AfterWork = Rows<ReturnType<typeof defineAfterWork>>;
