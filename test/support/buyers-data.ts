/** Real customers that models of buyers are fitted to; sources in test/data/README.md. */

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Duration } from "../../src/stats/index.ts";

const dataFile = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");

/** A line of a table of numbers, by column. */
function numbersOf<Column extends string>(name: string): Record<Column, number>[] {
  return parse(dataFile(name), { columns: true, cast: (value, { header }) => (header ? value : Number(value)) });
}

/** The 2,357 customers of CDNOW: weeks, and USD. */
export const cdnowBuyers = numbersOf<"frequency" | "recency" | "age" | "mean">("cdnow-summary.csv");

/** Donors by what they gave at six opportunities. */
export const donors = numbersOf<"frequency" | "recency" | "periods" | "weights">("bgbb-donations.csv");

const telco = JSON.parse(dataFile("telco-churn.json")) as Record<string, { left: number[]; stayed: number[] }>;

/** Months as a customer of the telephone company, of all customers or those with one kind of contract. */
export function telcoDurations(contract?: string): Duration[] {
  const groups = Object.entries(telco).filter(([name]) => contract === undefined || name === contract);
  return groups.flatMap(([, { left, stayed }]) =>
    [left, stayed].flatMap((counts, kind) =>
      counts.flatMap((count, time) => Array.from({ length: count }, (): Duration => ({ time, ended: kind === 0 }))),
    ),
  );
}
