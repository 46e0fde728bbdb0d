/** A task: plain data that any worker can run, and that gives the same outcome bytes everywhere. */

import type { Scenario } from "../scenario/index.ts";
import type { ExecutorName } from "../sim/index.ts";

/** One replication of a scenario under several strategies: the history is lived once. */
export interface Task {
  readonly scenario: Scenario;
  /** Hash of the scenario; workers make it ready once per hash and seed. */
  readonly sha256: string;
  readonly strategies: readonly string[];
  readonly replication: number;
  readonly executor: ExecutorName;
}

/** The design of a comparison: every replication under all its strategies. */
export interface Design {
  readonly scenario: Scenario;
  readonly sha256: string;
  readonly strategies: readonly string[];
  readonly replications: readonly number[];
  readonly executor: ExecutorName;
}

/** The tasks of a design, in order of replication, so that a stopped study is balanced. */
export function tasksOf({ scenario, sha256, strategies, replications, executor }: Design): Task[] {
  return replications.map((replication) => ({ scenario, sha256, strategies, replication, executor }));
}
