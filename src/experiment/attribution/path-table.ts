/** Paths of touches of all replications in one table, so that any replication can be left out exactly. */

import type { TouchRecord } from "../../sim/index.ts";
import type { TouchPath } from "../../stats/index.ts";

interface Row {
  readonly channels: readonly string[];
  /** By replication, and their sum last. */
  readonly bought: Float64Array;
  readonly cents: Float64Array;
  readonly left: Float64Array;
}

/** The paths over all replications, or over all but one; value in cents. */
export type PathsWithout = (leaveOut: number | null) => TouchPath[];

export function pathTable(channels: readonly string[], records: readonly TouchRecord[]): PathsWithout {
  const rows = new Map<string, Row>();
  const all = records.length;
  const rowOf = (path: readonly number[]): Row => {
    const key = path.join(" ");
    const found = rows.get(key) ?? {
      channels: path.map((channel) => channels[channel] ?? ""),
      bought: new Float64Array(all + 1),
      cents: new Float64Array(all + 1),
      left: new Float64Array(all + 1),
    };
    rows.set(key, found);
    return found;
  };
  for (const [replication, { paths }] of records.entries()) {
    for (const path of paths) {
      const row = rowOf(path.channels);
      for (const what of ["bought", "cents", "left"] as const) {
        row[what][replication] = path[what];
        row[what][all] = (row[what][all] as number) + path[what];
      }
    }
  }
  // The order of the table would depend on which replication had a path first.
  const sorted = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return (leaveOut) => {
    const without = (values: Float64Array) => (values[all] as number) - (leaveOut === null ? 0 : (values[leaveOut] as number));
    return sorted.map((row) => ({
      channels: row.channels,
      conversions: without(row.bought),
      value: without(row.cents),
      nulls: without(row.left),
    }));
  };
}
