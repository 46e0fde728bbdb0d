/** The world that was lived in last, kept for the next replication of the same plan. */

import { Draws, type GroupSnapshot, type RootKey } from "./kernel/index.ts";
import type { Plan } from "./plan.ts";
import { createWorld, putBack, type Shortcuts, type World } from "./world.ts";

/** Worlds of more customers are not kept: each takes twice its memory. */
const MOST_CUSTOMERS = 100_000;

/** A world of tables that somebody may live in. */
export interface FurnishedWorld {
  readonly world: World;
  readonly shortcuts: Shortcuts;
  /** The world's state before anybody lived in it; undefined if it is too large to be used again. */
  readonly empty: GroupSnapshot | undefined;
}

let kept: FurnishedWorld | undefined;

/**
 * An empty world for a replication: the one that is kept, made empty again, or a new one.
 *
 * A world's functions are then the same ones in every replication, so V8 need not compile them again, and its memory is not given back and asked
 * for again: a tenth less work for the processors. Whoever lives in it to the end hands it to {@link keepWorld}; of a world in which
 * something failed nobody knows the state.
 */
export function takeWorld(plan: Plan, rootKey: RootKey, replication: number, shortcuts: Shortcuts): FurnishedWorld {
  const taken = kept;
  kept = undefined;
  const fits =
    taken?.world.plan === plan && taken.shortcuts.runAhead === shortcuts.runAhead && taken.shortcuts.fastPath === shortcuts.fastPath;
  if (!fits || taken.empty === undefined) {
    const world = createWorld(plan, rootKey, replication, "compiled", shortcuts);
    return { world, shortcuts, empty: plan.market.customers > MOST_CUSTOMERS ? undefined : world.state.snapshot() };
  }
  putBack(taken.world, taken.empty);
  taken.world.core.draws = new Draws(rootKey, replication);
  return taken;
}

/** Keeps a world that was lived in to the end, unless it is too large to be used again. */
export function keepWorld(lived: FurnishedWorld): void {
  kept = lived.empty === undefined ? undefined : lived;
}
