/** Breaking points side by side: a row per promise, a dot per policy. */

import type { StressDocument } from "../../kpi/index.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { dotPlot } from "../charts/dots.ts";
import type { StrategyLook } from "../palette.ts";
import { loadInterval, loadNumber, promiseWords } from "./words.ts";

/** The chart, or null when nothing breaks in the range. */
export function breakChart(document: StressDocument, looks: readonly StrategyLook[]): ChartDraft | null {
  const { promises, policies, scenario } = document;
  const dots = promises.flatMap((promise, row) =>
    policies.flatMap(({ name, breaking }, order) => {
      const found = breaking[row];
      if (found === undefined || found.load === null) return [];
      return [
        {
          label: promiseWords(promise, scenario.currency),
          labelOrder: row,
          strategy: name,
          strategyOrder: order,
          value: found.load,
          low: found.low,
          high: found.high,
          valueText: loadNumber(found.load),
          intervalText: loadInterval(found) ?? `none (${found.reason ?? "one replication"})`,
        },
      ];
    }),
  );
  if (dots.length === 0) return null;
  return dotPlot({
    id: "breaking-points",
    title: "The load at which each promise breaks",
    description: "Breaking points by promise and policy with intervals; further right takes more load.",
    size: "full",
    axisTitle: "Load (multiple of the scenario's own demand)",
    difference: false,
    looks,
    dots,
  });
}
