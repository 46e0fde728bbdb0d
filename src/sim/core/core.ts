/** What market and service share: clock, event list, draws, ledger, messages between actors, the strategy in force. */

import { type Counter, type Ledger } from "../../kpi/index.ts";
import { type Draws, EventList, type Snapshotable } from "../kernel/index.ts";
import type { Strategy } from "../../strategies/index.ts";
import { Messages } from "./messages.ts";

/** Kinds of events, in the order in which events of one time happen. */
export const eventKind = {
  campaign: 0,
  entry: 1,
  awareness: 2,
  disruption: 3,
  staffing: 4,
  closing: 5,
  replenishment: 6,
  arrival: 7,
  recontact: 8,
  work: 9,
  agentFree: 10,
  offer: 11,
  customerTimer: 12,
  contactTimer: 13,
  followUp: 14,
  afterWork: 15,
} as const;

/** Kinds of actors that messages go to. */
export const actorKind = { customer: 0, contact: 1 } as const;

/** Marks the message by which a contact's journey begins; event codes are small and never meet it. */
export const BEGIN = 0x8000;

/** Names of the rows that reports group by; an index of `segments.length` or `channels.length` means "none". */
export interface Names {
  readonly segments: readonly string[];
  readonly channels: readonly string[];
}

interface CoreState {
  readonly now: number;
  readonly events: number;
  readonly digest: number;
}

/** The common ground of one replication. */
export class Core implements Snapshotable<CoreState> {
  readonly names: Names;
  readonly events: EventList;
  /** Of the replication that is lived. Not part of the state: set before a replication begins, and nothing is drawn before. */
  draws: Draws;
  readonly ledger: Ledger;
  readonly messages = new Messages();
  /** The strategy in force; the history's until adoption. Not part of the state: the engine sets it at a fork. */
  strategy: Strategy;
  /** Seconds since the calendar's start. */
  now = 0;
  /** Events of the event list that have happened. */
  eventCount = 0;
  /** Sum of the hashes of customers' and contacts' events, so that their order does not matter: equal digests, equal events. */
  digest = 0;

  constructor(names: Names, draws: Draws, ledger: Ledger, strategy: Strategy) {
    this.names = names;
    this.events = new EventList();
    this.draws = draws;
    this.ledger = ledger;
    this.strategy = strategy;
  }

  /** Adds a whole number to a counter; `segment` and `channel` are rows, or "none". */
  count(counter: Counter, segment: number, channel: number, amount = 1): void {
    this.ledger.add(counter, segment, channel, amount);
  }

  /** The same for several counts in a row: `cell` is the ledger's `cellOf` a segment and a channel, in this event. */
  countAt(cell: number, counter: Counter, amount = 1): void {
    this.ledger.addAt(cell, counter, amount);
  }

  /** Takes an actor's event into the digest. */
  note(kind: number, entity: number, what: number): void {
    FLOAT[0] = this.now;
    const time = Math.imul(WORDS[0] as number, 0x9e3779b1) + Math.imul(WORDS[1] as number, 0x85ebca77);
    const actor = Math.imul(entity, 0xc2b2ae3d) + Math.imul((kind << 16) ^ what, 0x27d4eb2f);
    this.digest = (this.digest + mixed((time + actor) | 0)) >>> 0;
  }

  snapshot(): CoreState {
    if (!this.messages.isEmpty) throw new Error("a snapshot is taken between events, when every message is delivered");
    return { now: this.now, events: this.eventCount, digest: this.digest };
  }

  restore(saved: CoreState): void {
    this.now = saved.now;
    this.eventCount = saved.events;
    this.digest = saved.digest;
  }
}

const FLOAT = new Float64Array(1);
const WORDS = new Int32Array(FLOAT.buffer);

/** The finaliser of MurmurHash3 (Appleby): every bit of the word changes half of all bits of the result. */
function mixed(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Seconds as whole milliseconds, for the ledger. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** The logistic function, 1 / (1 + exp(−x)). */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The log odds of a probability; ±Infinity at 0 and 1. */
export function logit(p: number): number {
  return Math.log(p / (1 - p));
}
