/**
 * Counts of the ledger that always come together, counted once, and booked when a stretch of time is over: before anybody reads the
 * ledger, or another month begins.
 */

import { at } from "../../../kpi/index.ts";
import type { Service } from "../service.ts";

/** By type. */
export const counted = { arrived: 0, answered: 1, kept: 2, answeredWithin: 3, handled: 4, closed: 5, resolved: 6 } as const;
const WIDTH = 7;

export class PlainCounts {
  readonly #cells: Float64Array;

  constructor(types: number) {
    this.#cells = new Float64Array(types * WIDTH);
  }

  /** Counts one. */
  add(type: number, what: number): void {
    const cell = type * WIDTH + what;
    this.#cells[cell] = (this.#cells[cell] as number) + 1;
  }

  /** Books what was counted, to nobody's segment and the type's channel. */
  book({ core, plan }: Service): void {
    const { segments, channels } = plan;
    for (const [row, { channel }] of plan.types.entries()) {
      const count = (what: number) => this.#cells[row * WIDTH + what] as number;
      const cell = core.ledger.cellOf(segments, channel);
      core.count(at.casesOpened, segments, channels.length, count(counted.arrived));
      core.countAt(cell, at.contactsOffered, count(counted.arrived));
      core.countAt(cell, at.contactCost, count(counted.arrived) * (channels[channel]?.contactCost ?? 0));
      core.countAt(cell, at.promisesDue, count(counted.answered));
      core.countAt(cell, at.contactsAnswered, count(counted.answered));
      if (channels[channel]?.live === true) core.countAt(cell, at.liveAnswered, count(counted.answered));
      core.countAt(cell, at.promisesKept, count(counted.kept));
      core.countAt(cell, at.contactsAnsweredWithin, count(counted.answeredWithin));
      core.countAt(cell, at.contactsHandled, count(counted.handled));
      core.countAt(cell, at.casesClosed, count(counted.closed));
      core.countAt(cell, at.caseContacts, count(counted.closed));
      core.countAt(cell, at.caseChannels, count(counted.closed));
      core.countAt(cell, at.casesResolved, count(counted.resolved));
      core.countAt(cell, at.casesResolvedOneContact, count(counted.resolved));
      core.countAt(cell, at.casesResolvedOneChannelContact, count(counted.resolved));
    }
    this.#cells.fill(0);
  }
}
