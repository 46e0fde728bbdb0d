/** The terminal's answer to a sweep: the differences at every point, as far as a screen holds them. */

import Table from "cli-table3";
import { kpiById, type SweepDocument } from "../kpi/index.ts";
import { breakEvenText, counted, intervalText, meanText, parameterName, shownValue, trustSentence } from "../report/index.ts";
import { PLAIN } from "./table-style.ts";

const MOST_ROWS = 30;

/** The text that `sweep` prints. */
export function sweepSummary(document: SweepDocument, folder: string): string {
  const { parameters, points, kpis, strategies, baseline, scenario, replications, confidence } = document;
  const [first = ""] = kpis;
  const kpi = kpiById(first);
  const others = strategies.filter((name) => name !== baseline);
  const table = new Table({ head: [...parameters.map(({ path }) => `${parameterName(path)}\n${path}`), ...others], ...PLAIN });
  for (const { values, differences } of points.slice(0, MOST_ROWS)) {
    const cells = others.map((name) => {
      const difference = differences.find(({ strategy }) => strategy === name)?.kpis[first]?.difference;
      if (difference === undefined || difference.mean === null || kpi === undefined) return "–";
      const interval = intervalText(difference, kpi.unit, scenario.currency, "difference");
      return `${meanText(difference, kpi.unit, scenario.currency, "difference")}${interval === null ? "" : ` (${interval})`}`;
    });
    table.push([...values.map(shownValue), ...cells]);
  }
  const head = `${scenario.name}: ${kpi?.label ?? first}, difference to ${baseline} at ${counted(points.length, "point")}, ${counted(replications, "replication")} at each, ${Math.round(confidence * 100)} % intervals`;
  const more = points.length > MOST_ROWS ? `\n… and ${points.length - MOST_ROWS} points more in sweep.csv` : "";
  const crossings = document.breakEven
    .filter((one) => one.kpi === first && parameters.length === 1)
    .flatMap(({ strategy, at }) => parameters.map((parameter) => `${strategy} breaks even ${breakEvenText(parameter, document, at)}.`));
  const sentence = trustSentence(document.assumptions ?? []);
  const trust = sentence === null ? [] : [sentence];
  return `${[head, table.toString() + more, ...crossings, ...trust, `Report: ${folder}/sweep.html`].join("\n\n")}\n`;
}
