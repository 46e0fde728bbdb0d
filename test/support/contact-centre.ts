/** Contact centres as scenarios: Poisson streams from outside, no market. */

import type { ScenarioInput } from "../../src/scenario/schema/index.ts";
import type { Written } from "./runs.ts";

type ServiceInput = NonNullable<ScenarioInput["service"]>;
type DistributionInput = NonNullable<ServiceInput["wrapUp"]>;

/** Nobody lives to see it run out. */
export const ENDLESS: DistributionInput = { deterministic: "1000y" };

export interface QueueInput {
  readonly rate: `${number}/${"min" | "h" | "d"}`;
  readonly agents: number;
  readonly handling: DistributionInput;
  readonly patience?: DistributionInput;
  readonly within?: string;
  readonly history?: string;
  readonly horizon: string;
}

/** A phone line always open: one queue, one group, every contact settles its case. */
export function singleQueue(queue: QueueInput): Written {
  return {
    history: queue.history ?? "1d",
    horizon: queue.horizon,
    channels: { phone: { kind: "live", can: ["serve"] } },
    service: {
      firstContactResolution: 1,
      // A contact that is given up is lost: no redial.
      recontact: { givesUp: 1 },
      handling: { phone: queue.handling },
      patience: { phone: queue.patience ?? ENDLESS },
      serviceLevelWithin: queue.within ?? "20s",
      groups: { phone: { agents: queue.agents, home: ["phone"] } },
      arrivals: { callers: { channel: "phone", rate: queue.rate } },
    },
  };
}
