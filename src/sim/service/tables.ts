/** The columns of cases, contacts and agents. */

import { defineTable, type Table } from "../kernel/index.ts";

/** Nobody, no channel, no row. */
export const NONE = -1;

/** What an agent does. */
export const agentStatus = { off: 0, idle: 1, busy: 2, wrapUp: 3 } as const;

export function defineCases(capacity: number) {
  return defineTable(
    "cases",
    {
      customer: { type: "i32", unit: "row of customers, -1 = from outside", fill: NONE },
      segment: { type: "u8", unit: "row of segments" },
      caller: { type: "u32", unit: "entity of the draws" },
      number: { type: "u32", unit: "how-manieth case of the caller" },
      topic: { type: "i32", unit: "row of topics" },
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
      hungUp: { type: "u8", unit: "1 if the last contact was given up waiting" },
      recontact: { type: "i32", unit: "handle of an event: the caller from outside tries again", fill: NONE },
      pendingCall: { type: "i32", unit: "row of contacts: a call the company still means to make", fill: NONE },
    } as const,
    capacity,
  );
}

export function defineContacts(capacity: number, timerSlots: number) {
  return defineTable(
    "contacts",
    {
      state: { type: "u32", unit: "state of the journey" },
      timers: { type: "i32", unit: "handle of an event", width: Math.max(1, timerSlots), fill: NONE },
      timerSerial: { type: "u32", unit: "timers planned so far" },
      caseRow: { type: "i32", unit: "row of cases", fill: NONE },
      channel: { type: "i32", unit: "row of channels", fill: NONE },
      segment: { type: "u8", unit: "row of segments" },
      number: { type: "u32", unit: "how-manieth contact of the case, from 1" },
      madeByCompany: { type: "u8", unit: "1 if the company calls" },
      contextCarried: { type: "u8", unit: "1 if handed over with its context" },
      offeredAt: { type: "f64", unit: "s" },
      deadline: { type: "f64", unit: "s" },
      agent: { type: "i32", unit: "row of agents", fill: NONE },
      handling: { type: "f64", unit: "s" },
      contextLost: { type: "u8", unit: "1 if the customer explains again" },
      queued: { type: "u8", unit: "1 while waiting" },
      next: { type: "i32", unit: "row of contacts behind in the queue", fill: NONE },
      previous: { type: "i32", unit: "row of contacts ahead in the queue", fill: NONE },
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
      idleSince: { type: "f64", unit: "s" },
      onShift: { type: "u8", unit: "1 within working hours" },
    } as const,
    Math.max(1, capacity),
  );
}

type Rows<T> = T extends Table<infer C> ? Table<C> : never;
export type Cases = Rows<ReturnType<typeof defineCases>>;
export type Contacts = Rows<ReturnType<typeof defineContacts>>;
export type Agents = Rows<ReturnType<typeof defineAgents>>;
