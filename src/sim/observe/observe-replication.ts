/** Lives one replication under an observer's eyes. */

import { type Outcome, replicate, type Replication } from "../replicate.ts";
import { Observer } from "./observer.ts";
import type { ObservedLane, ObservedStep } from "./step.ts";

/** A replication and what was seen of it. */
export interface ObservedReplication {
  /** The same as without an observer. */
  readonly outcomes: readonly Outcome[];
  /** Steps before adoption, by customer watched. */
  readonly history: ReadonlyMap<number, readonly ObservedStep[]>;
  /** By strategy, in the order asked for. */
  readonly lanes: readonly ObservedLane[];
}

/**
 * Runs one replication under each strategy, watching some customers step by step and all by what becomes of them.
 *
 * @param watched - rows of customers, from 0; with none, the replication is as fast as any
 * @throws ReplicationError if an invariant breaks or the model fails
 */
export function observeReplication(task: Replication, watched: readonly number[]): ObservedReplication {
  const observer = new Observer(watched);
  const outcomes = replicate(task, observer);
  return { outcomes, history: observer.history, lanes: observer.lanes };
}
