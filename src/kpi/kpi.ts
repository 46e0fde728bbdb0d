/** A KPI: what it says about itself, where it is defined, and its formula. */

import type { KpiDescription } from "./definition.ts";
import type { KpiValue, Slice } from "./slice.ts";

/** Parts of the result in which a KPI has a meaning; overall and by period it always has. */
export type KpiScope = "channel" | "segment";

export interface Kpi extends KpiDescription {
  /** Which part of the scenario it needs: one that is left out is not simulated and has no such KPIs. */
  readonly needs: "market" | "offer" | "stock" | "service" | "experience";
  readonly scopes: readonly KpiScope[];
  readonly value: (slice: Slice) => KpiValue;
}

export const EVERYWHERE: readonly KpiScope[] = ["channel", "segment"];
export const BY_SEGMENT: readonly KpiScope[] = ["segment"];
