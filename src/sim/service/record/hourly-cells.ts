/** Counters by hour of day, and levels integrated over time, split at the hours. */

import {
  GROUP_COUNTERS,
  GROUP_ROW,
  groupAt,
  HEAD,
  type ServiceLayout,
  TYPE_COUNTERS,
  TYPE_ROW,
  TYPE_TOTALS,
  totalAt,
  typeAt,
} from "../../../kpi/index.ts";
import type { Snapshotable } from "../../kernel/index.ts";
import { Levels } from "./levels.ts";

const HOUR = 3600;
const HOURS = 24;

interface HourlyState {
  readonly cells: Float64Array;
  readonly waiting: ReturnType<Levels["snapshot"]>;
  readonly atWork: ReturnType<Levels["snapshot"]>;
  readonly working: ReturnType<Levels["snapshot"]>;
  readonly inHand: ReturnType<Levels["snapshot"]>;
  readonly ages: Float64Array;
  readonly clock: readonly [origin: number, hourEnd: number, hour: number];
}

/** The cells of the layout up to the histograms. `turn` comes before anything else, so that the running hour is the one of now. */
export class HourlyCells implements Snapshotable<HourlyState> {
  readonly cells: Float64Array;
  /** By type. */
  readonly waiting: Levels;
  /** By group. */
  readonly atWork: Levels;
  readonly working: Levels;
  readonly inHand: Levels;
  /** By type: sum of the ages of those waiting when the running stretch began, less the waits of those who left since. */
  readonly ages: Float64Array;
  readonly #clock: { readonly now: number };
  readonly #layout: ServiceLayout;
  /** When the running stretch began; it ends with the hour or earlier. */
  #origin: number;
  #hourEnd: number;
  #hour: number;

  constructor(clock: { readonly now: number }, layout: ServiceLayout) {
    this.#clock = clock;
    this.#layout = layout;
    this.cells = new Float64Array(layout.histogramsBegin);
    this.waiting = new Levels(layout.types);
    this.atWork = new Levels(layout.groups);
    this.working = new Levels(layout.groups);
    this.inHand = new Levels(layout.groups);
    this.ages = new Float64Array(layout.types);
    this.#origin = clock.now;
    this.#hourEnd = (Math.floor(clock.now / HOUR) + 1) * HOUR;
    this.#hour = hourOfDay(clock.now);
  }

  /** Makes the running hour the one of now. */
  turn(): void {
    if (this.#clock.now >= this.#hourEnd) this.#endHours();
  }

  /** Seconds since the running stretch began. */
  get offset(): number {
    return this.#clock.now - this.#origin;
  }

  /** The counters of a type in the running hour. */
  rowOf(type: number): number {
    return HEAD + type * TYPE_ROW + this.#hour * TYPE_COUNTERS;
  }

  /** The counters of a type in the hour that was a wait ago. */
  rowBefore(type: number, wait: number): number {
    const { now } = this.#clock;
    const hour = wait <= now - this.#hourEnd + HOUR ? this.#hour : hourOfDay(now - wait);
    return HEAD + type * TYPE_ROW + hour * TYPE_COUNTERS;
  }

  /** The counters of a group in the running hour. */
  rowOfGroup(group: number): number {
    return this.#layout.groupsBegin + group * GROUP_ROW + this.#hour * GROUP_COUNTERS;
  }

  add(cell: number, amount: number): void {
    this.cells[cell] = (this.cells[cell] as number) + amount;
  }

  atLeast(cell: number, value: number): void {
    if (value > (this.cells[cell] as number)) this.cells[cell] = value;
  }

  /** The total of a type. */
  totalOf(type: number, total: number): number {
    return this.#layout.totalsBegin + type * TYPE_TOTALS + total;
  }

  /** Brings all integrals up to now. */
  finish(): void {
    this.turn();
    this.#endStretch(this.#clock.now);
  }

  #endHours(): void {
    const { now } = this.#clock;
    while (now >= this.#hourEnd) {
      this.#endStretch(this.#hourEnd);
      this.#lookAtQueues();
      this.#hourEnd += HOUR;
      this.#hour = (this.#hour + 1) % HOURS;
    }
  }

  /** On the hour: how many wait, and since when. */
  #lookAtQueues(): void {
    for (let type = 0; type < this.#layout.types; type++) {
      const level = this.waiting.level[type] as number;
      if (level === 0) continue;
      this.add(this.rowOf(type) + typeAt.waitingOnTheHour, level);
      this.add(this.rowOf(type) + typeAt.ageOnTheHour, this.ages[type] as number);
      this.atLeast(this.totalOf(type, totalAt.maxWaiting), level);
    }
  }

  /** Books the integrals of the running stretch, which ends at `end`, in the running hour. */
  #endStretch(end: number): void {
    const length = end - this.#origin;
    if (length === 0) return;
    this.add(this.#hour, length);
    for (let type = 0; type < this.#layout.types; type++) {
      const area = this.waiting.take(type, length);
      this.ages[type] = (this.ages[type] as number) + area;
      this.add(this.rowOf(type) + typeAt.waitingSeconds, area);
    }
    for (let group = 0; group < this.#layout.groups; group++) {
      const row = this.rowOfGroup(group);
      this.add(row + groupAt.atWork, this.atWork.take(group, length));
      this.add(row + groupAt.working, this.working.take(group, length));
      this.add(row + groupAt.inHand, this.inHand.take(group, length));
    }
    this.#origin = end;
  }

  snapshot(): HourlyState {
    return {
      cells: this.cells.slice(),
      waiting: this.waiting.snapshot(),
      atWork: this.atWork.snapshot(),
      working: this.working.snapshot(),
      inHand: this.inHand.snapshot(),
      ages: this.ages.slice(),
      clock: [this.#origin, this.#hourEnd, this.#hour],
    };
  }

  restore(saved: HourlyState): void {
    this.cells.set(saved.cells);
    this.waiting.restore(saved.waiting);
    this.atWork.restore(saved.atWork);
    this.working.restore(saved.working);
    this.inHand.restore(saved.inHand);
    this.ages.set(saved.ages);
    [this.#origin, this.#hourEnd, this.#hour] = saved.clock;
  }
}

function hourOfDay(time: number): number {
  return Math.floor(Math.max(0, time) / HOUR) % HOURS;
}
