// The largest value of a smooth function of a few positive parameters.
import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";

/** Where a function is largest. */
export interface Maximum {
  readonly parameters: readonly number[];
  readonly value: number;
  /** Standard errors of the parameters, if the function is a log likelihood: from its curvature there. */
  readonly standardErrors: readonly number[];
}

const MOST_STEPS = 500;
/** Differences for derivatives, on the logarithms: the likelihood's digits allow 8 of the slope and 6 of the curvature. */
const SLOPE_STEP = 1e-4;
const CURVATURE_STEP = 1e-3;

interface Shape {
  readonly slope: readonly number[];
  /** Minus the second derivatives. */
  readonly curvature: Matrix;
}

/**
 * Newton's method on the logarithms of the parameters, damped as by Levenberg and Marquardt: steps shrink and turn uphill until they gain. Derivatives
 * are differences. Newton's method because it gives the curvature, and so standard errors, with the maximum. Written here because the kept
 * optimisers of npm do least squares only (ml-levenberg-marquardt), and those for any function are not kept (fmin 0.0.4 cannot be imported as a
 * module, and its simplex throws on shrinking; optimization-js brings 150 MB).
 *
 * @param start positive values to begin with
 * @throws RangeError when no maximum is found: the data say too little, and a parameter runs to 0 or infinity.
 */
export function maximise(f: (parameters: readonly number[]) => number, start: readonly number[]): Maximum {
  const ofLogs = (logs: readonly number[]): number => f(logs.map((log) => Math.exp(log)));
  let logs = start.map((value) => Math.log(value));
  let value = ofLogs(logs);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    const shape = shapeAt(ofLogs, logs, value);
    const move = moveOf(shape, damping);
    const gain = move === undefined ? 0 : 0.5 * sum(move.map((length, k) => length * (shape.slope[k] as number)));
    if (move !== undefined && damping < 1e-6 && gain < 1e-9) return maximumAt(logs, value, shape);
    const next = move === undefined ? logs : logs.map((log, k) => log + (move[k] as number));
    const reached = move === undefined ? Number.NEGATIVE_INFINITY : ofLogs(next);
    // A gain lost in the function's own rounding is no reason to go more slowly.
    if (reached > value - 1e-13 * Math.abs(value)) {
      logs = next;
      value = reached;
      damping /= 10;
    } else damping = Math.max(1e-5, damping * 10);
    if (damping > 1e12 || logs.some((log) => Math.abs(log) > 20)) break;
  }
  throw new RangeError(`no maximum found: the parameters were last at ${logs.map((log) => Math.exp(log).toPrecision(4)).join(", ")}`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function shapeAt(f: (logs: readonly number[]) => number, logs: readonly number[], value: number): Shape {
  const n = logs.length;
  const moved = (changes: Readonly<Record<number, number>>): number => f(logs.map((log, k) => log + (changes[k] ?? 0)));
  const slope = logs.map((_, k) => (moved({ [k]: SLOPE_STEP }) - moved({ [k]: -SLOPE_STEP })) / (2 * SLOPE_STEP));
  const h = CURVATURE_STEP;
  const curvature = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++) {
    curvature.set(i, i, -(moved({ [i]: h }) - 2 * value + moved({ [i]: -h })) / (h * h));
    for (let j = 0; j < i; j++) {
      const cross = moved({ [i]: h, [j]: h }) - moved({ [i]: h, [j]: -h }) - moved({ [i]: -h, [j]: h }) + moved({ [i]: -h, [j]: -h });
      curvature.set(i, j, -cross / (4 * h * h));
      curvature.set(j, i, -cross / (4 * h * h));
    }
  }
  return { slope, curvature };
}

/** The damped Newton step, at most a factor of e in each parameter; undefined where the function does not curve down that way. */
function moveOf({ slope, curvature }: Shape, damping: number): number[] | undefined {
  const damped = curvature.clone();
  for (let k = 0; k < slope.length; k++) damped.set(k, k, damped.get(k, k) + damping * Math.max(1, Math.abs(curvature.get(k, k))));
  if (damped.to1DArray().some((entry) => !Number.isFinite(entry))) return undefined;
  const factors = new CholeskyDecomposition(damped);
  if (!factors.isPositiveDefinite()) return undefined;
  const move = factors.solve(Matrix.columnVector([...slope])).to1DArray();
  const longest = Math.max(1, ...move.map((length) => Math.abs(length)));
  return move.map((length) => length / longest);
}

function maximumAt(logs: readonly number[], value: number, { curvature }: Shape): Maximum {
  const variances = inverse(curvature);
  const parameters = logs.map((log) => Math.exp(log));
  return { parameters, value, standardErrors: parameters.map((parameter, k) => parameter * Math.sqrt(variances.get(k, k))) };
}
