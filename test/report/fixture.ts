/** A made-up result of a retail scenario with plausible figures, hostile names and every part of the document filled. */

import {
  resultDocument,
  type Assumption,
  type Comparison,
  type KpiEstimate,
  type KpiUnit,
  type KpiValues,
  type ResultDocument,
  type Series,
  type Span,
  type StrategyResult,
} from "../../src/kpi/result.ts";
import { describeKpi } from "./descriptions.ts";
import { serviceFixture } from "./service-fixture.ts";

export const evilName = '<script>alert("x")</script>';
export const year = 31_536_000;
export const channels = ["web", "app", "store", "phone", "email", "chat", "social"];
export const segments = ["bargain hunters", "loyal families", "young urban"];

const strategyNames = ["multichannel", "omnichannel", evilName];

/** Baseline value, spread over replications as a share of it, and change under the two challengers. */
const kpis: Record<string, readonly [value: number, spread: number, omni: number, third: number]> = {
  ctr: [0.021, 0.02, 0, 0.001],
  visit_dur: [262, 0.01, -18, 4],
  conv_journey: [0.312, 0.01, 0.021, -0.004],
  conv_session: [0.034, 0.01, 0.0021, -0.0011],
  cart_abandon: [0.701, 0.005, -0.043, 0.012],
  aov: [84.2, 0.006, 1.7, -0.9],
  cross_conv: [0.31, 0.01, 0.09, 0.02],
  ropo_share: [0.35, 0.01, 0.03, 0],
  showroom_share: [0.11, 0.02, 0.014, 0.001],
  stockout: [0.083, 0.02, -0.021, 0.003],
  lost_sale: [0.41, 0.02, -0.13, 0.01],
  otif: [0.912, 0.003, 0.006, -0.021],
  frt: [15_480, 0.03, -3960, 2100],
  asa: [118, 0.05, -41, 33],
  mean_wait_all: [131, 0.05, -47, 38],
  service_level: [0.68, 0.02, 0.094, -0.07],
  abandon: [0.091, 0.04, -0.031, 0.024],
  wait_probability: [0.57, 0.02, -0.09, 0.06],
  occupancy: [0.84, 0.01, -0.03, 0.04],
  aht: [402, 0.006, -44, 6],
  fcr: [0.69, 0.006, 0.041, -0.004],
  ocr: [0.574, 0.007, 0.062, -0.003],
  recontact: [0.24, 0.01, -0.043, 0.002],
  contacts_per_case: [1.62, 0.006, -0.17, 0.02],
  channels_per_case: [1.41, 0.005, 0.04, 0.01],
  switch_rate: [0.36, 0.01, 0.02, 0.01],
  transfer: [0.17, 0.02, -0.06, 0.001],
  context_repeat: [0.73, 0.01, -0.58, 0.004],
  context_loss_time: [41.5, 0.02, -33, 0.4],
  promise_kept: [0.71, 0.02, 0.17, -0.08],
  cost_per_contact: [5.42, 0.006, 0.11, -0.28],
  cost_per_resolution: [9.94, 0.008, -0.88, 0.35],
  csat: [0.664, 0.006, 0.038, -0.017],
  nps: [21.4, 0.05, 5.9, -3.1],
  ces2: [5.02, 0.005, 0.34, -0.06],
  retention: [0.61, 0.006, 0.018, -0.0004],
  churn: [0.39, 0.009, -0.018, 0.0004],
  d_retention: [0.004, 0.9, 0.029, -0.002],
  repeat_rate: [0.424, 0.008, 0.013, -0.002],
  clv: [214.6, 0.012, 8.2, -1.1],
  d_clv: [-0.007, 0.5, 0.037, -0.004],
  revenue: [12_340_000, 0.01, 402_000, -155_000],
  profit: [1_812_000, 0.025, 31_000, -96_000],
  profit_per_customer: [90.6, 0.025, 1.55, -4.8],
};

const onlyChannels: Record<string, readonly string[]> = {
  conv_session: ["web", "app", "store"],
  aov: ["web", "app", "store"],
  asa: ["phone", "chat"],
  frt: ["email", "chat", "social"],
  service_level: ["phone", "chat"],
  abandon: ["phone", "chat"],
  fcr: ["phone", "email", "chat", "social"],
  csat: ["store", "phone", "email", "chat", "social"],
  cost_per_contact: ["phone", "email", "chat", "social"],
};
const channelFactor: Record<string, number> = { web: 0.9, app: 1.3, store: 4, phone: 1.2, email: 1.9, chat: 0.7, social: 0.8 };
const bySegment = ["retention", "profit_per_customer", "conv_journey", "csat"];
const byPeriod = ["retention", "repeat_rate", "revenue", "profit", "conv_journey", "csat", "cost_per_resolution"];

