/** The record of a service: counters, levels over time and waits, by type of contact, group of agents and hour of day. */

import {
  CURVE,
  groupAt,
  HEAD,
  serviceLayout,
  type ServiceLayout,
  type ServiceShape,
  totalAt,
  typeAt,
  waitKinds,
} from "../../../kpi/index.ts";
import type { Snapshotable } from "../../kernel/index.ts";
import { HourlyCells } from "./hourly-cells.ts";
import { beforeQueue, checkLaws, countsOf, inHand, type LiveLevels } from "./laws.ts";
import { WaitHistograms } from "./waits.ts";

export interface RecordShape extends ServiceShape {
  /** What a type is called in messages. */
  readonly typeName?: (type: number) => string;
}

interface RecordState {
  readonly hours: ReturnType<HourlyCells["snapshot"]>;
  readonly waits: Uint32Array;
  readonly atBegin: Float64Array;
}

/** Levels at `begin`, by type. */
const BEGIN = { beforeQueue: 0, waiting: 1, inHand: 2 } as const;
const BEGIN_WIDTH = 3;

/**
 * Told of everything that happens to contacts and agents, at the moment it happens; allocates nothing while a replication runs.
 *
 * A contact's way: `arrives` (or `transferred`, into the type it enters), then one of `blocked`, `balked`, `contained`, `calledBack` or
 * `joins` (at once or after self-service; also where an agent is free and it does not wait). Who joined leaves the queue by exactly one
 * of `answered`, `abandoned`, `disconnected` or `withdrawn`. A contact that is interrupted in handling `rejoins` and is
 * `reanswered`, or leaves by `abandonedOnHold`. Work that waits without a customer (a call the company has to make) also `rejoins` and is `reanswered` or
 * `withdrawn`: it counts for the length of the queue, not for anybody's wait. A wait is the time since the last `joins` or
 * `rejoins`, to the bit: Little's law is checked as an identity.
 *
 * `redialled` is a mark besides.
 */
export class ServiceRecord implements Snapshotable<RecordState> {
  readonly #layout: ServiceLayout;
  readonly #typeName: (type: number) => string;
  readonly #hours: HourlyCells;
  readonly #waits: WaitHistograms;
  readonly #atBegin: Float64Array;

  constructor(clock: { readonly now: number }, shape: RecordShape) {
    this.#layout = serviceLayout(shape);
    this.#typeName = shape.typeName ?? ((type) => `type ${type}`);
    this.#hours = new HourlyCells(clock, this.#layout);
    this.#waits = new WaitHistograms(2 * shape.types);
    this.#atBegin = new Float64Array(shape.types * BEGIN_WIDTH);
  }

  /** A contact comes to the company. */
  arrives(type: number): void {
    this.#count(type, typeAt.arrived);
  }

  /** `arrives` and `joins` at once. */
  arrivesInQueue(type: number): void {
    const hours = this.#hours;
    hours.turn();
    const row = hours.rowOf(type);
    hours.add(row + typeAt.arrived, 1);
    hours.add(row + typeAt.joined, 1);
    hours.waiting.change(type, 1, hours.offset);
  }

  /** A contact comes by transfer into the type, which is then left to join, to be blocked and so on. */
  transferred(type: number): void {
    this.#count(type, typeAt.transferred);
  }

  /** Turned away: no line, no room to wait. */
  blocked(type: number): void {
    this.#count(type, typeAt.blocked);
  }

  /** Leaves at once instead of waiting. */
  balked(type: number): void {
    this.#count(type, typeAt.balked);
  }

  /** Settled by self-service. */
  contained(type: number): void {
    this.#count(type, typeAt.contained);
  }

  redialled(type: number): void {
    this.#count(type, typeAt.redialled);
  }

  /** Accepts to be called back and leaves; the call that the company has to make `rejoins`. */
  calledBack(type: number): void {
    this.#count(type, typeAt.calledBack);
  }

  joins(type: number): void {
    this.#count(type, typeAt.joined);
    this.#hours.waiting.change(type, 1, this.#hours.offset);
  }

  rejoins(type: number): void {
    this.#count(type, typeAt.rejoined);
    this.#hours.waiting.change(type, 1, this.#hours.offset);
  }

  /** @param inTime within the threshold or promise of the scenario */
  answered(type: number, wait: number, inTime: boolean): void {
    const hours = this.#hours;
    const row = this.#leave(type, wait);
    hours.add(row + typeAt.answered, 1);
    hours.add(row + typeAt.answeredWait, wait);
    if (inTime) hours.add(row + typeAt.answeredInTime, 1);
    this.#distribute(type, waitKinds.answered, totalAt.maxAnsweredWait, wait);
  }

  reanswered(type: number, wait: number): void {
    this.#leaveOtherwise(type, wait, typeAt.reanswered);
  }

  /** @param silent without telling: an agent finds out later */
  abandoned(type: number, wait: number, silent: boolean): void {
    const hours = this.#hours;
    const row = this.#leave(type, wait);
    hours.add(row + typeAt.abandoned, 1);
    hours.add(row + typeAt.abandonedWait, wait);
    if (silent) hours.add(row + typeAt.abandonedSilently, 1);
    this.#distribute(type, waitKinds.abandoned, totalAt.maxAbandonedWait, wait);
  }

  /** Cut off by the company while waiting. */
  disconnected(type: number, wait: number): void {
    this.#leaveOtherwise(type, wait, typeAt.disconnected);
  }

