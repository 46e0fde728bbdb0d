/**
 * A plan written as one array of integers, the form that the interpreter walks. Decisions become questions that jump, steps become
 * runs of operations that end by going to the situation they lead to; equal decisions and steps are written once.
 */

import type { Call, Delay } from "./calls.ts";
import { isSameCall } from "./calls.ts";
import { Interned } from "./interned.ts";
import type { JourneyPlan, StepPlan } from "./plan.ts";
import type { Asking, Decision } from "./selection.ts";
import type { Op, TimerPlan } from "./step.ts";

// All instructions are two integers long, but for ASK, START_REST and GO with four, and END and OVER, which stand at addresses 0 and 1.

/** Nothing follows of itself: the macrostep is over unless the machine has raised events. */
export const END = 0;
/** The row is done, or not started: nothing follows at all. */
export const OVER = 1;
/** ASK guard, address after yes, address after no. */
export const ASK = 2;
/** CALL action. */
export const CALL = 3;
/** START timer. */
export const START = 4;
/** START_REST timer, code, slot: START of a state's timer whose delay a word tells, then REST. */
export const START_REST = 5;
/** CANCEL slot. */
export const CANCEL = 6;
/** EFFECT effect: assign, raise, emit … */
export const EFFECT = 7;
/**
 * GO code, address: the situation in which a step ends, and where to go on: what follows of itself there or, after an eventless
 * step that changed nothing, END, because XState does not look for another one.
 */
export const GO = 8;
/** REST code: as GO to END, where nothing follows of itself and the machine raises no events. */
export const REST = 9;

/** An operation that is neither a call nor a timer. */
export type EffectOp = Exclude<Op, { readonly kind: "call" | "start" | "cancel" }>;

/** The program of a journey. */
export interface Program {
  readonly program: Int32Array;
  /** Address of the step into the machine. */
  readonly start: number;
  /** Whether the first macrostep is that step alone and calls nothing but words and timers. */
  readonly startsPlainly: boolean;
  /** Whether any step puts an event into the journey's own queue. */
  readonly raises: boolean;
  /** Address of what follows of itself, by code. */
  readonly always: Int32Array;
  /** Address at `code * width + event`; timer slots are counted on after the events, the machine's own events after those. */
  readonly cells: Int32Array;
  readonly width: number;
  readonly actionCalls: readonly Call[];
  readonly guardCalls: readonly Call[];
  /** Timers that steps start. */
  readonly timers: readonly TimerPlan[];
  readonly effects: readonly EffectOp[];
  /** Addresses where steps begin and end (exclusive). */
  readonly steps: readonly (readonly [from: number, to: number])[];
}

/** Writes one program. */
export class ProgramWriter {
  private readonly plan: JourneyPlan;
  private readonly raises: boolean;
  private readonly code: number[] = [END, OVER];
  private readonly known = new Map<string, number>();
  /** Steps of the decision that is being written; their operations depend on the timer that fired. */
  private readonly written = new Map<StepPlan, number>();
  private readonly visited = new Map<Asking<StepPlan>, number>();
  private firedSlot = -1;
  /** Instructions GO whose address is not known yet. */
  private readonly open: (readonly [address: number, code: number])[] = [];
  private readonly steps: (readonly [number, number])[] = [];
  private readonly actions = new Interned<Call>(isSameCall);
  private readonly guards = new Interned<Call>(isSameCall);
  private readonly timers = new Interned<TimerPlan>(isSameTimer);
  private readonly effects: EffectOp[] = [];

  constructor(plan: JourneyPlan) {
    this.plan = plan;
    this.raises = [...stepsOf(plan)].some((step) => step.ops.some((op) => op.kind === "raise"));
  }

  write(): Program {
    const { plan } = this;
    const first = plan.states[plan.start.target - 1];
    const startsPlainly = first?.always === undefined && first?.final === false && plan.start.ops.every(isWordOrFixedTimer);
    const start = this.step(startsPlainly ? timersFirst(plan.start) : plan.start, false);
    const width = Object.keys(plan.eventCodes).length + plan.timerSlots + plan.innerEvents.length;
    const cells = new Int32Array((plan.states.length + 1) * width).fill(OVER);
    const firstTimer = Object.keys(plan.eventCodes).length;
    plan.states.forEach(({ handlers }, index) => {
      handlers.forEach((decision, event) => {
        this.firedSlot = event >= firstTimer && event < firstTimer + plan.timerSlots ? event - firstTimer : -1;
        this.written.clear();
        this.visited.clear();
        cells[(index + 1) * width + event] = this.onEvent(decision, index + 1);
      });
    });
    this.firedSlot = -1;
    this.visited.clear();
    const always = Int32Array.from([OVER, ...plan.states.map((state) => (state.final ? OVER : this.eventless(state.always)))]);
    for (const [address, code] of this.open) this.code[address + 2] = always[code] as number;
    return {
      program: Int32Array.from(this.code),
      start,
      startsPlainly,
      raises: this.raises,
      always,
      cells,
      width,
      actionCalls: this.actions.list,
      guardCalls: this.guards.list,
      timers: this.timers.list,
      effects: this.effects,
      steps: this.steps,
    };
  }

