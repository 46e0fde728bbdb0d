/** The long table of a run: a row per replication × strategy × KPI, as Parquet (written by hyparquet-writer, read by hyparquet). */

import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { kpiById, type ResultDocument } from "../kpi/index.ts";
import type { Outcome, Plan } from "../sim/index.ts";
import { comparedSums } from "./compared-sums.ts";

interface Row {
  readonly replication: number;
  readonly strategy: string;
  readonly kpi: string;
  readonly value: number | null;
  readonly without: number | null;
  readonly unit: string;
}

function rowsOf(plan: Plan, ids: readonly string[], outcomes: readonly Outcome[]): Row[] {
  const all = comparedSums(plan, outcomes);
  return outcomes.flatMap(({ replication, strategy }, index) => {
    const alone = all.alone(index);
    const others = outcomes.length === 1 ? undefined : all.slice(index);
    return ids.map((id): Row => {
      const kpi = kpiById(id);
      const value = kpi?.value(alone);
      const without = others === undefined ? undefined : kpi?.value(others);
      return {
        replication,
        strategy,
        kpi: id,
        unit: kpi?.unit ?? "",
        value: typeof value === "number" ? value : null,
        without: typeof without === "number" ? without : null,
      };
    });
  });
}

/**
 * Columns replication, strategy, kpi, value (null where undefined), unit, without: the KPI over all replications but this one, from which a
 * jackknife of any comparison can be made. KPIs are those of the result, overall.
 */
export function replicationsParquet(result: ResultDocument, plan: Plan, outcomes: readonly Outcome[]): Uint8Array {
  const ids = Object.keys(result.strategies[0]?.kpis ?? {});
  const order = result.strategies.map(({ name }) => name);
  const ofStrategy = (name: string) =>
    outcomes.filter(({ strategy }) => strategy === name).toSorted((a, b) => a.replication - b.replication);
  const rows = order
    .flatMap((name) => rowsOf(plan, ids, ofStrategy(name)))
    .toSorted((a, b) => a.replication - b.replication || order.indexOf(a.strategy) - order.indexOf(b.strategy));
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: "replication", data: rows.map((row) => row.replication), type: "INT32" },
      { name: "strategy", data: rows.map((row) => row.strategy), type: "STRING" },
      { name: "kpi", data: rows.map((row) => row.kpi), type: "STRING" },
      { name: "value", data: rows.map((row) => row.value), type: "DOUBLE", nullable: true },
      { name: "unit", data: rows.map((row) => row.unit), type: "STRING" },
      { name: "without", data: rows.map((row) => row.without), type: "DOUBLE", nullable: true },
    ],
  });
  return new Uint8Array(buffer);
}

/** A KPI over all replications but one, in order of the replication that is left out; null where it is undefined. */
export type Without = (strategy: string, kpi: string) => readonly (number | null)[] | undefined;

/**
 * Reads what {@link replicationsParquet} wrote.
 *
 * @returns undefined for a table of a version that did not write it
 */
export async function readWithout(bytes: Uint8Array): Promise<Without | undefined> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  if (rows[0] === undefined || !("without" in rows[0])) return undefined;
  const found = new Map<string, (number | null)[]>();
  const keyOf = (strategy: unknown, kpi: unknown) => JSON.stringify([strategy, kpi]);
  for (const row of rows) {
    const key = keyOf(row["strategy"], row["kpi"]);
    const values = found.get(key) ?? [];
    values[Number(row["replication"])] = typeof row["without"] === "number" ? row["without"] : null;
    found.set(key, values);
  }
  return (strategy, kpi) => found.get(keyOf(strategy, kpi));
}
