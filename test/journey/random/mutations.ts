/** Deliberate mistakes of a compiler, as changes of the machine that it reads, of its plan, or of its tables. */

import type { AnyStateMachine, EventObject } from "xstate";
import type { CompiledJourney } from "../../../src/journey/index.ts";
import { compileJourney } from "../../../src/journey/index.ts";
import { tableFrameOf } from "../../../src/journey/compile/compile.ts";
import type { JourneyPlan, StatePlan, StepPlan } from "../../../src/journey/compile/plan.ts";
import { planJourney } from "../../../src/journey/compile/plan.ts";
import { END, GO } from "../../../src/journey/compile/program.ts";
import type { Decision } from "../../../src/journey/compile/selection.ts";
import type { Op } from "../../../src/journey/compile/step.ts";
import { layOut } from "../../../src/journey/compile/tables.ts";
import type { Compile } from "./compare.ts";
import type { ActionSpec, GuardSpec, MachineSpec, NodeSpec, TransitionSpec } from "./spec.ts";

/** A compiler that reads the machine wrongly. */
export const MISREADINGS: Readonly<Record<string, (spec: MachineSpec) => MachineSpec>> = {
  "ignores reenter": eachTransition((one) => ({ ...one, reenter: undefined })),
  "ignores `not`": eachGuard((guard) => (guard.ask === "not" ? guard.guard : guard)),
  "takes `or` for `and`": eachGuard((guard) => (guard.ask === "or" ? { ...guard, ask: "and" } : guard)),
  "takes `and` for `or`": eachGuard((guard) => (guard.ask === "and" ? { ...guard, ask: "or" } : guard)),
  "ignores stateIn": eachGuard((guard) => (guard.ask === "stateIn" ? { ask: "and", guards: [] } : guard)),
  "ignores forbidden events": eachNode((node) => ({ ...node, forbid: undefined })),
  "enters the first of several targets only": eachTransition((one) => ({ ...one, targets: one.targets.slice(0, 1) })),
  "loses static params": eachAction((action) =>
    "params" in action && action.params !== undefined && "n" in action.params ? { ...action, params: undefined } : action,
  ),
  "loses the output of final states": eachNode((node) => ({ ...node, output: undefined })),
  "ignores a history's own default": eachNode((node) => ({ ...node, fallback: undefined })),
  "ignores the actions of `initial`": eachNode((node) => ({ ...node, first: [] })),
  "raises delayed events at once": eachAction((action) => (action.do === "raise" ? { ...action, delay: undefined } : action)),
  "ignores `cancel`": eachNode((node) => ({ ...node, exit: node.exit.filter(isNoCancel), entry: node.entry.filter(isNoCancel) })),
};

/** A compiler that plans wrongly. */
export const MISPLANNINGS: Readonly<Record<string, (plan: JourneyPlan, machine: AnyStateMachine) => JourneyPlan>> = {
  "does not cancel the timers of states": eachStep((step) => ({ ...step, ops: step.ops.filter((op) => op.kind !== "cancel") })),
  "asks delays before entry actions": eachStep((step) => ({ ...step, ops: firstOf(step.ops, (op) => op.kind === "start") })),
  "acts before it leaves": eachStep((step) => ({ ...step, ops: firstOf(step.ops, (op) => op.phase === "transition") })),
  "assigns too late": eachStep((step) => ({ ...step, ops: firstOf(step.ops, (op) => op.kind !== "assign") })),
  "looks at `always` only once": eachStep((step) => ({ ...step, changed: false })),
  "looks at `always` again after a step that changes nothing": eachStep((step) => ({ ...step, changed: true })),
  "never looks at `always`": (plan) => ({ ...plan, states: plan.states.map((state) => ({ ...state, always: undefined })) }),
  "takes raised events before `always`": raisedFirst,
  "never tells that a parallel state is done": eachStep((step, machine) => ({
    ...step,
    ops: step.ops.filter((op) => parallelDoneBy(op, machine) === undefined),
  })),
  "tells too early that a parallel state is done": eachStep((step, machine) => ({
    ...step,
    ops: step.ops.flatMap((op) => [op, ...tooEarly(op, machine)]),
  })),
  "forgets that a row is done": (plan) => ({ ...plan, states: plan.states.map((state) => ({ ...state, final: false })) }),
};

/** A compiler that lays its plan out wrongly. */
export const MISPRINTS: Readonly<Record<string, (tables: CompiledJourney) => CompiledJourney>> = {
  "does not look at `always` after an event that nothing takes": (tables) => ({ ...tables, cells: tables.cells.map(endingAtOnce(tables)) }),
  "runs the first macrostep as any other": (tables) => ({ ...tables, startsPlainly: true }),
  "forgets what events its timers bring": (tables) => ({ ...tables, slotEvents: tables.slotEvents.map(() => undefined) }),
  "mixes up the initial contexts of rows": (tables) => ({ ...tables, initialContext: () => tables.initialContext(0) }),
};

/** An event's address, or the end where it leads back to the situation that it met. */
function endingAtOnce({ program, width }: CompiledJourney): (address: number, cell: number) => number {
  return (address, cell) => (program[address] === GO && program[address + 1] === Math.floor(cell / width) ? END : address);
}

