/**
 * Cases in a journey that an author brought: a customer has one case at a time, and a case is closed only when no contact about it is
 * under way, whatever order the journey calls the words in.
 */

import { CONTACTS_PER_CASE } from "../../purposes.ts";
import { type Market, placeOf } from "../market.ts";
import * as problems from "../problems.ts";
import { closing } from "./state.ts";

function caseOf(market: Market, id: number): number {
  const place = placeOf(market, id);
  return market.customers.columns.caseRow[place] as number;
}

function setClosing(market: Market, id: number, how: number): void {
  if (market.own !== undefined) market.own.closing[id] = how;
}

function isBusy(market: Market, id: number): boolean {
  return market.desk?.isBusy(caseOf(market, id)) ?? false;
}

/** Opens a case, or goes on with the one that is open. */
export function openCase(market: Market, id: number): void {
  setClosing(market, id, closing.no);
  if (caseOf(market, id) < 0) problems.openCase(market, id);
}

/** Contacts the company about the open case, or opens one; while a contact about it is under way there is no second one. */
export function contactCompany(market: Market, id: number): void {
  openCase(market, id);
  if (isBusy(market, id)) return;
  // Draws are addressed by contact, so their number is bounded: the next one begins a new case.
  if ((market.desk?.contacts(caseOf(market, id)) ?? 0) >= CONTACTS_PER_CASE - 1) {
    problems.closeCaseUnresolved(market, id);
    problems.openCase(market, id);
  }
  problems.contactCompany(market, id);
}

/** Asks a question in a case of its own; with a case open it is asked about that one. */
export function askQuestion(market: Market, id: number): void {
  if (caseOf(market, id) < 0) problems.openQuestion(market, id);
  contactCompany(market, id);
}

/** Closes the open case, if there is one: now, or when the contact under way about it has ended. */
export function closeCase(market: Market, id: number, resolved: boolean): void {
  if (caseOf(market, id) < 0) return;
  if (isBusy(market, id)) return setClosing(market, id, resolved ? closing.resolved : closing.unresolved);
  setClosing(market, id, closing.no);
  if (resolved) problems.closeCaseResolved(market, id);
  else problems.closeCaseUnresolved(market, id);
}

/** A contact of the customer has ended: a case that was to be closed then is closed. */
export function afterContact(market: Market, id: number): void {
  const how = market.own?.closing[id] ?? closing.no;
  if (how !== closing.no) closeCase(market, id, how === closing.resolved);
}

/** Without an open case there is nothing to go on with. */
export function givesUpCase(market: Market, id: number): boolean {
  return caseOf(market, id) < 0 || problems.givesUpCase(market, id);
}

/** Without an open case: never. */
export function timeToRecontact(market: Market, id: number): number {
  return caseOf(market, id) < 0 ? Number.POSITIVE_INFINITY : problems.timeToRecontact(market, id);
}

/** Without an open case nothing comes back. */
export function comesBack(market: Market, id: number): boolean {
  return caseOf(market, id) >= 0 && problems.comesBack(market, id);
}

/** Without an open case: never. */
export function timeToReturn(market: Market, id: number): number {
  return caseOf(market, id) < 0 ? Number.POSITIVE_INFINITY : problems.timeToReturn(market, id);
}
