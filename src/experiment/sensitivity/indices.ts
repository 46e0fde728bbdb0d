/** Sobol indices of a scenario's parameters. */

import { mean, sampleSd, sobolDesign, sobolIndices, type SobolValues } from "../../stats/index.ts";
import { valueAt } from "../design/range.ts";
import type { MakeMethod } from "./method.ts";
import { overLuck, sizeSpan, type Values, widened } from "./responses.ts";

export const indices: MakeMethod = (ranges, rows, uniform) => {
  const k = ranges.length;
  const { a, b, ab } = sobolDesign(
    rows,
    k,
    Array.from({ length: 2 * k }, (_, axis) => uniform(0, axis)),
  );
  const parted = (values: readonly number[]): SobolValues => ({
    a: values.slice(0, rows),
    b: values.slice(rows, 2 * rows),
    ab: ranges.map((_, row) => values.slice((row + 2) * rows, (row + 3) * rows)),
  });
  const resample = (row: number, index: number) => uniform(row + 1, index);
  const shares = (values: readonly Values[], confidence: number) => {
    const all = values.map((value) => value.all);
    // Without a replication only the estimates are asked for: one resample is enough.
    const { luck } = overLuck(values, confidence, (at) =>
      sobolIndices(parted(at), confidence, resample, 1).flatMap(({ first, total }) => [first.estimate, total.estimate]),
    );
    const found = sobolIndices(parted(all), confidence, resample);
    const varied = all.slice(0, 2 * rows);
    return {
      mean: mean(varied),
      sd: sampleSd(varied),
      parameters: found.map(({ first, total }, row) => ({
        first: widened({ ...first, mean: first.estimate }, luck[2 * row] ?? null),
        total: sizeSpan(widened({ ...total, mean: total.estimate }, luck[2 * row + 1] ?? null)),
      })),
    };
  };
  return {
    assignments: [a, b, ...ab].flatMap((matrix) =>
      matrix.map((place) => ranges.map((range, axis) => valueAt(range, place[axis] as number))),
    ),
    tell: (responses, valuesOf, confidence) => ({
      indices: { rows, responses: responses.map((response) => ({ ...response, ...shares(valuesOf(response), confidence) })) },
    }),
  };
};
