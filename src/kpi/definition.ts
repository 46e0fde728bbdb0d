/** What every KPI of the catalogue says about itself; the formula lives beside it in the catalogue's own files. */

import type { KpiUnit } from "./result.ts";

/** The five phases plus the firm as a whole; reports group KPIs by it (grouping: source document 001). */
export type KpiGroup = "awareness" | "consideration" | "decision" | "service" | "loyalty" | "firm";

export interface KpiDescription {
  /** Id of evidence.md section 2.3, e.g. `service_level`. */
  readonly id: string;
  /** Short name for tables and axes, sentence case. */
  readonly label: string;
  /** The formula in words. */
  readonly definition: string;
  readonly unit: KpiUnit;
  /** `none` = neither direction is better by itself. */
  readonly better: "higher" | "lower" | "none";
  readonly group: KpiGroup;
  /** Where the definition comes from. */
  readonly source: string;
}
