/** What the methods over parameters have in common. */

import type { KpiUnit, SensitivityDocument } from "../../kpi/index.ts";
import type { ParameterRange } from "../design/range.ts";
import type { Assignment } from "../design/scenario-value.ts";
import type { Response, Values } from "./responses.ts";

/** Addressed uniform numbers of the study. */
export type Uniform = (row: number, index: number) => number;

/** What a method asks: where, and what it makes of the answers. */
export interface Method {
  /** What differs at each point from the scenario. */
  readonly assignments: readonly (readonly Assignment[])[];
  readonly tell: (
    responses: readonly Response[],
    valuesOf: (response: Response) => readonly Values[],
    confidence: number,
    unit: KpiUnit,
  ) => Pick<SensitivityDocument, "screening" | "tornado" | "indices">;
}

/** A method of `size` (trajectories, rows) over parameters. */
export type MakeMethod = (ranges: readonly ParameterRange[], size: number, uniform: Uniform) => Method;
