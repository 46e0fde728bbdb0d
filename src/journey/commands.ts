/** What a macrostep asks of the host: XState touches timers and emits when all actions have run, in the order of the steps. */

import type { EventObject } from "xstate";
import { secondsOf } from "./delay.ts";
import type { JourneyHost } from "./executor.ts";

/** Kinds in the lowest bits of a command; the slot sits above. */
const SCHEDULE = 0;
const CANCEL = 1;
const EMIT = 2;
const HOLD = 3;

/** A stack, because an action may start another row of the same executor. */
export class Commands {
  /** Commands that wait. */
  count = 0;
  private readonly host: JourneyHost;
  private kinds = new Int32Array(16);
  private milliseconds = new Float64Array(16);
  private readonly emitted: (EventObject | undefined)[] = [];

  constructor(host: JourneyHost) {
    this.host = host;
  }

  schedule(slot: number, milliseconds: number): void {
    const at = this.next();
    this.kinds[at] = (slot << 2) | SCHEDULE;
    this.milliseconds[at] = milliseconds;
  }

  cancel(slot: number): void {
    // Taken first: it may replace the arrays.
    const at = this.next();
    this.kinds[at] = (slot << 2) | CANCEL;
  }

  emit(event: EventObject): void {
    const at = this.next();
    this.kinds[at] = EMIT;
    this.emitted[at] = event;
  }

  /** Makes everything after it wait for the flush. */
  hold(): void {
    const at = this.next();
    this.kinds[at] = HOLD;
  }

  /** Carries out the commands from `base` on. */
  flush(id: number, base: number): void {
    const end = this.count;
    for (let at = base; at < end; at++) {
      const command = this.kinds[at] as number;
      const kind = command & 3;
      if (kind === SCHEDULE) this.host.scheduleTimer(id, command >> 2, secondsOf(this.milliseconds[at] as number));
      else if (kind === CANCEL) this.host.cancelTimer(id, command >> 2);
      else if (kind === EMIT) this.host.emit?.(id, this.emitted[at] as EventObject);
    }
    this.count = base;
  }

  private next(): number {
    const at = this.count++;
    if (at === this.kinds.length) {
      const { kinds, milliseconds } = this;
      this.kinds = new Int32Array(at * 2);
      this.kinds.set(kinds);
      this.milliseconds = new Float64Array(at * 2);
      this.milliseconds.set(milliseconds);
    }
    return at;
  }
}
