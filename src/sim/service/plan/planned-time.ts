/** Distributions of times as the engine draws them. */

import type { Distribution } from "../../../scenario/index.ts";
import { meanOf, quantileFunction } from "../../kernel/index.ts";
import type { PlannedTime } from "./types.ts";

/** Gives each distribution its planned time; the same one for the same distribution, because some need a table. */
export type PlanTime = (distribution: Distribution) => PlannedTime;

function planned(distribution: Distribution): PlannedTime {
  return {
    quantile: quantileFunction(distribution),
    mean: meanOf(distribution),
    constant: distribution.kind === "deterministic" ? distribution.value : undefined,
  };
}

/** Makes the planner of one plan. */
export function timePlanner(): PlanTime {
  const known = new Map<Distribution, PlannedTime>();
  return (distribution) => {
    const time = known.get(distribution) ?? planned(distribution);
    known.set(distribution, time);
    return time;
  };
}

/** A time that is always `factor` times as long. */
export function stretched({ quantile, mean, constant }: PlannedTime, factor: number): PlannedTime {
  return {
    quantile: (u) => factor * quantile(u),
    mean: factor * mean,
    constant: constant === undefined ? undefined : factor * constant,
  };
}
