/** A tiny engine for tests: virtual time, timers in a list, and a trace of everything that an executor does. */

import type { JourneyExecutor, JourneyHost } from "../../../src/journey/index.ts";

interface Pending {
  readonly id: number;
  readonly slot: number;
  readonly due: number;
  readonly serial: number;
}

/** What happened, in order; slots are left out because executors may choose different ones, serial numbers are equal. */
export type Trace = unknown[][];

/** The host; `executor` is set once it exists. */
export class VirtualHost implements JourneyHost {
  now = 0;
  readonly trace: Trace = [];
  readonly pending: Pending[] = [];
  executor: JourneyExecutor | undefined;
  private serials = 0;

  scheduleTimer(id: number, slot: number, delaySeconds: number): void {
    if (!Number.isFinite(delaySeconds) || delaySeconds < 0) throw new Error(`delay ${delaySeconds}`);
    if (slot < 0 || slot >= (this.executor?.timerSlots ?? 0)) throw new Error(`slot ${slot} does not exist`);
    if (this.find(id, slot) >= 0) throw new Error(`slot ${slot} of row ${id} is taken`);
    const serial = this.serials++;
    this.pending.push({ id, slot, due: this.now + delaySeconds, serial });
    this.trace.push([this.now, id, "schedule", delaySeconds, serial]);
  }

  cancelTimer(id: number, slot: number): void {
    const at = this.find(id, slot);
    if (at < 0) throw new Error(`slot ${slot} of row ${id} has no timer`);
    const [timer] = this.pending.splice(at, 1);
    this.trace.push([this.now, id, "cancel", timer?.serial]);
  }

  /** Fires everything due within `seconds`, equal times in order of scheduling; at most `most` timers. */
  advance(seconds: number, most = 50): void {
    const end = this.now + seconds;
    for (let fired = 0; fired < most; fired++) {
      const [next] = this.pending.toSorted((a, b) => a.due - b.due || a.serial - b.serial);
      if (next === undefined || next.due > end) break;
      this.pending.splice(this.pending.indexOf(next), 1);
      this.now = next.due;
      this.trace.push([this.now, next.id, "fire", next.serial]);
      this.executor?.timer(next.id, next.slot);
      this.note(next.id);
    }
    this.now = Math.max(end, this.now);
  }

  /** Writes a row's state into the trace. */
  note(id: number): void {
    this.trace.push([this.now, id, "state", this.executor?.stateOf(id), this.executor?.isDone(id)]);
  }

  private find(id: number, slot: number): number {
    return this.pending.findIndex((timer) => timer.id === id && timer.slot === slot);
  }
}
