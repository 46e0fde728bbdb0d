/** A plan laid out as integer tables, the form that the interpreter walks. */

import type { EventObject } from "xstate";
import type { Call, Delay } from "./calls.ts";
import { isSameCall } from "./calls.ts";
import type { ContextField } from "./context.ts";
import { Interned } from "./interned.ts";
import type { JourneyPlan, StepPlan } from "./plan.ts";
import type { Decision } from "./selection.ts";
import type { Op, TimerPlan } from "./step.ts";

/** Kinds of operation, in the lowest three bits of an entry of `ops`; the argument sits above. */
export const CALL = 0;
export const START = 1;
export const CANCEL = 2;
/** A timer that may go to the engine at once, because nothing of the macrostep comes after it. */
export const START_LAST = 3;
/** Anything else: assign, raise, emit … */
export const EFFECT = 4;

/** In place of a node: nothing follows. */
export const NONE = -1;
/** In place of an eventless node: the row is done (or not started) and looks at nothing any more. */
export const OVER = -2;
/** In place of a node's question: the node is a step. */
export const STEP = -1;

/** An operation that is neither a call nor a timer. */
export type EffectOp = Exclude<Op, { readonly kind: "call" | "start" | "cancel" }>;

/** The decisions of a journey as nodes. A node asks a guard and has two successors, or is a step. */
export interface DecisionTables {
  /** The guard that a node asks, or STEP. */
  readonly ask: Int32Array;
  /** The node after yes; of a step, the code of the situation in which it ends. */
  readonly yes: Int32Array;
  /** The node after no; of a step, 1 when it changes XState's snapshot, else 0. */
  readonly no: Int32Array;
  /** The operations of a step. */
  readonly firstOp: Int32Array;
  readonly lastOp: Int32Array;
  readonly ops: Int32Array;
  readonly actionCalls: readonly Call[];
  readonly guardCalls: readonly Call[];
  /** Timers that steps start: the argument of START. */
  readonly timers: readonly TimerPlan[];
  readonly effects: readonly EffectOp[];
}

/** A compiled journey: immutable, shared by all rows and executors. Codes of situations start at 1; 0 is "not started". */
export interface CompiledJourney extends DecisionTables {
  readonly machine: string;
  readonly eventCodes: Readonly<Record<string, number>>;
  readonly timerSlots: number;
  readonly contextFields: readonly ContextField[];
  readonly initialContext: (id: number) => Readonly<Record<string, unknown>>;
  /** A row's 32-bit word: the situation's code in these low bits, above them one bit per slot whose timer is pending. */
  readonly codeBits: number;
  readonly microstepLimit: number;
  /** By code. */
  readonly stateNames: readonly string[];
  readonly tags: readonly (readonly string[])[];
  readonly final: Uint8Array;
  /** First node of the eventless decision by code. */
  readonly always: Int32Array;
  /** First node at `code * width + event`; timer slots are counted on after the events, the machine's own events after those. */
  readonly cells: Int32Array;
  readonly width: number;
  /** Event types that only the machine itself raises, in the order of their cells. */
  readonly innerEvents: readonly string[];
  /** The event that a slot's timer brings, by `code * timerSlots + slot`. */
  readonly slotEvents: readonly (EventObject | undefined)[];
  readonly slotsById: ReadonlyMap<string, readonly number[]>;
  /** The step into the machine. */
  readonly start: number;
  /** Whether the first macrostep is that step and calls nothing but words and timers. */
  readonly startsPlainly: boolean;
  /** Whether any step puts an event into the journey's own queue. */
  readonly raises: boolean;
  /** Paths of all states that can become active. */
  readonly reachable: readonly string[];
}

/** What the tables take over from the machine beside the plan. */
export interface TableFrame {
  readonly microstepLimit: number;
  readonly contextFields: readonly ContextField[];
  readonly initialContext: (id: number) => Readonly<Record<string, unknown>>;
}

/** Bits that codes up to `states` need; 0 is "not started". */
export function codeBitsOf(states: number): number {
  return 32 - Math.clz32(states);
}

/** Lays out a plan. */
export function layOut(plan: JourneyPlan, frame: TableFrame): CompiledJourney {
  const raises = [...stepsOf(plan)].some((step) => step.ops.some((op) => op.kind === "raise"));
  const nodes = new Nodes(plan, raises);
  const isPlain = plan.states[plan.start.target - 1]?.always === undefined && plan.start.ops.every(isWordOrTimer);
  const start = nodes.add({ step: isPlain ? timersFirst(plan.start) : plan.start });
  const width = Object.keys(plan.eventCodes).length + plan.timerSlots + plan.innerEvents.length;
  const cells = new Int32Array((plan.states.length + 1) * width).fill(NONE);
  plan.states.forEach(({ handlers }, index) =>
    handlers.forEach((decision, event) => (cells[(index + 1) * width + event] = nodes.add(decision))),
  );
  const none = Array.from({ length: plan.timerSlots }, () => undefined);
  return {
    ...frame,
    machine: plan.machine,
    eventCodes: plan.eventCodes,
    timerSlots: plan.timerSlots,
    codeBits: codeBitsOf(plan.states.length),
    stateNames: ["", ...plan.states.map((state) => state.name)],
    tags: [[], ...plan.states.map((state) => state.tags)],
    final: Uint8Array.from([0, ...plan.states.map((state) => Number(state.final))]),
    always: Int32Array.from([OVER, ...plan.states.map((state) => (state.final ? OVER : nodes.add(state.always)))]),
    cells,
    width,
    innerEvents: plan.innerEvents,
    slotEvents: [none, ...plan.states.map((state) => state.slotEvents)].flat(),
    slotsById: plan.slotsById,
    start,
    raises,
    startsPlainly: isPlain,
    reachable: plan.reachable,
    ...nodes.tables(),
  };
}

