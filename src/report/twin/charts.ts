/** Charts of twins: what happens when (a lane per strategy), satisfaction and contribution over time. */

import type { TwinCustomer, TwinDocument, TwinStep } from "../../kpi/index.ts";
import { baseSpec, isNarrow, strategyColour, strategyLegend, tickCount, type ChartDraft, type Spec } from "../charts/chart.ts";
import type { StrategyLook } from "../palette.ts";
import { moneyText, satisfactionText, whenText } from "./words/line.ts";

const DAY = 86_400;

/** What is marked in the lanes, in the order of the legend. */
const marks = [
  { name: "order", colour: "#009E73", shape: "circle", counter: "orders" },
  { name: "basket left behind", colour: "#E69F00", shape: "diamond", counter: "basketsAbandoned" },
  { name: "shelf empty", colour: "#CC79A7", shape: "square", counter: "stockOuts" },
  { name: "contact", colour: "#0072B2", shape: "triangle-up", counter: "contactsOffered" },
  { name: "gave up waiting", colour: "#D55E00", shape: "triangle-down", counter: "contactsAbandoned" },
  { name: "left for good", colour: "#000000", shape: "cross", counter: "dropouts" },
] as const;

interface Drawn {
  readonly document: TwinDocument;
  readonly customer: TwinCustomer;
  readonly looks: readonly StrategyLook[];
}

const daysOf = ({ scenario }: TwinDocument, time: number): number => (time - scenario.history) / DAY;

function whenOf({ scenario }: TwinDocument, time: number): string {
  const { day, clock } = whenText(time, scenario.history);
  return `${day}, ${clock}`;
}

function x({ document }: Drawn, width: number): Spec {
  return {
    field: "day",
    type: "quantitative",
    title: "Days since adoption",
    scale: { nice: false, zero: false, domain: [0, document.scenario.horizon / DAY] },
    axis: { grid: false, tickCount: tickCount(width) },
  };
}

function lanePoints({ document, customer }: Drawn) {
  return customer.lanes.flatMap(({ steps, end }) =>
    steps.flatMap((step) =>
      marks
        .filter(({ counter }) => (step.counts[counter] ?? 0) > 0)
        .map(({ name }) => ({
          strategy: end.strategy,
          day: daysOf(document, step.time),
          what: name,
          whenText: whenOf(document, step.time),
          channel: step.channel ?? "–",
        })),
    ),
  );
}

/** A lane per strategy with what happens in it; null where nothing of that kind happens. */
export function lanesChart(document: TwinDocument, customer: TwinCustomer, looks: readonly StrategyLook[], row: number): ChartDraft | null {
  const drawn = { document, customer, looks };
  const values = lanePoints(drawn);
  if (values.length === 0) return null;
  const shown = marks.filter(({ name }) => values.some(({ what }) => what === name));
  return {
    id: `lanes-${row + 1}`,
    title: "What happens when",
    description: "Orders, contacts and mishaps over time, a lane per strategy.",
    size: "full",
    spec: (width) => ({
      ...baseSpec(width, 60 + (18 + 13 * shown.length) * looks.length, document.scenario.name),
      layer: [...partingLayers(drawn), lanesLayer(drawn, shown, values, width)],
    }),
  };
}

function lanesLayer(drawn: Drawn, shown: readonly (typeof marks)[number][], values: readonly object[], width: number): Spec {
  const names = shown.map(({ name }) => name);
  const legend = { columns: isNarrow(width) ? 2 : 7 };
  return {
    data: { values },
    mark: { type: "point", filled: true, opacity: 0.9, size: 80 },
    encoding: {
      x: x(drawn, width),
      y: {
        field: "strategy",
        type: "nominal",
        title: null,
        sort: drawn.looks.map(({ name }) => name),
        scale: { paddingInner: 0.25, paddingOuter: 0.1 },
        axis: { grid: false, labelLimit: isNarrow(width) ? 90 : 200, labelFontWeight: "bold" },
      },
      // What happens on one day does not hide what else does.
      yOffset: { field: "what", type: "nominal", sort: names, scale: { domain: names } },
      color: {
        field: "what",
        type: "nominal",
        scale: { domain: names, range: shown.map(({ colour }) => colour) },
        legend,
      },
      shape: { field: "what", type: "nominal", scale: { domain: names, range: shown.map(({ shape }) => shape) }, legend },
      tooltip: [
        { field: "what", type: "nominal", title: "what" },
        { field: "whenText", type: "nominal", title: "when" },
        { field: "channel", type: "nominal", title: "where" },
      ],
    },
  };
}

