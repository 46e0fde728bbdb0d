/** What must hold of a service at any time between events. */

import { NONE } from "../../strategies/index.ts";
import type { Service } from "./service.ts";

/**
 * Compares the record with the live system: contacts are conserved by type, and Little's law holds.
 *
 * @throws Error naming the law that is broken, the type and the figures
 */
export function checkLaws(service: Service): void {
  const { record, contacts, plan, core } = service;
  const { type, queued, silent, offeredAt, caseRow } = contacts.columns;
  const waiting = new Float64Array(plan.types.length);
  const ages = new Float64Array(plan.types.length);
  for (let contact = 0; contact < contacts.used; contact++) {
    if (!contacts.isLive(contact) || queued[contact] === 0 || silent[contact] === 1 || caseRow[contact] === NONE) continue;
    const row = type[contact] as number;
    waiting[row] = (waiting[row] as number) + 1;
    ages[row] = (ages[row] as number) + core.now - (offeredAt[contact] as number);
  }
  record.check({ waiting, ages });
}
