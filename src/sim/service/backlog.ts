/** The backlog: deferred contacts that wait for an answer when a month ends. */

import { at } from "../../kpi/index.ts";
import { milliseconds } from "../core/index.ts";
import type { Service } from "./service.ts";

/** At the end of a month: how many deferred contacts wait, and how long they have waited. Silent leavers do not wait any more. */
export function countBacklog({ core, plan, contacts }: Service): void {
  const { channel, segment, queued, silent, madeByCompany, joinedAt } = contacts.columns;
  for (let contact = 0; contact < contacts.used; contact++) {
    if (!contacts.isLive(contact) || queued[contact] === 0 || silent[contact] === 1 || madeByCompany[contact] === 1) continue;
    const row = channel[contact] as number;
    if (plan.channels[row]?.live !== false) continue;
    core.count(at.backlogItems, segment[contact] as number, row);
    core.count(at.backlogAgeMs, segment[contact] as number, row, milliseconds(core.now - (joinedAt[contact] as number)));
  }
}
