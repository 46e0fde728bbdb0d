/** What a compiled journey is: a program of integers, and lists of what it calls. */

import type { EventObject } from "xstate";
import { Texts } from "../texts.ts";
import type { ContextField } from "./context.ts";
import type { JourneyPlan } from "./plan.ts";
import { ProgramWriter } from "./program.ts";
import type { Program } from "./program.ts";

/** A compiled journey: immutable but for `texts`, shared by all rows and executors. Codes of situations start at 1; 0 is "not started". */
export interface CompiledJourney extends Program {
  readonly machine: string;
  readonly eventCodes: Readonly<Record<string, number>>;
  readonly timerSlots: number;
  readonly contextFields: readonly ContextField[];
  readonly initialContext: (id: number) => Readonly<Record<string, unknown>>;
  readonly texts: Texts;
  /** A row's 32-bit word: the situation's code in these low bits, above them one bit per slot whose timer is pending. */
  readonly codeBits: number;
  readonly microstepLimit: number;
  /** By code. */
  readonly stateNames: readonly string[];
  readonly tags: readonly (readonly string[])[];
  readonly final: Uint8Array;
  /** Event types that only the machine itself raises, in the order of their cells. */
  readonly innerEvents: readonly string[];
  /** The event that a slot's timer brings, by `code * timerSlots + slot`. */
  readonly slotEvents: readonly (EventObject | undefined)[];
  readonly slotsById: ReadonlyMap<string, readonly number[]>;
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
  const program = new ProgramWriter(plan).write();
  const none = Array.from({ length: plan.timerSlots }, () => undefined);
  return {
    ...frame,
    texts: new Texts(),
    machine: plan.machine,
    eventCodes: plan.eventCodes,
    timerSlots: plan.timerSlots,
    codeBits: codeBitsOf(plan.states.length),
    stateNames: ["", ...plan.states.map((state) => state.name)],
    tags: [[], ...plan.states.map((state) => state.tags)],
    final: Uint8Array.from([0, ...plan.states.map((state) => Number(state.final))]),
    innerEvents: plan.innerEvents,
    slotEvents: [none, ...plan.states.map((state) => state.slotEvents)].flat(),
    slotsById: plan.slotsById,
    reachable: plan.reachable,
    ...program,
    // A row with a context has it written first.
    startsPlainly: program.startsPlainly && frame.contextFields.length === 0,
  };
}
