/** Transfers: after handling a contact is passed on to another type, cold or introduced by the agent who had it. */

import { NONE } from "../../strategies/index.ts";
import { at } from "../../kpi/index.ts";
import { MOST_CONTACTS_PER_CASE, purpose } from "../purposes.ts";
import { countInCase } from "./calls.ts";
import { onlyAsks } from "./follow-up.ts";
import { leaveLine, takeLine } from "./lines.ts";
import type { TransferPlan } from "./plan/index.ts";
import { countContact, drawOfContact, type Service, timeOf, typeOf } from "./service.ts";

/** The transfer that the draw of a contact chooses among those of its type, if any. */
function drawnTransfer(service: Service, contact: number): TransferPlan | undefined {
  const { transfers } = typeOf(service, contact);
  if (transfers.length === 0) return undefined;
  let left = drawOfContact(service, contact, purpose.transfer);
  for (const drawn of transfers) {
    left -= drawn.share;
    if (left < 0) return drawn;
  }
  return undefined;
}

/** Whether a contact can be passed on: to a channel that is offered and not down, and not for ever. */
function leadsOn({ plan, offered, channelDown, contacts }: Service, contact: number, { to }: TransferPlan): boolean {
  const channel = plan.types[to]?.channel ?? NONE;
  return offered[channel] === 1 && channelDown[channel] === 0 && (contacts.columns.number[contact] as number) < MOST_CONTACTS_PER_CASE - 1;
}

/**
 * Decides at the end of handling whether the contact is passed on, and to which type.
 *
 * @returns whether its agent stays with it to introduce it
 */
export function chooseTransfer(service: Service, contact: number): boolean {
  const { transferTo, holder, agent, introducedFor } = service.contacts.columns;
  const drawn = onlyAsks(service, contact) ? undefined : drawnTransfer(service, contact);
  if (drawn === undefined || !leadsOn(service, contact, drawn)) {
    transferTo[contact] = NONE;
    return false;
  }
  transferTo[contact] = drawn.to;
  if (drawn.introduction === undefined) return false;
  introducedFor[contact] = timeOf(service, contact, purpose.introduction, drawn.introduction);
  holder[contact] = agent[contact] as number;
  return true;
}

export function isTransferred(service: Service, contact: number): boolean {
  return service.contacts.columns.transferTo[contact] !== NONE;
}

/**
 * How long the agent who had the contact introduces it to the one who takes it, seconds; both are busy with it. Nobody introduces a
 * contact to oneself (who has several in hand may take it again).
 */
export function introductionTo(service: Service, contact: number): number {
  const { holder, agent, introducedFor } = service.contacts.columns;
  return holder[contact] === NONE || holder[contact] === agent[contact] ? 0 : (introducedFor[contact] as number);
}

/** The contact goes on as one of another type: a further contact of the same case, which the customer does not have to begin. */
export function transfer(service: Service, contact: number): void {
  const c = service.contacts.columns;
  const to = c.transferTo[contact] as number;
  const { channel, topic } = service.plan.types[to] as (typeof service.plan.types)[number];
  countContact(service, contact, at.transfers);
  if (channel !== c.channel[contact]) {
    const holdsLine = c.heldLine[contact] === 1;
    leaveLine(service, contact);
    c.channel[contact] = channel;
    if (holdsLine) takeLine(service, contact);
  }
  c.type[contact] = to;
  service.cases.columns.topic[c.caseRow[contact] as number] = topic;
  c.transferTo[contact] = NONE;
  c.madeByCompany[contact] = 0;
  c.callback[contact] = 0;
  c.priority[contact] = 0;
  c.deadline[contact] = 0;
  c.contextLost[contact] = 0;
  c.handledFor[contact] = 0;
  c.contextCarried[contact] = c.holder[contact] === NONE ? 0 : 1;
  countInCase(service, contact);
  service.record.transferred(to);
}
