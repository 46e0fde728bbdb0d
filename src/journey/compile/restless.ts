/** Finds situations that follow `always` transitions without guards for ever. */

import type { JourneyPlan, StepPlan } from "./plan.ts";
import type { Refusal } from "./refusal.ts";

/** One refusal per cycle, naming it. */
export function restlessCycles(plan: JourneyPlan): Refusal[] {
  const refusals: Refusal[] = [];
  const settled = new Set<number>();
  for (let code = 1; code <= plan.states.length; code++) {
    const walk: number[] = [];
    let at = code;
    while (!settled.has(at)) {
      settled.add(at);
      walk.push(at);
      const step = surelyFollows(plan, at);
      if (step === undefined) break;
      at = step.target;
    }
    const start = walk.indexOf(at);
    if (start < 0 || surelyFollows(plan, at) === undefined) continue;
    const names = [...walk.slice(start), at].map((one) => plan.states[one - 1]?.name ?? "");
    const hint = "give one of these `always` transitions a guard, or remove it";
    refusals.push({ state: names[0] ?? "", feature: `\`always\` transitions that never come to rest: ${names.join(" → ")}`, hint });
  }
  return refusals;
}

/** The eventless step that a situation takes whatever the guards say; one that changes nothing ends the walk. */
function surelyFollows(plan: JourneyPlan, code: number): StepPlan | undefined {
  const always = plan.states[code - 1]?.always;
  return always !== undefined && "step" in always && always.step.changed ? always.step : undefined;
}
