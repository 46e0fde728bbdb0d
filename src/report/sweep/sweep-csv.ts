/** `sweep.csv`: a row per point, strategy and KPI. */

import type { SweepDocument } from "../../kpi/index.ts";
import { type Cell, csvText } from "../text/csv.ts";

/** Columns: point, the parameters by path, strategy, kpi, unit, mean, low, high, and the difference to the baseline with its interval. */
export function sweepCsv({ parameters, points }: SweepDocument): string {
  const header = [
    "point",
    ...parameters.map(({ path }) => path),
    "strategy",
    "kpi",
    "unit",
    "mean",
    "low",
    "high",
    "difference",
    "difference_low",
    "difference_high",
  ];
  const rows = points.flatMap(({ values, strategies, differences }, row) =>
    strategies.flatMap(({ name, kpis }) =>
      Object.entries(kpis).map(([id, { unit, mean, low, high }]): Cell[] => {
        const difference = differences.find(({ strategy }) => strategy === name)?.kpis[id]?.difference;
        const span = [difference?.mean ?? null, difference?.low ?? null, difference?.high ?? null];
        return [row, ...values, name, id, unit, mean, low, high, ...span];
      }),
    ),
  );
  return csvText([header, ...rows]);
}
