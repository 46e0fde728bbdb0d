/** A generator of random machines within what the compiler supports, and of scripts to run on them. */

import fc from "fast-check";
import { createMachine } from "xstate";
import type { AnyStateMachine } from "xstate";
import type { Step } from "./run.ts";

interface CallSpec {
  readonly word: number;
  readonly n: number | undefined;
}
interface TransitionSpec {
  readonly guard: CallSpec | undefined;
  readonly target: number | undefined;
  readonly reenter: boolean;
  readonly actions: readonly CallSpec[];
}
interface NodeSpec {
  readonly entry: readonly CallSpec[];
  readonly exit: readonly CallSpec[];
  readonly first: readonly CallSpec[];
  readonly on: readonly (TransitionSpec & { readonly event: number })[];
  readonly always: readonly TransitionSpec[];
  readonly after: readonly (TransitionSpec & { readonly delay: number })[];
  readonly children: readonly NodeSpec[];
  readonly initial: number;
  readonly final: boolean;
}
/** A node on its way to a configuration. */
interface Draft {
  readonly spec: NodeSpec;
  readonly key: string;
  readonly parent: Draft | undefined;
  readonly children: Draft[];
}

const DELAY_KEYS = ["d0", "d1", "1000", "0", "d2", "500"];

const call: fc.Arbitrary<CallSpec> = fc.record({ word: fc.nat(3), n: fc.option(fc.nat(2), { nil: undefined }) });
const calls = fc.array(call, { maxLength: 2 });
const transition = fc.record({
  guard: fc.option(call, { nil: undefined, freq: 2 }),
  target: fc.option(fc.nat(40), { nil: undefined, freq: 5 }),
  reenter: fc.boolean(),
  actions: calls,
});
const guarded = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(transition, call).map(([spec, guard]) => ({ ...spec, guard })) },
  { weight: 1, arbitrary: transition },
);

function node(depth: number): fc.Arbitrary<NodeSpec> {
  const least = depth === 0 ? 2 : 0;
  const children: fc.Arbitrary<NodeSpec[]> =
    depth === 3
      ? fc.constant([])
      : fc.array(
          fc.constant(0).chain(() => node(depth + 1)),
          { minLength: least, maxLength: 3 },
        );
  return fc.record({
    entry: calls,
    exit: calls,
    first: calls,
    on: fc.array(
      fc.tuple(transition, fc.nat(3)).map(([spec, event]) => ({ ...spec, event })),
      { maxLength: 3 },
    ),
    always: fc.array(guarded, { maxLength: 2 }),
    after: fc.array(
      fc.tuple(transition, fc.nat(5)).map(([spec, delay]) => ({ ...spec, delay })),
      { maxLength: 2 },
    ),
    children,
    initial: fc.nat(5),
    final: fc.nat(3).map((n) => n === 0),
  });
}

/** Random machines: nested, guarded, with `always`, `after`, `reenter`, targetless transitions and final states. */
export const configs: fc.Arbitrary<Record<string, unknown>> = node(0).map(build);

/** A machine from data; XState's definition of a machine's type is far too narrow for machines that are data. */
export function machineOf(data: Readonly<Record<string, unknown>>): AnyStateMachine {
  return createMachine(data as unknown as Parameters<typeof createMachine>[0]);
}

/** Random scripts on two rows. */
export const scripts: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ row: fc.nat(1), event: fc.nat(3) }) },
      { weight: 2, arbitrary: fc.record({ wait: fc.constantFrom(0, 0.1, 0.5, 1, 3) }) },
    ),
    { minLength: 5, maxLength: 25 },
  )
  .map((steps): Step[] => [{ start: 0 }, ...steps.slice(0, 3), { start: 1 }, ...steps.slice(3)]);

function build(root: NodeSpec): Record<string, unknown> {
  const drafts: Draft[] = [];
  const draft = (spec: NodeSpec, parent: Draft | undefined): Draft => {
    const made: Draft = { spec, key: `s${drafts.length}`, parent, children: [] };
    drafts.push(made);
    made.children.push(...spec.children.map((child) => draft(child, made)));
    return made;
  };
  const top = draft(root, undefined);
  return { ...config(top, drafts, true), options: { maxIterations: 40 } };
}

function config(draft: Draft, drafts: readonly Draft[], initial: boolean): Record<string, unknown> {
  const { spec, children, key, parent } = draft;
  const basic = { id: key, entry: spec.entry.map(callOf), exit: spec.exit.map(callOf) };
  if (children.length === 0 && spec.final && parent !== undefined && parent.parent === undefined) return { ...basic, type: "final" };
  const transitions = (specs: readonly TransitionSpec[]): unknown[] => specs.map((one) => transitionOf(one, draft, drafts));
  const grouped = <S extends TransitionSpec>(specs: readonly S[], keyOf: (one: S) => string): Record<string, unknown[]> =>
    Object.fromEntries(specs.map((one) => [keyOf(one), transitions(specs.filter((other) => keyOf(other) === keyOf(one)))]));
  const first = children[spec.initial % Math.max(children.length, 1)];
  const start = spec.first.length > 0 ? { target: first?.key, actions: spec.first.map(callOf) } : first?.key;
  return {
    ...basic,
    on: grouped(spec.on, (one) => `E${one.event}`),
    after: grouped(spec.after, (one) => DELAY_KEYS[one.delay] ?? "d0"),
    ...(initial ? {} : { always: transitions(spec.always) }),
    ...(first === undefined ? {} : { initial: start }),
    states: Object.fromEntries(children.map((child) => [child.key, config(child, drafts, initial && child === first)])),
  };
}

function transitionOf(spec: TransitionSpec, source: Draft, drafts: readonly Draft[]): Record<string, unknown> {
  const target = spec.target === undefined ? undefined : drafts[spec.target % drafts.length];
  // Entering a root with timers from below without leaving it is refused by the compiler.
  const reenter = spec.reenter || (target?.parent === undefined && source.parent !== undefined);
  return {
    ...(target === undefined ? {} : { target: pathTo(target, source) }),
    ...(reenter ? { reenter } : {}),
    ...(spec.guard === undefined ? {} : { guard: { ...callOf(spec.guard, "g") } }),
    actions: spec.actions.map((action) => callOf(action)),
  };
}

/** All three ways to write a target: child, sibling, id. */
function pathTo(target: Draft, source: Draft): string {
  if (target.parent === source) return `.${target.key}`;
  return target.parent === source.parent && source.parent !== undefined ? target.key : `#${target.key}`;
}

function callOf(spec: CallSpec, kind: unknown = "a"): { type: string; params?: { n: number } } {
  const type = `${kind === "g" ? "g" : "a"}${spec.word}`;
  return spec.n === undefined ? { type } : { type, params: { n: spec.n } };
}
