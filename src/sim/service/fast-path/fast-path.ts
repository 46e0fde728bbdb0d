/**
 * The fast path: the way that most contacts take through their journey (arrive, wait or not, be handled, be settled or not), lived
 * event by event without messages and without the journey's program. It reads and writes the same columns, counts the same, asks the same
 * routing policy, and leaves the contact in the same state after every event; so the journey can take any contact over at any time,
 * and does so for everything else that may happen to it. What the fast path does is what `src/journey/contact.ts` says: tests compare both,
 * byte for byte.
 */

import type { Service } from "../service.ts";
import { arrive } from "./arriving.ts";
import { abandon, finish, freeAgent } from "./finishing.ts";
import { isPlainStream } from "./fits.ts";
import type { ContactWords, Lane } from "./lane.ts";
import { PlainCounts } from "./plain-counts.ts";
import { PlainTypes } from "./plain-types.ts";

/** The fast path of one replication. */
export class FastPath {
  readonly #lane: Lane;

  constructor(service: Service, words: ContactWords) {
    this.#lane = {
      service,
      words,
      types: new PlainTypes(service),
      counts: new PlainCounts(service.plan.types.length),
      streams: Uint8Array.from(service.plan.streams, (_, stream) => (isPlainStream(service, stream) ? 1 : 0)),
      strategy: undefined,
    };
  }

  /** An arrival event of a stream. Answers whether it was lived here; if not, nothing was done. */
  arrives(stream: number, sub: number): boolean {
    return arrive(this.#lane, stream, sub);
  }

  /** The work on a contact is done. Answers whether it was lived here; if not, nothing was done. */
  finishes(contact: number): boolean {
    return finish(this.#lane, contact);
  }

  /** An agent has wrapped up. */
  frees(agent: number): void {
    freeAgent(this.#lane, agent);
  }

  /** A timer of a contact has run out. Answers whether it was lived here; if not, nothing was done. */
  abandons(contact: number): boolean {
    return abandon(this.#lane, contact);
  }

  /** Books in the ledger what was counted here: before anybody reads it, or another month begins. */
  book(): void {
    this.#lane.counts.book(this.#lane.service);
  }
}
