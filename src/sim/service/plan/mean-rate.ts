/** How many contacts come from outside in the long run: for estimates of what a run takes. */

import type { ArrivalPlan, ServicePlan, StreamPlan } from "./types.ts";

/** Mean of a step function over its cycle. */
function meanOfSteps({ starts, rates, cycle }: Extract<ArrivalPlan, { kind: "steps" }>): number {
  if (cycle === Number.POSITIVE_INFINITY) return Math.max(0, ...rates);
  const weighted = rates.reduce((sum, rate, i) => sum + rate * ((starts[i + 1] ?? cycle) - (starts[i] ?? 0)), 0);
  return weighted / cycle;
}

/** A backlog is worked off as fast as all agents with the skill can. */
function backlogRate({ groups, topics, types }: ServicePlan, { channel, topic }: StreamPlan): number {
  const type = channel * topics.length + Math.max(0, topic);
  const agents = groups.reduce((sum, { roster, speed }) => sum + ((speed[type] ?? 0) > 0 ? roster : 0), 0);
  const handling = types[type]?.handling.mean ?? 0;
  return handling === 0 ? 0 : agents / handling;
}

/** Arrivals per second; each may bring several contacts. */
function rateOf(plan: ServicePlan, stream: StreamPlan): number {
  const { arrivals } = stream;
  switch (arrivals.kind) {
    case "constant":
      return arrivals.rate;
    case "steps":
      return meanOfSteps(arrivals);
    case "wave":
      return arrivals.mean;
    case "renewal":
      return 1 / arrivals.between.mean;
    case "counts":
      return arrivals.counts.reduce((sum, count) => sum + count, 0) / (arrivals.counts.length * arrivals.interval);
    case "callers":
      return arrivals.callers / arrivals.until.mean;
    case "backlog":
      return backlogRate(plan, stream);
  }
}

/** Contacts per second from all streams, about; surges apart. */
export function meanArrivalRate(plan: ServicePlan): number {
  return plan.streams.reduce(
    (sum, stream) => sum + rateOf(plan, stream) * (stream.batch?.mean ?? 1) * (stream.arrivals.kind === "backlog" ? 1 : plan.load),
    0,
  );
}
