/** What an observer writes down of the customers it watches: one record per step of a journey machine. Plain data. */

/** An action of the customer's machine in the order of the step, with what it did to the customer. */
export interface ObservedAction {
  readonly name: string;
  /** Booked while it ran, cents; a cost is negative. */
  readonly cents: number;
  /** Satisfaction after it, 0 to 1; null where it did not change. */
  readonly satisfaction: number | null;
}

/** The contact that a step belongs to. */
export interface ObservedContact {
  /** How-manieth case of the customer, from 1. */
  readonly case: number;
  /** How-manieth contact of the case, from 1; 0 for a call of the company that has not reached the customer. */
  readonly number: number;
  readonly topic: string;
  readonly byCompany: boolean;
  /** Whether the company calls back instead of letting the customer wait. */
  readonly callback: boolean;
  /** Group of the agent who has it in hand, or had it last; null before. */
  readonly group: string | null;
  /** Row of that agent, from 0. */
  readonly agent: number | null;
  /** Seconds waited, where this step ends a wait. */
  readonly waited: number | null;
  /** Seconds in agents' hands, where this step ends the handling. */
  readonly handled: number | null;
  /** Whether the customer has to explain again. */
  readonly explainsAgain: boolean;
  /** Channel that the customer is sent to, where the company does. */
  readonly sentTo: string | null;
}

/** One step (macrostep) of the machine of a customer, or of a contact of theirs. */
export interface ObservedStep {
  /** Seconds since the calendar's start, a Monday 00:00. */
  readonly time: number;
  readonly actor: "customer" | "contact";
  /** The event's type; "timer" for a delay that is over, "start" for entering the first state. */
  readonly event: string;
  /** Innermost active states, before and after; "" before the start. */
  readonly from: string;
  readonly to: string;
  /** Of the visit planned or under way, or of the contact; null for none. */
  readonly channel: string | null;
  /** Of the customer's machine, in order; empty for contacts. */
  readonly actions: readonly ObservedAction[];
  /** Delays that began to run, seconds; null for never. */
  readonly waits: Readonly<Record<string, number | null>>;
  /** What the step counted in the ledger, by counter: counts, milliseconds, cents. */
  readonly counts: Readonly<Record<string, number>>;
  /** Counters of an author's journey that changed: value after the step. */
  readonly own: Readonly<Record<string, number>>;
  /** Booked to the customer's value, cents, not discounted. */
  readonly cents: number;
  /** Satisfaction before and after the step; null in a scenario without experience. */
  readonly satisfaction: readonly [number, number] | null;
  /** 1 promoter, 0 passive, −1 detractor, before and after. */
  readonly attitude: readonly [number, number];
  readonly contact: ObservedContact | null;
}

/** What became of every customer between adoption and the end, by row. */
export interface ObservedTotals {
  /** Row of the customer's segment. */
  readonly segment: Uint8Array;
  /** Cents, not discounted. */
  readonly contribution: Float64Array;
  readonly contacts: Uint32Array;
  readonly orders: Uint32Array;
  /** At the end; 0 in a scenario without experience. */
  readonly satisfaction: Float64Array;
  /** 1 if lost. */
  readonly lost: Uint8Array;
}

/** The time after adoption under one strategy. */
export interface ObservedLane {
  readonly strategy: string;
  /** Steps by customer watched. */
  readonly steps: ReadonlyMap<number, readonly ObservedStep[]>;
  readonly totals: ObservedTotals;
}
