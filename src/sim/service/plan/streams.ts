/** Contacts from outside: streams, surges, busy days. */

import { meanOf, quantileFunction, WEEK_SECONDS } from "../../kernel/index.ts";
import { rowOf, type ServiceScenario, type Source } from "./names.ts";
import type { PlanTime } from "./planned-time.ts";
import type { ArrivalPlan, BusynessPlan, StreamPlan, SurgePlan } from "./types.ts";
import { stepFunction } from "./week-steps.ts";

type Stream = ServiceScenario["arrivals"][string];

/** Arrivals at a rate; undefined for the kinds that have none. */
function planRated({ rate, rates, wave }: Stream, busyness: number): ArrivalPlan | undefined {
  if (rate !== undefined) return { kind: "constant", rate, busyness };
  if (wave !== undefined) return { kind: "wave", ...wave, busyness };
  if (rates === undefined) return undefined;
  const { starts, values } = stepFunction(rates);
  return { kind: "steps", starts, rates: values, cycle: WEEK_SECONDS, busyness };
}

function planArrivals(stream: Stream, busyness: number, planTime: PlanTime): ArrivalPlan {
  const { between, counts, callers } = stream;
  const rated = planRated(stream, busyness);
  if (rated !== undefined) return rated;
  if (between !== undefined) return { kind: "renewal", between: planTime(between) };
  if (counts !== undefined) {
    const { interval, values, recurs } = counts;
    return { kind: "counts", interval, counts: Float64Array.from(values), recurs };
  }
  if (callers !== undefined) return { kind: "callers", callers: callers.number, until: planTime(callers.until) };
  return { kind: "backlog" };
}

/** The plans of all streams. */
export function planStreams({ service, channels, topics, planTime }: Source): StreamPlan[] {
  const busy = Object.keys(service.busyness);
  return Object.entries(service.arrivals).map(([name, stream]) => ({
    name,
    channel: channels.indexOf(stream.channel),
    topic: rowOf(topics, stream.topic),
    arrivals: planArrivals(stream, rowOf(busy, stream.busyness), planTime),
    batch: stream.batch === undefined ? undefined : { size: quantileFunction(stream.batch), mean: meanOf(stream.batch) },
    limit: stream.limit ?? Number.POSITIVE_INFINITY,
  }));
}

/** The surges of all streams. */
export function planSurges({ service }: Source): SurgePlan[] {
  return Object.values(service.arrivals).flatMap(({ surges }, stream) => surges.map((surge) => ({ stream, ...surge })));
}

/** The daily factors that streams share. */
export function planBusyness({ service }: Source): BusynessPlan[] {
  return Object.values(service.busyness).map(({ cv }) => ({ quantile: quantileFunction({ kind: "gamma", mean: 1, cv }) }));
}
