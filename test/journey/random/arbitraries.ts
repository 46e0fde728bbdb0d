/** The generator: random machines with every feature of XState that the compiler promises, and scripts to run on them. */

import fc from "fast-check";
import type {
  ActionSpec,
  DelaySpec,
  EventSpec,
  GuardSpec,
  Kind,
  MachineSpec,
  NodeSpec,
  NumberSpec,
  ParamSpec,
  SetSpec,
  Step,
  TestSpec,
  TransitionSpec,
} from "./spec.ts";

type Weighted<T> = readonly [weight: number, arbitrary: fc.Arbitrary<T>];

/** One of several, the first being the simplest: failures shrink towards it. */
function oneOf<T>(...choices: readonly Weighted<T>[]): fc.Arbitrary<T> {
  return fc.oneof({ withCrossShrink: true }, ...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** Something in so many of 100 cases, otherwise nothing. */
function sometimes<T>(share: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return oneOf<T | undefined>([100 - share, fc.constant(undefined)], [share, arbitrary]);
}

/** True in `weight` of 100 cases, shrinking to false. */
function chance(weight: number): fc.Arbitrary<boolean> {
  return oneOf([100 - weight, fc.constant(false)], [weight, fc.constant(true)]);
}

const number: fc.Arbitrary<NumberSpec> = fc.record({ of: fc.constantFrom("nothing", "count", "payload"), plus: fc.nat(3) });
const test: fc.Arbitrary<TestSpec> = oneOf<TestSpec>(
  [2, fc.constant({ test: "flag" })],
  [4, fc.record({ test: fc.constant("less"), left: number, than: fc.integer({ min: 1, max: 5 }) })],
  [2, fc.record({ test: fc.constant("odd"), number })],
  [2, fc.record({ test: fc.constant("mode"), mode: fc.nat(2) })],
  [1, fc.record({ test: fc.constant("event"), event: fc.nat(6) })],
);
const params: fc.Arbitrary<ParamSpec> = oneOf<ParamSpec>(
  [4, fc.constant(undefined)],
  [2, fc.record({ n: fc.nat(2) })],
  [2, fc.record({ dynamic: number })],
);
const event: fc.Arbitrary<EventSpec> = fc.record({ type: fc.nat(5), payload: sometimes(50, number), dynamic: chance(40) });
const delay: fc.Arbitrary<DelaySpec> = oneOf<DelaySpec>(
  [3, fc.record({ ms: fc.nat(7) })],
  [2, fc.record({ word: fc.nat(4) })],
  [2, fc.record({ dynamic: number })],
);
const set: fc.Arbitrary<SetSpec> = oneOf<SetSpec>(
  [
    4,
    fc.record({
      field: fc.constant("count"),
      to: fc.record({ of: fc.constant("count"), plus: fc.constant(1) }),
      fixed: fc.constant(false),
    }),
  ],
  [1, fc.record({ field: fc.constant("count"), to: number, fixed: fc.boolean() })],
  [2, fc.record({ field: fc.constant("flag"), to: fc.oneof(fc.constant("toggle" as const), test) })],
  [2, fc.record({ field: fc.constant("mode"), to: fc.oneof(fc.constant("next" as const), fc.nat(2)) })],
);
/** Delayed events are fixed ones: a row cannot keep data until they come, and the compiler says so. */
const fixedEvent = event.map((one) => ({ ...one, dynamic: false }));
const replaces = oneOf([25, fc.constant(true)], [1, fc.constant(false)]);
const raising: fc.Arbitrary<ActionSpec> = oneOf<ActionSpec>(
  [
    1,
    fc.record({ do: fc.constant("raise"), event, delay: fc.constant(undefined), id: fc.constant(undefined), replaces: fc.constant(false) }),
  ],
  [3, fc.record({ do: fc.constant("raise"), event: fixedEvent, delay, id: sometimes(96, fc.nat(2)), replaces })],
);
const action: fc.Arbitrary<ActionSpec> = oneOf<ActionSpec>(
  [9, fc.record({ do: fc.constant("word"), word: fc.nat(3), params })],
  [3, fc.record({ do: fc.constant("own"), word: fc.nat(8), params })],
  [2, fc.constant({ do: "inline" })],
  [
    4,
    fc.record({
      do: fc.constant("assign"),
      form: fc.constantFrom("object", "function"),
      sets: fc.array(set, { minLength: 1, maxLength: 2 }),
    }),
  ],
  [3, raising],
  [1, fc.record({ do: fc.constant("cancel"), id: fc.oneof(fc.nat(2), number) })],
  [1, fc.record({ do: fc.constant("log"), value: fc.oneof(fc.nat(2), number), labelled: fc.boolean() })],
  [1, fc.record({ do: fc.constant("emit"), event })],
);
const actions = (least: number): fc.Arbitrary<ActionSpec[]> => fc.array(action, { minLength: least, maxLength: 2 });

const simpleGuard: fc.Arbitrary<GuardSpec> = oneOf<GuardSpec>(
  [6, fc.record({ ask: fc.constant("word"), word: fc.nat(3), params })],
  [2, fc.record({ ask: fc.constant("own"), word: fc.nat(4), params })],
  [4, fc.record({ ask: fc.constant("inline"), test })],
  [2, fc.record({ ask: fc.constant("stateIn"), node: fc.nat(30), form: fc.constantFrom("id", "value", "path") })],
);

function guard(depth: number): fc.Arbitrary<GuardSpec> {
  if (depth === 0) return simpleGuard;
  const inner = guard(depth - 1);
  return oneOf<GuardSpec>(
    [9, simpleGuard],
    [1, fc.record({ ask: fc.constant("not"), guard: inner })],
    [1, fc.record({ ask: fc.constantFrom("and", "or"), guards: fc.array(inner, { minLength: 1, maxLength: 3 }) })],
  );
}

function transition(guarded: number, targetless: number): fc.Arbitrary<TransitionSpec> {
  return fc.record({
    targets: oneOf<number[]>(
      [100 - targetless, fc.array(fc.nat(40), { minLength: 1, maxLength: 1 })],
      [targetless, fc.constant([])],
      [15, fc.array(fc.nat(40), { minLength: 2, maxLength: 2 })],
    ),
    style: fc.nat(11),
    guard: oneOf<GuardSpec | undefined>([100 - guarded, fc.constant(undefined)], [guarded, guard(2)]),
    reenter: oneOf([6, fc.constant(undefined)], [1, fc.constant(false)], [3, fc.constant(true)]),
    actions: actions(0),
  });
}

const countUp: ActionSpec = { do: "assign", form: "object", sets: [{ field: "count", to: { of: "count", plus: 1 }, fixed: false }] };

/**
 * Transitions that the machine itself may trigger without end mostly count up to an end. Words alone would not do: in the
 * first macrostep no action runs before the last guard was asked.
 */
function ending(one: TransitionSpec, end: number): TransitionSpec {
  const more: GuardSpec = { ask: "inline", test: { test: "less", left: { of: "count", plus: 0 }, than: end } };
  const guards: GuardSpec = one.guard === undefined ? more : { ask: "and", guards: [more, one.guard] };
  return { ...one, guard: guards, actions: [countUp, ...one.actions] };
}

/** So many of 100 end. */
function mostlyEnding(share: number, guarded: number, targetless: number): fc.Arbitrary<TransitionSpec> {
  const some = transition(guarded, targetless);
  return oneOf<TransitionSpec>(
    [100 - share, some],
    [share, fc.tuple(some, fc.integer({ min: 1, max: 6 })).map(([one, end]) => ending(one, end))],
  );
}

const eventless = mostlyEnding(96, 60, 20);
const handler = oneOf(
  [9, fc.record({ event: fc.nat(5), transition: transition(55, 20) })],
  [3, fc.record({ event: fc.integer({ min: 6, max: 8 }), transition: mostlyEnding(70, 30, 20) })],
);
const timer = fc.record({ delay: fc.nat(9), transition: transition(25, 15) });
const kind: fc.Arbitrary<Kind> = oneOf<Kind>(
  [60, fc.constant("state")],
  [16, fc.constant("parallel")],
  [14, fc.constant("final")],
  [18, fc.constant("history")],
);

const node: fc.Arbitrary<NodeSpec> = fc.record({
  kind,
  parent: fc.nat(30),
  named: fc.boolean(),
  numbered: chance(10),
  initial: fc.nat(12),
  first: oneOf<ActionSpec[]>([3, fc.constant([])], [1, actions(1)]),
  entry: actions(0),
  exit: actions(0),
  on: fc.array(handler, { maxLength: 3 }),
  forbid: sometimes(12, fc.record({ event: fc.nat(8), form: fc.constantFrom("undefined", "empty", "list", "nothing") })),
  always: oneOf<TransitionSpec[]>([3, fc.constant([])], [1, fc.array(eventless, { minLength: 1, maxLength: 2 })]),
  after: oneOf<NodeSpec["after"]>([3, fc.constant([])], [2, fc.array(timer, { minLength: 1, maxLength: 2 })]),
  done: oneOf<TransitionSpec[]>([1, fc.constant([])], [2, fc.array(mostlyEnding(60, 20, 15), { minLength: 1, maxLength: 2 })]),
  tagged: chance(15),
  output: oneOf<NodeSpec["output"]>(
    [2, fc.constant(undefined)],
    [2, fc.record({ value: fc.nat(9), boxed: fc.boolean() })],
    [3, fc.record({ dynamic: number })],
  ),
  deep: fc.boolean(),
  fallback: sometimes(50, fc.nat(20)),
});

/** Random machines of 3 to 14 states. */
export const machines: fc.Arbitrary<MachineSpec> = fc.record({
  nodes: fc.array(node, { minLength: 3, maxLength: 14, size: "max" }),
  context: oneOf<MachineSpec["context"]>([70, fc.constant("plain")], [30, fc.constant("of input")]),
});

const happening: fc.Arbitrary<Step> = oneOf<Step>(
  [10, fc.record({ row: fc.nat(1), event: fc.nat(6), n: fc.nat(4) })],
  [1, fc.record({ start: fc.nat(1) })],
  [1, fc.record({ forget: fc.nat(1) })],
  [6, fc.record({ wait: fc.constantFrom(0, 0.1, 0.5, 1, 3) })],
);

/** Random scripts on two rows; the first step starts a row. */
export const scripts: fc.Arbitrary<Step[]> = fc
  .array(happening, { minLength: 3, maxLength: 25, size: "max" })
  .map((steps): Step[] => [{ start: 0 }, ...steps.slice(0, 6), { start: 1 }, ...steps.slice(6)]);
