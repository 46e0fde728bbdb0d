// The typed arrays of a future event list: made, grown, copied.

/** Heap in heap order, keys and positions by handle. All arrays have one length, the capacity. */
export interface EventMemory {
  /** Times in heap order, seconds. */
  readonly heapTimes: Float64Array;
  /** Handles in heap order. */
  readonly heapHandles: Int32Array;
  /** Where in the heap a handle's event is; {@link FAR} if it is not there yet, negative if the handle is free. */
  readonly positions: Int32Array;
  /** Times by handle, seconds. */
  readonly times: Float64Array;
  /** Neighbours in the list of a bucket, −1 at its ends; only of events that are not in the heap. */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly kinds: Int32Array;
  readonly entities: Int32Array;
  readonly subs: Int32Array;
}

/** Position of an event that waits in a bucket of the window. */
export const FAR = 0x40000000;

/** Room for so many events if the user does not say. */
export const INITIAL_CAPACITY = 1024;

/** @throws RangeError if the capacity is not a whole number from 1 */
export function newMemory(capacity: number): EventMemory {
  if (!Number.isInteger(capacity) || capacity < 1) {
    throw new RangeError(`the capacity of an event list is a whole number from 1, not ${capacity}`);
  }
  return {
    heapTimes: new Float64Array(capacity),
    heapHandles: new Int32Array(capacity),
    positions: new Int32Array(capacity),
    times: new Float64Array(capacity),
    next: new Int32Array(capacity),
    previous: new Int32Array(capacity),
    kinds: new Int32Array(capacity),
    entities: new Int32Array(capacity),
    subs: new Int32Array(capacity),
  };
}

/** A copy with another capacity, not below the present one. */
export function resized(memory: EventMemory, capacity: number): EventMemory {
  const larger = newMemory(capacity);
  larger.heapTimes.set(memory.heapTimes);
  larger.heapHandles.set(memory.heapHandles);
  larger.positions.set(memory.positions);
  larger.times.set(memory.times);
  larger.next.set(memory.next);
  larger.previous.set(memory.previous);
  larger.kinds.set(memory.kinds);
  larger.entities.set(memory.entities);
  larger.subs.set(memory.subs);
  return larger;
}

/** An independent copy. */
export function copyOf(memory: EventMemory): EventMemory {
  return resized(memory, memory.positions.length);
}
