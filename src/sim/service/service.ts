/** The service of one replication: cases, contacts, agents and queues, and what they share. */

import type { RoutingPolicy, RoutingView, Strategy } from "../../strategies/index.ts";
import { actorKind, type Core } from "../core/index.ts";
import { contactIndex, contactPurpose } from "../purposes.ts";
import type { Demand } from "./demand/index.ts";
import type { FreeAgents } from "./free-agents.ts";
import type { Levels } from "./levels.ts";
import type { ContactType, GroupPlan, PlannedTime, ServiceChannel, ServicePlan, TopicPlan } from "./plan/index.ts";
import type { Queues } from "./queues.ts";
import type { ServiceRecord } from "./record/index.ts";
import type { Supply } from "./supply/index.ts";
import type { AfterWork, Agents, Cases, Contacts } from "./tables.ts";

/** The customers' side as the service sees it; implemented by the engine over the market. */
export interface CustomerSide {
  /** Sends a message to a customer. */
  tell(customer: number, event: "CONTACT_RESOLVED" | "CONTACT_FAILED" | "COMPANY_CALLS"): void;
  /** A follow-up of the customer is planned: there may be an offer in it. */
  followUpPlanned(customer: number): void;
  /** It is over, or not needed; `reached`: the customer has got it, and all was well. */
  followUpOver(customer: number, reached: boolean): void;
  /** Books a cost (negative cents) to the customer's value. */
  bookValue(customer: number, cents: number): void;
  /** What the customer has been worth so far, cents. */
  valueOf(customer: number): number;
}

/** Codes of the messages that contacts get. */
export type ContactMessage = "ARRIVE" | "CALL_OUT" | "ANSWERED" | "HANDLED" | "INTERRUPTED" | "CUT_OFF" | "WITHDRAW";

/** Everything a contact's guards, actions and delays read and write. */
export interface Service {
  readonly core: Core;
  readonly plan: ServicePlan;
  readonly cases: Cases;
  readonly contacts: Contacts;
  readonly agents: Agents;
  readonly afterWork: AfterWork;
  readonly queues: Queues;
  readonly free: FreeAgents;
  readonly levels: Levels;
  readonly demand: Demand;
  readonly supply: Supply;
  readonly record: ServiceRecord;
  /** Channels offered by the strategy in force, 1 or 0 by row. */
  readonly offered: Uint8Array;
  /** Disruptions of a channel under way, by row. */
  readonly channelDown: Uint8Array;
  /** 1 for channels whose contacts queue at once. */
  readonly freelyEntered: Uint8Array;
  /** Contacts that occupy a line, by channel. */
  readonly onLine: Uint32Array;
  readonly customers: CustomerSide;
  readonly view: RoutingView;
  /** Priority class of a contact; the same function as the view's. */
  readonly classOf: (contact: number) => number;
  /** The routing policy in force; set at the start and at adoption. */
  policy: RoutingPolicy;
  /** The routing policy of a strategy. */
  readonly policyOf: (strategy: Strategy) => RoutingPolicy;
  /** A contact from outside comes in (`DemandHost`). */
  readonly begin: (stream: number, caller: number, number: number) => void;
  /** Event codes of the contact's journey. */
  readonly codes: Readonly<Record<ContactMessage, number>>;
}

export function channelOf(service: Service, contact: number): ServiceChannel {
  return service.plan.channels[service.contacts.columns.channel[contact] as number] as ServiceChannel;
}

export function typeOf(service: Service, contact: number): ContactType {
  return service.plan.types[service.contacts.columns.type[contact] as number] as ContactType;
}

/** The row of types of a channel and a topic. */
export function typeRow(plan: ServicePlan, channel: number, topic: number): number {
  return channel * plan.topics.length + topic;
}

export function topicOf(service: Service, caseRow: number): TopicPlan {
  return service.plan.topics[service.cases.columns.topic[caseRow] as number] as TopicPlan;
}

/** The group of the agent who has a contact in hand. */
export function groupRowOf(service: Service, contact: number): number {
  return service.agents.columns.group[service.contacts.columns.agent[contact] as number] as number;
}

export function groupOf(service: Service, contact: number): GroupPlan {
  return service.plan.groups[groupRowOf(service, contact)] as GroupPlan;
}

/** Counts something for a contact, under its segment and channel. */
export function countContact(service: Service, contact: number, counter: number, amount = 1): void {
  const { segment, channel } = service.contacts.columns;
  service.core.count(counter, segment[contact] as number, channel[contact] as number, amount);
}

/** Where the ledger counts for a contact now, for several counts in a row: to be used with `core.countAt` in the same event. */
export function cellOf(service: Service, contact: number): number {
  const { segment, channel } = service.contacts.columns;
  return service.core.ledger.cellOf(segment[contact] as number, channel[contact] as number);
}

/** The draw of this purpose for a contact. */
export function drawOfContact(service: Service, contact: number, what: number): number {
  const { caseRow, number } = service.contacts.columns;
  return drawOfCase(service, caseRow[contact] as number, what, number[contact] as number);
}

/** The draw of this purpose for a contact of a case, by its number. */
export function drawOfCase({ core, cases }: Service, row: number, what: number, contact: number): number {
  const { caller, number } = cases.columns;
  return core.draws.uniform(contactPurpose(what, contact), caller[row] as number, contactIndex(number[row] as number, contact));
}

/** A time of this purpose for a contact, seconds; drawn only if it varies. */
export function timeOf(service: Service, contact: number, what: number, time: PlannedTime): number {
  return time.constant ?? time.quantile(drawOfContact(service, contact, what));
}

/** Whether something of this probability happens to a contact; drawn only if it is uncertain. */
export function happens(service: Service, contact: number, what: number, probability: number): boolean {
  return probability >= 1 || (probability > 0 && drawOfContact(service, contact, what) < probability);
}

/** Sends a contact a message: one of `service.codes`. */
export function tellContact(service: Service, contact: number, code: number): void {
  service.core.messages.send(actorKind.contact, contact, code);
}
