/** What a sensitivity study looks at, at every point: the KPI of each strategy, and how much more it is than the baseline's. */

import { JourneybenchError } from "../../errors.ts";
import type { Kpi, ScopeSums, Span } from "../../kpi/index.ts";
import { jackknife } from "../../stats/index.ts";
import type { Points } from "../study/points.ts";

export interface Response {
  readonly strategy: string;
  /** The strategy that is subtracted; null: the KPI itself. */
  readonly less: string | null;
}

/** A response at a point: over all replications, and without each of them; null for one replication. */
export interface Values {
  readonly all: number;
  readonly without: readonly number[] | null;
}

/** Differences first: they are what is asked for. */
export function responsesOf(strategies: readonly string[], baseline: string): Response[] {
  return [
    ...strategies.filter((strategy) => strategy !== baseline).map((strategy) => ({ strategy, less: baseline })),
    ...strategies.map((strategy) => ({ strategy, less: null })),
  ];
}

function measured(kpi: Kpi, sums: ScopeSums, leaveOut: number | null, where: string): number {
  const value = kpi.value(sums.slice(leaveOut));
  if (typeof value === "number") return value;
  const without = leaveOut === null ? "" : " once a replication is left out";
  throw new JourneybenchError("bad-input", `${kpi.label} of ${where} is undefined${without}: ${value.reason}.`, {
    hint: "Choose another KPI with --on, narrower ranges, or more --replications.",
  });
}

function valuesAt(kpi: Kpi, sums: ScopeSums, where: string): Values {
  const { replications } = sums;
  return {
    all: measured(kpi, sums, null, where),
    without: replications < 2 ? null : Array.from({ length: replications }, (_, leaveOut) => measured(kpi, sums, leaveOut, where)),
  };
}

/** Replication by replication: the same luck on both sides. */
export function difference(one: Values, other: Values): Values {
  const { without } = other;
  return {
    all: one.all - other.all,
    without: one.without === null || without === null ? null : one.without.map((value, at) => value - (without[at] as number)),
  };
}

/**
 * Reads a KPI at points that were lived.
 *
 * @param where words for a point, for errors
 * @throws JourneybenchError `bad-input` where the KPI is undefined
 */
export function readValues(points: Points, kpi: Kpi, strategy: string, where: (point: number) => string): Values[] {
  return points.scenarios.map((_, point) => valuesAt(kpi, points.sums(point, strategy), `${strategy}${where(point)}`));
}

/** What some statistics of the values at all points are, and half the width of the interval that luck gives to each. */
export interface Estimates {
  readonly estimates: readonly number[];
  /** By statistic; null for one replication. */
  readonly luck: readonly (number | null)[];
}

/**
 * Statistics of a response over all points, with the jackknife over replications: a replication is left out at all points at once.
 *
 * @param statistic gives the same number of figures at each call
 */
export function overLuck(
  values: readonly Values[],
  confidence: number,
  statistic: (values: readonly number[]) => readonly number[],
): Estimates {
  const estimates = statistic(values.map(({ all }) => all));
  const replications = values[0]?.without?.length ?? 1;
  if (replications < 2) return { estimates, luck: estimates.map(() => null) };
  const without = Array.from({ length: replications }, (_, leaveOut) =>
    statistic(values.map((value) => value.without?.[leaveOut] as number)),
  );
  const luck = estimates.map((estimate, at) => {
    const found = jackknife(replications, (leaveOut) => (leaveOut === null ? estimate : (without[leaveOut]?.[at] as number)), confidence);
    return "undefined" in found || found.high === null ? null : found.high - found.estimate;
  });
  return { estimates, luck };
}

/** An estimate with the interval that luck alone gives. */
export function luckSpan({ estimates, luck }: Estimates, at: number): Span {
  return widened({ mean: estimates[at] as number, low: null, high: null }, luck[at] ?? null);
}

/**
 * An interval over a design, made as much wider as luck asks for: distances to the estimate add up as squares, because what the design and
 * the replications leave open are independent. What both do together counts twice, so that the interval is rather too wide.
 *
 * Source: the square-and-add rule of Zou & Donner 2008, Statistics in Medicine 27(10).
 * @param design without interval: the design leaves nothing open
 * @param luck half width; null: nothing is known of it, the interval tells the design alone
 */
export function widened(design: Span & { readonly mean: number }, luck: number | null): Span {
  const { mean, low, high } = design;
  if (luck === null) return { mean, low, high };
  const both = (distance: number) => Math.sqrt(distance * distance + luck * luck);
  return { mean, low: mean - both(low === null ? 0 : mean - low), high: mean + both(high === null ? 0 : high - mean) };
}

/** The interval of what cannot be less than nothing: a mean of sizes, a mean of squares. */
export function sizeSpan({ mean, low, high }: Span): Span {
  return { mean, low: low === null ? null : Math.max(0, low), high };
}
