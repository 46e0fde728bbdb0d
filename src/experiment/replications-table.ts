/** The long table of a run: a row per replication × strategy × KPI, as Parquet (written by hyparquet-writer). */

import { parquetWriteBuffer } from "hyparquet-writer";
import { kpiById, type ResultDocument } from "../kpi/index.ts";
import type { Outcome, Plan } from "../sim/index.ts";
import { comparedSums } from "./compared-sums.ts";

/** Columns replication, strategy, kpi, value (null where undefined), unit. KPIs are those of the result, overall. */
export function replicationsParquet(result: ResultDocument, plan: Plan, outcomes: readonly Outcome[]): Uint8Array {
  const ids = Object.keys(result.strategies[0]?.kpis ?? {});
  const order = result.strategies.map(({ name }) => name);
  const sorted = outcomes.toSorted((a, b) => a.replication - b.replication || order.indexOf(a.strategy) - order.indexOf(b.strategy));
  const rows = sorted.flatMap((outcome) => {
    const slice = comparedSums(plan, [outcome]).slice(null);
    return ids.map((id) => {
      const kpi = kpiById(id);
      const value = kpi?.value(slice);
      return { outcome, id, unit: kpi?.unit ?? "", value: typeof value === "number" ? value : null };
    });
  });
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: "replication", data: rows.map((row) => row.outcome.replication), type: "INT32" },
      { name: "strategy", data: rows.map((row) => row.outcome.strategy), type: "STRING" },
      { name: "kpi", data: rows.map((row) => row.id), type: "STRING" },
      { name: "value", data: rows.map((row) => row.value), type: "DOUBLE", nullable: true },
      { name: "unit", data: rows.map((row) => row.unit), type: "STRING" },
    ],
  });
  return new Uint8Array(buffer);
}
