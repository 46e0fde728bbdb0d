/** What a chart of the report is before it is drawn, and the look all charts share. */

import type { StrategyLook } from "../palette.ts";
import { textWidth } from "./text-width.ts";

/** A Vega-Lite specification as plain data. */
export type Spec = Readonly<Record<string, unknown>>;

/** Ids become file names, so they are fixed words of this room, never text of a scenario. */
export interface ChartDraft {
  readonly id: string;
  readonly title: string;
  /** One sentence for those who cannot see the chart. */
  readonly description: string;
  /** `full` charts are drawn twice, for the width of the page and of a phone; `half` charts fit both. */
  readonly size: "full" | "half";
  /** The specification, with its title only where it must stand alone. */
  readonly spec: (width: number) => Spec;
}

/** Widths in CSS pixels at which charts are drawn. */
export const widths = { full: 900, half: 420, phone: 358 } as const;

/** Below this width labels are kept short and ticks few. */
export function isNarrow(width: number): boolean {
  return width < 500;
}

export const fontFamily = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif";

const ink = { strong: "#1f2933", soft: "#52606d", line: "#cbd2d9", grid: "#e9ecef" };

const config: Spec = {
  font: fontFamily,
  background: "#ffffff",
  view: { stroke: null },
  // Accessibility texts stand on the figure; one per mark would triple the page.
  aria: false,
  axis: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    labelColor: ink.soft,
    titleColor: ink.soft,
    gridColor: ink.grid,
    domain: false,
    ticks: false,
    labelPadding: 6,
    titlePadding: 10,
  },
  legend: {
    orient: "top",
    title: null,
    labelFontSize: 12,
    labelColor: ink.strong,
    symbolStrokeWidth: 2,
    symbolSize: 90,
    symbolOpacity: 1,
    columnPadding: 18,
    padding: 0,
    offset: 14,
    labelLimit: 250,
  },
  text: { fontSize: 12, color: ink.soft },
};

/** The parts every specification starts with. */
export function baseSpec(width: number, height: number, description: string): Spec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    width,
    height,
    autosize: { type: "fit-x", contains: "padding" },
    padding: { left: 4, right: 12, top: 6, bottom: 4 },
    config,
  };
}

/** Ticks that fit the width. */
export function tickCount(width: number): number {
  return isNarrow(width) ? 4 : 8;
}

/** The room for row labels, in pixels; longer ones break into lines. */
export function labelLimit(width: number): number {
  return isNarrow(width) ? 112 : 220;
}

/** A legend that breaks into as many columns as the names leave room for. */
export function strategyLegend(looks: readonly StrategyLook[], width: number): Spec {
  const widest = Math.max(...looks.map((look) => Math.min(250, textWidth(look.name, 12)))) + 40;
  const room = width - (isNarrow(width) ? 90 : 180);
  return { labelLimit: isNarrow(width) ? 195 : 250, columns: Math.max(1, Math.min(looks.length, Math.floor(room / widest))) };
}

/** The colour scale and legend that give each strategy its own colour. */
export function strategyColour(looks: readonly StrategyLook[], width: number): Spec {
  return {
    field: "strategy",
    type: "nominal",
    scale: { domain: looks.map((look) => look.name), range: looks.map((look) => look.colour) },
    legend: strategyLegend(looks, width),
  };
}

/** The shape scale that repeats what the colour says; its legend merges with the colour's. */
export function strategyShape(looks: readonly StrategyLook[], width: number): Spec {
  return {
    field: "strategy",
    type: "nominal",
    scale: { domain: looks.map((look) => look.name), range: looks.map((look) => look.shape) },
    legend: strategyLegend(looks, width),
  };
}

/** Sorts strategies as the result lists them, by a number and not by their names. */
export const byStrategyOrder: Spec = { field: "strategyOrder", op: "min" };
