/** Response curves with a known breaking point, in place of a simulation. */

import type { Ask, Measure, Response } from "../../../src/experiment/stress/response.ts";

/** Margins of one replication at a load, by promise. */
export type ReplicationCurve = (policy: number, promise: number, load: number) => number;

/** Answers with means over replications, as pooled KPIs do; counts what was asked. */
export function measureOf(replications: readonly ReplicationCurve[]): { measure: Measure; asked: Ask[] } {
  const asked: Ask[] = [];
  const respond = ({ policy, load }: Ask): Response => ({
    margin: (promise, leaveOut) => {
      const kept = replications.filter((_, j) => j !== leaveOut);
      return kept.reduce((sum, curve) => sum + curve(policy, promise, load), 0) / kept.length;
    },
  });
  return {
    asked,
    measure: async (asks) => {
      asked.push(...asks);
      return asks.map(respond);
    },
  };
}

/** A generator of uniform numbers for tests: Lehmer's with the multiplier of Park & Miller. */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A standard normal number from two uniform ones (Box & Muller). */
export function normal(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