  /** Taken out of the queue: not needed any more. */
  withdrawn(type: number, wait: number): void {
    this.#leaveOtherwise(type, wait, typeAt.withdrawn);
  }

  /** Given up after an interruption. */
  abandonedOnHold(type: number, wait: number): void {
    this.#leaveOtherwise(type, wait, typeAt.abandonedOnHold);
  }

  /** An agent of the group takes a contact in hand. */
  handlingBegins(type: number, group: number): void {
    this.#count(type, typeAt.handlingBegun);
    this.#hours.inHand.change(group, 1, this.#hours.offset);
  }

  /** The contact is out of hand: done, or interrupted. @param seconds since it was taken in hand */
  handlingEnds(type: number, group: number, seconds: number): void {
    this.#count(type, typeAt.handlingEnded);
    this.#hours.inHand.change(group, -1, this.#hours.offset);
    this.#add(type, typeAt.handlingSeconds, group, groupAt.handlingSeconds, seconds);
  }

  /** After-contact work. */
  wrapUp(type: number, group: number, seconds: number): void {
    this.#hours.turn();
    this.#add(type, typeAt.wrapUpSeconds, group, groupAt.wrapUpSeconds, seconds);
  }

  /** How many agents of a group are at work now, and how many of them have a contact in hand or wrap up. */
  agents(group: number, atWork: number, working: number): void {
    const hours = this.#hours;
    hours.turn();
    hours.atWork.set(group, atWork, hours.offset);
    hours.working.set(group, working, hours.offset);
  }

  /** So many agents of a group more (or less) have a contact in hand or wrap up. */
  working(group: number, by: number): void {
    const hours = this.#hours;
    hours.turn();
    hours.working.change(group, by, hours.offset);
  }

  /** Number waiting. */
  waiting(type: number): number {
    return this.#hours.waiting.level[type] as number;
  }

  /** At adoption: counters and integrals begin anew, levels stay. */
  begin(): void {
    this.finish();
    for (let type = 0; type < this.#layout.types; type++) {
      const balance = this.#balance(type);
      this.#atBegin.set([beforeQueue(balance), balance.waiting, inHand(balance)], type * BEGIN_WIDTH);
    }
    this.#hours.cells.fill(0);
    this.#waits.clear();
  }

  /** Brings all integrals up to now. */
  finish(): void {
    this.#hours.finish();
  }

  /**
   * Compares the record with the live system, at any time between events.
   *
   * @throws Error naming the law that is broken, the type and the figures
   */
  check(live: LiveLevels): void {
    this.finish();
    for (let type = 0; type < this.#layout.types; type++) checkLaws(this.#balance(type), live, type);
  }

  /** Everything recorded since `begin`, up to now: see `src/kpi/service/layout.ts`. */
  cells(): Float64Array {
    this.finish();
    const runs = this.#waits.runs();
    const fixed = this.#hours.cells;
    const cells = new Float64Array(fixed.length + runs.length);
    cells.set(fixed);
    cells.set(runs, fixed.length);
    return cells;
  }

  snapshot(): RecordState {
    return { hours: this.#hours.snapshot(), waits: this.#waits.snapshot(), atBegin: this.#atBegin.slice() };
  }

  restore(saved: RecordState): void {
    this.#hours.restore(saved.hours);
    this.#waits.restore(saved.waits);
    this.#atBegin.set(saved.atBegin);
  }

  #balance(type: number) {
    const atBegin = (what: number) => this.#atBegin[type * BEGIN_WIDTH + what] as number;
    return {
      name: this.#typeName(type),
      count: countsOf(this.#hours.cells, HEAD, type),
      beforeQueueAtBegin: atBegin(BEGIN.beforeQueue),
      waitingAtBegin: atBegin(BEGIN.waiting),
      inHandAtBegin: atBegin(BEGIN.inHand),
      waiting: this.waiting(type),
      ages: this.#hours.ages[type] as number,
    };
  }

  /** Counts one in the running hour, which it makes sure is the right one. */
  #count(type: number, counter: number): void {
    this.#hours.turn();
    this.#hours.add(this.#hours.rowOf(type) + counter, 1);
  }

  /** Adds seconds of agents' time. */
  #add(type: number, typeCounter: number, group: number, groupCounter: number, seconds: number): void {
    const hours = this.#hours;
    hours.add(hours.rowOf(type) + typeCounter, seconds);
    hours.add(hours.rowOfGroup(group) + groupCounter, seconds);
  }

  /** One leaves the queue; answers the row of counters of the type in the hour in which it joined. */
  #leave(type: number, wait: number): number {
    const hours = this.#hours;
    hours.turn();
    // The queue is longest just before somebody who waited leaves it.
    if (wait > 0) hours.atLeast(hours.totalOf(type, totalAt.maxWaiting), hours.waiting.level[type] as number);
    hours.waiting.change(type, -1, hours.offset);
    hours.ages[type] = (hours.ages[type] as number) - wait;
    return hours.rowBefore(type, wait);
  }

  #leaveOtherwise(type: number, wait: number, counter: number): void {
    const row = this.#leave(type, wait);
    this.#hours.add(row + counter, 1);
    this.#hours.add(row + typeAt.otherWait, wait);
  }

  #distribute(type: number, kind: number, longest: number, wait: number): void {
    const histogram = 2 * type + kind;
    this.#hours.add(this.#layout.curvesBegin + histogram * CURVE + this.#waits.add(histogram, wait), 1);
    this.#hours.atLeast(this.#hours.totalOf(type, longest), wait);
  }
}
