/** One machine and one script, run by bare XState and by the project, and what came of it. */

import type { AnyStateMachine } from "xstate";
import type { CompiledJourney, JourneyImplementation } from "../../../src/journey/index.ts";
import { compileJourney, JourneyCompileError } from "../../../src/journey/index.ts";
import { configOf, machineOf } from "./build.ts";
import { GIVEN } from "./calls.ts";
import type { ExecutorPlayerParts } from "./executor-run.ts";
import { actorsOf, ExecutorPlayer, tablesMovingOf, tablesOf } from "./executor-run.ts";
import type { Rules } from "./run.ts";
import { play, Refused } from "./run.ts";
import type { MachineSpec, Step } from "./spec.ts";
import { EVENTS } from "./spec.ts";
import { Tape, VirtualClock } from "./tape.ts";
import type { MixingWorld } from "./words.ts";
import { mixingWords } from "./words.ts";
import type { Watcher } from "./xstate-run.ts";
import { ActorPlayer } from "./xstate-run.ts";

type Lines = readonly (readonly unknown[])[];

/** A machine with what it needs to run. */
export interface Subject extends Rules {
  /** The machine; its own functions write to the tape. */
  readonly machineOn: (tape: Tape) => AnyStateMachine;
  readonly words: JourneyImplementation<MixingWorld>;
}

/** A random machine. */
export function subjectOf(spec: MachineSpec): Subject {
  return { machineOn: (tape) => machineOf(configOf(spec, tape), tape), words: mixingWords(GIVEN), events: EVENTS, births: true };
}

/** What XState did. */
export interface Truth {
  readonly lines: Lines;
  /** Ids under which a second timer was scheduled while one was pending. */
  readonly twins: readonly string[];
}

/** Runs bare XState. */
export function truthOf(subject: Subject, script: readonly Step[], watcher: Watcher = {}): Truth {
  const tape = new Tape();
  const clock = new VirtualClock(tape);
  const twins: string[] = [];
  const player = new ActorPlayer(subject.machineOn(tape), subject.words, tape, clock, { ...watcher, onTwin: (id) => twins.push(id) });
  play(player, tape, clock, script, subject);
  return { lines: tape.lines, twins };
}

/** What the project did: a tape, or a refusal, with what was on the tape by then. */
export type Outcome =
  | { readonly lines: Lines }
  | { readonly refusedByCompiler: JourneyCompileError }
  | { readonly refusedWhileRunning: string; readonly lines: Lines };

/** A compiler, or one with a mistake. */
export type Compile = (machine: AnyStateMachine, events: readonly string[]) => CompiledJourney;

const rightly: Compile = (machine, events) => compileJourney(machine, { events });

/** Runs the tables. */
export function tablesRun(subject: Subject, script: readonly Step[], compile = rightly): Outcome {
  return executorRun(subject, script, (machine) => tablesOf(compile(machine, subject.events), subject.words));
}

/** Runs the tables, each macrostep by an executor of its own. */
export function movingTablesRun(subject: Subject, script: readonly Step[]): Outcome {
  return executorRun(subject, script, (machine) => tablesMovingOf(rightly(machine, subject.events), subject.words));
}

/** Runs the project's own actors. */
export function actorsRun(subject: Subject, script: readonly Step[]): Outcome {
  return executorRun(subject, script, (machine) => actorsOf(machine, subject.words, subject.events));
}

/** Runs an executor of the project. */
export function executorRun(
  subject: Subject,
  script: readonly Step[],
  partsOf: (machine: AnyStateMachine) => ExecutorPlayerParts,
): Outcome {
  const tape = new Tape();
  const clock = new VirtualClock(tape);
  try {
    const parts = partsOf(subject.machineOn(tape));
    play(new ExecutorPlayer(parts, tape, clock), tape, clock, script, subject);
  } catch (error) {
    if (error instanceof JourneyCompileError) return { refusedByCompiler: error };
    if (error instanceof Refused) return { refusedWhileRunning: error.message, lines: tape.lines };
    throw error;
  }
  return { lines: tape.lines };
}
