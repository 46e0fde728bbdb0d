/** What a step says of a contact: who had it, how long it waited, how long it took. */

import type { World } from "../world.ts";
import type { Service } from "../service/index.ts";
import type { ObservedContact } from "./step.ts";

/** States in which a contact waits for an agent. */
const WAITING: ReadonlySet<string> = new Set(["queueing", "awaitingCall", "interrupted"]);
/** States in which an agent has it in hand. */
const IN_HAND: ReadonlySet<string> = new Set(["handling", "resumed"]);

/** A contact's row as the step found it: a transfer, or leaving without telling, wipes some of it. */
export interface ContactBefore {
  readonly customer: number;
  readonly caseRow: number;
  readonly channel: number;
  readonly type: number;
  readonly number: number;
  readonly offeredAt: number;
  readonly handledFor: number;
  readonly state: string;
}

function serviceOf({ service }: World): Service {
  if (service === undefined) throw new Error("a contact in a world without service");
  return service;
}

export function rowBefore(world: World, contact: number): ContactBefore {
  const service = serviceOf(world);
  const { caseRow, channel, type, number, offeredAt, handledFor } = service.contacts.columns;
  const row = caseRow[contact] as number;
  return {
    customer: service.cases.columns.customer[row] as number,
    caseRow: row,
    channel: channel[contact] as number,
    type: type[contact] as number,
    number: number[contact] as number,
    offeredAt: offeredAt[contact] as number,
    handledFor: handledFor[contact] as number,
    state: world.contactJourney?.stateOf(contact) ?? "",
  };
}

function agentOf({ contacts, agents, plan }: Service, contact: number): Pick<ObservedContact, "agent" | "group"> {
  const agent = contacts.columns.agent[contact] as number;
  if (agent < 0) return { agent: null, group: null };
  return { agent, group: plan.groups[agents.columns.group[agent] as number]?.name ?? null };
}

/** The note of a step that has just ended; the contact's row is still its own. */
export function contactNote(world: World, contact: number, before: ContactBefore, to: string): ObservedContact {
  const service = serviceOf(world);
  const { number, madeByCompany, callback, contextLost } = service.contacts.columns;
  const { cases, plan } = service;
  const endsWait = WAITING.has(before.state) && !WAITING.has(to) && to !== "withdrawn";
  const sentTo = to === "moved" ? (cases.columns.sentTo[before.caseRow] as number) : -1;
  return {
    case: cases.columns.number[before.caseRow] as number,
    number: Math.max(before.number, number[contact] as number),
    topic: plan.topics[plan.types[before.type]?.topic ?? 0]?.name ?? "",
    byCompany: madeByCompany[contact] === 1,
    callback: callback[contact] === 1,
    ...agentOf(service, contact),
    waited: endsWait ? world.core.now - before.offeredAt : null,
    handled: IN_HAND.has(before.state) ? before.handledFor : null,
    explainsAgain: contextLost[contact] === 1,
    sentTo: plan.channels[sentTo] === undefined ? null : (world.plan.market.channels[sentTo]?.name ?? null),
  };
}
