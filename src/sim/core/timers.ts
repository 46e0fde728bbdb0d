/** Timers of journeys in the event list: a slot a row, with the event's handle kept in a column of the row. */

import { type JourneyHost, MOST_TIMERS } from "../../journey/index.ts";
import type { Core } from "./core.ts";

/** Room for as many slots: a power of two. */
const SLOT_BITS = 31 - Math.clz32(MOST_TIMERS);

/** How a timer enters the digest, apart from all event codes. The slot does not: executors may differ in it. */
export const TIMER = 0x100;

/** Columns that a table of actors has for its timers. */
export interface TimerRows {
  /** Values from one row to the next, of every column; 1 where each column has its own width. */
  readonly stride: number;
  readonly columns: { readonly timers: Int32Array; readonly timerSerial: Uint32Array };
}

/** The slot of a timer event, from the event's `sub`. */
export function slotOf(sub: number): number {
  return sub & ((1 << SLOT_BITS) - 1);
}

/** The `sub` of a timer event: the actor's own timer count, and in its lowest bits the slot. */
export function timerSub(serial: number, slot: number): number {
  return (serial << SLOT_BITS) | slot;
}

/**
 * The host by which an executor plans timers. Events of one actor at one time happen in the order in which they were
 * planned: `sub` is the actor's own timer count, and in its lowest bits the slot.
 */
export function timerHost(core: Core, kind: number, rows: TimerRows, slots: number): JourneyHost {
  if (slots > MOST_TIMERS) throw new Error(`a journey may have ${MOST_TIMERS} timers at a time, not ${slots}`);
  const { stride } = rows;
  const timersStride = stride === 1 ? slots : stride;
  return {
    scheduleTimer(id, slot, delaySeconds) {
      const { timers, timerSerial } = rows.columns;
      const serial = timerSerial[id * stride] as number;
      timerSerial[id * stride] = serial + 1;
      timers[id * timersStride + slot] = core.events.schedule(core.now + delaySeconds, kind, id, timerSub(serial, slot));
    },
    cancelTimer(id, slot) {
      core.events.cancel(rows.columns.timers[id * timersStride + slot] as number);
    },
  };
}
