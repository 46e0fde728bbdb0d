/** What must hold of a service at any time between events. */

import type { Service } from "./service.ts";

/**
 * Compares the record with the live system: contacts are conserved by type, and Little's law holds.
 *
 * @throws Error naming the law that is broken, the type and the figures
 */
export function checkLaws(service: Service): void {
  const { record, contacts, plan, core } = service;
  const { type, queued, silent, offeredAt } = contacts.columns;
  const waiting = new Float64Array(plan.types.length);
  const ages = new Float64Array(plan.types.length);
  const inSystem = new Float64Array(plan.types.length);
  for (let contact = 0; contact < contacts.used; contact++) {
    // Who has left without telling is not in the system, though the place in the queue is taken.
    const isGone = queued[contact] === 1 && silent[contact] === 1;
    if (!contacts.isLive(contact) || isGone) continue;
    const row = type[contact] as number;
    inSystem[row] = (inSystem[row] as number) + 1;
    if (queued[contact] === 0) continue;
    waiting[row] = (waiting[row] as number) + 1;
    ages[row] = (ages[row] as number) + core.now - (offeredAt[contact] as number);
  }
  record.check({ waiting, ages, inSystem });
}
