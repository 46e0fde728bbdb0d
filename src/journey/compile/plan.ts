/** A machine evaluated into decisions: per situation and event the guards to ask, and steps with their operations in XState's order. */

import type { AnyStateMachine, AnyStateNode, EventObject, StateValue } from "xstate";
import type { Call, Test, Transition } from "./calls.ts";
import { isSameCall, readGuard } from "./calls.ts";
import { doneEventOf, eventCodesOf } from "./events.ts";
import { Interned } from "./interned.ts";
import { childrenOf, nameOf, nameOfAll, nodesOf, timersOf, valueOf } from "./nodes.ts";
import type { Refusal } from "./refusal.ts";
import { JourneyCompileError } from "./refusal.ts";
import type { Choice, Decision } from "./selection.ts";
import { decideEvent, decideEventless } from "./selection.ts";
import { initialMove } from "./sets.ts";
import type { Situation } from "./situation.ts";
import { isLegal, keyOf } from "./situation.ts";
import { slotsOf } from "./slots.ts";
import type { Frame, Op, Step } from "./step.ts";
import { firstStep, takeStep } from "./step.ts";

/** Situations and questions after which a machine counts as too large to tabulate. */
const MOST_SITUATIONS = 10_000;
const MOST_QUESTIONS = 400_000;
/** Different guards that one event may ask: decisions are made and written by functions that call each other once per question. */
const MOST_AT_ONCE = 500;

/** A step: what it does and the code of the situation in which it ends. */
export interface StepPlan {
  readonly ops: readonly Op[];
  readonly target: number;
  readonly changed: boolean;
}

/** A situation in which a row can be. */
export interface StatePlan {
  readonly name: string;
  readonly value: StateValue;
  readonly tags: readonly string[];
  readonly final: boolean;
  /** Decisions per event code, then per timer slot, then per event that only the machine itself raises. */
  readonly handlers: readonly Decision<StepPlan>[];
  /** The event of each timer slot here. */
  readonly slotEvents: readonly (EventObject | undefined)[];
  readonly always: Decision<StepPlan>;
}

/** The whole machine. */
export interface JourneyPlan {
  readonly machine: string;
  readonly eventCodes: Readonly<Record<string, number>>;
  readonly timerSlots: number;
  /** Event types that follow the timer slots in `handlers`: what the machine tells itself when states are complete. */
  readonly innerEvents: readonly string[];
  readonly slotsById: ReadonlyMap<string, readonly number[]>;
  readonly start: StepPlan;
  /** The situation of code `i + 1`. */
  readonly states: readonly StatePlan[];
  /** Paths of all nodes that some situation has active. */
  readonly reachable: readonly string[];
}

/**
 * Plans a machine that keeps all rules.
 *
 * @param more - event types that may be sent besides those that the machine names
 * @throws JourneyCompileError on what only walking through the situations shows
 */
export function planJourney(machine: AnyStateMachine, more: readonly string[] = []): JourneyPlan {
  return new Planner(machine, more).plan();
}

class Planner {
  private readonly frame: Frame;
  private readonly eventCodes: Readonly<Record<string, number>>;
  private readonly innerEvents: readonly string[];
  private readonly timerEvents: ReadonlyMap<AnyStateNode, readonly string[]>;
  private readonly codes = new Map<string, number>();
  private readonly situations: Situation[] = [];
  private readonly calls = new Interned<Call>(isSameCall);
  private readonly tests = new Map<unknown, Test>();
  private readonly refusals: Refusal[] = [];
  private questions = 0;

  constructor(machine: AnyStateMachine, more: readonly string[]) {
    const nodes = nodesOf(machine);
    const slots = slotsOf(machine);
    this.frame = { machine, slots, slotsById: slotsById(slots) };
    this.eventCodes = eventCodesOf(machine, more);
    this.innerEvents = nodes.filter((node) => node.type === "compound" || node.type === "parallel").map(doneEventOf);
    this.timerEvents = new Map(nodes.map((node) => [node, timersOf(node).map((timer) => timer.eventType)]));
  }

  plan(): JourneyPlan {
    const { machine, slots } = this.frame;
    const start = this.stepPlan(firstStep(this.frame, initialMove(machine.root)));
    const states: StatePlan[] = [];
    // Planning a situation may find further ones.
    for (let at = 0; at < this.situations.length; at++) states.push(this.statePlan(this.situations[at] as Situation));
    if (this.refusals.length > 0) throw new JourneyCompileError(machine.id, this.refusals);
    const reached = new Set(this.situations.flatMap(({ nodes }) => nodes));
    return {
      machine: machine.id,
      eventCodes: this.eventCodes,
      timerSlots: slots.count,
      innerEvents: this.innerEvents,
      slotsById: this.frame.slotsById,
      start,
      states,
      reachable: nodesOf(machine)
        .filter((node) => reached.has(node))
        .map(nameOf),
    };
  }

