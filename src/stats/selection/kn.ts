// Selecting the best of k systems with a guarantee: the procedure of Kim and Nelson, which profits from paired luck.
import { mean } from "../mean.ts";
import { sampleVariance } from "../sample-variance.ts";

/** The constants of the procedure. */
export interface KnConstants {
  readonly eta: number;
  readonly h2: number;
}

/** What is promised: with probability 1 − alpha the best is selected whenever it is better than all others by at least `indifference`. */
export interface KnPromise {
  readonly alpha: number;
  /** Smallest difference worth detecting, in the unit of the observations. */
  readonly indifference: number;
}

/**
 * η = ½ ((2 α / (k − 1))^(−2 / (n0 − 1)) − 1) and h² = 2 η (n0 − 1).
 *
 * Source: Kim & Nelson 2001, ACM TOMACS 11(3), with c = 1.
 * @param systems how many are compared
 * @param firstStage replications of the first stage (n0)
 * @throws RangeError for fewer than two systems or replications, or an alpha outside (0, 1 − 1/k).
 */
export function knConstants(systems: number, alpha: number, firstStage: number): KnConstants {
  if (!(Number.isSafeInteger(systems) && systems >= 2)) throw new RangeError(`selecting needs two systems or more, got ${systems}`);
  if (!(Number.isSafeInteger(firstStage) && firstStage >= 2))
    throw new RangeError(`the first stage has two replications or more, got ${firstStage}`);
  if (!(alpha > 0 && alpha < 1 - 1 / systems)) throw new RangeError(`alpha lies between 0 and ${1 - 1 / systems}, got ${alpha}`);
  const eta = 0.5 * (Math.exp((-2 / (firstStage - 1)) * Math.log((2 * alpha) / (systems - 1))) - 1);
  return { eta, h2: 2 * eta * (firstStage - 1) };
}

/** How far a selection is. */
export interface KnState {
  /** Systems still in the race; one when it is decided. */
  readonly survivors: readonly number[];
  /** By system: replication after which it was eliminated, null while it is in. */
  readonly eliminatedAfter: readonly (number | null)[];
  readonly isDecided: boolean;
  /** Most replications that may be needed, from the first stage's variances. */
  readonly most: number;
}

/** Variance of the differences of two systems over the first stage. */
function differenceVariance(x: readonly number[], y: readonly number[], firstStage: number): number {
  return sampleVariance(x.slice(0, firstStage).map((value, at) => value - (y[at] as number)));
}

/**
 * Goes through the replications in order and eliminates every system that another one is clearly better than.
 *
 * Screening after r replications: system i leaves if for some survivor l: mean_i < mean_l − max(0, δ / (2 r) (h² S²_il / δ² − r)). When r exceeds
 * every h² S² / δ² the survivor with the greatest mean wins.
 *
 * @param observations by system, one value per replication, all systems with the same luck; greater is better. Systems that were
 * eliminated may have fewer
 * @param firstStage replications whose variances are used; no decision is taken before
 * @throws RangeError as {@link knConstants}, when the indifference is not positive, or a surviving system lacks observations.
 */
export function knSelection(observations: readonly (readonly number[])[], firstStage: number, { alpha, indifference }: KnPromise): KnState {
  if (!(indifference > 0 && indifference < Infinity)) throw new RangeError(`the indifference must be positive, got ${indifference}`);
  const systems = observations.length;
  const { h2 } = knConstants(systems, alpha, firstStage);
  const needs = observations.map((x) =>
    observations.map((y) => (x === y ? 0 : (h2 * differenceVariance(x, y, firstStage)) / (indifference * indifference))),
  );
  const most = Math.max(firstStage, Math.floor(Math.max(...needs.flat())) + 1);
  const eliminatedAfter: (number | null)[] = observations.map(() => null);
  let survivors = observations.map((_, at) => at);
  const replications = Math.max(...observations.map((values) => values.length));
  for (let r = firstStage; r <= replications && survivors.length > 1; r++) {
    survivors = screen({ observations, needs, survivors, r, indifference, isLast: r >= most });
    for (const [at, known] of eliminatedAfter.entries()) if (known === null && !survivors.includes(at)) eliminatedAfter[at] = r;
  }
  return { survivors, eliminatedAfter, isDecided: survivors.length === 1, most };
}

interface Screening {
  readonly observations: readonly (readonly number[])[];
  /** By pair: h² S² / δ². */
  readonly needs: readonly (readonly number[])[];
  readonly survivors: readonly number[];
  readonly r: number;
  readonly indifference: number;
  readonly isLast: boolean;
}

function screen({ observations, needs, survivors, r, indifference, isLast }: Screening): number[] {
  const means = survivors.map((system) => {
    const values = observations[system] as readonly number[];
    if (values.length < r) throw new RangeError(`system ${system} is in the race after ${r} replications, but has ${values.length}`);
    return mean(values.slice(0, r));
  });
  if (isLast) return [survivors[means.indexOf(Math.max(...means))] as number];
  return survivors.filter((system, i) =>
    survivors.every((other, l) => {
      const slack = (indifference / (2 * r)) * ((needs[system]?.[other] as number) - r);
      return other === system || (means[i] as number) >= (means[l] as number) - Math.max(0, slack);
    }),
  );
}
