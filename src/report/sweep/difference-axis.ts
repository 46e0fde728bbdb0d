/** The axis on which the differences of a sweep stand. */

import type { KpiDescription, SweepDocument } from "../../kpi/index.ts";
import { axisTitle, axisUnit } from "../text/axis.ts";

/** What values are divided by, and what stands at the axis. */
export interface DifferenceAxis {
  readonly divide: number;
  readonly title: string;
}

/** The axis of the differences of some strategies in a KPI, at all points. */
export function differenceAxis(document: SweepDocument, kpi: KpiDescription, strategies: readonly string[]): DifferenceAxis {
  const values = document.points.flatMap(({ differences }) =>
    differences.filter(({ strategy }) => strategies.includes(strategy)).flatMap(({ kpis }) => kpis[kpi.id]?.difference.mean ?? []),
  );
  const axis = axisUnit(kpi.unit, values, document.scenario.currency, "difference");
  return { divide: axis.divide, title: axisTitle(`difference to ${document.baseline}`, axis) };
}
