/** One microstep: XState leaves, acts and enters; what it does is written down as operations, and where it ends as a situation. */

import type { AnyStateMachine, AnyStateNode, EventObject } from "xstate";
import type { Delay, DelayedRaise, Effect, OwnFunction, Told, Transition } from "./calls.ts";
import { readAction, resolveDelay } from "./calls.ts";
import { doneEventOf } from "./events.ts";
import { childrenOf, initialActions, listOf, nameOf, timersOf } from "./nodes.ts";
import type { History, Move } from "./sets.ts";
import { entrySet, exitSet, inDocumentOrder, remembered, withoutConflicts } from "./sets.ts";
import type { Situation } from "./situation.ts";
import { canonicalOrder } from "./situation.ts";
import type { Slots } from "./slots.ts";

/** A timer that a step starts. */
export interface TimerPlan {
  readonly slot: number;
  readonly delay: Delay;
  readonly params: Told<unknown>;
  /** What happens when it is over. */
  readonly event: EventObject;
  /** For messages. */
  readonly state: string;
  /** Whether leaving the state takes it back, so that it is never pending when it starts. */
  readonly isOfState: boolean;
  /** Slots of timers with the same id: none may be pending when this one starts. */
  readonly rivals: readonly number[];
}

/** One thing that a step does. Timers are touched after all actions of the macrostep, delays are asked in place. */
export type Op = { readonly phase: Phase } & (
  | Exclude<Effect, DelayedRaise | { readonly kind: "cancel" }>
  | { readonly kind: "start"; readonly timer: TimerPlan }
  | { readonly kind: "cancel"; readonly slot: number }
  | { readonly kind: "cancelById"; readonly id: OwnFunction; readonly params: Told<unknown> }
);

/** Why an operation runs. */
export type Phase = "exit" | "transition" | "entry";

/** What a step does and where it ends. */
export interface Step {
  readonly ops: readonly Op[];
  readonly to: Situation;
  /** Whether XState makes a new snapshot of it: only then it looks at `always` again after an eventless step. */
  readonly changed: boolean;
  /** States that were entered although they were active and not left. */
  readonly enteredTwice: readonly AnyStateNode[];
}

/** What all steps of a machine have in common. */
export interface Frame {
  readonly machine: AnyStateMachine;
  readonly slots: Slots;
  /** Slots by the id under which `cancel` finds them. */
  readonly slotsById: ReadonlyMap<string, readonly number[]>;
}

/** Takes the step of selected transitions. */
export function takeStep(frame: Frame, from: Situation, selected: readonly Transition[]): Step {
  const transitions = withoutConflicts(selected, from.nodes, from.history);
  const left = exitSet(transitions, from.nodes, from.history);
  const memories = remembered(left, from.nodes);
  const history: History = memories.size === 0 ? from.history : new Map([...from.history, ...memories]);
  const ops = left.flatMap((node) => leaveOps(frame, node));
  ops.push(...transitions.flatMap(({ actions }) => actions.flatMap((action) => actionOps(frame, action, "transition"))));
  const stay = from.nodes.filter((node) => !left.includes(node));
  return enter(frame, from, { transitions, stay, history, ops, isInitial: false });
}

/** Takes the step into a machine. */
export function firstStep(frame: Frame, move: Move): Step {
  const from: Situation = { nodes: [], history: new Map(), done: false };
  return enter(frame, from, { transitions: [move], stay: [], history: from.history, ops: [], isInitial: true });
}

interface Entering {
  readonly transitions: readonly Move[];
  readonly stay: readonly AnyStateNode[];
  readonly history: History;
  readonly ops: Op[];
  readonly isInitial: boolean;
}

function enter(frame: Frame, from: Situation, { transitions, stay, history, ops, isInitial }: Entering): Step {
  const entered = entrySet(transitions, history);
  const active = new Set(stay);
  const completed = new Set<AnyStateNode>();
  let done = false;
  for (const node of entered.nodes) {
    active.add(node);
    ops.push(...enterOps(frame, node, entered.byDefault.has(node) || (isInitial && node.parent === undefined)));
    if (node.type !== "final") continue;
    const completion = complete(node, active, completed);
    ops.push(...completion.ops);
    done ||= completion.ofRoot;
  }
  if (done)
    ops.push(
      ...inDocumentOrder(active)
        .toReversed()
        .flatMap((node) => leaveOps(frame, node)),
    );
  const isSame = !done && history === from.history && active.size === from.nodes.length && from.nodes.every((node) => active.has(node));
  const to = isSame ? from : { nodes: canonicalOrder([...active]), history, done };
  const enteredTwice = entered.nodes.filter((node) => stay.includes(node));
  return { ops, to, changed: !isSame || ops.some((op) => op.kind === "assign"), enteredTwice };
}

