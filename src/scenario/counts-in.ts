/** Puts recorded counts into a scenario in the place of the files that they were read from. */

import type { Problem } from "../errors.ts";
import type { Path } from "./path.ts";
import type { Finding } from "./problems/finding.ts";
import { entriesOf, isMap, own, valueAt } from "./value.ts";

/** What a scenario gets for a file and a column: the counts, or what to say at `file` or `column`, or mistakes inside the file. */
export type RecordedCounts =
  | { readonly values: readonly number[] }
  | { readonly at: "file" | "column"; readonly expected: string; readonly found: string; readonly suggestion?: string | undefined }
  | { readonly problems: readonly Problem[] };

/** A place of a scenario that names a file with counts. */
export interface CountsPlace {
  readonly path: Path;
  readonly file: string;
  readonly column: string | undefined;
}

/** All places of an input that name a file with counts, and nothing in its stead. */
export function countsPlaces(input: unknown): CountsPlace[] {
  return entriesOf(valueAt(input, ["service", "arrivals"])).flatMap(([name, stream]) => {
    const counts = own(stream, "counts");
    const [file, column, values] = [own(counts, "file"), own(counts, "column"), own(counts, "values")];
    if (typeof file !== "string" || values !== undefined || !(column === undefined || typeof column === "string")) return [];
    return [{ path: ["service", "arrivals", name, "counts"], file, column }];
  });
}

/** Counts as they were read, by the path (as text) of the place that names them. */
export type CountsRead = ReadonlyMap<string, RecordedCounts>;

/** What became of the places: the input with numbers, what is wrong at them, and what is wrong inside the files. */
export interface WithCounts {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** The input with the value at a path exchanged. */
function exchanged(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined || !isMap(value)) return other;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === key ? exchanged(item, rest, other) : item]));
}

function inlined(counts: unknown, values: readonly number[]): unknown {
  const entries = entriesOf(counts).filter(([key]) => key !== "column");
  return Object.fromEntries(entries.map(([key, item]) => (key === "file" ? ["values", values] : [key, item])));
}

/** Exchanges files for the counts that were read from them; a place whose file was not read stays as it is. */
export function withCounts(input: unknown, read: CountsRead): WithCounts {
  let value = input;
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  for (const { path } of countsPlaces(input)) {
    const found = read.get(path.join("\n"));
    if (found === undefined) continue;
    const values = "values" in found ? found.values : [0];
    value = exchanged(value, path, inlined(valueAt(value, path), values));
    if ("problems" in found) problems.push(...found.problems);
    if (!("at" in found)) continue;
    const { at, expected, suggestion } = found;
    findings.push({ path: [...path, at], at: "value", expected, found: found.found, suggestion });
  }
  return { value, findings, problems };
}
