/**
 * A rate that is a sine wave, by thinning (Lewis & Shedler 1979): candidates come at the highest rate, times the factor of the day, and
 * the candidate at t is an arrival with probability rate(t) / highest rate.
 *
 * Not by inversion, which would need Newton steps on the sine: candidates' times need none, so a sine that differs in its last digit
 * between machines cannot be seen in the results. At least every second candidate is an arrival, and each is an event of its own, so no
 * trough of the wave is searched in vain.
 */

import { OUTSIDE, purpose } from "../../purposes.ts";
import type { DemandHost } from "./host.ts";

/** Whether the stream's candidate of this number, which comes now, is an arrival. */
export function isArrival(host: DemandHost, stream: number, candidate: number): boolean {
  const arrivals = host.plan.streams[stream]?.arrivals;
  if (arrivals?.kind !== "wave") return true;
  const { mean, amplitude, period, shift } = arrivals;
  const periods = (host.core.now + shift) / period;
  const rate = mean + amplitude * Math.sin(2 * Math.PI * (periods - Math.floor(periods)));
  return host.core.draws.uniform(purpose.thinning, OUTSIDE + stream, candidate) * (mean + Math.abs(amplitude)) < rate;
}