/** A rule where the lives part. */
function partingLayers({ document, customer }: Drawn): Spec[] {
  if (customer.parting === null) return [];
  const data = { values: [{ day: daysOf(document, customer.parting), label: "here they part" }] };
  const where = { field: "day", type: "quantitative" };
  return [
    { data, mark: { type: "rule", color: "#52606d", strokeDash: [3, 3] }, encoding: { x: where } },
    {
      data,
      mark: { type: "text", align: "left", baseline: "top", dx: 4, color: "#52606d" },
      encoding: { x: where, y: { value: 2 }, text: { field: "label", type: "nominal" } },
    },
  ];
}

interface Curve {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly yTitle: string;
  readonly zero: boolean;
  readonly from: (customer: TwinCustomer) => number;
  /** The value after a step; undefined where the step does not change it. */
  readonly after: (step: TwinStep, before: number) => number | undefined;
  readonly text: (value: number) => string;
}

/** How satisfied the customer was when the strategies came. */
function startSatisfaction({ history, lanes }: TwinCustomer): number {
  return (
    history.at(-1)?.satisfaction?.[1] ??
    lanes.find(({ steps }) => steps.length > 0)?.steps[0]?.satisfaction?.[0] ??
    lanes[0]?.end.satisfaction ??
    0
  );
}

function curvesOf({ scenario }: TwinDocument, customer: TwinCustomer, row: number): Curve[] {
  const satisfaction: Curve = {
    id: `satisfaction-${row + 1}`,
    title: "Satisfaction",
    description: "The customer's satisfaction over time under each strategy.",
    yTitle: "Satisfaction (0 to 100)",
    zero: false,
    from: (one) => startSatisfaction(one) * 100,
    after: (step) => (step.satisfaction === null || step.satisfaction[0] === step.satisfaction[1] ? undefined : step.satisfaction[1] * 100),
    text: (value) => satisfactionText(value / 100),
  };
  const value: Curve = {
    id: `contribution-${row + 1}`,
    title: "Contribution so far",
    description:
      "What the customer has contributed since adoption under each strategy: margin less what visits, contacts and refunds cost.",
    yTitle: `Contribution (${scenario.currency})`,
    zero: true,
    from: () => 0,
    after: (step, before) => (step.cents === 0 ? undefined : before + step.cents / 100),
    text: (amount) => moneyText(amount * 100, scenario.currency),
  };
  return customer.lanes.every(({ end }) => end.satisfaction === null) ? [value] : [value, satisfaction];
}

function curvePoints({ document, customer }: Drawn, curve: Curve) {
  return customer.lanes.flatMap(({ steps, end }) => {
    let value = curve.from(customer);
    const point = (time: number) => ({
      strategy: end.strategy,
      day: daysOf(document, time),
      value,
      valueText: curve.text(value),
      whenText: whenOf(document, time),
    });
    const points = [point(document.scenario.history)];
    for (const step of steps) {
      const after = curve.after(step, value);
      if (after === undefined) continue;
      value = after;
      points.push(point(step.time));
    }
    return [...points, point(document.scenario.history + document.scenario.horizon)];
  });
}

/** Satisfaction and contribution over time, a line per strategy. */
export function curveCharts(document: TwinDocument, customer: TwinCustomer, looks: readonly StrategyLook[], row: number): ChartDraft[] {
  const drawn = { document, customer, looks };
  return curvesOf(document, customer, row).map((curve) => ({
    id: curve.id,
    title: curve.title,
    description: curve.description,
    size: "half",
    spec: (width: number) => ({
      ...baseSpec(width, 220, document.scenario.name),
      layer: [...partingLayers(drawn).slice(0, 1), curveLayer(drawn, curve, width)],
    }),
  }));
}

function curveLayer(drawn: Drawn, curve: Curve, width: number): Spec {
  const { looks } = drawn;
  const y = { field: "value", type: "quantitative", title: curve.yTitle, scale: { zero: curve.zero }, axis: { tickCount: 5 } };
  const line = {
    mark: { type: "line", interpolate: "step-after", strokeWidth: 2 },
    encoding: {
      y,
      strokeDash: {
        field: "strategy",
        type: "nominal",
        scale: { domain: looks.map(({ name }) => name), range: looks.map(({ dash }) => dash) },
        legend: { ...strategyLegend(looks, width), symbolType: "stroke", symbolSize: 300 },
      },
      order: { field: "day", type: "quantitative" },
    },
  };
  const points = {
    mark: { type: "point", filled: true, size: 120, opacity: 0 },
    encoding: {
      y,
      tooltip: [
        { field: "strategy", type: "nominal", title: "strategy" },
        { field: "whenText", type: "nominal", title: "when" },
        { field: "valueText", type: "nominal", title: "value" },
      ],
    },
  };
  return {
    data: { values: curvePoints(drawn, curve) },
    encoding: { x: x(drawn, width), color: strategyColour(looks, width) },
    layer: [line, points],
  };
}
