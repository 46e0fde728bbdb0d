/** Cases of customers with known answers (test/data/clv.json): figures that this project did not make. */

import { readFileSync } from "node:fs";
import { expect } from "vitest";

interface ClvFigure {
  readonly value: number | readonly number[];
  readonly tolerance: number;
  /** Relative to the value, absolute, or for information: an observation that no formula gives. */
  readonly tol_type: "rel" | "abs" | "info";
}

interface ClvCase {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, ClvFigure>>;
}

const file = JSON.parse(readFileSync(new URL("../data/clv.json", import.meta.url), "utf8")) as { readonly cases: readonly ClvCase[] };

export const clvCases: readonly ClvCase[] = file.cases;

export function clvCase(id: string): ClvCase {
  const found = clvCases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no validation case ${id}`);
  return found;
}

/** The figures of a metric, in order; one for a single figure. */
export function clvExpected(id: string, metric: string): readonly number[] {
  const figure = clvCase(id).expected[metric];
  if (figure === undefined) throw new Error(`${id} has no ${metric}, but ${Object.keys(clvCase(id).expected).join(", ")}`);
  return typeof figure.value === "number" ? [figure.value] : figure.value;
}

/** Demands that formulas or estimates meet every figure of a case to its tolerance, none left out. */
export function expectClv(id: string, found: Readonly<Record<string, number | readonly number[]>>): void {
  const { expected } = clvCase(id);
  const wanted = Object.entries(expected).filter(([, { tol_type }]) => tol_type !== "info");
  expect(Object.keys(found).sort(), `${id}: all figures, no others`).toEqual(wanted.map(([metric]) => metric).sort());
  for (const [metric, { tolerance, tol_type }] of wanted) {
    const exact = clvExpected(id, metric);
    const values = [found[metric] ?? []].flat();
    expect(values, `${id} ${metric}`).toHaveLength(exact.length);
    for (const [place, value] of values.entries()) {
      const right = exact[place] as number;
      const room = tol_type === "rel" ? tolerance * Math.abs(right) : tolerance;
      expect(Math.abs(value - right), `${id} ${metric}[${place}]: ${value} instead of ${right}`).toBeLessThanOrEqual(room);
    }
  }
}
