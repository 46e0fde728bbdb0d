/** Results that lack parts or go to extremes: no market, no service, one strategy only, names that do not fit. */

import type { KpiValues, ResultDocument } from "../../src/kpi/result.ts";
import { describeKpi } from "./descriptions.ts";
import { retailResult } from "./fixture.ts";

type Keep = (id: string) => boolean;

/** Only service: no market KPIs, no series, no funnel, no moves. */
export function contactCentreResult(): ResultDocument {
  const result = only(retailResult(), (id) => describeKpi(id)?.group === "service");
  return {
    ...result,
    scenario: { ...result.scenario, history: 0, segments: [], customers: 0 },
    strategies: result.strategies.map((one) => ({ ...one, series: [], flows: [], funnel: [] })),
    expectations: [],
    assumptions: [],
  };
}

/** Only buyers: no service KPIs. */
export function buyersResult(): ResultDocument {
  return only(retailResult(), (id) => describeKpi(id)?.group !== "service");
}

/** Six strategies, and names that do not fit a line. */
export function longNamesResult(): ResultDocument {
  const names = [
    "multichannel with separate teams and budgets for every channel",
    "omnichannel, staged over three years",
    "W".repeat(60),
    "d",
    "e",
    "f",
  ];
  const longer = {
    "loyal families": "customers who buy rarely but then very much, mostly before the holidays",
    chat: "live chat and messenger",
    social: "x".repeat(50),
  };
  let text = JSON.stringify(retailResult({ names }));
  for (const [short, long] of Object.entries(longer)) text = text.replaceAll(JSON.stringify(short), JSON.stringify(long));
  return JSON.parse(text) as ResultDocument;
}

/** Nothing to compare with. */
export function singleResult(): ResultDocument {
  return retailResult({ names: ["multichannel"] });
}

function only(result: ResultDocument, keep: Keep): ResultDocument {
  const values = (kpis: KpiValues): KpiValues => Object.fromEntries(Object.entries(kpis).filter(([id]) => keep(id)));
  const each = (groups: Record<string, KpiValues>): Record<string, KpiValues> =>
    Object.fromEntries(Object.entries(groups).map(([key, kpis]) => [key, values(kpis)]));
  return {
    ...result,
    strategies: result.strategies.map((one) => ({
      ...one,
      kpis: values(one.kpis),
      byChannel: each(one.byChannel),
      bySegment: each(one.bySegment),
      byPeriod: one.byPeriod.map((period) => ({ ...period, kpis: values(period.kpis) })),
    })),
    comparisons: result.comparisons.filter((one) => keep(one.kpi)),
  };
}