/** The events by which a final state completes its parent and parallel states above, and whether the machine is complete. */
function complete(
  node: AnyStateNode,
  active: ReadonlySet<AnyStateNode>,
  completed: Set<AnyStateNode>,
): { readonly ops: readonly Op[]; readonly ofRoot: boolean } {
  const { parent } = node;
  const ops: Op[] = [];
  if (parent?.type === "compound") ops.push(doneOp(parent, node.output));
  let above = parent?.type === "parallel" ? parent : parent?.parent;
  while (above?.type === "parallel" && !completed.has(above) && isComplete(above, active)) {
    completed.add(above);
    ops.push(doneOp(above, undefined));
    above = above.parent;
  }
  // Nobody reads the queue of a machine that is complete.
  return above === undefined ? { ops: [], ofRoot: true } : { ops, ofRoot: false };
}

function isComplete(node: AnyStateNode, active: ReadonlySet<AnyStateNode>): boolean {
  if (node.type === "compound") return childrenOf(node).some((child) => child.type === "final" && active.has(child));
  if (node.type === "parallel") return childrenOf(node).every((child) => isComplete(child, active));
  return node.type === "final";
}

function doneOp(node: AnyStateNode, output: unknown): Op {
  const type = doneEventOf(node);
  const event: Told<EventObject> =
    typeof output === "function"
      ? { tell: (args) => ({ type, output: (output as OwnFunction)(args, undefined) }) }
      : { value: { type, output } as EventObject };
  return { kind: "raise", event, params: { value: undefined }, phase: "entry" };
}

function enterOps(frame: Frame, node: AnyStateNode, byDefault: boolean): Op[] {
  const written = listOf<unknown>(node.config.entry).length;
  const first = frame.slots.first.get(node) ?? 0;
  const ops = node.entry.slice(0, written).flatMap((action) => actionOps(frame, action, "entry"));
  node.entry.slice(written).forEach((action, index) => {
    const raise = readAction(frame.machine, action);
    if (raise.kind === "later") ops.push(startOp(frame, raise, first + index, nameOf(node), "entry"));
  });
  if (byDefault) ops.push(...initialActions(node).flatMap((action) => actionOps(frame, action, "entry")));
  return ops;
}

function leaveOps(frame: Frame, node: AnyStateNode): Op[] {
  const written = node.exit.slice(0, listOf<unknown>(node.config.exit).length);
  const first = frame.slots.first.get(node) ?? 0;
  const cancels = timersOf(node).map((_, index): Op => ({ kind: "cancel", slot: first + index, phase: "exit" }));
  return [...written.flatMap((action) => actionOps(frame, action, "exit")), ...cancels];
}

function actionOps(frame: Frame, action: unknown, phase: Phase): Op[] {
  const effect = readAction(frame.machine, action);
  switch (effect.kind) {
    case "unsupported":
      throw new Error(`unchecked ${effect.feature}`);
    case "later":
      return [startOp(frame, effect, frame.slots.raised.get(effect) ?? -1, undefined, phase)];
    case "cancel":
      if ("tell" in effect.id) return [{ kind: "cancelById", id: effect.id.tell, params: effect.params, phase }];
      return (frame.slotsById.get(effect.id.value) ?? []).map((slot) => ({ kind: "cancel", slot, phase }));
    default:
      return [{ ...effect, phase }];
  }
}

function startOp(frame: Frame, raise: DelayedRaise, slot: number, state: string | undefined, phase: Phase): Op {
  const { event, params, id } = raise;
  const rivals = (id === undefined ? undefined : frame.slotsById.get(id)) ?? [slot];
  const delay = resolveDelay(frame.machine, raise.delay);
  const timer = { slot, delay, params, event, state: state ?? "a raised event", isOfState: state !== undefined, rivals };
  return { kind: "start", timer, phase };
}
