/**
 * Poisson arrivals, by inversion: arrival times are where the cumulative rate Λ(t) passes the points of a Poisson process with rate 1
 * (Çinlar, Introduction to Stochastic Processes, 1975, ch. 4.7). Exact for any rate; each arrival takes one draw.
 */

import { OUTSIDE, purpose } from "../../purposes.ts";
import type { DemandHost } from "./host.ts";
import { LOOK_AHEAD } from "./look-ahead.ts";
import { enterSegment } from "./rate-steps.ts";

/** The time of the next arrival at a constant rate; Infinity if the rate is 0. */
export function nextAtConstantRate(host: DemandHost, stream: number): number {
  const { rate, arrived } = host.demand.streams.columns;
  const u = host.core.draws.uniform(purpose.interArrival, OUTSIDE + stream, arrived[stream] as number);
  return host.core.now - Math.log(u) / (rate[stream] as number);
}

/**
 * The time of the next arrival at a rate that is constant in segments; Infinity if there is none any more. An exponential number of
 * expected arrivals, -log(u), is used up segment by segment, so none is lost or added at a border.
 */
export function nextInSteps(host: DemandHost, stream: number): number {
  const steps = host.demand.steps[stream];
  if (steps === undefined) return Infinity;
  const c = host.demand.streams.columns;
  let t = host.core.now;
  let left = c.left[stream] as number;
  if (left < 0) left = -Math.log(host.core.draws.uniform(purpose.interArrival, OUTSIDE + stream, c.arrived[stream] as number));
  c.left[stream] = -1;
  for (let passed = 0; passed < LOOK_AHEAD; passed++) {
    const end = c.segmentEnd[stream] as number;
    // Before the first arrival no segment is entered yet: it ends at 0.
    if (end > t) {
      const rate = c.rate[stream] as number;
      if (rate > 0) {
        const expected = rate * (end - t);
        // The quotient may be rounded beyond the end.
        if (left < expected) return Math.min(end, t + left / rate);
        left -= expected;
      } else if (end === Infinity) return Infinity;
      t = end;
    }
    enterSegment(host, stream, steps, t);
  }
  c.left[stream] = left;
  c.waits[stream] = 1;
  return t;
}
