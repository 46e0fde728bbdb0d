// Maximum likelihood of the models of buyers.
import {
  bgBb,
  type BgBbParameters,
  bgNbd,
  type BgNbdParameters,
  type BuyerHistory,
  type CohortCounts,
  gammaGamma,
  type GammaGammaParameters,
  nbd,
  type NbdParameters,
  type OpportunityHistory,
  paretoNbd,
  type ParetoNbdParameters,
  sbg,
  type SbgParameters,
  type SpendHistory,
} from "../stats/index.ts";
import { maximise } from "./maximise.ts";

/** Parameters that make what was seen most likely. */
export interface Fit<Parameters> {
  readonly parameters: Parameters;
  /** By the curvature of the log likelihood; in the units of the parameters. */
  readonly standardErrors: Parameters;
  /** Its largest value. */
  readonly logLikelihood: number;
}

/** An observation may stand for several that are the same. */
export type Weighted<Observation> = Observation & { readonly weight?: number };

type Model<Observation> = { logLikelihood(observation: Observation): number };

/** Fits a model to independent observations. Equal ones are weighed, not computed again. */
function fitModel<Parameters extends { [name in keyof Parameters]: number }, Observation>(
  model: (parameters: Parameters) => Model<Observation>,
  observations: readonly Weighted<Observation>[],
  start: Parameters,
): Fit<Parameters> {
  if (observations.length === 0) throw new RangeError("a fit needs at least one observation");
  const names = Object.keys(start) as (keyof Parameters)[];
  const named = (values: readonly number[]): Parameters => Object.fromEntries(names.map((name, k) => [name, values[k]])) as Parameters;
  const likelihood = (values: readonly number[]): number => {
    const given = model(named(values));
    return observations.reduce((sum, one) => sum + (one.weight ?? 1) * given.logLikelihood(one), 0);
  };
  const { parameters, value, standardErrors } = maximise(
    likelihood,
    names.map((name) => start[name]),
  );
  return { parameters: named(parameters), standardErrors: named(standardErrors), logLikelihood: value };
}

function meanAge(histories: readonly Weighted<BuyerHistory>[]): number {
  const weights = histories.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return histories.reduce((sum, { age, weight = 1 }) => sum + weight * age, 0) / weights;
}

/**
 * Shifted beta-geometric, to one or several cohorts of contracts.
 * @throws RangeError when the counts rise, or allow no maximum (retention that does not rise with age).
 */
export function fitSbg(cohorts: readonly Weighted<CohortCounts>[]): Fit<SbgParameters> {
  return fitModel(sbg, cohorts, { alpha: 1, beta: 1 });
}

/**
 * BG/NBD. Alpha is in the unit of time of the histories.
 * @throws RangeError when a history is impossible, or there is no maximum.
 */
export function fitBgNbd(histories: readonly Weighted<BuyerHistory>[]): Fit<BgNbdParameters> {
  return fitModel(bgNbd, histories, { r: 1, alpha: meanAge(histories), a: 1, b: 1 });
}

/**
 * Pareto/NBD. Alpha and beta are in the unit of time of the histories.
 * @throws RangeError when a history is impossible, or there is no maximum.
 */
export function fitParetoNbd(histories: readonly Weighted<BuyerHistory>[]): Fit<ParetoNbdParameters> {
  const age = meanAge(histories);
  return fitModel(paretoNbd, histories, { r: 1, alpha: age, s: 1, beta: age });
}

/**
 * BG/BB.
 * @throws RangeError when a history is impossible, or there is no maximum.
 */
export function fitBgBb(histories: readonly Weighted<OpportunityHistory>[]): Fit<BgBbParameters> {
  return fitModel(bgBb, histories, { alpha: 1, beta: 1, gamma: 1, delta: 1 });
}

/** Purchases in a time. */
export interface PurchaseCount {
  readonly purchases: number;
  readonly time: number;
}

/**
 * NBD. Alpha is in the unit of time of the counts.
 * @throws RangeError when a count is impossible, or there is no maximum (counts that vary no more than Poisson's).
 */
export function fitNbd(counts: readonly Weighted<PurchaseCount>[]): Fit<NbdParameters> {
  const model = (parameters: NbdParameters): Model<PurchaseCount> => {
    const given = nbd(parameters);
    return { logLikelihood: ({ purchases, time }) => given.logLikelihood(purchases, time) };
  };
  return fitModel(model, counts, {
    r: 1,
    alpha: meanAge(counts.map(({ time, weight = 1 }) => ({ frequency: 0, recency: 0, age: time, weight }))),
  });
}

/**
 * Gamma–gamma, to customers with at least one purchase each. Gamma is in the unit of money of the means.
 * @throws RangeError when a mean is not above 0, or there is no maximum.
 */
export function fitGammaGamma(histories: readonly Weighted<SpendHistory>[]): Fit<GammaGammaParameters> {
  const mean = histories.reduce((sum, history) => sum + history.mean, 0) / histories.length;
  return fitModel(gammaGamma, histories, { p: 2, q: 2, gamma: mean });
}
