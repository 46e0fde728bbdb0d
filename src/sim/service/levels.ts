/** How many agents of each group are at work, how many of them have something in hand, and for how long in all. */

import { at } from "../../kpi/index.ts";
import { type Core, milliseconds } from "../core/index.ts";
import { defineTable, type Snapshotable, type TableSnapshot } from "../kernel/index.ts";
import type { ServicePlan } from "./plan/index.ts";
import type { ServiceRecord } from "./record/index.ts";

function defineLevels(groups: number) {
  return defineTable(
    "levels",
    {
      atWork: { type: "i32", unit: "agents at work" },
      working: { type: "i32", unit: "agents with something in hand, wrap-up included" },
      since: { type: "f64", unit: "s: up to when `busy` is added up" },
      busy: { type: "f64", unit: "s with something in hand; since last booked" },
    } as const,
    Math.max(1, groups),
  );
}

/** Levels that change one by one; the record of the run is told. */
export class Levels implements Snapshotable<TableSnapshot> {
  readonly #core: Core;
  readonly #plan: ServicePlan;
  readonly #record: ServiceRecord;
  readonly #table: ReturnType<typeof defineLevels>;

  constructor(core: Core, plan: ServicePlan, record: ServiceRecord) {
    this.#core = core;
    this.#plan = plan;
    this.#record = record;
    this.#table = defineLevels(plan.groups.length);
    for (let group = 0; group < plan.groups.length; group++) this.#table.allocate();
  }

  /** So many agents of a group more (or less) are at work. */
  atWork(group: number, by: number): void {
    const { atWork, working } = this.#table.columns;
    atWork[group] = (atWork[group] as number) + by;
    this.#record.agents(group, atWork[group], working[group] as number);
  }

  /** So many agents of a group more (or less) have something in hand. */
  working(group: number, by: number): void {
    const { working, since, busy } = this.#table.columns;
    const { now } = this.#core;
    const before = working[group] as number;
    busy[group] = (busy[group] as number) + before * (now - (since[group] as number));
    since[group] = now;
    working[group] = before + by;
    this.#record.working(group, by);
  }

  atWorkOf(group: number): number {
    return this.#table.columns.atWork[group] as number;
  }

  /** Books the time for which agents had something in hand since it was last booked. */
  book(): void {
    const { busy } = this.#table.columns;
    for (let group = 0; group < this.#plan.groups.length; group++) {
      this.#addUp(group);
      this.#core.count(at.busyMs, this.#plan.segments, this.#plan.channels.length, milliseconds(busy[group] as number));
      busy[group] = 0;
    }
  }

  #addUp(group: number): void {
    const { working, since, busy } = this.#table.columns;
    const { now } = this.#core;
    busy[group] = (busy[group] as number) + (working[group] as number) * (now - (since[group] as number));
    since[group] = now;
  }

  snapshot(): TableSnapshot {
    return this.#table.snapshot();
  }

  restore(saved: TableSnapshot): void {
    this.#table.restore(saved);
  }
}
