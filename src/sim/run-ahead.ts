/** Private run-ahead: a customer is advanced through all steps that touch nobody else before anybody else gets a turn. */

import { AHEAD_DONE, AHEAD_SHARED, type JourneyHost, type TableExecutor } from "../journey/index.ts";
import { actorKind, type Core, eventKind, timerSub, TIMER } from "./core/index.ts";
import type { Market } from "./market/index.ts";

/** No handle of an event. */
const NONE = -1;
/** Customers whose rows fit the fastest cache together. */
const BATCH = 32;
/** So many customers do not fit the cache. */
const MANY = 20_000;

/**
 * The timers of customers, kept in columns of their rows instead of the event list.
 *
 * Within a stretch of time (up to a year) everything that customers share changes only by events of the event list. So a customer
 * whom no message can reach may live ahead up to the first step that touches something shared: draws are addressed and
 * counters exact, hence nobody can tell in what order private steps of different customers happened. Only that shared step goes
 * on the event list, at its own time. Customers whom a message can reach (`awaits` above 0) have all their timers there.
 *
 * A timer of the row is in one of three places: in the event list (`timers` has its handle), parked (`parkedAt` and
 * `parkedSub` have the event's time and sub), or nowhere. All this is plain state of the row, so it is saved with it.
 */
export class RunAhead implements JourneyHost {
  readonly #core: Core;
  readonly #market: Market;
  readonly #slots: number;
  /** Values from one customer to the next, in every column. */
  readonly #stride: number;
  /** Ends of the months, seconds. */
  readonly #monthEnds: readonly number[];
  /** Runs the customers' journeys. */
  readonly executor: TableExecutor;
  /** Customers whose rows are fetched together. */
  readonly #batch = new Int32Array(BATCH);
  /** Whether rows are worth fetching before they are needed. */
  readonly #fetches: boolean;
  /** What was fetched last, added up: kept, so that the reading is not optimised away. Says nothing. */
  fetched = 0;
  /** End of the stretch, seconds; between stretches nobody runs ahead. */
  #barrier = -Infinity;

