/** What training makes of agents, under a strategy that trains them; without it every factor is neutral. */

import type { ServicePlan } from "./plan/types.ts";

interface Trained {
  readonly core: { readonly strategy: { readonly capabilities: { readonly agentTraining: boolean } } };
  readonly plan: Pick<ServicePlan, "training">;
}

/** Factor on the speed of every agent. */
export function trainedSpeed({ core, plan }: Trained): number {
  return core.strategy.capabilities.agentTraining ? plan.training.speed : 1;
}

/** Log odds of resolving, on top of the agent's. */
export function trainedResolution({ core, plan }: Trained): number {
  return core.strategy.capabilities.agentTraining ? plan.training.resolution : 0;
}

/** Probability that an agent is missing for a day: absent, or else in training, which both are paid. */
export function missingShare({ core, plan }: Trained, absence: number): number {
  const time = core.strategy.capabilities.agentTraining ? plan.training.time : 0;
  return time === 0 ? absence : 1 - (1 - absence) * (1 - time);
}
