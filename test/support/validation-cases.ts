/** Cases with known answers (test/data/contact-centre.json): figures that this project did not make. */

import { readFileSync } from "node:fs";

/** What a case says of one figure. */
export interface Expected {
  readonly value: number | readonly number[];
  readonly tolerance: number;
  /** Relative to the value, absolute, or absolute for the mean of a simulation. */
  readonly tol_type: "rel" | "abs" | "abs_plus_3se_of_estimate";
  /** As printed in the source. */
  readonly published?: number | readonly number[];
}

export interface ValidationCase {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly source: string;
  readonly model: string;
  readonly expected: Readonly<Record<string, Expected>>;
  readonly notes?: string;
  readonly verified_by: string;
}

const file = JSON.parse(readFileSync(new URL("../data/contact-centre.json", import.meta.url), "utf8")) as {
  readonly cases: readonly ValidationCase[];
};

export const validationCases: readonly ValidationCase[] = file.cases;

export function caseOf(id: string): ValidationCase {
  const found = validationCases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no validation case ${id}`);
  return found;
}

/** The figure of a case; `place` for a list of figures. */
export function expectedOf(id: string, metric: string, place?: number): Expected & { readonly value: number } {
  const found = caseOf(id).expected[metric];
  if (found === undefined) throw new Error(`${id} has no ${metric}, but ${Object.keys(caseOf(id).expected).join(", ")}`);
  const value = typeof found.value === "number" ? found.value : found.value[place ?? -1];
  if (value === undefined) throw new Error(`${id} ${metric} is a list: say which place`);
  return { ...found, value };
}
