/** What `load` does to what is not a rate. */

import { OUTSIDE } from "../../purposes.ts";
import type { DemandHost } from "./host.ts";

/**
 * A number of contacts times the load, as a whole number: rounded up with the probability of the fraction, so the mean is right, and
 * never fewer at a higher load. Nothing is drawn if it is whole.
 */
export function scaledCount(host: DemandHost, contacts: number, purpose: number, stream: number, index: number): number {
  const scaled = contacts * host.plan.load;
  const whole = Math.floor(scaled);
  return scaled > whole && host.core.draws.uniform(purpose, OUTSIDE + stream, index) < scaled - whole ? whole + 1 : whole;
}

/** A time between contacts at the load: as much shorter as rates are higher; Infinity at a load of 0. */
export function scaledTime(host: DemandHost, time: number): number {
  const { load } = host.plan;
  return load > 0 ? time / load : Infinity;
}
