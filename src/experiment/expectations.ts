/** Expectations that a scenario states about its own results. */

import { type Comparison, type ExpectationOutcome, kpiById, type StrategyResult } from "../kpi/index.ts";
import type { Expectation } from "../scenario/index.ts";

function observed(
  { kpi, strategy, over }: Expectation,
  strategies: readonly StrategyResult[],
  comparisons: readonly Comparison[],
): number | null {
  if (over === undefined) return strategies.find(({ name }) => name === strategy)?.kpis[kpi]?.mean ?? null;
  const found = comparisons.find(
    (comparison) => comparison.kpi === kpi && comparison.strategy === strategy && comparison.baseline === over,
  );
  if (found !== undefined) return found.difference.mean;
  const value = (name: string) => strategies.find((one) => one.name === name)?.kpis[kpi]?.mean ?? null;
  const [a, b] = [value(strategy), value(over)];
  return a === null || b === null ? null : a - b;
}

function wording({ kpi, strategy, over, atLeast, atMost }: Expectation): string {
  const what = kpiById(kpi)?.label ?? kpi;
  const whose = over === undefined ? `of ${strategy}` : `of ${strategy} less that of ${over}`;
  const bounds = [atLeast === undefined ? "" : `at least ${atLeast}`, atMost === undefined ? "" : `at most ${atMost}`];
  return `${what} ${whose}: ${bounds.filter((bound) => bound !== "").join(" and ")}`;
}

/** Judges expectations on the estimates. One about an undefined KPI, or a strategy that did not run, does not hold. */
export function judge(
  expectations: readonly Expectation[],
  strategies: readonly StrategyResult[],
  comparisons: readonly Comparison[],
): ExpectationOutcome[] {
  return expectations.map((expectation) => {
    const value = observed(expectation, strategies, comparisons);
    const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = expectation;
    return { text: wording(expectation), passed: value !== null && value >= atLeast && value <= atMost, observed: value };
  });
}
