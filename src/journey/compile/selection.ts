/** Which transitions an event, or none, selects in a situation: a decision over the guards, asked in XState's order. */

import type { AnyStateNode } from "xstate";
import type { Call, Test, Transition } from "./calls.ts";
import { candidatesOf } from "./events.ts";
import { childrenOf, isAtomic, listOf, pathUp } from "./nodes.ts";
import type { Situation } from "./situation.ts";
import { isIn } from "./situation.ts";

/** Ask a guard and go on, take a step, or (undefined) nothing. */
export type Decision<S> = Asking<S> | { readonly step: S } | undefined;

/** A question and what follows from its answers. */
export interface Asking<S> {
  readonly ask: Call;
  readonly yes: Decision<S>;
  readonly no: Decision<S>;
}

type Known = ReadonlyMap<Call, boolean>;
type Next<S> = (known: Known) => Decision<S>;
type NextChosen<S> = (chosen: readonly Transition[], known: Known) => Decision<S>;

/** How the decisions of one situation are made. */
export interface Choice<S> {
  readonly situation: Situation;
  readonly testOf: (guard: unknown) => Test;
  /** The step of a choice that is not empty. */
  readonly stepOf: (chosen: readonly Transition[]) => S;
  /** Called for every question with the number of different ones before it in the selection; throws when there are too many. */
  readonly onAsk: (before: number) => void;
}

const NOTHING_KNOWN: Known = new Map();

/** What an event does: every region answers for itself, outer states only when no inner one takes the event. */
export function decideEvent<S>(choice: Choice<S>, type: string): Decision<S> {
  const [root] = choice.situation.nodes.filter((node) => node.parent === undefined);
  if (root === undefined) return undefined;
  return visit(choice, root, type, NOTHING_KNOWN, (chosen) => (chosen.length === 0 ? undefined : { step: choice.stepOf(chosen) }));
}

/** What happens of itself: every innermost state looks for an `always` transition, outwards. */
export function decideEventless<S>(choice: Choice<S>): Decision<S> {
  const atoms = choice.situation.nodes.filter(isAtomic);
  const from = (index: number, chosen: readonly Transition[], known: Known): Decision<S> => {
    const atom = atoms[index];
    if (atom === undefined) return chosen.length === 0 ? undefined : { step: choice.stepOf(chosen) };
    const candidates = pathUp(atom).flatMap((node) => listOf(node.always as readonly Transition[] | undefined));
    return firstOf(choice, candidates, known, (found, then) => from(index + 1, [...new Set([...chosen, ...found])], then));
  };
  return from(0, [], NOTHING_KNOWN);
}

function visit<S>(choice: Choice<S>, node: AnyStateNode, type: string, known: Known, next: NextChosen<S>): Decision<S> {
  const active = choice.situation.nodes.filter((child) => child.parent === node && childrenOf(node).includes(child));
  const from = (index: number, chosen: readonly Transition[], so: Known): Decision<S> => {
    const child = active[index];
    if (child !== undefined) return visit(choice, child, type, so, (found, then) => from(index + 1, [...chosen, ...found], then));
    return chosen.length > 0 ? next(chosen, so) : firstOf(choice, candidatesOf(node, type), so, next);
  };
  return from(0, [], known);
}

/** The first candidate whose guard passes. */
function firstOf<S>(choice: Choice<S>, candidates: readonly Transition[], known: Known, next: NextChosen<S>): Decision<S> {
  const [candidate, ...others] = candidates;
  if (candidate === undefined) return next([], known);
  if (candidate.guard === undefined) return next([candidate], known);
  return decide(
    choice,
    choice.testOf(candidate.guard),
    known,
    (then) => next([candidate], then),
    (then) => firstOf(choice, others, then, next),
  );
}

function decide<S>(choice: Choice<S>, test: Test, known: Known, yes: Next<S>, no: Next<S>): Decision<S> {
  switch (test.kind) {
    case "in":
      return isIn(choice.situation.nodes, test.state) ? yes(known) : no(known);
    case "not":
      return decide(choice, test.test, known, no, yes);
    case "all":
      return decideList(test.tests, known, (one, so, next) => decide(choice, one, so, next, no), yes);
    case "any":
      return decideList(test.tests, known, (one, so, next) => decide(choice, one, so, yes, next), no);
    default:
      return ask(choice, test.call, known, yes, no);
  }
}

/** Goes through a combinator's tests until one decides. */
function decideList<S>(
  tests: readonly Test[],
  known: Known,
  one: (test: Test, known: Known, undecided: Next<S>) => Decision<S>,
  undecided: Next<S>,
): Decision<S> {
  const [test, ...others] = tests;
  if (test === undefined) return undecided(known);
  return one(test, known, (then) => decideList(others, then, one, undecided));
}

/** Guards are pure: one that was asked before in this selection is asked again, as XState does, but cannot answer otherwise. */
function ask<S>(choice: Choice<S>, call: Call, known: Known, yes: Next<S>, no: Next<S>): Decision<S> {
  choice.onAsk(known.size);
  const answer = known.get(call);
  if (answer !== undefined) {
    const both = answer ? yes(known) : no(known);
    return { ask: call, yes: both, no: both };
  }
  return { ask: call, yes: yes(new Map(known).set(call, true)), no: no(new Map(known).set(call, false)) };
}
