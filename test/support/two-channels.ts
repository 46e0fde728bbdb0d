/** Worlds of two shops in which the value of touches is known by a formula. */

import type { Written } from "./runs.ts";

export interface TwoChannels {
  /** Share of visits to x; the others go to y. */
  readonly share: number;
  /** Probability that a visit ends in an order. */
  readonly buys: { readonly x: number; readonly y: number };
  /** Probability of another visit after one without order. */
  readonly goesOn: number;
  readonly people?: number;
  readonly seed?: string;
  readonly horizon?: string;
}

/** Everybody visits x or y by chance, whatever happened before; orders are worth 100; nobody is lost or shares anything. */
export function twoChannels({ share, buys, goesOn, people = 150, seed = "two", horizon = "1y" }: TwoChannels): Written {
  const shop = (probability: number) => ({
    kind: "in-person" as const,
    can: ["inform" as const, "sell" as const],
    conversion: { new: probability, returning: probability },
    visitDuration: { deterministic: "1s" },
    visitCost: 1,
  });
  return {
    seed,
    history: "0d",
    horizon,
    channels: { x: shop(buys.x), y: shop(buys.y) },
    segments: { people: { size: people, affinity: { x: Math.log(share / (1 - share)), y: 0 } } },
    needs: { r: 4, alpha: "20w", a: 0, b: 1, goesOn, timeBetweenVisits: { deterministic: "1m" }, inertia: 0 },
    offer: { spend: { deterministic: 100 }, grossMargin: 0.4 },
    strategies: { multichannel: {} },
  };
}
