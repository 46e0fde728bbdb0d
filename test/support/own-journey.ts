/** Plans of journeys that authors bring. */

import type { AnyStateMachine } from "xstate";
import { scenarioSchema } from "../../src/scenario/schema/index.ts";
import { type Plan, planScenario } from "../../src/sim/index.ts";
import type { Written } from "./runs.ts";

/** Makes a scenario ready whose customers live this machine. */
export function planOfJourney(machine: AnyStateMachine, written: Written): Plan {
  const scenario = scenarioSchema.parse({ name: "test", journey: "./journey.ts", ...written });
  return planScenario(scenario, { journey: { machine, fileName: "journey.ts" } });
}
