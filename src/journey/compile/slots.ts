/**
 * Which timer slot a timer takes. Timers of states that are never active together share slots, because leaving a state frees
 * its own; an event that an author raises with a delay outlives states and has a slot to itself.
 */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import type { DelayedRaise } from "./calls.ts";
import { actionsOf, readAction } from "./calls.ts";
import { childrenOf, listOf, nodesOf, timersOf } from "./nodes.ts";

/** The slots of a machine. */
export interface Slots {
  readonly count: number;
  /** The first slot of a node's `after` timers, the others follow. */
  readonly first: ReadonlyMap<AnyStateNode, number>;
  readonly raised: ReadonlyMap<DelayedRaise, number>;
}

/** Assigns the slots. */
export function slotsOf(machine: AnyStateMachine): Slots {
  const first = new Map<AnyStateNode, number>();
  const own = assign(machine.root, 0, first);
  const raised = new Map<DelayedRaise, number>();
  for (const effect of delayedRaises(machine)) if (!raised.has(effect)) raised.set(effect, own + raised.size);
  return { count: own + raised.size, first, raised };
}

/** All events that the author raises with a delay. */
export function delayedRaises(machine: AnyStateMachine): DelayedRaise[] {
  const ofStates = new Set<unknown>(nodesOf(machine).flatMap((node) => node.entry.slice(listOf<unknown>(node.config.entry).length)));
  return nodesOf(machine)
    .flatMap(actionsOf)
    .filter((action) => !ofStates.has(action))
    .map((action) => readAction(machine, action))
    .filter((effect) => effect.kind === "later");
}

/** Slots taken at and below a node, from `from` on. */
function assign(node: AnyStateNode, from: number, first: Map<AnyStateNode, number>): number {
  first.set(node, from);
  const below = from + timersOf(node).length;
  let end = below;
  for (const child of childrenOf(node)) {
    end = Math.max(end, assign(child, node.type === "parallel" ? end : below, first));
  }
  return end;
}
