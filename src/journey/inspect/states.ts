/** The states of a machine as plain data. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import { actionView, guardView } from "./calls.ts";
import type { StateView, TransitionView } from "./inspection.ts";
import { allNodes, initialOf, listed, type NodeTransition, pathOf, transitionsOfNode } from "./nodes.ts";

function transitionView({ kind, trigger, guard, actions, target, reenter, description }: NodeTransition): TransitionView {
  return {
    kind,
    trigger,
    ...(guard === undefined ? {} : { guard: guardView(guard) }),
    actions: actions.map(actionView),
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
  const { parent, config, history, description } = node;
  const initial = node.type === "compound" ? initialOf(node) : undefined;
  return {
    path: pathOf(node),
    key: node.key,
    id: node.id,
    ...(parent === undefined ? {} : { parent: pathOf(parent) }),
    type: node.type,
    ...(node.type === "history" ? { history: history === "deep" ? "deep" : "shallow" } : {}),
    ...(initial === undefined ? {} : { initial: pathOf(initial) }),
    initialActions: initialActions(node).map(actionView),
    tags: node.tags.map(String),
    ...(description === undefined ? {} : { description }),
    // XState adds the timers of `after` to the node's own lists: the config holds what the author wrote.
    entry: listed(config.entry).map(actionView),
    exit: listed(config.exit).map(actionView),
    invokes: node.invoke.map(invokeName),
    transitions: transitionsOfNode(node).map(transitionView),
  };
}

/** All states, parents before children, in the order of the machine. */
export function stateViews(machine: AnyStateMachine): StateView[] {
  return allNodes(machine).map(stateView);
}
