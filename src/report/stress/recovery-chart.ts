/** The course of a promise's KPI around an outage, undisturbed and disturbed, for one policy. */

import type { StressDocument, StressMoment, StressPolicy } from "../../kpi/index.ts";
import { baseSpec, tickCount, type ChartDraft, type Spec } from "../charts/chart.ts";
import type { StrategyLook } from "../palette.ts";
import { axisTitle, axisUnit } from "../text/axis.ts";
import { intervalText, meanText } from "../text/numbers.ts";
import { recoveryText } from "./words.ts";

const HOUR = 3600;
const UNDISTURBED = "#9aa5b1";
/** Grey, so that no policy's interval can be taken for the outage. */
const OUTAGE = "#e8ecf1";

interface Plot {
  readonly document: StressDocument;
  readonly policy: StressPolicy;
  readonly look: StrategyLook;
  readonly row: number;
  readonly divide: number;
  readonly yTitle: string;
  /** Of all policies, so that their charts can be compared. */
  readonly domain: readonly [number, number];
}

/** The promise (row) that the outage hurts most, measured in bands. */
export function mostHurt({ policies, outage }: StressDocument): number {
  const bands = outage?.bands ?? [];
  const harm = bands.map((band, row) => Math.max(0, ...policies.map(({ recovery }) => (recovery?.[row]?.worst ?? 0) / band)));
  return Math.max(0, harm.indexOf(Math.max(...harm)));
}

function valuesOf({ course }: StressPolicy, row: number): number[] {
  return (course?.[row] ?? []).flatMap(({ undisturbed, disturbed }) => [undisturbed, disturbed.mean].filter((value) => value !== null));
}

/** One chart per policy of the course of a promise (row); none without an outage. */
export function recoveryCharts(document: StressDocument, row: number, looks: readonly StrategyLook[]): ChartDraft[] {
  const { outage, policies, promises, scenario } = document;
  const promise = promises[row];
  if (outage === undefined || promise === undefined) return [];
  const values = policies.flatMap((policy) => valuesOf(policy, row));
  if (values.length === 0) return [];
  const axis = axisUnit(promise.unit, values, scenario.currency);
  const domain = [Math.min(...values) / axis.divide, Math.max(...values) / axis.divide] as const;
  const where = promise.channel === null ? "" : ` in ${promise.channel}`;
  const yTitle = axisTitle(`${promise.label}${where}`, axis);
  return policies.map((policy, index) => ({
    id: `recovery-${index + 1}`,
    title: `${policy.name}: ${recoveryTitle(policy, row)}`,
    description: `${promise.label}${where} around the outage under one policy: grey without it, coloured with it.`,
    size: "half",
    spec: (width: number) =>
      chartSpec({ document, policy, look: looks[index] as StrategyLook, row, divide: axis.divide, yTitle, domain }, width),
  }));
}

function recoveryTitle({ recovery }: StressPolicy, row: number): string {
  const found = recovery?.[row];
  if (found === undefined) return "";
  return found.seconds === null || (found.seconds === 0 && found.reason !== undefined)
    ? recoveryText(found)
    : `back after ${recoveryText(found)}`;
}

function chartSpec(plot: Plot, width: number): Spec {
  return {
    ...baseSpec(width, 200, plot.document.scenario.name),
    layer: [...outageLayers(plot), ...courseLayers(plot, width), ...recoveryLayers(plot)],
  };
}

function hoursAfter(plot: Plot, time: number): number {
  return (time - (plot.document.outage?.from ?? 0)) / HOUR;
}

function momentDatum(plot: Plot, { time, undisturbed, disturbed }: StressMoment) {
  const { document, divide, row } = plot;
  const { unit } = document.promises[row] as StressDocument["promises"][number];
  const { currency } = document.scenario;
  const scaled = (value: number | null) => (value === null ? null : value / divide);
  return {
    hour: hoursAfter(plot, time),
    undisturbed: scaled(undisturbed),
    disturbed: scaled(disturbed.mean),
    low: scaled(disturbed.low),
    high: scaled(disturbed.high),
    hourText: `${hoursAfter(plot, time).toFixed(1)} h`,
    disturbedText: meanText(disturbed, unit, currency),
    intervalText: intervalText(disturbed, unit, currency) ?? "none",
    undisturbedText: meanText({ mean: undisturbed, low: null, high: null }, unit, currency),
  };
}

/** The course up to the last moment that says something under some policy. */
function shownCourse({ document, policy, row }: Plot): StressMoment[] {
  const told = document.policies.flatMap(({ course }) => (course?.[row] ?? []).filter(({ disturbed }) => disturbed.mean !== null));
  const end = Math.max(...told.map(({ time }) => time));
  return (policy.course?.[row] ?? []).filter(({ time }) => time <= end);
}

function courseLayers(plot: Plot, width: number): Spec[] {
  const { look, yTitle, domain } = plot;
  const data = { values: shownCourse(plot).map((moment) => momentDatum(plot, moment)) };
  const x = {
    field: "hour",
    type: "quantitative",
    title: "Hours since the outage began",
    scale: { nice: false, zero: false },
    axis: { grid: false, tickCount: tickCount(width) },
  };
  const y = (field: string): Spec => ({
    field,
    type: "quantitative",
    title: yTitle,
    scale: { zero: false, domain: [...domain], nice: true },
    axis: { tickCount: 4, titleLimit: 190 },
  });
  return [
    {
      data,
      transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
      mark: { type: "area", color: look.colour, opacity: 0.16, clip: true },
      encoding: { x, y: y("low"), y2: { field: "high" } },
    },
    { data, mark: { type: "line", color: UNDISTURBED, strokeWidth: 2 }, encoding: { x, y: y("undisturbed") } },
    { data, mark: { type: "line", color: look.colour, strokeWidth: 2.25 }, encoding: { x, y: y("disturbed") } },
    {
      data,
      mark: { type: "point", filled: true, size: 140, opacity: 0 },
      encoding: { x, y: y("disturbed"), tooltip: tooltip() },
    },
  ];
}

/** Titles are fixed words: Vega-Lite writes them into an expression. */
function tooltip(): Spec[] {
  return [
    { field: "hourText", type: "nominal", title: "since the outage began" },
    { field: "disturbedText", type: "nominal", title: "with the outage" },
    { field: "intervalText", type: "nominal", title: "interval" },
    { field: "undisturbedText", type: "nominal", title: "without it" },
  ];
}

function outageLayers(plot: Plot): Spec[] {
  const end = hoursAfter(plot, plot.document.outage?.to ?? 0);
  return [
    {
      data: { values: [{ from: 0, to: end }] },
      mark: { type: "rect", color: OUTAGE },
      encoding: { x: { field: "from", type: "quantitative" }, x2: { field: "to" } },
    },
  ];
}

function recoveryLayers(plot: Plot): Spec[] {
  const { policy, row, document, look } = plot;
  const found = policy.recovery?.[row];
  if (found === undefined || found.seconds === null || found.seconds === 0) return [];
  const at = (seconds: number) => hoursAfter(plot, (document.outage?.to ?? 0) + seconds);
  const data = { values: [{ hour: at(found.seconds) }] };
  return [
    {
      data,
      mark: { type: "rule", color: look.colour, strokeDash: [3, 3], strokeWidth: 1.5 },
      encoding: { x: { field: "hour", type: "quantitative" } },
    },
  ];
}
