// The future event list: what will happen when, in one order that does not depend on who asked first.

import { removeAt, siftUp } from "./event-heap.ts";
import {
  FAR,
  INITIAL_CAPACITY,
  capacityOf,
  handleAfter,
  handlesOf,
  isHandle,
  newMemory,
  resized,
  restoredMemory,
  savedMemory,
} from "./event-memory.ts";
import type { EventMemory, SavedMemory } from "./event-memory.ts";
import { EventWindow } from "./event-window.ts";
import type { EventWindowSnapshot } from "./event-window.ts";
import type { Snapshotable } from "./snapshot.ts";

/** The state of an event list; plain memory, to be handed back to `restore` only. */
export interface EventListSnapshot {
  readonly memory: SavedMemory;
  readonly window: EventWindowSnapshot;
  readonly size: number;
  readonly limit: number;
  readonly used: number;
  readonly firstFree: number;
  readonly time: number;
  readonly kind: number;
  readonly entity: number;
  readonly sub: number;
}

/** Size at which the heap is too large, and most of it goes into the window. */
const HEAP_LIMIT = 256;
/** So few events are all kept in the heap. */
const FEW = 64;

/**
 * A future event list with true removal.
 *
 * Events are ordered by (time, kind, entity, sub), smallest first: a total order, the same whatever order they were
 * scheduled in. `sub` tells apart events of one entity at one time, usually by the entity's own event count.
 *
 * What is due soon is in a heap (`event-heap.ts`), the rest unsorted in buckets of time (`event-window.ts`); measured in
 * `bench/kernel.ts`.
 */
export class EventList implements Snapshotable<EventListSnapshot> {
  /** Time of the event taken last, seconds; −Infinity before the first. */
  time = -Infinity;
  /** Kind, entity and sub of the event taken last. */
  kind = 0;
  entity = 0;
  sub = 0;

  /** Is told of events (kind and entity) when they become due soon, some sixteen at a time: what they need can be fetched. */
  onSoon: ((kind: number, entity: number) => void) | undefined;

  #memory: EventMemory;
  /** Number of events in the heap. */
  #size = 0;
  readonly #window = new EventWindow();
  /** Size of the heap at which the window is laid anew. */
  #limit = HEAP_LIMIT;
  /** Handles below this number have been given out at least once. */
  #used = 0;
  /** Head of the free list, −1 if empty. A free handle holds −2 − (next free) in `positions`. */
  #firstFree = -1;

  /** @param capacity - how many pending events to make room for at first; more are taken as needed */
  constructor(capacity: number = INITIAL_CAPACITY) {
    this.#memory = newMemory(capacity);
  }

  /** Number of pending events. */
  get size(): number {
    return this.#size + this.#window.size;
  }

