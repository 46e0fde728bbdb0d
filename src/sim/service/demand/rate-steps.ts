/** A Poisson rate that is constant in segments: a step function of time, times the factor of the day. */

import { purpose } from "../../purposes.ts";
import type { ArrivalPlan } from "../plan/index.ts";
import { NONE } from "../tables.ts";
import type { DemandHost } from "./host.ts";

/** Rates as a step function that recurs. */
export interface RateSteps {
  /** Times of change within the cycle, seconds, ascending, the first 0. */
  readonly starts: Float64Array;
  /** 1/s, multiplied by the plan's load. The last holds to the end of the cycle. */
  readonly rates: Float64Array;
  /** Seconds; Infinity: does not recur. */
  readonly cycle: number;
  /** Row of busyness, NONE = every day is alike. */
  readonly busyness: number;
}

const DAY = 86_400;
const ALWAYS = Float64Array.of(0);

/** The rate, 1/s, of a stream that has one: a wave's is the highest. */
export function topRateOf(arrivals: ArrivalPlan): number {
  if (arrivals.kind === "constant") return arrivals.rate;
  return arrivals.kind === "wave" ? arrivals.mean + Math.abs(arrivals.amplitude) : 0;
}

/** The step function of a stream whose rate changes in steps or by day; undefined for others. All rates 0: undefined too. */
export function rateStepsOf(arrivals: ArrivalPlan, load: number): RateSteps | undefined {
  if (arrivals.kind === "steps") {
    const rates = arrivals.rates.map((rate) => rate * load);
    return rates.some((rate) => rate > 0)
      ? { starts: arrivals.starts, rates, cycle: arrivals.cycle, busyness: arrivals.busyness }
      : undefined;
  }
  const rate = topRateOf(arrivals) * load;
  if (rate === 0 || (arrivals.kind !== "constant" && arrivals.kind !== "wave")) return undefined;
  return { starts: ALWAYS, rates: Float64Array.of(rate), cycle: Infinity, busyness: arrivals.busyness };
}

/**
 * Makes the segment at time t the stream's current one: sets `rate` and `segmentEnd`. Segments are entered in the order of time. A
 * step without arrivals is one segment, however many days it lasts.
 */
export function enterSegment(host: DemandHost, stream: number, steps: RateSteps, t: number): void {
  const c = host.demand.streams.columns;
  const { starts, rates, cycle } = steps;
  let step = c.step[stream] as number;
  let cycleStart = c.cycleStart[stream] as number;
  let end = cycleStart + (step + 1 < starts.length ? (starts[step + 1] as number) : cycle);
  while (end <= t) {
    step++;
    if (step === starts.length) {
      step = 0;
      cycleStart += cycle;
    }
    end = cycleStart + (step + 1 < starts.length ? (starts[step + 1] as number) : cycle);
  }
  c.step[stream] = step;
  c.cycleStart[stream] = cycleStart;
  const rate = rates[step] as number;
  const isDaily = steps.busyness !== NONE && rate > 0;
  const day = Math.floor(t / DAY);
  c.rate[stream] = isDaily ? rate * factorOf(host, steps.busyness, day) : rate;
  c.segmentEnd[stream] = isDaily ? Math.min(end, (day + 1) * DAY) : end;
}

/** How busy a day is: the same for all streams that name the row. Days count from time 0. */
function factorOf(host: DemandHost, row: number, day: number): number {
  const busyness = host.plan.busyness[row];
  return busyness === undefined ? 1 : busyness.quantile(host.core.draws.uniform(purpose.busyness, row, day));
}
