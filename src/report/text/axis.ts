/** Axis units: chart data are divided by a factor, and the axis title names what is left. */

import type { KpiUnit } from "../../kpi/index.ts";
import { scaleOf, type Reading } from "./numbers.ts";

export interface AxisUnit {
  readonly divide: number;
  /** Stands in brackets in the axis title; empty for plain numbers. */
  readonly unit: string;
}

const timeNames: Record<string, string> = { s: "seconds", min: "minutes", h: "hours", d: "days" };
const largeNames: Record<string, string> = { k: "thousand", M: "million", bn: "billion" };

/** The unit in which all of `values` fit one axis. */
export function axisUnit(unit: KpiUnit, values: readonly number[], currency: string, reading: Reading = "level"): AxisUnit {
  const size = Math.max(0, ...values.map(Math.abs));
  const { divide, suffix } = scaleOf(unit, [size], currency, reading);
  const short = suffix.trim();
  if (unit === "share" || unit === "change") return { divide, unit: reading === "level" ? "%" : "percentage points" };
  if (unit === "s") return { divide, unit: timeNames[short] ?? short };
  const large = largeNames[short] ?? "";
  if (unit === "money") return { divide, unit: [currency, large].filter(Boolean).join(" ") };
  return { divide, unit: large };
}

/** "Profit (EUR million)" or, without a unit, "Score". */
export function axisTitle(label: string, axis: AxisUnit): string {
  return axis.unit === "" ? label : `${label} (${axis.unit})`;
}
