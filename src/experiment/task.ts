/** A task: plain data that any worker can run, and that gives the same outcome bytes everywhere. */

import type { Scenario } from "../scenario/index.ts";
import type { ExecutorName } from "../sim/index.ts";
import type { Course } from "./stress/course-calendar.ts";

/** The file of a journey that an author brought; workers load it themselves. */
export interface JourneyFile {
  /** Absolute path. */
  readonly path: string;
  /** What it is called in errors. */
  readonly fileName: string;
  /** Hash of what was loaded when the run began; workers refuse anything else. */
  readonly sha256: string;
}

/** The file of a routing policy that an author brought; workers load it themselves. */
export interface PolicyFile extends JourneyFile {
  /** As strategies of the scenario name it. */
  readonly named: string;
}

/**
 * Whose random numbers a strategy meets: `common`, the same as all others; `independent`, its own, to show what the same luck is worth.
 */
export type Luck = "common" | "independent";

/** One replication of a scenario under several strategies: the history is lived once. */
export interface Task {
  readonly scenario: Scenario;
  /** Hash of the scenario; workers make it ready once per hash and seed. */
  readonly sha256: string;
  readonly strategies: readonly string[];
  readonly replication: number;
  readonly executor: ExecutorName;
  /** Undefined for the bundled journey. */
  readonly journey: JourneyFile | undefined;
  /** Left out: none. */
  readonly policies?: readonly PolicyFile[] | undefined;
  /** The ledger counts in short steps instead of months; left out: months. */
  readonly course?: Course | undefined;
  /** Left out: common. */
  readonly luck?: Luck | undefined;
  /** Lives every strategy again with touches left out, for a study of attribution; left out: no. */
  readonly touches?: boolean | undefined;
}
