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
  | "patienceOnHold"
  | "atOnce"
  | "deferred";

/** Parts of a market that few scenarios have. */
export type MarketMechanism =
  | "impressions"
  | "advertising"
  | "competition"
  | "outages"
  | "elsewhere"
  | "assortment"
  | "priceIrritation"
  | "scans"
  | "contracts"
  | "severalUnits"
  | "extras"
  | "stockSeen"
  | "returns"
  | "backorders"
  | "inventoryCost"
  | "batches"
  | "shrinkage"
  | "writeOff"
  | "programme";

export type Mechanism = ServiceMechanism | MarketMechanism;

export interface Kpi extends KpiDescription {
  /** Which part of the scenario it needs: one that is left out is not simulated and has no such KPIs. */
  readonly needs: "market" | "offer" | "stock" | "service" | "experience";
  /** What there must be besides: a KPI that can only be 0 is left out. Left out: nothing. */
  readonly mechanism?: Mechanism;
  /** Channels in which it has a meaning, if others than those that sell (a KPI of service: that serve). */
  readonly channels?: "those that inform too" | "all";
  readonly scopes: readonly KpiScope[];
  readonly value: (slice: Slice) => KpiValue;
}

export const EVERYWHERE: readonly KpiScope[] = ["channel", "segment"];
export const BY_SEGMENT: readonly KpiScope[] = ["segment"];
