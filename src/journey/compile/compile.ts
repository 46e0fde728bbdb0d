/** Compiles an XState machine into integer tables, exactly or not at all. */

import type { AnyStateMachine } from "xstate";
import { microstepLimitOf } from "../rest.ts";
import { planJourney } from "./plan.ts";
import { JourneyCompileError } from "./refusal.ts";
import { refusalsOf } from "./rules.ts";
import type { CompiledJourney } from "./tables.ts";
import { layOut } from "./tables.ts";

/** @throws JourneyCompileError with every feature of the machine that is not supported, each with its state and a hint. */
export function compileJourney(machine: AnyStateMachine): CompiledJourney {
  const refusals = refusalsOf(machine);
  if (refusals.length > 0) throw new JourneyCompileError(machine.id, refusals);
  return layOut(planJourney(machine), microstepLimitOf(machine));
}