/** The tables of a compiler that prints them wrongly. */
export function misprint(change: (tables: CompiledJourney) => CompiledJourney): Compile {
  return (machine, events) => change(compileJourney(machine, { events }));
}

/** The tables of a compiler with a mistake in its plan. */
export function misplan(change: (plan: JourneyPlan, machine: AnyStateMachine) => JourneyPlan): Compile {
  return (machine, events) => {
    // What the right compiler refuses is refused.
    compileJourney(machine, { events });
    return layOut(change(planJourney(machine, events), machine), tableFrameOf(machine));
  };
}

function eachNode(change: (node: NodeSpec) => NodeSpec): (spec: MachineSpec) => MachineSpec {
  return (spec) => ({ ...spec, nodes: spec.nodes.map(change) });
}

function eachTransition(change: (one: TransitionSpec) => TransitionSpec): (spec: MachineSpec) => MachineSpec {
  return eachNode((node) => ({
    ...node,
    on: node.on.map((one) => ({ ...one, transition: change(one.transition) })),
    after: node.after.map((one) => ({ ...one, transition: change(one.transition) })),
    always: node.always.map(change),
    done: node.done.map(change),
  }));
}

function eachGuard(change: (guard: GuardSpec) => GuardSpec): (spec: MachineSpec) => MachineSpec {
  const deep = (guard: GuardSpec): GuardSpec => {
    if (guard.ask === "not") return change({ ...guard, guard: deep(guard.guard) });
    if (guard.ask === "and" || guard.ask === "or") return change({ ...guard, guards: guard.guards.map(deep) });
    return change(guard);
  };
  return eachTransition((one) => (one.guard === undefined ? one : { ...one, guard: deep(one.guard) }));
}

function eachAction(change: (action: ActionSpec) => ActionSpec): (spec: MachineSpec) => MachineSpec {
  const ofTransitions = eachTransition((one) => ({ ...one, actions: one.actions.map(change) }));
  const ofNodes = eachNode((node) => ({
    ...node,
    first: node.first.map(change),
    entry: node.entry.map(change),
    exit: node.exit.map(change),
  }));
  return (spec) => ofNodes(ofTransitions(spec));
}

function isNoCancel(action: ActionSpec): boolean {
  return action.do !== "cancel";
}

type Change = (step: StepPlan, machine: AnyStateMachine) => StepPlan;

/** Changes every step of a plan, the first one too. */
function eachStep(change: Change): (plan: JourneyPlan, machine: AnyStateMachine) => JourneyPlan {
  return (plan, machine) => {
    const decide = inDecisions((step) => change(step, machine));
    const states = plan.states.map((state) => ({ ...state, handlers: state.handlers.map(decide), always: decide(state.always) }));
    return { ...plan, start: change(plan.start, machine), states };
  };
}

/** Decisions share parts, which have to stay shared. */
function inDecisions(change: (step: StepPlan) => StepPlan): (decision: Decision<StepPlan>) => Decision<StepPlan> {
  const known = new Map<object, Decision<StepPlan>>();
  const steps = new Map<StepPlan, StepPlan>();
  const stepOf = (step: StepPlan): StepPlan => {
    const changed = steps.get(step) ?? change(step);
    steps.set(step, changed);
    return changed;
  };
  const decide = (decision: Decision<StepPlan>): Decision<StepPlan> => {
    if (decision === undefined) return undefined;
    if (!known.has(decision)) {
      known.set(
        decision,
        "step" in decision ? { step: stepOf(decision.step) } : { ...decision, yes: decide(decision.yes), no: decide(decision.no) },
      );
    }
    return known.get(decision);
  };
  return decide;
}

function firstOf(ops: readonly Op[], isFirst: (op: Op) => boolean): Op[] {
  return [...ops.filter(isFirst), ...ops.filter((op) => !isFirst(op))];
}

/** Every situation has a twin without `always`, to which steps lead that raise an event. */
function raisedFirst(plan: JourneyPlan, machine: AnyStateMachine): JourneyPlan {
  const { length } = plan.states;
  const raises = ({ ops }: StepPlan): boolean => ops.some(({ kind }) => kind === "raise");
  const led = eachStep((step) => (raises(step) ? { ...step, target: step.target + length } : step))(plan, machine);
  return { ...led, states: [...led.states, ...led.states.map((state): StatePlan => ({ ...state, always: undefined }))] };
}

/** The id of the parallel state whose end an operation tells. */
function parallelDoneBy(op: Op, machine: AnyStateMachine): string | undefined {
  const id = doneBy(op);
  return id !== undefined && machine.getStateNodeById(id).type === "parallel" ? id : undefined;
}

function doneBy(op: Op): string | undefined {
  if (op.kind !== "raise" || !("value" in op.event)) return undefined;
  const { type } = op.event.value;
  return type.startsWith("xstate.done.state.") ? type.slice("xstate.done.state.".length) : undefined;
}

function tooEarly(op: Op, machine: AnyStateMachine): Op[] {
  const id = doneBy(op);
  const parallel = id === undefined ? undefined : machine.getStateNodeById(id).parent;
  if (parallel?.type !== "parallel") return [];
  const event: EventObject = { type: `xstate.done.state.${parallel.id}` };
  return [{ kind: "raise", event: { value: event }, params: { value: undefined }, phase: "entry" }];
}
