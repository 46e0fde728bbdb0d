// Morris screening: which parameters matter at all, from few runs.
import { requireConfidence } from "../refuse.ts";
import { mean } from "../mean.ts";
import { sampleSd } from "../sample-sd.ts";
import { tInterval } from "../t-interval.ts";

/** A path through the grid that changes one parameter at a time. */
export interface MorrisTrajectory {
  /** dimensions + 1 points in [0, 1]^dimensions. */
  readonly points: readonly (readonly number[])[];
  /** The parameter that changes from point k to point k + 1. */
  readonly changed: readonly number[];
}

/** What screening says of a parameter, in the unit of the result per whole range of the parameter. */
export interface MorrisEffect {
  /** Mean elementary effect. */
  readonly mu: number;
  /** Mean of its size: the influence, whatever its direction. */
  readonly muStar: number;
  /** Interval of `muStar`; null with one trajectory. */
  readonly low: number | null;
  readonly high: number | null;
  /** Spread of the elementary effects: interactions and curvature; null with one trajectory. */
  readonly sigma: number | null;
}

/**
 * Random trajectories on a grid of `levels` levels with steps of levels / (2 (levels − 1)): every point is in [0, 1].
 *
 * Source: Morris 1991, Technometrics 33(2); sampling strategy of Campolongo, Cariboni & Saltelli 2007.
 * @param uniform addressed uniform numbers: trajectory, index (3 · dimensions of them are used)
 * @throws RangeError when there are no dimensions or trajectories, or the number of levels is odd or below 2.
 */
export function morrisTrajectories(
  trajectories: number,
  dimensions: number,
  levels: number,
  uniform: (trajectory: number, index: number) => number,
): MorrisTrajectory[] {
  if (!(Number.isSafeInteger(trajectories) && trajectories >= 1)) throw new RangeError(`screening needs trajectories, got ${trajectories}`);
  if (!(Number.isSafeInteger(dimensions) && dimensions >= 1)) throw new RangeError(`screening needs parameters, got ${dimensions}`);
  if (!(Number.isSafeInteger(levels) && levels >= 2 && levels % 2 === 0)) throw new RangeError(`levels are an even number, got ${levels}`);
  return Array.from({ length: trajectories }, (_, at) => trajectory(dimensions, levels, (index) => uniform(at, index)));
}

function trajectory(dimensions: number, levels: number, uniform: (index: number) => number): MorrisTrajectory {
  const step = levels / (2 * (levels - 1));
  const lower = levels / 2;
  // The low end of each parameter's step, and whether it goes up or down from its start.
  const low = Array.from({ length: dimensions }, (_, j) => Math.floor(uniform(j) * lower) / (levels - 1));
  const up = Array.from({ length: dimensions }, (_, j) => uniform(dimensions + j) < 0.5);
  const order = Array.from({ length: dimensions }, (_, j) => j).sort((a, b) => uniform(2 * dimensions + a) - uniform(2 * dimensions + b));
  const point = low.map((value, j) => (up[j] === true ? value : value + step));
  const points = [[...point]];
  for (const j of order) {
    point[j] = (low[j] as number) + (up[j] === true ? step : 0);
    points.push([...point]);
  }
  return { points, changed: order };
}

/**
 * Elementary effects of every parameter: (f(after) − f(before)) / (x(after) − x(before)).
 *
 * @param trajectories from {@link morrisTrajectories}
 * @param values the model's value at every point of every trajectory, in the same order
 * @returns one effect per parameter
 * @throws RangeError when values are missing or not finite, or the confidence is out of range.
 */
export function morrisEffects(
  trajectories: readonly MorrisTrajectory[],
  values: readonly (readonly number[])[],
  confidence: number,
): MorrisEffect[] {
  requireConfidence(confidence);
  const dimensions = trajectories[0]?.changed.length ?? 0;
  const effects: number[][] = Array.from({ length: dimensions }, () => []);
  for (const [at, { points, changed }] of trajectories.entries()) {
    if (values[at]?.length !== points.length)
      throw new RangeError(`trajectory ${at} has ${points.length} points and ${values[at]?.length ?? 0} values`);
    for (const [k, j] of changed.entries()) {
      const moved = (points[k + 1]?.[j] as number) - (points[k]?.[j] as number);
      effects[j]?.push(((values[at]?.[k + 1] as number) - (values[at]?.[k] as number)) / moved);
    }
  }
  return effects.map((ofParameter) => {
    const { mean: muStar, low, high } = tInterval(ofParameter.map(Math.abs), confidence);
    return { mu: mean(ofParameter), muStar, low, high, sigma: ofParameter.length < 2 ? null : sampleSd(ofParameter) };
  });
}
