/** From what replications recorded of touches to the section of the result: credits, truth, errors, each with its interval. */

import {
  type AttributionChannel,
  type AttributionFigure,
  type AttributionMethod,
  attributionMethods,
  type AttributionMethodRow,
  type AttributionResult,
  type StrategyResult,
} from "../../kpi/index.ts";
import type { Outcome, Plan, TouchRecord } from "../../sim/index.ts";
import { jackknife } from "../../stats/index.ts";
import { pathTable } from "./path-table.ts";
import { creditedShares, lostProfit, lostRevenue, type Shares, type Truth, trueShares } from "./shares.ts";

const NO_CREDIT = "nothing was bought";
const NO_TRUTH = "no revenue is lost without touches, so there is nothing to share";

/** Shares over all replications and without each one, computed once. */
type SharesWithout = (leaveOut: number | null) => Shares;

interface Study {
  readonly records: readonly TouchRecord[];
  readonly confidence: number;
  /** Rows and names of the channels that had touches. */
  readonly rows: readonly number[];
  readonly names: readonly string[];
  readonly credited: Readonly<Record<AttributionMethod, SharesWithout>>;
  readonly truth: Readonly<Record<Truth, SharesWithout>>;
}

function remembered(count: number, shares: SharesWithout): SharesWithout {
  const known = [null, ...Array.from({ length: count }, (_, leaveOut) => leaveOut)].map(shares);
  return (leaveOut) => known[leaveOut === null ? 0 : leaveOut + 1] ?? null;
}

function studyOf(plan: Plan, records: readonly TouchRecord[]): Study {
  const all = plan.market.channels.map(({ name }) => name);
  const rows = [...all.keys()].filter((channel) => records.some(({ touches }) => (touches[channel] ?? 0) > 0));
  const names = rows.map((row) => all[row] ?? "");
  const paths = pathTable(all, records);
  const tables = [null, ...records.keys()].map(paths);
  const without = (leaveOut: number | null) => (leaveOut === null ? records : records.filter((_, index) => index !== leaveOut));
  const credited = (method: AttributionMethod) =>
    remembered(records.length, (leaveOut) => creditedShares(method, tables[leaveOut === null ? 0 : leaveOut + 1] ?? [], names));
  const truth = (which: Truth) => remembered(records.length, (leaveOut) => trueShares(without(leaveOut), which, rows));
  return {
    records,
    confidence: plan.scenario.confidence,
    rows,
    names,
    credited: Object.fromEntries(attributionMethods.map((method) => [method, credited(method)])) as Study["credited"],
    truth: { channel: truth("channel"), single: truth("single") },
  };
}

type Statistic = (leaveOut: number | null) => number | null;

function figure({ records, confidence }: Study, statistic: Statistic, reason: string): AttributionFigure {
  const estimate = jackknife(records.length, statistic, confidence);
  if ("undefined" in estimate) return { mean: null, low: null, high: null, reason };
  return { mean: estimate.estimate, low: estimate.low, high: estimate.high };
}

/** A figure whose interval ends where the figure can go. */
function within({ mean, low, high, ...rest }: AttributionFigure, most: number): AttributionFigure {
  return { mean, low: low === null ? null : Math.max(0, low), high: high === null ? null : Math.min(most, high), ...rest };
}

/** Mean over replications of something counted in cents, as money. */
function money(study: Study, cents: (record: TouchRecord) => number): AttributionFigure {
  return ratio(study, cents, () => 100, NO_CREDIT);
}

/** A ratio of sums over replications. */
function ratio(
  study: Study,
  over: (record: TouchRecord) => number,
  under: (record: TouchRecord) => number,
  reason: string,
): AttributionFigure {
  const sum = (leaveOut: number | null, value: (record: TouchRecord) => number) =>
    study.records.reduce((total, record, index) => (index === leaveOut ? total : total + value(record)), 0);
  return figure(
    study,
    (leaveOut) => {
      const base = sum(leaveOut, under);
      return base === 0 ? null : sum(leaveOut, over) / base;
    },
    reason,
  );
}

function shareOf(study: Study, shares: SharesWithout, place: number, reason: string): AttributionFigure {
  return figure(study, (leaveOut) => shares(leaveOut)?.[place] ?? null, reason);
}

function channelRow(study: Study, place: number): AttributionChannel {
  const row = study.rows[place] as number;
  const credit = Object.fromEntries(
    attributionMethods.map((method) => [method, within(shareOf(study, study.credited[method], place, NO_CREDIT), 1)]),
  ) as AttributionChannel["credit"];
  const touchesOf = ({ touches }: TouchRecord) => touches[row] ?? 0;
  return {
    channel: study.names[place] ?? "",
    touches: study.records.reduce((sum, record) => sum + touchesOf(record), 0) / study.records.length,
    credit,
    incremental: {
      revenue: money(study, (record) => lostRevenue(record, "channel", row)),
      profit: money(study, (record) => lostProfit(record, row)),
      share: shareOf(study, study.truth.channel, place, NO_TRUTH),
    },
    single: {
      revenue: money(study, (record) => lostRevenue(record, "single", row)),
      perTouch: ratio(study, (record) => lostRevenue(record, "single", row) / 100, touchesOf, "no touches"),
      share: shareOf(study, study.truth.single, place, NO_TRUTH),
      sampled: study.records.reduce((sum, { sampled }) => sum + (sampled[row] ?? 0), 0),
    },
  };
}

function distance(credited: Shares, truth: Shares): number | null {
  if (credited === null || truth === null) return null;
  return credited.reduce((sum, share, place) => sum + Math.abs(share - (truth[place] as number)), 0);
}

function methodRow(study: Study, method: AttributionMethod): Omit<AttributionMethodRow, "rank"> {
  const apart = (truth: Truth, scale: number) =>
    within(
      figure(
        study,
        (leaveOut) => {
          const sum = distance(study.credited[method](leaveOut), study.truth[truth](leaveOut));
          return sum === null ? null : sum * scale;
        },
        NO_TRUTH,
      ),
      Number.POSITIVE_INFINITY,
    );
  const perChannel = 1 / study.rows.length;
  return { method, error: apart("channel", perChannel), misplaced: apart("channel", 1 / 2), singleError: apart("single", perChannel) };
}

function ranked(methods: readonly Omit<AttributionMethodRow, "rank">[]): AttributionMethodRow[] {
  const errors = methods.map(({ error }) => error.mean);
  return methods.map((method) => {
    const own = method.error.mean;
    const rank = own === null ? null : 1 + errors.filter((error) => error !== null && error < own).length;
    return { ...method, rank };
  });
}

/** The section of a study; nothing where no study was asked for, or nobody touched a channel. */
export function attributionOf(plan: Plan, outcomes: readonly Outcome[]): Pick<StrategyResult, "attribution"> {
  const records = outcomes.flatMap(({ touches }) => (touches === undefined ? [] : [touches]));
  if (records.length === 0 || records.length < outcomes.length) return {};
  const study = studyOf(plan, records);
  if (study.rows.length === 0) return {};
  const attribution: AttributionResult = {
    revenue: money(study, ({ paths }) => paths.reduce((sum, { cents }) => sum + cents, 0)),
    channels: study.rows.map((_, place) => channelRow(study, place)),
    methods: ranked(attributionMethods.map((method) => methodRow(study, method))),
  };
  return { attribution };
}
