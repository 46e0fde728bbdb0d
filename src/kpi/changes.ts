/** Comparisons that look at a change over time, or at what one channel takes from another (evidence 2.3, strategy comparison). */

import { jackknife } from "../stats/index.ts";
import type { Kpi } from "./kpi.ts";
import { at } from "./ledger.ts";
import type { Span } from "./result.ts";
import type { ScopeSums } from "./scope-sums.ts";

/** A strategy in a year before adoption and in one after it. */
export interface BeforeAfter {
  readonly before: ScopeSums;
  readonly after: ScopeSums;
}

export interface Changes {
  /** (A after − A before) − (B after − B before). */
  readonly did: Span;
  /** Change of A / change of B − 1. */
  readonly ratioOfChanges: Span;
}

const UNDEFINED_YEAR =
  "the KPI is undefined in one of the two years; what compares a year with the one before, such as retention, needs two years of history";

function valueIn(kpi: Kpi, sums: ScopeSums, leaveOut: number | null): number | null {
  const value = kpi.value(sums.slice(leaveOut));
  return typeof value === "number" ? value : null;
}

function changeOf(kpi: Kpi, { before, after }: BeforeAfter, leaveOut: number | null): number | null {
  const [first, last] = [valueIn(kpi, before, leaveOut), valueIn(kpi, after, leaveOut)];
  return first === null || last === null ? null : last - first;
}

type Statistic = (leaveOut: number | null) => number | null;

function spanOf(n: number, confidence: number, statistic: Statistic, reason: string): Span {
  const estimate = jackknife(n, statistic, confidence);
  return "undefined" in estimate
    ? { mean: null, low: null, high: null, reason }
    : { mean: estimate.estimate, low: estimate.low, high: estimate.high };
}

/**
 * How a KPI changed from the year before adoption to the last one under strategy A, against the change under B, replication by
 * replication. Both lived the same history, so the difference in differences is the difference of the last year; it stands here for
 * those who know studies by it. A ratio of changes over a change that is not clearly above zero is refused with a reason.
 */
export function changesOf(kpi: Kpi, a: BeforeAfter, b: BeforeAfter, confidence: number): Changes {
  const n = Math.min(a.after.replications, b.after.replications);
  const both = (combine: (changeA: number, changeB: number) => number | null): Statistic => {
    return (leaveOut) => {
      const [changeA, changeB] = [changeOf(kpi, a, leaveOut), changeOf(kpi, b, leaveOut)];
      return changeA === null || changeB === null ? null : combine(changeA, changeB);
    };
  };
  const did = spanOf(
    n,
    confidence,
    both((changeA, changeB) => changeA - changeB),
    UNDEFINED_YEAR,
  );
  const ofB = spanOf(n, confidence, (leaveOut) => changeOf(kpi, b, leaveOut), UNDEFINED_YEAR);
  const refused = did.mean === null ? UNDEFINED_YEAR : refusal(ofB);
  if (refused !== undefined) return { did, ratioOfChanges: { mean: null, low: null, high: null, reason: refused } };
  const ratio = both((changeA, changeB) => (changeB <= 0 ? null : changeA / changeB - 1));
  return { did, ratioOfChanges: spanOf(n, confidence, ratio, UNDEFINED_YEAR) };
}

/** Why a ratio to this change would mislead, or undefined if it would not. */
function refusal({ mean, low }: Span): string | undefined {
  if (mean === null || mean <= 0) return "the baseline's change is not above zero, so a ratio to it has no meaning";
  if (low !== null && low <= 0) return "the interval of the baseline's change covers zero, so a ratio to it has no meaning";
  return undefined;
}

/**
 * Selection gap: what customers of several channels spend more than those of one under the baseline (relative), less what the strategy
 * truly adds to spend per customer (relative). Above zero, the naive comparison promises more than the strategy brings.
 *
 * @param naive - KPI of the naive gap
 * @param spend - KPI of spend per customer
 */
export function selectionGapOf(naive: Kpi, spend: Kpi, scope: ScopeSums, base: ScopeSums, confidence: number): Span {
  const statistic: Statistic = (leaveOut) => {
    const gap = valueIn(naive, base, leaveOut);
    const [a, b] = [valueIn(spend, scope, leaveOut), valueIn(spend, base, leaveOut)];
    return gap === null || a === null || b === null || b <= 0 ? null : gap - (a / b - 1);
  };
  return spanOf(Math.min(scope.replications, base.replications), confidence, statistic, "needs customers of one and of several channels");
}

/** What a channel's gain in orders costs another one. */
export interface Cannibalisation {
  /** Rows of channels. */
  readonly gains: number;
  readonly loses: number;
  /** −(change of the loser) / (change of the winner): 1 = every order gained there is lost here. */
  readonly share: Span;
}

/**
 * Cannibalisation between strategies: for each channel whose orders clearly rise, every channel whose orders fall. Channels whose gain
 * covers zero are left out, because a ratio to it has no meaning.
 *
 * @param scopes - by channel under the strategy; `bases` the same under the baseline
 */
export function cannibalisationOf(scopes: readonly ScopeSums[], bases: readonly ScopeSums[], confidence: number): Cannibalisation[] {
  const change = (channel: number, leaveOut: number | null): number =>
    ordersIn(scopes[channel] as ScopeSums, leaveOut) - ordersIn(bases[channel] as ScopeSums, leaveOut);
  const n = Math.min(...[...scopes, ...bases].map(({ replications }) => replications));
  const rows = scopes.map((_, channel) => channel);
  const winners = rows.filter((channel) => {
    const { low } = spanOf(n, confidence, (leaveOut) => change(channel, leaveOut), "");
    return low !== null && low > 0;
  });
  return winners.flatMap((gains) =>
    rows
      .filter((loses) => loses !== gains && change(loses, null) < 0)
      .map((loses) => {
        const share: Statistic = (leaveOut) => -change(loses, leaveOut) / change(gains, leaveOut);
        return { gains, loses, share: spanOf(n, confidence, share, "") };
      }),
  );
}

function ordersIn(sums: ScopeSums, leaveOut: number | null): number {
  return sums.slice(leaveOut).sums[at.orders] as number;
}