  /** An event that finds no transition still has the situation looked at for `always` transitions. */
  private onEvent(decision: Decision<StepPlan>, code: number): number {
    if (decision === undefined) return this.once(`go ${code}`, () => this.go(code));
    if ("step" in decision) return this.step(decision.step, false);
    return this.question(decision, (next) => this.onEvent(next, code));
  }

  private eventless(decision: Decision<StepPlan>): number {
    if (decision === undefined) return END;
    if ("step" in decision) return this.step(decision.step, !decision.step.changed);
    return this.question(decision, (next) => this.eventless(next));
  }

  private question(decision: Asking<StepPlan>, write: (next: Decision<StepPlan>) => number): number {
    const visited = this.visited.get(decision);
    if (visited !== undefined) return visited;
    const guard = this.guards.index(decision.ask);
    const yes = write(decision.yes);
    const no = decision.no === decision.yes ? yes : write(decision.no);
    const address = this.once(`ask ${guard} ${yes} ${no}`, () => this.put(ASK, guard, yes, no));
    this.visited.set(decision, address);
    return address;
  }

  private once(key: string, write: () => number): number {
    let address = this.known.get(key);
    if (address === undefined) this.known.set(key, (address = write()));
    return address;
  }

  private go(code: number): number {
    const address = this.put(GO, code, END, 0);
    this.open.push([address, code]);
    return address;
  }

  private put(...integers: number[]): number {
    return this.code.push(...integers) - integers.length;
  }

  private step(step: StepPlan, stays: boolean): number {
    const known = this.written.get(step);
    if (known !== undefined) return known;
    const address = this.code.length;
    const target = this.plan.states[step.target - 1];
    const rests = !this.raises && target?.always === undefined && target?.final === false;
    const last = step.ops.at(-1);
    const startsAtLast = rests && last?.kind === "start" && isWord(last.timer) && last.timer.isOfState;
    const ops = startsAtLast ? step.ops.slice(0, -1) : step.ops;
    const restart = ops.findIndex((op) => op.kind === "start" && op.timer.slot === this.firedSlot);
    ops.forEach((op, index) => {
      // A timer that has fired need not be cancelled when its state is left.
      const isOver = op.kind === "cancel" && op.slot === this.firedSlot && (restart < 0 || index < restart);
      if (!isOver) this.operation(op);
    });
    if (startsAtLast) this.put(START_REST, this.timers.index(last.timer), step.target, last.timer.slot);
    else if (stays) this.put(GO, step.target, END, 0);
    else if (rests) this.put(REST, step.target);
    else this.go(step.target);
    this.written.set(step, address);
    this.steps.push([address, this.code.length]);
    return address;
  }

  private operation(op: Op): void {
    if (op.kind === "call") this.put(CALL, this.actions.index(op.call));
    else if (op.kind === "start") this.put(START, this.timers.index(op.timer));
    else if (op.kind === "cancel") this.put(CANCEL, op.slot);
    else this.put(EFFECT, this.effects.push(op) - 1);
  }
}

/** All steps of a plan, some more than once. */
function* stepsOf(plan: JourneyPlan): Iterable<StepPlan> {
  yield plan.start;
  const seen = new Set<Decision<StepPlan>>();
  for (const { handlers, always } of plan.states) for (const decision of [...handlers, always]) yield* stepsIn(decision, seen);
}

function* stepsIn(decision: Decision<StepPlan>, seen: Set<Decision<StepPlan>>): Iterable<StepPlan> {
  if (decision === undefined || seen.has(decision)) return;
  seen.add(decision);
  if ("step" in decision) yield decision.step;
  else {
    yield* stepsIn(decision.yes, seen);
    yield* stepsIn(decision.no, seen);
  }
}

/** Nothing that looks at context or event. */
function isWordOrFixedTimer(op: Op): boolean {
  if (op.kind === "start") return !("own" in op.timer.delay);
  return op.kind === "call" && op.call.own === undefined && "value" in op.call.params;
}

/**
 * While an actor is being created XState resolves delays at once but puts actions off until `start()`: all delays of the
 * first macrostep are asked before its first action runs.
 */
function timersFirst(step: StepPlan): StepPlan {
  return { ...step, ops: [...step.ops.filter((op) => op.kind === "start"), ...step.ops.filter((op) => op.kind !== "start")] };
}

/** Whether a word of the vocabulary tells the delay. */
function isWord({ delay }: TimerPlan): boolean {
  return "name" in delay && !("own" in delay);
}

function isSameTimer(a: TimerPlan, b: TimerPlan): boolean {
  return a.slot === b.slot && a.state === b.state && a.event.type === b.event.type && isSameDelay(a.delay, b.delay);
}

function isSameDelay(a: Delay, b: Delay): boolean {
  if ("milliseconds" in a || "milliseconds" in b) return "milliseconds" in a && "milliseconds" in b && a.milliseconds === b.milliseconds;
  return a.name === b.name && ("own" in a ? a.own : undefined) === ("own" in b ? b.own : undefined);
}
