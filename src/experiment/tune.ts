/** What the JavaScript engine is told about the work that comes. */

import { setFlagsFromString } from "node:v8";
import type { Plan } from "../sim/index.ts";
import type { Task } from "./task.ts";

/**
 * Bytecode that V8 takes into a function from those that it calls; 920 unless told. An event is some fifty short calls, and with room for them
 * a quarter more contacts are lived in a second (`npm run bench -- contacts`), and the retail scenario takes 7 % less time. But whole markets
 * have more code than contact centres: a thread compiles it for most of a second longer, so it has to have much to do.
 */
const INLINED_BYTECODE = 4000;
/** Lives (customers × replications) of a thread from which on that pays: 24 replications of the retail scenario. */
const MANY_LIVES = 480_000;

let isTuned = false;

function tune(): void {
  if (!isTuned) setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED_BYTECODE}`);
  isTuned = true;
}

/** Prepares the process for a plan that is about to be lived. Once is enough for all threads: V8's flags belong to the process. */
export function tuneFor({ market, service }: Plan): void {
  if (service !== undefined && market.customers === 0) tune();
}

/** Prepares the process for the tasks of a study that so many threads are about to run. */
export function tuneForStudy(tasks: readonly Pick<Task, "scenario">[], threads: number): void {
  const customersOf = ({ scenario }: Pick<Task, "scenario">) =>
    Object.values(scenario.segments ?? {}).reduce((sum, segment) => sum + segment.size, 0);
  if (tasks.reduce((sum, task) => sum + customersOf(task), 0) >= MANY_LIVES * Math.max(1, threads)) tune();
}
