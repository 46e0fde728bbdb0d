/** Queues: one list a channel, linked through the contacts' own columns, in the order in which contacts are due. */

import type { Snapshotable } from "../kernel/index.ts";
import { type Contacts, NONE } from "./tables.ts";

interface QueuesState {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export class Queues implements Snapshotable<QueuesState> {
  readonly #contacts: Contacts;
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  constructor(contacts: Contacts, channels: number) {
    this.#contacts = contacts;
    this.#first = new Int32Array(channels).fill(NONE);
    this.#last = new Int32Array(channels).fill(NONE);
  }

  /** The contact at the head of a channel's queue, or NONE. */
  first(channel: number): number {
    return this.#first[channel] as number;
  }

  /** Puts a contact behind all that are due no later than it. */
  insert(contact: number, channel: number, dueAt: (contact: number) => number): void {
    const { next, previous, queued } = this.#contacts.columns;
    let ahead = this.#last[channel] as number;
    while (ahead !== NONE && dueAt(ahead) > dueAt(contact)) ahead = previous[ahead] as number;
    const behind = ahead === NONE ? (this.#first[channel] as number) : (next[ahead] as number);
    previous[contact] = ahead;
    next[contact] = behind;
    if (ahead === NONE) this.#first[channel] = contact;
    else next[ahead] = contact;
    if (behind === NONE) this.#last[channel] = contact;
    else previous[behind] = contact;
    queued[contact] = 1;
  }

  /** Takes a waiting contact out of its channel's queue. */
  remove(contact: number, channel: number): void {
    const { next, previous, queued } = this.#contacts.columns;
    const ahead = previous[contact] as number;
    const behind = next[contact] as number;
    if (ahead === NONE) this.#first[channel] = behind;
    else next[ahead] = behind;
    if (behind === NONE) this.#last[channel] = ahead;
    else previous[behind] = ahead;
    queued[contact] = 0;
  }

  /** Puts all queues in order again, after what "due" means has changed. */
  reorder(dueAt: (contact: number) => number): void {
    const { next } = this.#contacts.columns;
    for (let channel = 0; channel < this.#first.length; channel++) {
      const waiting: number[] = [];
      for (let contact = this.first(channel); contact !== NONE; contact = next[contact] as number) waiting.push(contact);
      this.#first[channel] = NONE;
      this.#last[channel] = NONE;
      for (const contact of waiting) this.insert(contact, channel, dueAt);
    }
  }

  snapshot(): QueuesState {
    return { first: this.#first.slice(), last: this.#last.slice() };
  }

  restore(saved: QueuesState): void {
    this.#first.set(saved.first);
    this.#last.set(saved.last);
  }
}
