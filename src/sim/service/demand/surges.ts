/**
 * Surges: batches on top of a stream, all at one time or at independent uniform times over a while. Their contacts do not count
 * towards the stream's limit.
 */

import { JourneybenchError } from "../../../errors.ts";
import { eventKind } from "../../core/index.ts";
import { OUTSIDE, purpose } from "../../purposes.ts";
import type { SurgePlan } from "../plan/index.ts";
import { NONE } from "../tables.ts";
import type { DemandHost } from "./host.ts";
import { SURGE_CONTACTS_PER_STREAM, surgeIndex, surgeNumber } from "./numbers.ts";
import { isReachable } from "./reach.ts";
import { scaledCount } from "./scaled.ts";
import { earliestOf } from "./uniform-times.ts";

/**
 * Plans the first contact of every surge. How many come is load × contacts, rounded by a draw so that the mean is right.
 *
 * @throws JourneybenchError (`bad-input`) if a stream's surges have more contacts than there are numbers for
 */
export function beginSurges(host: DemandHost): void {
  const { surgeRank, surges } = host.demand;
  for (const [surge, plan] of host.plan.surges.entries()) {
    // The last indices of all: contacts count up from 0.
    const index = 0xffff_ffff - (surgeRank[surge] as number);
    const contacts = scaledCount(host, plan.contacts, purpose.surgeSpread, plan.stream, index);
    if (indexOf(host, surge, plan, contacts) >= SURGE_CONTACTS_PER_STREAM) refuse(host, plan, contacts);
    surges.columns.contacts[surge] = contacts;
    planContact(host, surge, plan, plan.at);
  }
}

/** A contact of a surge arrives, and the next is planned. */
export function surgeArrives(host: DemandHost, surge: number): void {
  const plan = host.plan.surges[surge];
  if (plan === undefined) return;
  const { come } = host.demand.surges.columns;
  const contact = come[surge] as number;
  come[surge] = contact + 1;
  if (isReachable(host, plan.stream)) host.begin(plan.stream, NONE, surgeNumber(indexOf(host, surge, plan, contact)));
  planContact(host, surge, plan, host.core.now);
}

/** Plans the next contact, one at a time, so that no two events of a surge are the same; `from` is when the last one came. */
function planContact(host: DemandHost, surge: number, plan: SurgePlan, from: number): void {
  const { contacts, come } = host.demand.surges.columns;
  if ((come[surge] as number) >= (contacts[surge] as number)) return;
  host.core.events.schedule(timeOf(host, surge, plan, from), eventKind.arrival, plan.stream, -1 - surge);
}

/** When the next contact comes: at once, or the earliest of the uniform times that are left. */
function timeOf(host: DemandHost, surge: number, plan: SurgePlan, from: number): number {
  if (plan.over === 0) return plan.at;
  const { contacts, come } = host.demand.surges.columns;
  const contact = come[surge] as number;
  const u = host.core.draws.uniform(purpose.surgeSpread, OUTSIDE + plan.stream, indexOf(host, surge, plan, contact));
  return earliestOf((contacts[surge] as number) - contact, from, plan.at + plan.over, u);
}

function indexOf(host: DemandHost, surge: number, plan: SurgePlan, contact: number): number {
  const { surgeRank, surgesOf } = host.demand;
  return surgeIndex(surgeRank[surge] as number, surgesOf[plan.stream] as number, contact);
}

function refuse(host: DemandHost, { stream }: SurgePlan, contacts: number): never {
  const name = host.plan.streams[stream]?.name ?? "";
  throw new JourneybenchError("bad-input", `service.arrivals.${name}.surges: ${contacts} contacts in a surge are too many.`, {
    hint: "Give it fewer contacts or a lower load.",
  });
}
