/** Shares of revenue by channel: as methods credit them, and as they truly are. */

import type { AttributionMethod } from "../../kpi/index.ts";
import type { TouchRecord } from "../../sim/index.ts";
import { firstTouch, lastTouch, linearTouch, removalEffects, shapleyOfPaths, type Credit, type TouchPath } from "../../stats/index.ts";

/** Shares by channel; null where there is nothing to share. */
export type Shares = readonly number[] | null;

type Rule = (paths: readonly TouchPath[]) => Credit | null;

const RULES: Readonly<Record<AttributionMethod, Rule>> = {
  lastTouch: (paths) => lastTouch(paths, "value"),
  firstTouch: (paths) => firstTouch(paths, "value"),
  linear: (paths) => linearTouch(paths, "value"),
  markov: (paths) => removalEffects(paths, "value")?.shares ?? null,
  shapley: (paths) => shapleyOfPaths(paths, "value"),
};

/** Divides by the sum; null where that is not above 0. */
function normalised(values: readonly number[]): Shares {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total > 0 ? values.map((value) => value / total) : null;
}

/** Shares that a method credits to channels, whose names are given. */
export function creditedShares(method: AttributionMethod, paths: readonly TouchPath[], channels: readonly string[]): Shares {
  const credit = RULES[method](paths);
  return credit === null ? null : normalised(channels.map((channel) => credit.get(channel) ?? 0));
}

/** Which truth: all touches of a channel left out, or one touch at a time. */
export type Truth = "channel" | "single";

/** Revenue lost without touches of a channel, cents. */
export function lostRevenue(record: TouchRecord, truth: Truth, channel: number): number {
  if (truth === "single") return record.lostSingly[channel] ?? 0;
  const without = record.without[channel];
  return without === undefined ? 0 : record.asIs.revenue - without.revenue;
}

/** Profit lost without any touch of a channel, cents. */
export function lostProfit(record: TouchRecord, channel: number): number {
  const without = record.without[channel];
  return without === undefined ? 0 : record.asIs.profit - without.profit;
}

/** True shares over some replications. @param rows - of the channels */
export function trueShares(records: readonly TouchRecord[], truth: Truth, rows: readonly number[]): Shares {
  return normalised(rows.map((channel) => records.reduce((sum, record) => sum + lostRevenue(record, truth, channel), 0)));
}
