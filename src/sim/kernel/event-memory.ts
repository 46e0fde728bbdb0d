// The typed arrays of a future event list: made, grown, copied.

/** 32-bit words of an event's record: half a line of the processor's caches. */
const RECORD = 8;

/**
 * The heap in heap order; keys, positions and neighbours in records by handle, because events that wait are visited in no order, and
 * each array of its own would be one more wait for memory.
 *
 * A handle is the place of the event's record, in words: `memory.kinds[handle]`, but `memory.times[handle >> 1]`, a time being two words.
 */
export interface EventMemory {
  /** Times in heap order, seconds. */
  readonly heapTimes: Float64Array;
  /** Handles in heap order. */
  readonly heapHandles: Int32Array;
  readonly records: ArrayBuffer;
  /** Times by half the handle, seconds. */
  readonly times: Float64Array;
  /** Where in the heap a handle's event is; {@link FAR} if it is not there yet, negative if the handle is free. */
  readonly positions: Int32Array;
  /** Neighbours in the list of a bucket, −1 at its ends; only of events that are not in the heap. */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly kinds: Int32Array;
  readonly entities: Int32Array;
  readonly subs: Int32Array;
}

/** What a memory is made of; the rest are views. */
export type SavedMemory = Pick<EventMemory, "heapTimes" | "heapHandles" | "records">;

/** Position of an event that waits in a bucket of the window. */
export const FAR = 0x40000000;

/** Room for so many events if the user does not say. */
export const INITIAL_CAPACITY = 1024;

/** The first handle that there is no room for after so many events. */
export function handlesOf(capacity: number): number {
  return capacity * RECORD;
}

/** Whether a number can be a handle at all. */
export function isHandle(handle: number): boolean {
  return handle >= 0 && handle % RECORD === 0;
}

/** The handle after another one. */
export function handleAfter(handle: number): number {
  return handle + RECORD;
}

/** Events that there is room for. */
export function capacityOf(memory: EventMemory): number {
  return memory.heapHandles.length;
}

/** @throws RangeError if the capacity is not a whole number from 1 */
export function newMemory(capacity: number): EventMemory {
  if (!Number.isInteger(capacity) || capacity < 1) {
    throw new RangeError(`the capacity of an event list is a whole number from 1, not ${capacity}`);
  }
  return withRecords(new Float64Array(capacity), new Int32Array(capacity), new ArrayBuffer(capacity * RECORD * 4));
}

/** A copy with another capacity, not below the present one. */
export function resized(memory: EventMemory, capacity: number): EventMemory {
  const larger = newMemory(capacity);
  larger.heapTimes.set(memory.heapTimes);
  larger.heapHandles.set(memory.heapHandles);
  new Float64Array(larger.records).set(new Float64Array(memory.records));
  return larger;
}

/** An independent copy of what the memory is made of. */
export function savedMemory({ heapTimes, heapHandles, records }: SavedMemory): SavedMemory {
  return { heapTimes: heapTimes.slice(), heapHandles: heapHandles.slice(), records: records.slice(0) };
}

/** A memory of its own, as it was when it was saved. */
export function restoredMemory(saved: SavedMemory): EventMemory {
  const { heapTimes, heapHandles, records } = savedMemory(saved);
  return withRecords(heapTimes, heapHandles, records);
}

function withRecords(heapTimes: Float64Array, heapHandles: Int32Array, records: ArrayBuffer): EventMemory {
  const word = (index: number) => new Int32Array(records, 4 * index);
  return {
    heapTimes,
    heapHandles,
    records,
    times: new Float64Array(records),
    positions: word(2),
    next: word(3),
    previous: word(4),
    kinds: word(5),
    entities: word(6),
    subs: word(7),
  };
}
