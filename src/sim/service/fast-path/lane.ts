/** What the functions of the fast path share. */

import type { Strategy } from "../../../strategies/index.ts";
import type { Service } from "../service.ts";
import type { PlainCounts } from "./plain-counts.ts";
import type { PlainTypes } from "./plain-types.ts";

/** How the contact's journey writes down where a contact is. */
export interface ContactWords {
  readonly queueing: number;
  readonly handling: number;
  /** Set while the timer of patience is pending, and the timer's slot. */
  readonly patienceBit: number;
  readonly patienceSlot: number;
}

/** One for each replication. */
export interface Lane {
  readonly service: Service;
  readonly words: ContactWords;
  readonly types: PlainTypes;
  readonly counts: PlainCounts;
  /** By stream: 1 if its contacts may take the fast path. */
  readonly streams: Uint8Array;
  /** The strategy that the types were looked at under. */
  strategy: Strategy | undefined;
}

/** Looks at the types again if another strategy has come into force. */
export function lookAtStrategy(lane: Lane): void {
  const { strategy } = lane.service.core;
  if (strategy === lane.strategy) return;
  lane.types.lookAgain(lane.service);
  lane.strategy = strategy;
}

/** Whether a contact came by the fast path, and may go on by it. */
export function isPlain(lane: Lane, contact: number): boolean {
  const { plain, type } = lane.service.contacts.columns;
  if (plain[contact] === 0) return false;
  lookAtStrategy(lane);
  return lane.types.plain[type[contact] as number] === 1;
}

/** Whether an agent has one contact in hand at a time. */
export function hasOneInHand(lane: Lane, agent: number): boolean {
  return lane.types.oneInHand[lane.service.agents.columns.group[agent] as number] === 1;
}

/** A contact that has ended gives its row back. */
export function endContact(lane: Lane, contact: number): void {
  const { contacts } = lane.service;
  contacts.columns.state[contact] = 0;
  contacts.leave(contact);
}
