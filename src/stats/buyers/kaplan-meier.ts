// Kaplan–Meier: survival from times of which some were cut off.
import { requireNonNegatives } from "./require.ts";

/** A time, and whether it ended there (a customer left) or was merely seen until there. */
export interface Duration {
  readonly time: number;
  readonly ended: boolean;
}

/** A step of the curve: it holds from `time` until the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** Those still under observation just before `time`. */
  readonly atRisk: number;
  readonly ended: number;
  /** S(time). */
  readonly survival: number;
  /** Its standard error by Greenwood's formula; null where nobody is left. */
  readonly standardError: number | null;
}

/** The estimated curve. */
export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[];
  /** S(t): 1 before the first step. */
  survival(time: number): number;
  /** First time at which S is at most one half; null if it stays above. */
  median(): number | null;
  /** Area under the curve up to `until`: the restricted mean. */
  mean(until: number): number;
}

/**
 * The product-limit estimate; who is cut off at a time at which others end is counted as at risk then.
 *
 * Source: Kaplan & Meier 1958, JASA 53(282); Greenwood 1926.
 * @throws RangeError without durations, or for one below 0.
 */
export function kaplanMeier(durations: readonly Duration[]): SurvivalCurve {
  if (durations.length === 0) throw new RangeError("kaplanMeier needs at least one duration");
  for (const { time } of durations) requireNonNegatives({ time });
  const steps = stepsOf([...durations].sort((left, right) => left.time - right.time));
  const survival = (time: number): number => {
    requireNonNegatives({ time });
    return steps.findLast((step) => step.time <= time)?.survival ?? 1;
  };
  return {
    steps,
    survival,
    median: () => steps.find((step) => step.survival <= 0.5)?.time ?? null,
    mean: (until) => {
      requireNonNegatives({ until });
      const corners = [0, ...steps.map(({ time }) => time).filter((time) => time < until), until];
      return corners.reduce((area, time, k) => area + ((corners[k + 1] ?? time) - time) * survival(time), 0);
    },
  };
}

function stepsOf(sorted: readonly Duration[]): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let first = 0; first < sorted.length;) {
    const { time } = sorted[first] as Duration;
    let next = first;
    let ended = 0;
    for (; sorted[next]?.time === time; next++) if (sorted[next]?.ended === true) ended++;
    if (ended > 0) {
      const atRisk = sorted.length - first;
      survival *= 1 - ended / atRisk;
      greenwood += ended / (atRisk * (atRisk - ended));
      steps.push({ time, atRisk, ended, survival, standardError: survival === 0 ? null : survival * Math.sqrt(greenwood) });
    }
    first = next;
  }
  return steps;
}
