/** How many agents of each group are at work, and how many of them have something in hand. */

import { defineTable, type Snapshotable, type TableSnapshot } from "../kernel/index.ts";
import type { ServiceRecord } from "./record/index.ts";

function defineLevels(groups: number) {
  return defineTable(
    "levels",
    {
      atWork: { type: "i32", unit: "agents at work" },
      working: { type: "i32", unit: "agents with something in hand, wrap-up included" },
    } as const,
    Math.max(1, groups),
  );
}

/** Levels that change one by one; the record of the run is told. */
export class Levels implements Snapshotable<TableSnapshot> {
  readonly #record: ServiceRecord;
  readonly #table: ReturnType<typeof defineLevels>;

  constructor(groups: number, record: ServiceRecord) {
    this.#record = record;
    this.#table = defineLevels(groups);
    for (let group = 0; group < groups; group++) this.#table.allocate();
  }

  /** So many agents of a group more (or less) are at work. */
  atWork(group: number, by: number): void {
    const { atWork, working } = this.#table.columns;
    atWork[group] = (atWork[group] as number) + by;
    this.#record.agents(group, atWork[group], working[group] as number);
  }

  /** So many agents of a group more (or less) have something in hand. */
  working(group: number, by: number): void {
    const { working } = this.#table.columns;
    working[group] = (working[group] as number) + by;
    this.#record.working(group, by);
  }

  atWorkOf(group: number): number {
    return this.#table.columns.atWork[group] as number;
  }

  snapshot(): TableSnapshot {
    return this.#table.snapshot();
  }

  restore(saved: TableSnapshot): void {
    this.#table.restore(saved);
  }
}
