// How fast the kernel is, as ratios to something everybody knows, so that figures of different machines compare.

import { Bench } from "tinybench";
import { Draws, EventList, rootKeyOf } from "../src/sim/kernel/index.ts";

/** Time per operation over the other's time per operation (medians; below 1 is faster), and samples behind each ratio. */
export interface KernelFigures {
  readonly ratios: Record<string, number>;
  readonly samples: Record<string, number>;
  /** Nanoseconds per operation here and now, for people; they do not travel. */
  readonly nanoseconds: Record<string, number>;
}

/** Operations per sample, so that the clock's own cost does not count. */
const DRAWS = 20000;
const HOLDS = 5000;

/** Receives results, so that no loop can be optimised away. */
let sink = 0;

/** Runs the suite, some ten seconds. */
export async function kernelSuite(): Promise<KernelFigures> {
  const figures: KernelFigures = { ratios: {}, samples: {}, nanoseconds: {} };
  await compare(figures, "uniform over Math.random", DRAWS, drawUniform(), drawMathRandom);
  for (const pending of [1e3, 1e5, 1e6]) {
    const name = `event list over heap of objects, ${pending} pending`;
    await compare(figures, name, HOLDS, holdEventList(pending), holdNaiveHeap(pending));
  }
  return figures;
}

async function compare(figures: KernelFigures, name: string, operations: number, ours: () => void, theirs: () => void): Promise<void> {
  const bench = new Bench({ time: 1000, warmupTime: 200 });
  bench.add("ours", ours).add("theirs", theirs);
  await bench.run();
  const [a, b] = bench.tasks.map((task) => {
    const result = task.result;
    if (result === undefined || !("latency" in result)) {
      throw new Error(`${name}: the benchmark did not finish`);
    }
    return { median: result.latency.p50, samples: result.latency.samplesCount };
  });
  if (a === undefined || b === undefined) {
    throw new Error(`${name}: two tasks were expected`);
  }
  figures.ratios[name] = a.median / b.median;
  figures.samples[name] = Math.min(a.samples, b.samples);
  const [oursName, theirsName] = [`${name}: ours`, `${name}: theirs`];
  figures.nanoseconds[oursName] = (a.median * 1e6) / operations;
  figures.nanoseconds[theirsName] = (b.median * 1e6) / operations;
}

function drawUniform(): () => void {
  const draws = new Draws(rootKeyOf("bench"), 0);
  return () => {
    for (let i = 0; i < DRAWS; i++) {
      sink += draws.uniform(3, i, 7);
    }
  };
}

function drawMathRandom(): void {
  for (let i = 0; i < DRAWS; i++) {
    sink += Math.random();
  }
}

/** Increments of the hold model, drawn beforehand: exponential with mean 1. */
const INCREMENTS = Float64Array.from({ length: 65536 }, () => -Math.log(1 - Math.random()));

/** The hold model: take the earliest event, plan one later; the number pending stays. */
function holdEventList(pending: number): () => void {
  const list = new EventList(pending);
  for (let i = 0; i < pending; i++) {
    list.schedule(INCREMENTS[i & 65535] as number, 0, i, 0);
  }
  let n = pending;
  return () => {
    for (let i = 0; i < HOLDS; i++) {
      list.pop();
      list.schedule(list.time + (INCREMENTS[n++ & 65535] as number), 0, list.entity, list.sub + 1);
    }
  };
}

interface NaiveEvent {
  time: number;
  entity: number;
  sub: number;
}

/** What one writes first: a binary heap of event objects in an array. */
function holdNaiveHeap(pending: number): () => void {
  const heap: NaiveEvent[] = [];
  for (let i = 0; i < pending; i++) {
    push(heap, { time: INCREMENTS[i & 65535] as number, entity: i, sub: 0 });
  }
  let n = pending;
  return () => {
    for (let i = 0; i < HOLDS; i++) {
      const { time, entity, sub } = pop(heap);
      push(heap, { time: time + (INCREMENTS[n++ & 65535] as number), entity, sub: sub + 1 });
    }
  };
}

function before(a: NaiveEvent, b: NaiveEvent): boolean {
  return a.time < b.time || (a.time === b.time && (a.entity < b.entity || (a.entity === b.entity && a.sub < b.sub)));
}

function push(heap: NaiveEvent[], event: NaiveEvent): void {
  let hole = heap.length;
  heap.push(event);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = heap[parent] as NaiveEvent;
    if (!before(event, above)) {
      break;
    }
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = event;
}

/** Takes the first of a heap that is not empty. */
function pop(heap: NaiveEvent[]): NaiveEvent {
  const first = heap[0] as NaiveEvent;
  const event = heap.pop() as NaiveEvent;
  let hole = 0;
  for (let child = 1; child < heap.length; child = 2 * hole + 1) {
    if (child + 1 < heap.length && before(heap[child + 1] as NaiveEvent, heap[child] as NaiveEvent)) {
      child++;
    }
    if (before(event, heap[child] as NaiveEvent)) {
      break;
    }
    heap[hole] = heap[child] as NaiveEvent;
    hole = child;
  }
  if (heap.length > 0) {
    heap[hole] = event;
  }
  return first;
}

/** What the loops added up; only read so that it counts as used. */
export function checksum(): number {
  return sink;
}
