/** Formulas of systems that are no finite chains: constant service, any patience, arrivals that are not Poisson. */

import { erlangB } from "../../support/erlang-b.ts";

export interface Impatient {
  readonly rate: number;
  readonly service: number;
  readonly agents: number;
  /** P(patience > x), and its integral from 0 to x. */
  readonly survival: (x: number) => number;
  /** Where the integrand has vanished, and corners of the survival function (steps lie on a multiple of `until / STEPS`). */
  readonly until: number;
}

const STEPS = 40_000;

/** M/M/c+G (Baccelli & Hebuterne 1981; as in Zeltyn & Mandelbaum 2005, section 4), by the midpoint rule on the virtual wait. */
export function impatient({ rate, service, agents, survival, until }: Impatient) {
  const h = until / STEPS;
  let patienceSoFar = 0;
  let offered = 0;
  let waited = 0;
  for (let i = 0; i < STEPS; i++) {
    const x = (i + 0.5) * h;
    const here = survival(x);
    const upTo = patienceSoFar + (here * h) / 2;
    const density = Math.exp(rate * upTo - agents * service * x) * h;
    offered += density;
    waited += upTo * density;
    patienceSoFar += here * h;
  }
  const idle = 1 / erlangB(agents - 1, rate / service);
  const all = idle + rate * offered;
  return {
    delay: (rate * offered) / all,
    abandoning: (1 + (rate - agents * service) * offered) / all,
    wait: (rate * waited) / all,
  };
}

/** Mean wait in M/D/c: the number in the system from one service time to the next is a chain (Crommelin 1932). */
export function constantService({ rate, time, agents }: { readonly rate: number; readonly time: number; readonly agents: number }): number {
  const MOST = 400;
  const arrivals = new Float64Array(MOST);
  let probability = Math.exp(-rate * time);
  for (let k = 0; k < MOST; k++) {
    arrivals[k] = probability;
    probability *= (rate * time) / (k + 1);
  }
  let weights = new Float64Array(MOST);
  weights[0] = 1;
  for (let round = 0; round < 2000; round++) {
    const next = new Float64Array(MOST);
    for (let n = 0; n < MOST; n++) {
      const left = Math.max(0, n - agents);
      const weight = weights[n] as number;
      if (weight < 1e-18) continue;
      for (let k = 0; left + k < MOST; k++) next[left + k] = (next[left + k] as number) + weight * (arrivals[k] as number);
    }
    const change = next.reduce((sum, value, n) => sum + Math.abs(value - (weights[n] as number)), 0);
    weights = next;
    if (change < 1e-13) break;
  }
  const queue = weights.reduce((sum, weight, n) => sum + weight * Math.max(0, n - agents), 0);
  return queue / rate;
}

/**
 * Mean wait in GI/M/1: σ/(μ(1 − σ)), where σ = E[e^{−μ(1 − σ)A}] (Kendall 1953).
 *
 * @param transform - E[e^{−sA}] of the time between arrivals
 */
export function renewalArrivals(transform: (s: number) => number, service: number): { delay: number; wait: number } {
  let sigma = 0.5;
  for (let round = 0; round < 10_000; round++) sigma = transform(service * (1 - sigma));
  return { delay: sigma, wait: sigma / (service * (1 - sigma)) };
}

/** Mean waits by class, M/M/c without interruption (Cobham 1954). */
export function cobham(rates: readonly number[], service: number, agents: number): number[] {
  const load = rates.reduce((sum, rate) => sum + rate, 0) / service;
  const lost = erlangB(agents, load);
  const delay = lost / (1 - (load / agents) * (1 - lost));
  let above = 0;
  return rates.map((rate) => {
    const before = above / (agents * service);
    above += rate;
    return delay / (agents * service) / ((1 - before) * (1 - above / (agents * service)));
  });
}
