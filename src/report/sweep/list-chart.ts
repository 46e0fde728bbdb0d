/** The chart of a sweep over the values of a list: a row each, for there is nothing between them. */

import type { KpiDescription, SweepDocument } from "../../kpi/index.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { type Dot, dotPlot } from "../charts/dots.ts";
import type { StrategyLook } from "../palette.ts";
import { parameterName, shortParameterName } from "../text/parameter-name.ts";
import { differenceAxis } from "./difference-axis.ts";
import { differencesOf } from "./swept.ts";

/** Differences of all strategies at each value of the only parameter. */
export function listChart(document: SweepDocument, kpi: KpiDescription, looks: readonly StrategyLook[]): ChartDraft {
  const path = document.parameters[0]?.path ?? "";
  const { divide, title } = differenceAxis(
    document,
    kpi,
    looks.map(({ name }) => name),
  );
  const dots = looks.flatMap(({ name: strategy, order: strategyOrder }) =>
    differencesOf(document, kpi, strategy, divide).points.map(({ row, value, low, high, valueText, intervalText }): Dot => ({
      label: document.points[row]?.values[0] ?? "",
      labelOrder: row,
      strategy,
      strategyOrder,
      value,
      low,
      high,
      valueText,
      intervalText,
    })),
  );
  return dotPlot({
    id: `sweep-${kpi.id.replaceAll("_", "-")}-1`,
    title: `${kpi.label} by ${shortParameterName(path)}`,
    description: `Difference in ${kpi.label} to ${document.baseline} at each value of ${parameterName(path)}.`,
    size: "full",
    axisTitle: title,
    difference: true,
    looks,
    dots,
  });
}
