/** Binds what a compiled journey calls to functions: the engine's words as they are, the machine's own with their arguments. */

import type { Call, Delay, Told } from "./compile/calls.ts";
import type { TimerPlan } from "./compile/step.ts";
import type { CompiledJourney } from "./compile/tables.ts";
import { millisecondsOf } from "./delay.ts";
import type { OwnScope } from "./own-scope.ts";
import type { JourneyImplementation, Vocabulary, WordFunction, WordParameters } from "./vocabulary.ts";
import { requireWords } from "./words.ts";

/** A word with its params. */
export type BoundWord<W, R> = (world: W, id: number) => R;

/** A journey's calls by their index. */
export interface BoundWords<W> {
  readonly actions: readonly BoundWord<W, void>[];
  readonly guards: readonly BoundWord<W, boolean>[];
  /** Milliseconds by timer, however they are told. */
  readonly delays: readonly BoundWord<W, number>[];
  /** Seconds by timer, of those that a word tells. */
  readonly delayWords: readonly (BoundWord<W, number> | undefined)[];
}

/** @throws Error when the implementation lacks a word that the machine calls. */
export function bindWords<W>(compiled: CompiledJourney, implementation: JourneyImplementation<W>, scope: OwnScope): BoundWords<W> {
  requireWords(compiled.machine, wordsUsed(compiled), implementation);
  const bind = <R>(calls: readonly Call[], words: Readonly<Record<string, WordFunction<W, R>>>): BoundWord<W, R>[] =>
    calls.map((call) => bound(call, words[call.name], scope));
  return {
    actions: bind(compiled.actionCalls, implementation.actions),
    guards: bind(compiled.guardCalls, implementation.guards),
    delays: compiled.timers.map((timer) => boundDelay(compiled, timer, implementation, scope)),
    delayWords: compiled.timers.map(({ delay }) => delayWord(delay, implementation)),
  };
}

/**
 * The actions as XState takes them while it creates an actor: it tells their arguments at once and runs them when the whole
 * first macrostep is known.
 */
export function deferredActions<W>(
  compiled: CompiledJourney,
  implementation: JourneyImplementation<W>,
  scope: OwnScope,
  defer: (run: () => void) => void,
): BoundWord<W, void>[] {
  return compiled.actionCalls.map(({ name, own, params }) => (world, id) => {
    const told = scope.tell(id, params as Told<WordParameters>, undefined);
    const args = scope.at(id);
    defer(() => (own === undefined ? implementation.actions[name]?.(world, id, told) : own(args, told)));
  });
}

/** What a journey touches that other actors share, by index of guard, and by action and timer. */
export interface SharedWords {
  readonly guards: readonly boolean[];
  readonly actions: readonly boolean[];
  readonly timers: readonly boolean[];
}

/** Reads the vocabulary's flags; the machine's own functions see nothing but their row. */
export function sharedWords(compiled: CompiledJourney, vocabulary: Vocabulary): SharedWords {
  const isShared = (kind: keyof Vocabulary, call: { readonly name?: string; readonly own?: unknown }): boolean =>
    call.own === undefined && call.name !== undefined && vocabulary[kind][call.name]?.shared !== false;
  return {
    guards: compiled.guardCalls.map((call) => isShared("guards", call)),
    actions: compiled.actionCalls.map((call) => isShared("actions", call)),
    timers: compiled.timers.map(({ delay }) => "name" in delay && isShared("delays", delay)),
  };
}

function wordsUsed({ actionCalls, guardCalls, timers }: CompiledJourney) {
  const names = (calls: readonly Call[]): string[] => calls.filter((call) => call.own === undefined).map((call) => call.name);
  const delays = timers.flatMap(({ delay }) => ("name" in delay && !("own" in delay) ? [delay.name] : []));
  return { actions: new Set(names(actionCalls)), guards: new Set(names(guardCalls)), delays: new Set(delays) };
}

/** Without params a word is called as it is, with one argument less than it may take: words of a journey are called all the time. */
function withoutParams<W, R>(word: WordFunction<W, R>): BoundWord<W, R> {
  return word as BoundWord<W, R>;
}

function delayWord<W>(delay: Delay, { delays }: JourneyImplementation<W>): BoundWord<W, number> | undefined {
  const word = "name" in delay && !("own" in delay) ? delays[delay.name] : undefined;
  return word === undefined ? undefined : withoutParams(word);
}

function bound<W, R>({ own, params }: Call, word: WordFunction<W, R> | undefined, scope: OwnScope): BoundWord<W, R> {
  const paramsAt = (id: number): WordParameters => scope.tell(id, params as Told<WordParameters>, undefined);
  if (own !== undefined) return (_, id) => own(scope.at(id), paramsAt(id)) as R;
  if (word === undefined) throw new Error("unchecked word");
  if ("value" in params && params.value === undefined) return withoutParams(word);
  return (world, id) => word(world, id, paramsAt(id));
}

function boundDelay<W>(
  compiled: CompiledJourney,
  { delay, state, params }: TimerPlan,
  implementation: JourneyImplementation<W>,
  scope: OwnScope,
): BoundWord<W, number> {
  if ("milliseconds" in delay) {
    const { milliseconds } = delay;
    return () => milliseconds;
  }
  const { name } = delay;
  if ("own" in delay) {
    const { own } = delay;
    return (_, id) => checked(compiled, state, name, own(scope.at(id), scope.tell(id, params, undefined)));
  }
  const word = implementation.delays[name];
  if (word === undefined) throw new Error("unchecked word");
  return (world, id) => {
    const seconds = word(world, id, undefined);
    return seconds >= 0 ? seconds * 1000 : millisecondsOf(seconds, compiled.machine, state, name);
  };
}

function checked(compiled: CompiledJourney, state: string, name: string, milliseconds: unknown): number {
  if (typeof milliseconds === "number" && milliseconds >= 0) return milliseconds;
  throw new RangeError(
    `Journey "${compiled.machine}", state ${state}: the delay "${name}" is ${String(milliseconds)} ms; it must be 0 or more`,
  );
}