/** Builds the document; `replications: 1` leaves all intervals out. */
export function retailResult(options: { replications?: number; names?: readonly string[] } = {}): ResultDocument {
  const n = options.replications ?? 40;
  const names = options.names ?? strategyNames;
  return resultDocument.parse({
    format: "journeybench/result",
    version: 1,
    scenario: {
      name: "Retail",
      sha256: "9f2c".repeat(16),
      description: "A retailer with stores, a web shop and a contact centre, and twenty thousand customers.",
      currency: "EUR",
      history: year,
      horizon: 2 * year,
      segments,
      channels,
      customers: 20_000,
    },
    seed: "board meeting",
    engine: "compiled",
    package: "0.1.0",
    replications: n,
    confidence: 0.95,
    baseline: names[0],
    historyStrategy: names[0],
    events: 812_345_678,
    strategies: names.map((name, index) => strategy(name, index, n)),
    comparisons: names.slice(1).flatMap((name, index) => Object.keys(kpis).map((id) => compare(id, name, names[0] ?? "", index + 1, n))),
    expectations: [
      { text: "omnichannel.retention > multichannel.retention", passed: true, observed: 0.018 },
      { text: "omnichannel.cost_per_contact < multichannel.cost_per_contact", passed: false, observed: 0.11 },
    ],
    assumptions,
    timing: { seconds: 12.3, eventsPerSecond: 66_000_000, workers: 2, executor: "compiled" },
  });
}

function value(id: string, index: number): number {
  const [base = 0, , omni = 0, third = 0] = kpis[id] ?? [];
  return base + (index === 1 ? omni : index === 2 ? third : 0);
}

function estimate(mean: number, spread: number, unit: KpiUnit, n: number): KpiEstimate {
  const half = Math.abs(mean) * spread;
  if (n < 2) return { mean, low: null, high: null, sd: null, n, unit };
  return { mean, low: mean - half, high: mean + half, sd: half * 3, n, unit };
}

function unitOf(id: string): KpiUnit {
  return describeKpi(id)?.unit ?? "score";
}

function estimates(ids: readonly string[], index: number, n: number, factor: number): KpiValues {
  return Object.fromEntries(
    ids.map((id) => {
      const unit = unitOf(id);
      const mean = value(id, index) * factor;
      return [id, estimate(unit === "share" ? Math.min(mean, 0.97) : mean, kpis[id]?.[1] ?? 0, unit, n)];
    }),
  );
}

function strategy(name: string, index: number, n: number): StrategyResult {
  const overall = estimates(Object.keys(kpis), index, n, 1);
  const none = { mean: null, low: null, high: null, sd: null, n, unit: "share" as const, reason: "no order was collected in a store" };
  return {
    name,
    capabilities:
      index === 1 ? ["sharedHistory", "unifiedStock", "channelHandoff", "contextualRouting"] : index === 2 ? ["responsePromises"] : [],
    channels,
    kpis: { ...overall, bopis_share: index === 0 ? none : estimate(0.12 + index * 0.04, 0.02, "share", n) },
    byChannel: Object.fromEntries(
      channels.map((channel) => [channel, estimates(channelIds(channel), index, n, factorOf(channel, "level"))]),
    ),
    bySegment: Object.fromEntries(segments.map((segment, at) => [segment, estimates(bySegment, index, n, 0.85 + 0.15 * at)])),
    byPeriod: [0, 1, 2].map((at) => ({
      from: at * year,
      to: (at + 1) * year,
      kpis: estimates(byPeriod, at === 0 ? 0 : index, n, 1 + 0.03 * at),
    })),
    series: [
      curve(
        "still_customers",
        "Customers still with the company",
        "share",
        index,
        n,
        (t) => Math.exp(-0.38 * t) * (1 + (index === 1 ? 0.02 : -0.006 * index) * Math.max(0, t - 1)),
      ),
      curve(
        "cumulative_profit",
        "Cumulative profit",
        "money",
        index,
        n,
        (t) => 1_812_000 * t + (index === 1 ? -400_000 + 290_000 * (t - 1) : -90_000 * index * (t - 1)) * (t > 1 ? 1 : 0),
      ),
      curve(
        "cumulative_revenue",
        "Cumulative revenue",
        "money",
        index,
        n,
        (t) => 12_340_000 * t * (1 + (index === 1 ? 0.02 : -0.008 * index) * Math.max(0, t - 1)),
      ),
    ],
    flows: flows(index),
    funnel: funnel(index),
    service: serviceFixture(["phone", "chat"], ["refunds", evilName], Math.min(n, 3), 1 + 0.4 * index),
  };
}

function channelIds(channel: string): string[] {
  return Object.keys(onlyChannels).filter((id) => onlyChannels[id]?.includes(channel));
}

function factorOf(channel: string, use: "level" | "difference"): number {
  const factor = channelFactor[channel] ?? 1;
  return use === "level" && factor > 2 ? 1.1 : factor;
}

