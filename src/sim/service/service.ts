/** The service of one replication: cases, contacts, agents and queues, and what they share. */

import type { RoutingPolicy, RoutingView } from "../../strategies/index.ts";
import { actorKind, type Core } from "../core/index.ts";
import { CONTACTS_PER_CASE } from "../purposes.ts";
import type { ServiceChannel, ServicePlan, TopicPlan } from "./plan.ts";
import type { Queues } from "./queues.ts";
import type { Agents, Cases, Contacts } from "./tables.ts";

/** The customers' side as the service sees it; implemented by the engine over the market. */
export interface CustomerSide {
  /** Sends a message to a customer. */
  tell(customer: number, event: "CONTACT_RESOLVED" | "CONTACT_FAILED" | "COMPANY_CALLS"): void;
  /** Books a cost (negative cents) to the customer's value. */
  bookValue(customer: number, cents: number): void;
}

/** Everything a contact's guards, actions and delays read and write. */
export interface Service {
  readonly core: Core;
  readonly plan: ServicePlan;
  readonly cases: Cases;
  readonly contacts: Contacts;
  readonly agents: Agents;
  readonly queues: Queues;
  /** Channels offered by the strategy in force, 1 or 0 by row. */
  readonly offered: Uint8Array;
  readonly customers: CustomerSide;
  readonly view: RoutingView;
  /** The routing policy in force; set at the start and at adoption. */
  policy: RoutingPolicy;
  /** Outside arrivals so far, by stream. */
  readonly arrived: Uint32Array;
  /** Event codes of the contact's journey. */
  readonly codes: Readonly<Record<string, number>>;
}

export function channelOf(service: Service, channel: number): ServiceChannel {
  return service.plan.channels[channel] as ServiceChannel;
}

export function topicOf(service: Service, caseRow: number): TopicPlan {
  return service.plan.topics[service.cases.columns.topic[caseRow] as number] as TopicPlan;
}

/** Counts something for a contact, under its segment and channel. */
export function countContact(service: Service, contact: number, counter: number, amount = 1): void {
  const { segment, channel } = service.contacts.columns;
  service.core.count(counter, segment[contact] as number, channel[contact] as number, amount);
}

/** The draw of this purpose for a contact. */
export function drawOfContact(service: Service, contact: number, what: number): number {
  const { caseRow, number } = service.contacts.columns;
  const { caller, number: caseNumber } = service.cases.columns;
  const row = caseRow[contact] as number;
  return service.core.draws.uniform(
    what,
    caller[row] as number,
    (caseNumber[row] as number) * CONTACTS_PER_CASE + (number[contact] as number),
  );
}

/** Sends a contact a message. */
export function tellContact(service: Service, contact: number, event: string): void {
  service.core.messages.send(actorKind.contact, contact, service.codes[event] as number);
}
