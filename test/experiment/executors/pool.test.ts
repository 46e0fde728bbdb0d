import { afterAll, expect, it } from "vitest";
import { startAhead, type TaskPool, taskPool } from "../../../src/experiment/executors/pool.ts";

const pools: TaskPool[] = [];
const take = (threads: number) => {
  const pool = taskPool(threads);
  pools.push(pool);
  return pool;
};
afterAll(async () => Promise.all(pools.map(async (pool) => pool.destroy())));

it("gives threads that were started ahead to the first who asks for so many, and to nobody else", () => {
  startAhead(1);
  const others = take(2);
  const [first, second] = [take(1), take(1)];
  // What was started ahead has been there longer.
  expect(first.duration).toBeGreaterThan(others.duration);
  expect(second.duration).toBeLessThan(others.duration);
  expect([others, first, second].map((pool) => pool.options.maxThreads)).toEqual([2, 1, 1]);
});