/** All steps of a plan, some more than once. */
function* stepsOf(plan: JourneyPlan): Iterable<StepPlan> {
  yield plan.start;
  for (const { handlers, always } of plan.states) for (const decision of [...handlers, always]) yield* stepsIn(decision);
}

function* stepsIn(decision: Decision<StepPlan>): Iterable<StepPlan> {
  if (decision === undefined) return;
  if ("step" in decision) yield decision.step;
  else {
    yield* stepsIn(decision.yes);
    if (decision.no !== decision.yes) yield* stepsIn(decision.no);
  }
}

function isWordOrTimer(op: Op): boolean {
  return op.kind === "start" || (op.kind === "call" && op.call.own === undefined && "value" in op.call.params);
}

/**
 * While an actor is being created XState resolves delays at once but puts actions off until `start()`: all delays of the
 * first macrostep are asked before its first action runs.
 */
function timersFirst(step: StepPlan): StepPlan {
  return { ...step, ops: [...step.ops.filter((op) => op.kind === "start"), ...step.ops.filter((op) => op.kind !== "start")] };
}

class Nodes {
  private readonly plan: JourneyPlan;
  private readonly raises: boolean;
  private readonly known = new Map<string, number>();
  private readonly steps = new Map<StepPlan, number>();
  private readonly ask: number[] = [];
  private readonly yes: number[] = [];
  private readonly no: number[] = [];
  private readonly firstOp: number[] = [];
  private readonly lastOp: number[] = [];
  private readonly ops: number[] = [];
  private readonly actions = new Interned<Call>(isSameCall);
  private readonly guards = new Interned<Call>(isSameCall);
  private readonly timers = new Interned<TimerPlan>(isSameTimer);
  private readonly effects: EffectOp[] = [];

  constructor(plan: JourneyPlan, raises: boolean) {
    this.plan = plan;
    this.raises = raises;
  }

  /** Adds a decision with all that follows from it; equal ones are shared. */
  add(decision: Decision<StepPlan>): number {
    if (decision === undefined) return NONE;
    if ("step" in decision) return this.addStep(decision.step);
    const ask = this.guards.index(decision.ask);
    const yes = this.add(decision.yes);
    const no = this.add(decision.no);
    const key = `${ask} ${yes} ${no}`;
    return this.known.get(key) ?? this.remember(key, this.push(ask, yes, no));
  }

  tables(): DecisionTables {
    return {
      ask: Int32Array.from(this.ask),
      yes: Int32Array.from(this.yes),
      no: Int32Array.from(this.no),
      firstOp: Int32Array.from(this.firstOp),
      lastOp: Int32Array.from(this.lastOp),
      ops: Int32Array.from(this.ops),
      actionCalls: this.actions.list,
      guardCalls: this.guards.list,
      timers: this.timers.list,
      effects: this.effects,
    };
  }

  private addStep(step: StepPlan): number {
    const known = this.steps.get(step);
    if (known !== undefined) return known;
    const from = this.ops.length;
    const isLast = !this.raises && this.plan.states[step.target - 1]?.always === undefined;
    step.ops.forEach((op, index) => {
      this.ops.push(this.encode(op, isLast && index === step.ops.length - 1));
    });
    const code = this.push(STEP, step.target, Number(step.changed), from);
    this.steps.set(step, code);
    return code;
  }

  private push(ask: number, yes: number, no: number, firstOp = this.ops.length): number {
    this.yes.push(yes);
    this.no.push(no);
    this.firstOp.push(firstOp);
    this.lastOp.push(this.ops.length);
    return this.ask.push(ask) - 1;
  }

  private remember(key: string, node: number): number {
    this.known.set(key, node);
    return node;
  }

  private encode(op: Op, endsStep: boolean): number {
    if (op.kind === "call") return (this.actions.index(op.call) << 3) | CALL;
    if (op.kind === "start") return (this.timers.index(op.timer) << 3) | (endsStep ? START_LAST : START);
    if (op.kind === "cancel") return (op.slot << 3) | CANCEL;
    return ((this.effects.push(op) - 1) << 3) | EFFECT;
  }
}

function isSameTimer(a: TimerPlan, b: TimerPlan): boolean {
  return a.slot === b.slot && a.state === b.state && a.event.type === b.event.type && isSameDelay(a.delay, b.delay);
}

function isSameDelay(a: Delay, b: Delay): boolean {
  if ("milliseconds" in a || "milliseconds" in b) return "milliseconds" in a && "milliseconds" in b && a.milliseconds === b.milliseconds;
  return a.name === b.name && ("own" in a ? a.own : undefined) === ("own" in b ? b.own : undefined);
}
