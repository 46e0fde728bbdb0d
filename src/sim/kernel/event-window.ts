// What is not due soon: events in buckets of time, unsorted, so that the heap stays small enough for the fastest cache.

import { FAR } from "./event-memory.ts";
import type { EventMemory } from "./event-memory.ts";

/** Events that a bucket should have. */
const PER_BUCKET = 16;
const FEWEST_BUCKETS = 64;
const MOST_BUCKETS = 65536;
/** Times that are looked at to find out how densely events lie. */
const SAMPLE = 256;

/** The state of a window; plain memory. */
export interface EventWindowSnapshot {
  readonly heads: Int32Array;
  readonly origin: number;
  readonly perSecond: number;
  readonly cursor: number;
  readonly size: number;
}

/**
 * Time from `origin` on in buckets of equal width; what lies beyond the last is in one list more. Events before the bucket at
 * the cursor do not belong here but into the heap. As the bucket never decreases with time, every event here comes after
 * those that do not.
 */
export class EventWindow {
  /** Number of events in the buckets. */
  size = 0;
  /** First handle of each bucket and of what lies beyond; −1 if empty. */
  #heads = new Int32Array(1).fill(-1);
  #origin = 0;
  /** Buckets per second. */
  #perSecond = 0;
  /** The next bucket to be emptied; Infinity while everything belongs into the heap. */
  #cursor = Infinity;

  /** Whether an event belongs here; else into the heap. */
  takes(time: number): boolean {
    return (time - this.#origin) * this.#perSecond >= this.#cursor;
  }

  /** Whether only what lies beyond the buckets is left. */
  get isUsedUp(): boolean {
    return this.#cursor >= this.#heads.length - 1;
  }

  add(memory: EventMemory, handle: number): void {
    const bucket = this.#bucketOf(memory.times[handle >> 1] as number);
    const head = this.#heads[bucket] as number;
    memory.next[handle] = head;
    memory.previous[handle] = -1;
    if (head >= 0) memory.previous[head] = handle;
    this.#heads[bucket] = handle;
    memory.positions[handle] = FAR;
    this.size++;
  }

  remove(memory: EventMemory, handle: number): void {
    const next = memory.next[handle] as number;
    const previous = memory.previous[handle] as number;
    if (previous >= 0) memory.next[previous] = next;
    else this.#heads[this.#bucketOf(memory.times[handle >> 1] as number)] = next;
    if (next >= 0) memory.previous[next] = previous;
    this.size--;
  }

  /** Empties the next bucket that is not empty: the first handle of its list, whose events leave the window; −1 if there is none. */
  take(): number {
    const buckets = this.#heads.length - 1;
    while (this.#cursor < buckets) {
      const bucket = this.#cursor++;
      const head = this.#heads[bucket] as number;
      if (head < 0) continue;
      this.#heads[bucket] = -1;
      return head;
    }
    return -1;
  }

  /** Writes the handles of all events into an array, from a place on. */
  copyTo(memory: EventMemory, handles: Int32Array, from: number): void {
    let at = from;
    for (let bucket = 0; bucket < this.#heads.length; bucket++) {
      for (let handle = this.#heads[bucket] as number; handle >= 0; handle = memory.next[handle] as number) handles[at++] = handle;
    }
  }

  /** Forgets all events; from now on everything belongs into the heap. */
  close(): void {
    this.#heads.fill(-1);
    this.size = 0;
    this.#cursor = Infinity;
  }

  /**
   * Forgets all events, and lays the window anew so that buckets will have some {@link PER_BUCKET} of the first events.
   *
   * @param handles - of all events that it is to hold
   * @returns false, changing nothing, if times lie so close together that nothing would be gained
   */
  lay(memory: EventMemory, handles: Int32Array): boolean {
    const { times } = memory;
    let first = Infinity;
    for (const handle of handles) first = Math.min(first, times[handle >> 1] as number);
    const step = Math.max(1, Math.floor(handles.length / SAMPLE));
    const sample = new Float64Array(Math.ceil(handles.length / step));
    for (let i = 0; i < sample.length; i++) sample[i] = times[(handles[i * step] as number) >> 1] as number;
    sample.sort();
    const half = (sample[sample.length >> 1] as number) - first;
    const perSecond = handles.length / (2 * PER_BUCKET * half);
    if (!(perSecond > 0 && perSecond < Infinity)) return false;
    if (this.#cursor < Infinity && !this.isUsedUp && perSecond < 2 * this.#perSecond) return false;
    let buckets = FEWEST_BUCKETS;
    while (buckets < MOST_BUCKETS && buckets * PER_BUCKET < handles.length) buckets *= 2;
    this.#heads = new Int32Array(buckets + 1).fill(-1);
    this.size = 0;
    this.#origin = first;
    this.#perSecond = perSecond;
    this.#cursor = 0;
    return true;
  }

  snapshot(): EventWindowSnapshot {
    return { heads: this.#heads.slice(), origin: this.#origin, perSecond: this.#perSecond, cursor: this.#cursor, size: this.size };
  }

  restore(saved: EventWindowSnapshot): void {
    this.#heads = saved.heads.slice();
    this.#origin = saved.origin;
    this.#perSecond = saved.perSecond;
    this.#cursor = saved.cursor;
    this.size = saved.size;
  }

  #bucketOf(time: number): number {
    const bucket = (time - this.#origin) * this.#perSecond;
    const beyond = this.#heads.length - 1;
    return bucket < beyond ? Math.floor(bucket) : beyond;
  }
}
