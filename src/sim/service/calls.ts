/** Contacts of a case begin: the customer's, and those that the company makes. */

import { at } from "../../kpi/index.ts";
import { BEGIN } from "../core/index.ts";
import { channelOf, countContact, type Service, tellContact, typeRow } from "./service.ts";
import { NONE } from "./tables.ts";

/** Starts the next contact of a case in a channel: the customer arrives, or the company calls. */
export function startContact(service: Service, row: number, channel: number, madeByCompany: boolean): number {
  const contact = service.contacts.allocate();
  const k = service.contacts.columns;
  k.caseRow[contact] = row;
  k.channel[contact] = channel;
  k.type[contact] = typeRow(service.plan, channel, service.cases.columns.topic[row] as number);
  k.segment[contact] = service.cases.columns.segment[row] as number;
  k.madeByCompany[contact] = madeByCompany ? 1 : 0;
  k.plain[contact] = 0;
  k.interruptions[contact] = 0;
  if (!madeByCompany) countArrival(service, contact);
  tellContact(service, contact, (madeByCompany ? service.codes.CALL_OUT : service.codes.ARRIVE) | BEGIN);
  return contact;
}

/** Counts a customer's contact when it comes in, answered or not. */
function countArrival(service: Service, contact: number): void {
  countInCase(service, contact);
  const { number, type, caseRow } = service.contacts.columns;
  const { contactCost } = channelOf(service, contact);
  const customer = service.cases.columns.customer[caseRow[contact] as number] as number;
  countContact(service, contact, at.contactsOffered);
  if ((number[contact] as number) > 1) countContact(service, contact, at.recontacts);
  service.record.arrives(type[contact] as number);
  if (contactCost === 0) return;
  countContact(service, contact, at.contactCost, contactCost);
  if (customer !== NONE) service.customers.bookValue(customer, -contactCost);
}

/** Counts a contact for its case: one of the customer when it begins, a call of the company when it reaches the customer. */
export function countInCase(service: Service, contact: number): void {
  const { caseRow, channel: channels, number } = service.contacts.columns;
  const c = service.cases.columns;
  const row = caseRow[contact] as number;
  const channel = channels[contact] as number;
  const bit = 1 << channel;
  const last = c.lastChannel[row] as number;
  c.contacts[row] = (c.contacts[row] as number) + 1;
  if (((c.channels[row] as number) & bit) !== 0) c.repeatedIn[row] = (c.repeatedIn[row] as number) | bit;
  c.channels[row] = (c.channels[row] as number) | bit;
  if (last !== NONE && last !== channel) c.switched[row] = 1;
  c.lastChannel[row] = channel;
  c.sentTo[row] = NONE;
  c.hungUp[row] = 0;
  number[contact] = c.contacts[row];
}

/** The company will call about a case. */
export function companyCalls(service: Service, row: number, channel: number): number {
  const contact = startContact(service, row, channel, true);
  service.cases.columns.pendingCall[row] = contact;
  return contact;
}

/** Takes back a call that the company meant to make. */
export function takeBackCall(service: Service, row: number): void {
  const c = service.cases.columns;
  const call = c.pendingCall[row] as number;
  if (call === NONE) return;
  c.pendingCall[row] = NONE;
  service.contacts.columns.caseRow[call] = NONE;
  tellContact(service, call, service.codes.WITHDRAW);
}
