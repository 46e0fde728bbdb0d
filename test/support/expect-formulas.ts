/** Formulas judged by the cases with known answers. */

import { expect } from "vitest";
import { caseOf, expectedOf } from "./validation-cases.ts";

/** Demands that formulas meet every figure of a case to its tolerance, none left out. */
export function expectFormulas(id: string, found: Readonly<Record<string, number>>): void {
  expect(Object.keys(found), `${id}: all figures, no others`).toEqual(Object.keys(caseOf(id).expected));
  for (const [metric, value] of Object.entries(found)) {
    const { value: exact, tolerance, tol_type } = expectedOf(id, metric);
    expect(Math.abs(value - exact), `${id} ${metric}: ${value} instead of ${exact}`).toBeLessThanOrEqual(
      tol_type === "rel" ? tolerance * Math.abs(exact) : tolerance,
    );
  }
}
