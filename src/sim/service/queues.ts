/** Queues: one list a type of contact, linked through the contacts' own columns, in order of priority class and rank. */

import type { Snapshotable } from "../kernel/index.ts";
import { type Contacts, NONE } from "./tables.ts";

interface QueuesState {
  readonly memory: Int32Array;
}

/** Where the heads, ends and lengths of the queues stand. */
export class Queues implements Snapshotable<QueuesState> {
  readonly #contacts: Contacts;
  readonly #types: number;
  readonly #topics: number;
  readonly #memory: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #length: Int32Array;
  /** Customers who wait themselves, by channel: calls that the company makes do not count. */
  readonly #inPerson: Int32Array;
  #all = 0;

  /**
   * @param types - channels × topics
   * @param topics - a type's channel is its row divided by this
   */
  constructor(contacts: Contacts, types: number, topics: number) {
    const channels = types / topics;
    this.#contacts = contacts;
    this.#types = types;
    this.#topics = topics;
    this.#memory = new Int32Array(3 * types + channels + 1);
    this.#first = this.#memory.subarray(0, types).fill(NONE);
    this.#last = this.#memory.subarray(types, 2 * types).fill(NONE);
    this.#length = this.#memory.subarray(2 * types, 3 * types);
    this.#inPerson = this.#memory.subarray(3 * types, 3 * types + channels);
  }

  /** The contact at the head of a type's queue, or NONE. */
  first(type: number): number {
    return this.#first[type] as number;
  }

  /** Contacts that wait of a type. */
  length(type: number): number {
    return this.#length[type] as number;
  }

  /** Customers who wait in a channel. */
  inPerson(channel: number): number {
    return this.#inPerson[channel] as number;
  }

  /** Contacts that wait, of all types. */
  get count(): number {
    return this.#all;
  }

  /**
   * Puts a contact behind all of its type that are of no later class and rank.
   *
   * @param classOf - priority class; 1 first
   */
  insert(contact: number, classOf: (contact: number) => number): void {
    const { next, previous, queued, rank, type: types, madeByCompany } = this.#contacts.columns;
    const type = types[contact] as number;
    const own = rank[contact] as number;
    let ahead = this.#last[type] as number;
    if (ahead !== NONE) {
      const priority = classOf(contact);
      while (ahead !== NONE) {
        const other = classOf(ahead);
        if (other < priority || (other === priority && (rank[ahead] as number) <= own)) break;
        ahead = previous[ahead] as number;
      }
    }
    const behind = ahead === NONE ? (this.#first[type] as number) : (next[ahead] as number);
    previous[contact] = ahead;
    next[contact] = behind;
    if (ahead === NONE) this.#first[type] = contact;
    else next[ahead] = contact;
    if (behind === NONE) this.#last[type] = contact;
    else previous[behind] = contact;
    queued[contact] = 1;
    this.#length[type] = (this.#length[type] as number) + 1;
    this.#all++;
    if (madeByCompany[contact] === 0) this.#countInPerson(type, 1);
  }

  /** Takes a waiting contact out of its queue. */
  remove(contact: number): void {
    const { next, previous, queued, type: types, madeByCompany } = this.#contacts.columns;
    const type = types[contact] as number;
    const ahead = previous[contact] as number;
    const behind = next[contact] as number;
    if (ahead === NONE) this.#first[type] = behind;
    else next[ahead] = behind;
    if (behind === NONE) this.#last[type] = ahead;
    else previous[behind] = ahead;
    queued[contact] = 0;
    this.#length[type] = (this.#length[type] as number) - 1;
    this.#all--;
    if (madeByCompany[contact] === 0) this.#countInPerson(type, -1);
  }

  /** Puts all queues in order again, after the policy or what "due" means has changed. */
  reorder(classOf: (contact: number) => number, rankOf: (contact: number) => number): void {
    const { next, rank } = this.#contacts.columns;
    for (let type = 0; type < this.#types; type++) {
      const waiting: number[] = [];
      for (let contact = this.first(type); contact !== NONE; contact = next[contact] as number) waiting.push(contact);
      for (const contact of waiting) this.remove(contact);
      for (const contact of waiting) {
        rank[contact] = rankOf(contact);
        this.insert(contact, classOf);
      }
    }
  }

  #countInPerson(type: number, by: number): void {
    const channel = Math.floor(type / this.#topics);
    this.#inPerson[channel] = (this.#inPerson[channel] as number) + by;
  }

  snapshot(): QueuesState {
    const memory = this.#memory.slice();
    memory[memory.length - 1] = this.#all;
    return { memory };
  }

  restore(saved: QueuesState): void {
    this.#memory.set(saved.memory);
    this.#all = saved.memory[saved.memory.length - 1] as number;
  }
}
