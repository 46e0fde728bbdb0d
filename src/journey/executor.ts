/** What an executor of journeys is, and what it needs of the engine that runs it. Times are in seconds. */

import type { EventObject } from "xstate";

/** What an executor needs of the engine. */
export interface JourneyHost {
  /** The engine calls `executor.timer(id, slot)` after `delaySeconds` (finite, not negative). The slot is free. */
  scheduleTimer(id: number, slot: number, delaySeconds: number): void;
  /** Takes back the pending timer of that slot; never called for a slot without one. */
  cancelTimer(id: number, slot: number): void;
  /** A machine's `emit`, after all actions of the macrostep. */
  emit?(id: number, event: EventObject): void;
  /** A machine's `log`. */
  log?(id: number, label: string | undefined, value: unknown): void;
}

/** Runs the journeys of many rows through one machine. */
export interface JourneyExecutor {
  /** Timer slots that the host must provide per row. */
  readonly timerSlots: number;
  /** Event type → small integer. */
  readonly eventCodes: Readonly<Record<string, number>>;
  /** Enters the initial state. */
  start(id: number): void;
  /**
   * One macrostep, run to completion. An event without transition still has the `always` guards looked at again, as
   * XState does; rows that are done or not started ignore it. Never called for a row whose macrostep is under way.
   *
   * @param event - the event as the machine's own functions see it; without data when left out
   */
  send(id: number, eventCode: number, event?: EventObject): void;
  /** The timer of that slot fired and is no longer pending. */
  timer(id: number, slot: number): void;
  /** Whether the row reached a top-level final state. */
  isDone(id: number): boolean;
  /** The row is released; timers still pending are cancelled, no exit action runs. Not from within the row's own macrostep. */
  forget(id: number): void;
  /** The innermost active states, such as "service.contacting" or "a.b & c.d"; "" when not started. For tests and twin views, not hot. */
  stateOf(id: number): string;
  /** The machine's own context of a row that is started, its declared fields only. Not hot. */
  contextOf(id: number): Readonly<Record<string, unknown>>;
}

/** The columns of a table executor's rows; owned by the engine, read afresh on every call, for growing may replace the arrays. */
export interface JourneyRows {
  /** Where rows are records: values from one row to the next, in every column. Left out or 1: each column has its own width. */
  readonly stride?: number;
  readonly columns: {
    /** Situation and pending timers; 0 = not started. */
    readonly state: Uint32Array;
    /** The context's fields, `contextFields.length` numbers a row; not needed by machines without context. */
    readonly context?: Float64Array;
  };
}
