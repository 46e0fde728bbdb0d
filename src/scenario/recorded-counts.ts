/**
 * Recorded counts in a CSV text: one column of it, every value with its place when it is no number. Only `load.ts` needs it: csv-parse's
 * types bring those of Node along, which the core is compiled without.
 */

import { parse } from "csv-parse/sync";
import { type Problem, problemMessage } from "../errors.ts";
import type { RecordedCounts } from "./counts-in.ts";
import { nearest, oneOf } from "./problems/nearest.ts";
import { shown } from "./problems/shown.ts";

const NUMBER = /^[0-9]+(?:\.[0-9]+)?$/;
const LARGEST = 1_000_000;
const A_COUNT = "a number of contacts from 0 to 1,000,000";
const MOST_COUNTS = 100_000;
const MOST_PROBLEMS = 50;
const DELIMITERS = [",", ";", "\t"];

/** A value of the wanted column and where it begins. */
interface Field {
  readonly text: string;
  readonly line: number;
  /** Bytes before it; undefined at the begin of a line. */
  readonly offset: number | undefined;
}

interface Table {
  readonly names: readonly string[];
  /** By record after the first: the value in each column, where it has one. */
  readonly records: readonly (readonly Field[])[];
}

/** The sign that parts the names in the first line most often. */
function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r?\n/, 1);
  const unquoted = first.replaceAll(/"[^"]*"/g, "");
  const [delimiter = ","] = DELIMITERS.toSorted((a, b) => unquoted.split(b).length - unquoted.split(a).length);
  return delimiter;
}

function tableOf(text: string): Table {
  const records: Field[][] = [];
  let end = 0;
  parse(text, {
    delimiter: delimiterOf(text),
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
    cast: (value, { records: record, index, lines, bytes }) => {
      const field: Field = { text: value, line: lines, offset: index === 0 ? undefined : end + 1 };
      (records[record] ??= []).push(field);
      end = bytes;
      return value;
    },
  });
  const [first = [], ...others] = records;
  return { names: first.map((field) => field.text), records: others };
}

/** Column of a field in its line, from 1: signs, not bytes. */
function columnOf({ offset }: Field, bytes: Uint8Array): number {
  if (offset === undefined) return 1;
  const begin = bytes.subarray(0, offset).lastIndexOf(0x0a) + 1;
  return [...new TextDecoder().decode(bytes.subarray(begin, offset))].length + 1;
}

function problem(place: Pick<Problem, "file" | "line" | "column" | "path">, expected: string, found: string): Problem {
  return { ...place, expected, found, message: problemMessage(expected, found) };
}

function isCount(field: Field | undefined): boolean {
  return field !== undefined && NUMBER.test(field.text) && Number(field.text) <= LARGEST;
}

/** The problems of the values that are no counts. */
function wrongValues({ names, records }: Table, row: number, file: string, text: string): Problem[] {
  const bytes = new TextEncoder().encode(text);
  return records
    .filter((fields) => !isCount(fields[row]))
    .slice(0, MOST_PROBLEMS)
    .map((fields) => {
      const field = fields[row];
      const line = (field ?? fields.at(-1))?.line ?? 1;
      const place = { file, line, ...(field === undefined ? {} : { column: columnOf(field, bytes) }), path: names[row] ?? "" };
      return problem(place, A_COUNT, field === undefined || field.text === "" ? "nothing" : shown(field.text));
    });
}

function unknownColumn(file: string, { names }: Table, column: string | undefined): RecordedCounts {
  const expected = `a column of ${file}: ${oneOf(names.map((name) => name || '""'))}`;
  if (column === undefined) return { at: "file", expected: `also the key column, ${expected}`, found: "none" };
  return { at: "column", expected, found: shown(column), suggestion: nearest(column, names) };
}

function unreadable(error: unknown, file: string): RecordedCounts {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/at line ([0-9]+)/.exec(message)?.[1] ?? 1);
  return { problems: [problem({ file, line, path: "" }, "valid CSV", message)] };
}

/**
 * Takes the counts from a CSV text whose first line holds the names of its columns. Fields are parted by commas, semicolons or tabs.
 *
 * @param file - what errors call the file
 * @param column - may be left out when there is only one
 */
export function recordedCounts(text: string, file: string, column: string | undefined): RecordedCounts {
  let table: Table;
  try {
    table = tableOf(text);
  } catch (error) {
    return unreadable(error, file);
  }
  const row = column === undefined && table.names.length === 1 ? 0 : table.names.indexOf(column ?? "");
  if (table.names.length === 0)
    return { at: "file", expected: "a CSV file with a line of names and lines of counts", found: "an empty one" };
  if (row === -1) return unknownColumn(file, table, column);
  const count = table.records.length;
  if (count === 0) return { at: "file", expected: "lines of counts below the names of the columns", found: "none" };
  if (count > MOST_COUNTS) return { at: "file", expected: `at most ${MOST_COUNTS} counts`, found: `${count} of them` };
  const problems = wrongValues(table, row, file, text);
  return problems.length > 0 ? { problems } : { values: table.records.map((fields) => Number(fields[row]?.text)) };
}
