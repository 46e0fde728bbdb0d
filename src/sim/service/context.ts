/** Context: what the company knows of a case when the next contact is answered. */

import { purpose } from "../purposes.ts";
import { drawOfContact, happens, type Service } from "./service.ts";

/** After a contact: it was recorded or not, in the channel's own record. */
export function recordContact(service: Service, contact: number): void {
  const { caseRow, channel } = service.contacts.columns;
  const { recorded } = service.cases.columns;
  const row = caseRow[contact] as number;
  if (happens(service, contact, purpose.recorded, service.plan.context.recorded)) {
    recorded[row] = (recorded[row] as number) | (1 << (channel[contact] as number));
  }
}

/** Whether something was said about the case before: only then can context be lost. */
export function isHandOff(service: Service, contact: number): boolean {
  const row = service.contacts.columns.caseRow[contact] as number;
  return (service.cases.columns.lastAgent[row] as number) >= 0;
}

/**
 * Whether the customer must say again what was said before, at a hand-off. Nothing is lost if the case was handed over, or
 * if the same agent answers; otherwise a record is needed: with shared history any record
 * is found, without it records of the same channel are found more often than those of others.
 */
export function isContextLost(service: Service, contact: number): boolean {
  const { caseRow, channel, contextCarried, agent } = service.contacts.columns;
  const { recorded, lastAgent } = service.cases.columns;
  const row = caseRow[contact] as number;
  if (contextCarried[contact] === 1 || lastAgent[row] === agent[contact]) return false;
  const records = recorded[row] as number;
  if (records === 0) return true;
  if (service.core.strategy.capabilities.sharedHistory) return false;
  const { sameChannel, otherChannel } = service.plan.context;
  const found = (records & (1 << (channel[contact] as number))) === 0 ? otherChannel : sameChannel;
  return drawOfContact(service, contact, purpose.recall) >= found;
}