  /**
   * @param monthEnds - seconds
   * @param create - makes the executor with this host
   */
  constructor(core: Core, market: Market, monthEnds: readonly number[], slots: number, create: (host: JourneyHost) => TableExecutor) {
    this.#core = core;
    this.#monthEnds = monthEnds;
    this.#market = market;
    this.#slots = Math.max(1, slots);
    this.#stride = market.customers.stride;
    this.#fetches = market.plan.customers >= MANY;
    if (this.#fetches) core.events.onSoon = (kind, entity) => this.#fetchSoon(kind, entity);
    this.executor = create(this);
  }

  /** Every timer is parked first; {@link advance} sees what becomes of it when the step is over. */
  scheduleTimer(id: number, slot: number, delaySeconds: number): void {
    const { parkedAt, parkedSub, timerSerial } = this.#market.customers.columns;
    const place = id * this.#stride;
    const serial = timerSerial[place] as number;
    const at = place + slot;
    timerSerial[place] = serial + 1;
    parkedAt[at] = this.#core.now + delaySeconds;
    parkedSub[at] = timerSub(serial, slot);
  }

  cancelTimer(id: number, slot: number): void {
    const { parkedAt, timers } = this.#market.customers.columns;
    const at = id * this.#stride + slot;
    parkedAt[at] = Infinity;
    if (timers[at] !== NONE) this.#core.events.cancel(timers[at] as number);
    timers[at] = NONE;
  }

  /** Begins a stretch: all who may are advanced, in the order of their rows. What is due at `barrier` belongs to the next. */
  begin(barrier: number): void {
    this.#barrier = barrier;
    const { used } = this.#market.customers;
    const batch = this.#batch;
    let count = 0;
    for (let id = 0; id < used; id++) {
      if (this.#next(id) < 0) continue;
      if (this.#fetches) this.fetched = this.#market.customers.fetch(id);
      batch[count++] = id;
      if (count === batch.length) count = this.#advanceAll(count);
    }
    this.#advanceAll(count);
  }

  #advanceAll(count: number): number {
    for (let i = 0; i < count; i++) this.advance(this.#batch[i] as number);
    return 0;
  }

  /** Ends the stretch. */
  end(): void {
    this.#barrier = -Infinity;
  }

  /** An event of the list for a customer: a timer fires, or a step goes on that was interrupted before something shared. */
  happen(id: number, slot: number): void {
    const { suspended, timers } = this.#market.customers.columns;
    this.#core.note(actorKind.customer, id, TIMER);
    if (suspended[id * this.#stride] === 1) {
      suspended[id * this.#stride] = 0;
      this.executor.resume(id);
      return;
    }
    timers[id * this.#stride + slot] = NONE;
    this.executor.timer(id, slot);
  }

  /** After a step of a customer: lets the next ones happen at once, as far as nothing shared is touched before the barrier. */
  advance(id: number): void {
    let at = this.#next(id);
    if (at < 0) return;
    if (!this.#mayRunAhead(id)) return this.#list(id);
    const core = this.#core;
    const { now, ledger } = core;
    const { month } = ledger;
    while (at >= 0 && this.#runs(id, at)) at = this.#next(id);
    core.now = now;
    ledger.month = month;
    // Beside an event of the list there are no parked timers.
    if (at >= 0) this.#list(id);
  }

  /** Place of the customer's earliest parked timer, −1 if none is due before the barrier. */
  #next(id: number): number {
    const { parkedAt, parkedSub } = this.#market.customers.columns;
    const first = id * this.#stride;
    let next = first;
    for (let at = first + 1; at < first + this.#slots; at++) {
      const isEarlier = (parkedAt[at] as number) < (parkedAt[next] as number);
      if (isEarlier || (parkedAt[at] === parkedAt[next] && (parkedSub[at] as number) < (parkedSub[next] as number))) next = at;
    }
    return (parkedAt[next] as number) < this.#barrier ? next : -1;
  }

  /** No message can come, and no event of the list is the customer's next. */
  #mayRunAhead(id: number): boolean {
    const { awaits, suspended, timers } = this.#market.customers.columns;
    if (awaits[id * this.#stride] !== 0 || suspended[id * this.#stride] === 1) return false;
    const first = id * this.#stride;
    for (let at = first; at < first + this.#slots; at++) if (timers[at] !== NONE) return false;
    return true;
  }

  /** Fires a parked timer as far as nothing shared is touched; false if the rest went on the event list. */
  #runs(id: number, at: number): boolean {
    const core = this.#core;
    const { parkedAt, parkedSub, suspended, timers } = this.#market.customers.columns;
    const time = parkedAt[at] as number;
    const sub = parkedSub[at] as number;
    parkedAt[at] = Infinity;
    core.now = time;
    while (time >= (this.#monthEnds[core.ledger.month] as number)) core.ledger.month++;
    const end = this.executor.timerAhead(id, at - id * this.#stride);
    if (end === AHEAD_DONE) {
      core.eventCount++;
      core.note(actorKind.customer, id, TIMER);
      // Who is lost for good waits for nothing.
      if (parkedAt[at] === Infinity && this.executor.isDone(id)) this.executor.forget(id);
      return true;
    }
    const handle = core.events.schedule(time, eventKind.customerTimer, id, sub);
    if (end === AHEAD_SHARED) timers[at] = handle;
    else suspended[id * this.#stride] = 1;
    return false;
  }

  /** Puts the parked timers that are due before the barrier on the event list. */
  #list(id: number): void {
    const { parkedAt, parkedSub, timers } = this.#market.customers.columns;
    const first = id * this.#stride;
    for (let at = first; at < first + this.#slots; at++) {
      const time = parkedAt[at] as number;
      if (time >= this.#barrier) continue;
      parkedAt[at] = Infinity;
      timers[at] = this.#core.events.schedule(time, eventKind.customerTimer, id, parkedSub[at] as number);
    }
  }

  #fetchSoon(kind: number, entity: number): void {
    if (kind === eventKind.customerTimer) this.fetched = this.#market.customers.fetch(entity);
  }
}
