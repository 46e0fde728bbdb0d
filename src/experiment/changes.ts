/** The parts of a comparison that look at years, channels and customers' own mixes. */

import {
  type BeforeAfter,
  cannibalisationOf,
  changesOf,
  type Comparison,
  type Kpi,
  kpiById,
  type ScopeSums,
  selectionGapOf,
} from "../kpi/index.ts";
import type { Plan } from "../sim/index.ts";

/** Sums of a strategy, as the result needs them. */
interface Sums {
  readonly overall: ScopeSums;
  readonly channels: readonly ScopeSums[];
  /** By year of the run. */
  readonly periods: readonly ScopeSums[];
}

/** The last whole year before adoption and the last whole one of the run; undefined unless there are both. */
function yearsOf({ calendar }: Plan): { readonly before: number; readonly after: number } | undefined {
  const { years, adoptionMonth } = calendar;
  const before = years.findLastIndex(({ full, toMonth }) => full && toMonth <= adoptionMonth);
  const after = years.findLastIndex(({ full, fromMonth }) => full && fromMonth >= adoptionMonth);
  return before < 0 || after < 0 ? undefined : { before, after };
}

type ByYears = Pick<Comparison, "did" | "ratioOfChanges">;

/** Difference in differences and ratio of changes, where the run has a whole year before adoption and one after. */
export function byYears(plan: Plan, kpi: Kpi, sums: Sums, base: Sums): ByYears {
  const years = yearsOf(plan);
  if (years === undefined) return {};
  const pair = ({ periods }: Sums): BeforeAfter => ({
    before: periods[years.before] as ScopeSums,
    after: periods[years.after] as ScopeSums,
  });
  return changesOf(kpi, pair(sums), pair(base), plan.scenario.confidence);
}

type Mix = Pick<Comparison, "selectionGap" | "cannibalisation">;

/** The selection gap beside spend per customer, cannibalisation beside orders. */
export function ofMix({ market, scenario }: Plan, kpi: Kpi, sums: Sums, base: Sums): Mix {
  const { confidence } = scenario;
  const naive = kpiById("naive_multichannel_gap");
  if (kpi.id === "spend_per_customer" && naive !== undefined) {
    return { selectionGap: selectionGapOf(naive, kpi, sums.overall, base.overall, confidence) };
  }
  if (kpi.id !== "orders" || market.channels.length === 0) return {};
  const nameOf = (channel: number) => market.channels[channel]?.name ?? "";
  const found = cannibalisationOf(sums.channels, base.channels, confidence);
  return { cannibalisation: found.map(({ gains, loses, share }) => ({ gains: nameOf(gains), loses: nameOf(loses), share })) };
}
