// The heap of the future event list: four children per node, each event findable by its handle.
//
// Hot code. Times lie in heap order, so that the four children compared are neighbours in memory; the rest of the key is
// looked up only when times are equal. Free functions over the arrays, so that the event list stays readable.

import type { EventMemory } from "./event-memory.ts";

/**
 * Takes the event at a position out of the heap: the last event fills the hole and moves to where it belongs.
 *
 * @param last - position of the last event, which is the size of the heap afterwards
 */
export function removeAt(memory: EventMemory, last: number, position: number): void {
  if (position === last) {
    return;
  }
  const time = memory.heapTimes[last] as number;
  const handle = memory.heapHandles[last] as number;
  if (position > 0 && isBefore(memory, time, handle, (position - 1) >> 2)) {
    siftUp(memory, position, time, handle);
  } else {
    siftDown(memory, last, position, time, handle);
  }
}

/** Puts an event into a hole of the heap or, where it comes before the parents, above. */
export function siftUp(memory: EventMemory, hole: number, time: number, handle: number): void {
  let position = hole;
  while (position > 0) {
    const parent = (position - 1) >> 2;
    if (!isBefore(memory, time, handle, parent)) {
      break;
    }
    place(memory, position, memory.heapTimes[parent] as number, memory.heapHandles[parent] as number);
    position = parent;
  }
  place(memory, position, time, handle);
}

/** Puts an event into a hole of the heap or, where children come before it, below. */
function siftDown(memory: EventMemory, size: number, hole: number, time: number, handle: number): void {
  let position = hole;
  while (4 * position + 1 < size) {
    const least = leastChild(memory, size, 4 * position + 1);
    const leastTime = memory.heapTimes[least] as number;
    if (isBefore(memory, time, handle, least)) {
      break;
    }
    place(memory, position, leastTime, memory.heapHandles[least] as number);
    position = least;
  }
  place(memory, position, time, handle);
}

/** Position of the earliest of up to four siblings. */
function leastChild(memory: EventMemory, size: number, first: number): number {
  const { heapTimes, heapHandles } = memory;
  const end = first + 4 < size ? first + 4 : size;
  let least = first;
  for (let child = first + 1; child < end; child++) {
    if (isBefore(memory, heapTimes[child] as number, heapHandles[child] as number, least)) {
      least = child;
    }
  }
  return least;
}

function place(memory: EventMemory, position: number, time: number, handle: number): void {
  memory.heapTimes[position] = time;
  memory.heapHandles[position] = handle;
  memory.positions[handle] = position;
}

/** Whether an event comes before the one at a position of the heap. */
function isBefore(memory: EventMemory, time: number, handle: number, position: number): boolean {
  const other = memory.heapTimes[position] as number;
  return time === other ? isTieBefore(memory, handle, memory.heapHandles[position] as number) : time < other;
}

/** Whether the event of handle a comes before that of handle b, their times being equal. */
function isTieBefore(memory: EventMemory, a: number, b: number): boolean {
  const { kinds, entities, subs } = memory;
  if (kinds[a] !== kinds[b]) {
    return (kinds[a] as number) < (kinds[b] as number);
  }
  if (entities[a] !== entities[b]) {
    return (entities[a] as number) < (entities[b] as number);
  }
  return (subs[a] as number) < (subs[b] as number);
}