  /** Time of the earliest event, seconds; Infinity if there is none. */
  peekTime(): number {
    if (this.#size === 0 && !this.#fill()) return Infinity;
    return this.#memory.heapTimes[0] as number;
  }

  /**
   * Plans an event.
   *
   * @param time - seconds, not before the event taken last
   * @param kind - 32-bit signed integer, as are `entity` and `sub`
   * @returns the handle for {@link cancel}; it is used again for another event once this one is taken or cancelled, so
   * forget it then
   * @throws RangeError if the time is not a number or in the past, or another part of the key is no such integer
   */
  schedule(time: number, kind: number, entity: number, sub: number): number {
    if (!(time >= this.time)) {
      throw new RangeError(`an event at ${time} s (kind ${kind}, entity ${entity}) cannot be scheduled: it is already ${this.time} s`);
    }
    if ((kind | 0) !== kind || (entity | 0) !== entity || (sub | 0) !== sub) {
      throw new RangeError(`kind, entity and sub of an event are 32-bit integers, not ${kind}, ${entity}, ${sub}`);
    }
    const handle = this.#takeHandle();
    const memory = this.#memory;
    memory.kinds[handle] = kind;
    memory.entities[handle] = entity;
    memory.subs[handle] = sub;
    memory.times[handle >> 1] = time;
    if (this.#window.takes(time)) {
      this.#window.add(memory, handle);
      return handle;
    }
    siftUp(memory, this.#size++, time, handle);
    if (this.#size > this.#limit) this.#spread();
    return handle;
  }

  /** Whether the handle stands for an event that is neither taken nor cancelled. */
  isPending(handle: number): boolean {
    return isHandle(handle) && handle < this.#used && (this.#memory.positions[handle] as number) >= 0;
  }

  /**
   * Removes a planned event.
   *
   * @throws RangeError if the handle is not pending
   */
  cancel(handle: number): void {
    if (!this.isPending(handle)) {
      throw new RangeError(`no event is pending under handle ${handle}`);
    }
    const position = this.#memory.positions[handle] as number;
    if (position === FAR) this.#window.remove(this.#memory, handle);
    else removeAt(this.#memory, --this.#size, position);
    this.#freeHandle(handle);
  }

  /**
   * Takes the earliest event out and puts it into `time`, `kind`, `entity` and `sub`.
   *
   * @returns false, changing nothing, if there is none
   * @throws Error if the next event has the very same key: their order would be arbitrary
   */
  pop(): boolean {
    if (this.#size === 0 && !this.#fill()) {
      return false;
    }
    const memory = this.#memory;
    const handle = memory.heapHandles[0] as number;
    this.time = memory.heapTimes[0] as number;
    this.kind = memory.kinds[handle] as number;
    this.entity = memory.entities[handle] as number;
    this.sub = memory.subs[handle] as number;
    removeAt(memory, --this.#size, 0);
    this.#freeHandle(handle);
    if (this.#size > 0 && memory.heapTimes[0] === this.time) {
      this.#refuseEqualKey(memory.heapHandles[0] as number);
    }
    return true;
  }

  snapshot(): EventListSnapshot {
    return {
      memory: savedMemory(this.#memory),
      window: this.#window.snapshot(),
      limit: this.#limit,
      size: this.#size,
      used: this.#used,
      firstFree: this.#firstFree,
      time: this.time,
      kind: this.kind,
      entity: this.entity,
      sub: this.sub,
    };
  }

  restore(saved: EventListSnapshot): void {
    this.#memory = restoredMemory(saved.memory);
    this.#window.restore(saved.window);
    this.#limit = saved.limit;
    this.#size = saved.size;
    this.#used = saved.used;
    this.#firstFree = saved.firstFree;
    this.time = saved.time;
    this.kind = saved.kind;
    this.entity = saved.entity;
    this.sub = saved.sub;
  }

  /** Takes events from the window into the empty heap; false if there is none at all. */
  #fill(): boolean {
    const memory = this.#memory;
    while (this.#size === 0 && this.#window.size > 0) {
      if (this.#window.isUsedUp) this.#spread();
      const first = this.#window.take();
      this.#tellSoon(first);
      for (let handle = first; handle >= 0; handle = memory.next[handle] as number) {
        this.#window.size--;
        siftUp(memory, this.#size++, memory.times[handle >> 1] as number, handle);
      }
      if (this.#size > this.#limit) this.#spread();
    }
    return this.#size > 0;
  }

  /** A round of its own over a bucket's list, so that fetching one event's memory overlaps with finding the next event. */
  #tellSoon(first: number): void {
    if (this.onSoon === undefined) return;
    const { next, kinds, entities } = this.#memory;
    for (let handle = first; handle >= 0; handle = next[handle] as number) this.onSoon(kinds[handle] as number, entities[handle] as number);
  }

  /** Lays the window anew over all events, and empties the heap into it; with few events, the other way round. */
  #spread(): void {
    const memory = this.#memory;
    const inHeap = this.#size;
    const all = new Int32Array(this.size);
    all.set(memory.heapHandles.subarray(0, inHeap));
    this.#window.copyTo(memory, all, inHeap);
    if (all.length > FEW && this.#window.lay(memory, all)) {
      this.#size = 0;
      this.#limit = HEAP_LIMIT;
      for (const handle of all) this.#window.add(memory, handle);
      return;
    }
    if (this.#window.isUsedUp) {
      this.#window.close();
      for (const handle of all.subarray(inHeap)) siftUp(memory, this.#size++, memory.times[handle >> 1] as number, handle);
    }
    this.#limit = Math.max(HEAP_LIMIT, 2 * this.#size);
  }

  #takeHandle(): number {
    const free = this.#firstFree;
    if (free >= 0) {
      this.#firstFree = -2 - (this.#memory.positions[free] as number);
      return free;
    }
    const handle = this.#used;
    const capacity = capacityOf(this.#memory);
    if (handle === handlesOf(capacity)) this.#memory = resized(this.#memory, 2 * capacity);
    this.#used = handleAfter(handle);
    return handle;
  }

  #freeHandle(handle: number): void {
    this.#memory.positions[handle] = -2 - this.#firstFree;
    this.#firstFree = handle;
  }

  /**
   * Of two pending events with one key, the second is next when the first is taken; so this finds them all, at no cost to
   * `schedule`.
   */
  #refuseEqualKey(next: number): void {
    const { kinds, entities, subs } = this.#memory;
    if (kinds[next] === this.kind && entities[next] === this.entity && subs[next] === this.sub) {
      throw new Error(`two events have the key (${this.time} s, kind ${this.kind}, entity ${this.entity}, sub ${this.sub})`);
    }
  }
}
