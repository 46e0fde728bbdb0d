/** A KPI: what it says about itself, where it is defined, and its formula. */

import type { KpiDescription } from "./definition.ts";
import type { KpiValue, Slice } from "./slice.ts";

/** Parts of the result in which a KPI has a meaning; overall and by period it always has. */
export type KpiScope = "channel" | "segment";

/** Parts of a service that few scenarios have. */
export type ServiceMechanism =
  | "blocking"
  | "balking"
  | "cuttingOff"
  | "selfService"
  | "silence"
  | "callback"
  | "redial"
  | "transfers"
  | "preemption"
  | "atOnce";

export interface Kpi extends KpiDescription {
  /** Which part of the scenario it needs: one that is left out is not simulated and has no such KPIs. */
  readonly needs: "market" | "offer" | "stock" | "service" | "experience";
  /** What the service must have besides: a KPI that can only be 0 is left out. Left out: nothing. */
  readonly mechanism?: ServiceMechanism;
  readonly scopes: readonly KpiScope[];
  readonly value: (slice: Slice) => KpiValue;
}

export const EVERYWHERE: readonly KpiScope[] = ["channel", "segment"];
export const BY_SEGMENT: readonly KpiScope[] = ["segment"];
