/** Morris screening of a scenario. */

import { morrisEffects, morrisTrajectories } from "../../stats/index.ts";
import { valueAt } from "../design/range.ts";
import type { MakeMethod } from "./method.ts";
import { overLuck, sizeSpan, type Values, widened } from "./responses.ts";

/** Morris' own choice: steps of two thirds of the range. */
const LEVELS = 4;

export const screening: MakeMethod = (ranges, size, uniform) => {
  const trajectories = morrisTrajectories(size, ranges.length, LEVELS, uniform);
  const perTrajectory = ranges.length + 1;
  const effectsOf = (values: readonly number[], confidence: number) =>
    morrisEffects(
      trajectories,
      trajectories.map((_, row) => values.slice(row * perTrajectory, (row + 1) * perTrajectory)),
      confidence,
    );
  const effects = (values: readonly Values[], confidence: number) => {
    const { luck } = overLuck(values, confidence, (at) => effectsOf(at, confidence).map(({ muStar }) => muStar));
    return effectsOf(
      values.map(({ all }) => all),
      confidence,
    ).map(({ mu, muStar, low, high, sigma }, row) => ({
      mu,
      muStar: sizeSpan(widened({ mean: muStar, low, high }, luck[row] ?? null)),
      sigma,
    }));
  };
  return {
    assignments: trajectories.flatMap(({ points }) =>
      points.map((place) => ranges.map((range, axis) => valueAt(range, place[axis] as number))),
    ),
    tell: (responses, valuesOf, confidence) => ({
      screening: {
        trajectories: size,
        levels: LEVELS,
        responses: responses.map((response) => ({ ...response, effects: effects(valuesOf(response), confidence) })),
      },
    }),
  };
};
