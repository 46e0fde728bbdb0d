/** A machine evaluated into decisions: per resting state and event the candidates, each with its actions in XState's order. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import type { Call, Transition } from "./calls.ts";
import { initialActions, isCall, readAction, readGuard } from "./calls.ts";
import {
  eventCodesOf,
  firstSlotOf,
  isAtomic,
  listOf,
  nameOf,
  nodesOf,
  pathUp,
  timerSlotsOf,
  timersOf,
  writtenEntry,
  writtenExit,
} from "./nodes.ts";
import { codeBitsOf } from "./rules.ts";
import type { Move } from "./sets.ts";
import { entrySet, exitSet, initialMove } from "./sets.ts";

/** A timer that a step starts. */
export interface TimerPlan {
  readonly slot: number;
  /** Milliseconds, or the word that tells seconds. */
  readonly delay: number | string;
  readonly state: string;
}

/** One thing that a step does. Timers are touched after all actions of the macrostep, delays are asked in place. */
export type Op =
  | { readonly kind: "action"; readonly call: Call; readonly phase: Phase }
  | { readonly kind: "start"; readonly timer: TimerPlan; readonly phase: Phase }
  | { readonly kind: "cancel"; readonly slot: number; readonly phase: Phase };

/** Why an operation runs. */
export type Phase = "exit" | "transition" | "entry";

/** One candidate: taken when its guard passes and no candidate before it did. */
export interface CandidatePlan {
  readonly guard: Call | undefined;
  readonly ops: readonly Op[];
  /** Code of the state in which the step ends. */
  readonly target: number;
}

/** A state in which a row can rest. */
export interface StatePlan {
  readonly name: string;
  readonly final: boolean;
  /** Candidates per event code, then per timer slot. */
  readonly handlers: readonly (readonly CandidatePlan[])[];
  readonly always: readonly CandidatePlan[];
}

/** The whole machine. */
export interface JourneyPlan {
  readonly machine: string;
  readonly eventCodes: Readonly<Record<string, number>>;
  readonly timerSlots: number;
  readonly codeBits: number;
  readonly start: CandidatePlan;
  /** The state of code `i + 1`. */
  readonly states: readonly StatePlan[];
}

type Codes = ReadonlyMap<AnyStateNode, number>;

/** Plans a machine that keeps all rules. */
export function planJourney(machine: AnyStateMachine): JourneyPlan {
  const atoms = nodesOf(machine).filter(isAtomic);
  const codes: Codes = new Map(atoms.map((node, index) => [node, index + 1]));
  const eventCodes = eventCodesOf(machine);
  const timerSlots = timerSlotsOf(machine.root);
  return {
    machine: machine.id,
    eventCodes,
    timerSlots,
    codeBits: codeBitsOf(machine),
    start: planStart(machine, codes),
    states: atoms.map((node) => planState(node, codes, Object.keys(eventCodes), timerSlots)),
  };
}

/**
 * While an actor is being created XState resolves delays at once but puts actions off until `start()`: all delays of the
 * first step are asked before its first action runs.
 */
function planStart(machine: AnyStateMachine, codes: Codes): CandidatePlan {
  const plan = planMove(initialMove(machine.root), [], new Set(), codes);
  const isAction = (op: Op): boolean => op.kind === "action";
  return { ...plan, ops: [...plan.ops.filter((op) => !isAction(op)), ...plan.ops.filter(isAction)] };
}

function planState(node: AnyStateNode, codes: Codes, events: readonly string[], timerSlots: number): StatePlan {
  // A row that is done reacts to nothing, not even to transitions of the root.
  if (node.type === "final") return { name: nameOf(node), final: true, handlers: [], always: [] };
  const configuration = new Set(pathUp(node));
  const planned = (transitions: readonly Transition[]): CandidatePlan[] =>
    untilUnguarded(transitions).map((transition) => planTransition(transition, configuration, codes));
  const upwards = (type: string): Transition[] => pathUp(node).flatMap((owner) => handlersOf(owner, type));
  const timers: CandidatePlan[][] = Array.from({ length: timerSlots }, () => []);
  for (const owner of configuration) {
    timersOf(owner).forEach((timer, index) => {
      timers[firstSlotOf(owner) + index] = planned(upwards(timer.eventType));
    });
  }
  return {
    name: nameOf(node),
    final: false,
    handlers: [...events.map((type) => planned(upwards(type))), ...timers],
    always: planned(pathUp(node).flatMap((owner) => listOf(owner.always) as Transition[])),
  };
}

function handlersOf(node: AnyStateNode, type: string): Transition[] {
  return listOf(node.transitions.get(type)) as Transition[];
}

/** Nobody comes after a candidate without guard. */
function untilUnguarded(transitions: readonly Transition[]): readonly Transition[] {
  const end = transitions.findIndex((transition) => transition.guard === undefined);
  return end < 0 ? transitions : transitions.slice(0, end + 1);
}

function planTransition(transition: Transition, configuration: ReadonlySet<AnyStateNode>, codes: Codes): CandidatePlan {
  const guard = transition.guard === undefined ? undefined : readGuard(transition.guard);
  if (guard !== undefined && !isCall(guard)) throw new Error(`unchecked ${guard.feature}`);
  return { ...planMove(transition, transition.actions, configuration, codes), guard };
}

/** XState's microstep: leave, act, enter; and when a top-level final state was entered, leave everything. */
function planMove(move: Move, actions: readonly unknown[], configuration: ReadonlySet<AnyStateNode>, codes: Codes): CandidatePlan {
  const left = exitSet(move, configuration);
  const entered = entrySet(move);
  const ops = left.flatMap(leaveOps);
  ops.push(...actionOps(actions, "transition"));
  for (const node of entered.nodes) {
    ops.push(...enterOps(node));
    if (entered.byDefault.has(node)) ops.push(...actionOps(initialActions(node), "entry"));
  }
  const active = new Set([...[...configuration].filter((node) => !left.includes(node)), ...entered.nodes]);
  const rest = [...active].filter(isAtomic);
  const [atom] = rest;
  if (atom === undefined || rest.length > 1) throw new Error(`a step from ${nameOf(move.source)} ends in ${rest.length} atomic states`);
  if (atom.type === "final") ops.push(...[...active].sort((a, b) => b.order - a.order).flatMap(leaveOps));
  return { guard: undefined, ops, target: codes.get(atom) as number };
}

function enterOps(node: AnyStateNode): Op[] {
  const first = firstSlotOf(node);
  const starts = timersOf(node).map(({ delay }, index): Op => {
    return { kind: "start", timer: { slot: first + index, delay, state: nameOf(node) }, phase: "entry" };
  });
  return [...actionOps(writtenEntry(node), "entry"), ...starts];
}

function leaveOps(node: AnyStateNode): Op[] {
  const first = firstSlotOf(node);
  const cancels = timersOf(node).map((_, index): Op => ({ kind: "cancel", slot: first + index, phase: "exit" }));
  return [...actionOps(writtenExit(node), "exit"), ...cancels];
}

function actionOps(actions: readonly unknown[], phase: Phase): Op[] {
  return actions.map((action): Op => {
    const call = readAction(action);
    if (!isCall(call)) throw new Error(`unchecked ${call.feature}`);
    return { kind: "action", call, phase };
  });
}