  private statePlan(situation: Situation): StatePlan {
    const { nodes, done } = situation;
    const slotEvents = this.slotEvents(nodes);
    const named = {
      name: nameOfAll(nodes),
      value: valueOf(this.frame.machine.root, new Set(nodes)),
      tags: nodes.flatMap((node) => node.tags),
      final: done,
      slotEvents,
    };
    // A row that is done reacts to nothing, not even to transitions of the root.
    if (done || !isLegal(nodes)) return { ...named, handlers: [], always: undefined };
    const choice = this.choiceOf(situation);
    const types = [...Object.keys(this.eventCodes), ...slotEvents.map((event) => event?.type), ...this.innerEvents];
    return {
      ...named,
      handlers: types.map((type) => (type === undefined ? undefined : decideEvent(choice, type))),
      always: decideEventless(choice),
    };
  }

  private choiceOf(situation: Situation): Choice<StepPlan> {
    const steps = new Map<string, StepPlan>();
    return {
      situation,
      testOf: (guard) => this.testOf(guard),
      stepOf: (chosen) => {
        const key = chosen.map((transition) => this.numberOf(transition)).join(" ");
        let step = steps.get(key);
        if (step === undefined) steps.set(key, (step = this.stepPlan(takeStep(this.frame, situation, chosen))));
        return step;
      },
      onAsk: (before) => {
        if (++this.questions > MOST_QUESTIONS) this.tooLarge(situation, `${MOST_QUESTIONS} questions`);
        if (before >= MOST_AT_ONCE) this.tooLarge(situation, `${MOST_AT_ONCE} questions for one event`);
      },
    };
  }

  private readonly numbers = new Map<Transition, number>();

  private numberOf(transition: Transition): number {
    const number = this.numbers.get(transition) ?? this.numbers.size;
    this.numbers.set(transition, number);
    return number;
  }

  private testOf(guard: unknown): Test {
    let test = this.tests.get(guard);
    if (test === undefined) {
      const reading = readGuard(this.frame.machine, guard);
      if (reading.kind === "unsupported") throw new Error(`unchecked ${reading.feature}`);
      this.tests.set(guard, (test = this.withSharedCalls(reading)));
    }
    return test;
  }

  /** Calls of one guard with the same params become one object, by which a selection knows what it asked before. */
  private withSharedCalls(test: Test): Test {
    switch (test.kind) {
      case "ask":
        return { kind: "ask", call: this.calls.entry(test.call) };
      case "not":
        return { kind: "not", test: this.withSharedCalls(test.test) };
      case "in":
        return test;
      default:
        return { kind: test.kind, tests: test.tests.map((one) => this.withSharedCalls(one)) };
    }
  }

  private stepPlan({ ops, to, changed, enteredTwice }: Step): StepPlan {
    for (const node of enteredTwice) {
      if (timersOf(node).length === 0) continue;
      // XState would keep two live timers of one name.
      const hint = `say \`reenter: true\`, or target a state inside ${nameOf(node)}`;
      this.refuse(node, "transition that enters a state with `after` again without leaving it", hint);
    }
    return { ops, target: this.codeOf(to), changed };
  }

  private codeOf(situation: Situation): number {
    const key = keyOf(situation);
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    const code = this.situations.push(situation);
    this.codes.set(key, code);
    if (code > MOST_SITUATIONS) this.tooLarge(situation, `${MOST_SITUATIONS} situations`);
    if (!isLegal(situation.nodes)) {
      const [root] = situation.nodes;
      const hint = "name one target for each region, and no two inside one state";
      if (root !== undefined) this.refuse(root, `transition into an impossible combination (${nameOfAll(situation.nodes)})`, hint);
    }
    return code;
  }

  /** After a timer has fired its slot knows no more whose it was; the situation does. */
  private slotEvents(nodes: readonly AnyStateNode[]): (EventObject | undefined)[] {
    const { slots } = this.frame;
    const events: (EventObject | undefined)[] = Array.from({ length: slots.count }, () => undefined);
    for (const node of nodes) {
      const first = slots.first.get(node) ?? 0;
      this.timerEvents.get(node)?.forEach((type, index) => (events[first + index] = { type }));
    }
    for (const [raise, slot] of slots.raised) events[slot] = raise.event;
    return events;
  }

  private refuse(node: AnyStateNode, feature: string, hint: string): void {
    const state = nameOf(node);
    if (!this.refusals.some((other) => other.state === state && other.feature === feature)) this.refusals.push({ state, feature, hint });
  }

  private tooLarge({ nodes }: Situation, bound: string): never {
    const feature = `machine whose regions, histories and guards combine into more than ${bound}`;
    const hint = "use one row per concern instead of parallel regions, or combine guards";
    const regions = (node: AnyStateNode): number => (node.type === "parallel" ? childrenOf(node).length : 0);
    // Without regions it is the innermost state.
    const [widest] = nodes.toReversed().sort((a, b) => regions(b) - regions(a));
    throw new JourneyCompileError(this.frame.machine.id, [{ state: widest === undefined ? "" : nameOf(widest), feature, hint }]);
  }
}

function slotsById(slots: Frame["slots"]): Map<string, number[]> {
  const byId = new Map<string, number[]>();
  for (const [{ id }, slot] of slots.raised) {
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), slot]);
  }
  return byId;
}
