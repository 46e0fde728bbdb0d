/** How much room a promise leaves. */

import type { StressPromise } from "../../scenario/index.ts";

/** The room between a KPI and the bound of its promise, in the KPI's unit: negative where the promise is broken. */
export function marginOf({ side, bound }: Pick<StressPromise, "side" | "bound">, value: number): number {
  return side === "atLeast" ? value - bound : bound - value;
}
