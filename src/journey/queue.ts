/** The events that a macrostep raises, first in, first out; several macrosteps may be under way, one inside the other. */

import type { EventObject } from "xstate";

/** Columns of events and, beside them, the events as functions see them. */
export class EventQueue {
  private readonly columns: number[] = [];
  private readonly events: EventObject[] = [];
  private readonly outerHeads: number[] = [];
  /** Where the macrostep under way began, and what it takes next. */
  private base = 0;
  private head = 0;
  /** The event taken last. */
  event: EventObject = { type: "" };

  /** Begins a macrostep; hand the result to `close`. */
  open(): number {
    const outer = this.base;
    this.outerHeads.push(this.head);
    this.base = this.columns.length;
    this.head = this.base;
    return outer;
  }

  /** Ends the macrostep; a row that is done leaves its events unread. */
  close(outer: number): void {
    // Most macrosteps raise nothing, and setting a length takes time even when it is the same.
    if (this.columns.length !== this.base) {
      this.columns.length = this.base;
      this.events.length = this.base;
    }
    this.base = outer;
    this.head = this.outerHeads.pop() ?? 0;
  }

  push(column: number, event: EventObject): void {
    this.columns.push(column);
    this.events.push(event);
  }

  /** The column of the next event, or −1. */
  take(): number {
    const column = this.columns[this.head];
    if (column === undefined) return -1;
    this.event = this.events[this.head] as EventObject;
    this.head++;
    return column;
  }
}
