/** The states of a machine as plain data. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import { actionView, guardView } from "./calls.ts";
import type { CallView, StateView, TransitionView } from "./inspection.ts";
import { allNodes, initialOf, listed, type NodeTransition, pathOf, transitionsOfNode } from "./nodes.ts";

function transitionView(machine: AnyStateMachine, transition: NodeTransition): TransitionView {
  const { kind, trigger, guard, actions, target, reenter, description } = transition;
  return {
    kind,
    trigger,
    ...(guard === undefined ? {} : { guard: guardView(machine, guard) }),
    actions: actions.map((action) => actionView(machine, action)),
    targets: target.map(pathOf),
    reenter,
    ...(description === undefined ? {} : { description }),
  };
}

function invokeName(invoke: { readonly src: unknown; readonly id: string }): string {
  return typeof invoke.src === "string" && !invoke.src.startsWith("xstate.invoke.") ? invoke.src : invoke.id;
}

function initialActions(node: AnyStateNode): readonly unknown[] {
  const initial: unknown = node.config.initial;
  return typeof initial === "object" && initial !== null && "actions" in initial ? listed(initial.actions) : [];
}

function stateView(node: AnyStateNode): StateView {
  const { parent, config, history, description, machine } = node;
  const actions = (written: readonly unknown[]): CallView[] => written.map((action) => actionView(machine, action));
  const initial = node.type === "compound" ? initialOf(node) : undefined;
  return {
    path: pathOf(node),
    key: node.key,
    id: node.id,
    ...(parent === undefined ? {} : { parent: pathOf(parent) }),
    type: node.type,
    ...(node.type === "history" ? { history: history === "deep" ? "deep" : "shallow" } : {}),
    ...(initial === undefined ? {} : { initial: pathOf(initial) }),
    initialActions: actions(initialActions(node)),
    tags: node.tags.map(String),
    ...(description === undefined ? {} : { description }),
    // XState adds the timers of `after` to the node's own lists: the config holds what the author wrote.
    entry: actions(listed(config.entry)),
    exit: actions(listed(config.exit)),
    invokes: node.invoke.map(invokeName),
    transitions: transitionsOfNode(node).map((transition) => transitionView(machine, transition)),
  };
}

/** All states, parents before children, in the order of the machine. */
export function stateViews(machine: AnyStateMachine): StateView[] {
  return allNodes(machine).map(stateView);
}