function curve(id: string, label: string, unit: KpiUnit, index: number, n: number, at: (years: number) => number): Series {
  const points = Array.from({ length: 37 }, (_, month) => {
    const years = month / 12;
    const mean = at(years);
    const half = Math.abs(mean) * 0.012 * Math.sqrt(years);
    return { time: years * year, mean, low: n < 2 ? null : mean - half, high: n < 2 ? null : mean + half };
  });
  return { id, label, unit, points: index === 2 && id === "cumulative_revenue" ? points.slice(0, 30) : points };
}

function flows(index: number): StrategyResult["flows"] {
  const all: StrategyResult["flows"] = [];
  for (const [i, from] of [null, ...channels].entries()) {
    for (const [j, to] of channels.entries()) {
      const weight = from === to ? 6 : ((i * 7 + j * 3 + index) % 5) + (j < 3 ? 2 : 0);
      if (weight > 0) all.push({ from, to, count: weight * 410 });
    }
    if (from !== null)
      all.push(
        { from, to: "purchase", count: 3000 + 260 * index + 300 * (i % 4) },
        { from, to: "no purchase", count: 6400 - 300 * (i % 3) },
      );
  }
  return all;
}

function funnel(index: number): StrategyResult["funnel"] {
  const gain = index === 1 ? 1.06 : index === 2 ? 0.98 : 1;
  const steps: readonly (readonly [string, string, number])[] = [
    ["awareness", "became aware", 41_200],
    ["consideration", "need arose", 128_400],
    ["consideration", "research visit", 231_000],
    ["decision", "basket filled", 96_300],
    ["decision", "order placed", 40_100],
    ["service", "case opened", 9_800],
    ["service", "case resolved", 8_900],
    ["loyalty", "bought again", 21_700],
  ];
  return steps.map(([phase, step, count], at) => ({ phase, step, count: count * (1 + (gain - 1) * at * 0.3) }));
}

function span(mean: number, half: number, n: number): Span {
  return n < 2 ? { mean, low: null, high: null } : { mean, low: mean - half, high: mean + half };
}

function contrastOf(id: string, index: number, n: number, factor: number): { difference: Span; relative: Span } {
  const base = value(id, 0) * factor;
  const change = (value(id, index) - value(id, 0)) * factor;
  const half = Math.abs(base) * (kpis[id]?.[1] ?? 0) * 0.6;
  const relative =
    base > 0 && id !== "d_clv"
      ? span(change / base, half / base, n)
      : { mean: null, low: null, high: null, reason: "the baseline is not above zero" };
  return { difference: span(change, half, n), relative };
}

function compare(id: string, name: string, baseline: string, index: number, n: number): Comparison {
  const { difference, relative } = contrastOf(id, index, n, 1);
  const half = (difference.high ?? 0) - (difference.mean ?? 0);
  const p = n < 2 ? null : Math.min(1, 2 * Math.exp(-2 * Math.abs((difference.mean ?? 0) / half) ** 2));
  const inChannels = channels.filter((channel) => onlyChannels[id]?.includes(channel));
  return {
    kpi: id,
    strategy: name,
    baseline,
    difference,
    relative,
    p,
    pAdjusted: p === null ? null : Math.min(1, p * 12),
    varianceReduction: null,
    byChannel: Object.fromEntries(inChannels.map((channel) => [channel, contrastOf(id, index, n, factorOf(channel, "difference"))])),
    bySegment: bySegment.includes(id)
      ? Object.fromEntries(segments.map((segment, at) => [segment, contrastOf(id, index, n, 0.4 + 0.6 * at)]))
      : {},
  };
}

const assumptions: Assumption[] = [
  {
    path: "segments[0].share",
    value: "45%",
    setBy: "scenario",
    about: "Share of customers in the segment",
    source: "the company’s own CRM",
    tag: null,
  },
  {
    path: "service.patience.phone",
    value: "exponential, mean 10 min",
    setBy: "scenario",
    about: "Time a caller waits before hanging up",
    source: "UK contact-centre averages 2023, implied",
    tag: "C",
  },
  {
    path: "needs.rate.r",
    value: "0.243",
    setBy: "default",
    about: "Shape of the gamma distribution of need rates",
    source: "BG/NBD CDNOW example",
    tag: "R",
  },
  {
    path: "satisfaction.lostContext",
    value: "-39 pp",
    setBy: "default",
    about: "Effect of having to start over on top-box satisfaction",
    source: "SQM Group, multi-channel customer satisfaction research",
    tag: "S",
  },
  {
    path: "channels.app.conversionFactor",
    value: "1.3",
    setBy: "default",
    about: "Causal part of the app’s higher conversion",
    source: "judgement from vendor figures",
    tag: "A",
  },
  {
    path: "service.costPerContact.phone",
    value: "6.55",
    setBy: "default",
    about: "Cost of one call",
    source: "UK 2023, ccma.org.uk",
    tag: "S2",
  },
];
