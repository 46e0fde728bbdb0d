/** `kpis.csv`: every KPI of a result, one row per strategy, scope, key and KPI. */

import { type AttributionFigure, attributionMethods, type KpiValues, type ResultDocument, type StrategyResult } from "../../kpi/index.ts";

const header = ["strategy", "scope", "key", "kpi", "mean", "low", "high", "sd", "n", "unit", "reason"] as const;

export type Cell = string | number | null;

/**
 * The KPIs of a result as tidy CSV (RFC 4180, CRLF). `scope` is `overall`, `channel`, `segment`, `period`, `journey` or `attribution`; `key` names
 * the channel, segment, counter of the author's journey or method, or is `from-to` in seconds. Undefined values are empty cells with a reason. Text that a spreadsheet
 * would run as a formula gets a leading apostrophe.
 */
export function kpisCsv(result: ResultDocument): string {
  const rows = result.strategies.flatMap((strategy) => [...strategyRows(strategy), ...attributionRows(strategy, result.replications)]);
  return csvText([header, ...rows]);
}

/** Rows of cells as CSV. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function strategyRows(strategy: StrategyResult): Cell[][] {
  const rows = (scope: string, key: string, kpis: KpiValues): Cell[][] =>
    Object.entries(kpis).map(([id, kpi]) => [
      strategy.name,
      scope,
      key,
      id,
      kpi.mean,
      kpi.low,
      kpi.high,
      kpi.sd,
      kpi.n,
      kpi.unit,
      kpi.reason ?? null,
    ]);
  return [
    ...rows("overall", "", strategy.kpis),
    ...Object.entries(strategy.byChannel).flatMap(([key, kpis]) => rows("channel", key, kpis)),
    ...Object.entries(strategy.bySegment).flatMap(([key, kpis]) => rows("segment", key, kpis)),
    ...strategy.byPeriod.flatMap((period) => rows("period", `${period.from}-${period.to}`, period.kpis)),
    ...Object.entries(strategy.journey ?? {}).flatMap(([key, { count }]) => rows("journey", key, { count })),
  ];
}

/** Credits and true shares by channel, errors by method. */
function attributionRows({ name, attribution }: StrategyResult, n: number): Cell[][] {
  const row = (key: string, kpi: string, { mean, low, high, reason }: AttributionFigure): Cell[] => [
    name,
    "attribution",
    key,
    kpi,
    mean,
    low,
    high,
    null,
    n,
    "share",
    reason ?? null,
  ];
  return [
    ...(attribution?.channels ?? []).flatMap(({ channel, credit, incremental }) => [
      ...attributionMethods.map((method) => row(channel, `attr_credit.${method}`, credit[method])),
      row(channel, "attr_credit.true", incremental.share),
    ]),
    ...(attribution?.methods ?? []).map(({ method, error }) => row(method, "attribution_error", error)),
  ];
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
