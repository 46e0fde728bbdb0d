// How a distribution is written down, and which parameters are impossible.

/** A distribution as plain data. Unit of values, means, scales: whatever the user measures. */
export type DistributionSpec =
  /** Memoryless, by its mean ≥ 0. */
  | { readonly kind: "exponential"; readonly mean: number }
  /** Always the same value. */
  | { readonly kind: "deterministic"; readonly value: number }
  /** By its own mean ≥ 0 (not that of its logarithm) and its coefficient of variation ≥ 0. */
  | { readonly kind: "lognormal"; readonly mean: number; readonly cv: number }
  /** By its mean ≥ 0 and its coefficient of variation ≥ 0; shape = 1 / cv². */
  | { readonly kind: "gamma"; readonly mean: number; readonly cv: number }
  /** By shape > 0 and rate > 0; mean = shape / rate. */
  | { readonly kind: "gammaShapeRate"; readonly shape: number; readonly rate: number }
  /** On the interval from 0 to 1, a > 0 and b > 0; mean = a / (a + b). */
  | { readonly kind: "beta"; readonly a: number; readonly b: number }
  /** F(x) = 1 − exp(−(x / scale)^shape), shape > 0 and scale > 0. */
  | { readonly kind: "weibull"; readonly shape: number; readonly scale: number }
  /** Each of the observed values is as likely as any other. */
  | { readonly kind: "empirical"; readonly values: readonly number[] }
  /** Value i with a probability proportional to weight i ≥ 0. */
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] }
  /** A whole number k ≥ 1 with probability p (1 − p)^(k − 1), p = 1 / mean, mean ≥ 1. */
  | { readonly kind: "geometric"; readonly mean: number }
  /** Evenly from low to high, low ≤ high. */
  | { readonly kind: "uniform"; readonly low: number; readonly high: number };

/**
 * Refuses a distribution that cannot exist.
 *
 * @throws RangeError naming the kind, the parameter and its value
 */
export function checkDistribution(spec: DistributionSpec): void {
  switch (spec.kind) {
    case "exponential":
      return atLeastZero(spec.kind, "mean", spec.mean);
    case "deterministic":
      return finite(spec.kind, "value", spec.value);
    case "lognormal":
    case "gamma":
      atLeastZero(spec.kind, "mean", spec.mean);
      return atLeastZero(spec.kind, "cv", spec.cv);
    case "gammaShapeRate":
      aboveZero(spec.kind, "shape", spec.shape);
      return aboveZero(spec.kind, "rate", spec.rate);
    case "beta":
      aboveZero(spec.kind, "a", spec.a);
      return aboveZero(spec.kind, "b", spec.b);
    case "weibull":
      aboveZero(spec.kind, "shape", spec.shape);
      return aboveZero(spec.kind, "scale", spec.scale);
    case "empirical":
      return checkValues(spec.kind, spec.values);
    case "discrete":
      checkValues(spec.kind, spec.values);
      return checkWeights(spec.values, spec.weights);
    case "geometric":
      return demand(Number.isFinite(spec.mean) && spec.mean >= 1, spec.kind, `mean to be a finite number ≥ 1, not ${spec.mean}`);
    case "uniform":
      finite(spec.kind, "low", spec.low);
      finite(spec.kind, "high", spec.high);
      return demand(spec.low <= spec.high, spec.kind, `low ≤ high, not ${spec.low} and ${spec.high}`);
    default:
      throw new RangeError(`no distribution is called ${String((spec as { kind?: unknown }).kind)}`);
  }
}

function checkValues(kind: string, values: readonly number[]): void {
  demand(values.length > 0, kind, "at least one value");
  for (const value of values) {
    finite(kind, "every value", value);
  }
}

function checkWeights(values: readonly number[], weights: readonly number[]): void {
  demand(weights.length === values.length, "discrete", `a weight for each of ${values.length} values, not ${weights.length}`);
  let sum = 0;
  for (const weight of weights) {
    atLeastZero("discrete", "every weight", weight);
    sum += weight;
  }
  demand(sum > 0 && Number.isFinite(sum), "discrete", `weights with a finite sum above 0, not ${sum}`);
}

function finite(kind: string, what: string, value: number): void {
  demand(Number.isFinite(value), kind, `${what} to be a finite number, not ${value}`);
}

function atLeastZero(kind: string, what: string, value: number): void {
  demand(Number.isFinite(value) && value >= 0, kind, `${what} to be a finite number ≥ 0, not ${value}`);
}

function aboveZero(kind: string, what: string, value: number): void {
  demand(Number.isFinite(value) && value > 0, kind, `${what} to be a finite number > 0, not ${value}`);
}

function demand(holds: boolean, kind: string, need: string): void {
  if (!holds) {
    throw new RangeError(`a distribution of kind ${kind} needs ${need}`);
  }
}
