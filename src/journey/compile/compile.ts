/** Compiles an XState machine into integer tables, exactly or not at all. */

import type { AnyStateMachine } from "xstate";
import { microstepLimitOf } from "../rest.ts";
import { initialContext, readContext } from "./context.ts";
import type { JourneyPlan } from "./plan.ts";
import { planJourney } from "./plan.ts";
import { JourneyCompileError } from "./refusal.ts";
import { restlessCycles } from "./restless.ts";
import { refusalsOf } from "./rules.ts";
import type { CompiledJourney, TableFrame } from "./tables.ts";
import { codeBitsOf, layOut } from "./tables.ts";

/** Wishes beside the machine. */
export interface CompileOptions {
  /** Event types that may be sent although no state names them; wildcards may catch them. */
  readonly events?: readonly string[];
}

/** Bits of a row's word. */
const WORD_BITS = 32;

/** @throws JourneyCompileError with every feature of the machine that is not supported, each with its state and a hint. */
export function compileJourney(machine: AnyStateMachine, { events = [] }: CompileOptions = {}): CompiledJourney {
  const refusals = refusalsOf(machine);
  if (refusals.length > 0) throw new JourneyCompileError(machine.id, refusals);
  const plan = planJourney(machine, events);
  const found = [...restlessCycles(plan), ...tooWide(plan)];
  if (found.length > 0) throw new JourneyCompileError(machine.id, found);
  return layOut(plan, tableFrameOf(machine));
}

/** What a machine's tables hold beside its plan. */
export function tableFrameOf(machine: AnyStateMachine): TableFrame {
  return {
    microstepLimit: microstepLimitOf(machine),
    contextFields: readContext(machine).fields,
    initialContext: (id) => initialContext(machine, id),
  };
}

function tooWide({ states, timerSlots }: JourneyPlan): { state: string; feature: string; hint: string }[] {
  if (codeBitsOf(states.length) + timerSlots <= WORD_BITS) return [];
  const feature = `machine with ${states.length} situations and ${timerSlots} timers at a time, more than ${WORD_BITS} bits hold`;
  return [{ state: "(root)", feature, hint: "split it" }];
}
