/** Attribution: what ways to share revenue out credit to the channels, against what their touches are truly worth. */

import type { AttributionChannel, AttributionFigure, AttributionMethod, AttributionResult } from "../../kpi/index.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { dotPlot, type Dot } from "../charts/dots.ts";
import { html, type Html } from "../page/html.ts";
import { okabeIto, type StrategyLook } from "../palette.ts";
import { intervalText, meanText } from "../text/numbers.ts";
import type { ReportView, StrategyView } from "../view.ts";
import { nameTag } from "./parts.ts";
import type { Section } from "./section.ts";

const METHODS: Readonly<Record<AttributionMethod, string>> = {
  lastTouch: "Last touch",
  firstTouch: "First touch",
  linear: "Linear",
  markov: "Markov removal",
  shapley: "Shapley",
};

const TRUTH = "True share";

/** The truth first, in black. */
const looks: readonly StrategyLook[] = [TRUTH, ...Object.values(METHODS)].map((name, order) => ({
  name,
  order,
  colour: order === 0 ? "#000000" : (okabeIto[order - 1] ?? "#000000"),
  dash: [1, 0],
  shape: ["diamond", "circle", "square", "triangle-up", "triangle-down", "cross"][order] ?? "circle",
}));

interface Studied {
  readonly strategy: StrategyView;
  readonly attribution: AttributionResult;
}

/** The section, or null where no study of attribution was made. */
export function attributionSection(view: ReportView): Section | null {
  const studied = view.strategies.flatMap((strategy) =>
    strategy.attribution === undefined ? [] : [{ strategy, attribution: strategy.attribution }],
  );
  if (studied.length === 0) return null;
  const charts = studied.map((one) => creditChart(one));
  return {
    id: "attribution",
    nav: "Attribution",
    title: "Which channel earned the revenue?",
    charts,
    body: (figure) => html`<p>Attribution shares revenue out to the touches of each need: here the visits before an order. Whether a way to
      do so is right can only be seen where the truth is known. It is known here: every replication was lived again with the same customers
      and the same luck, but without the visits to one channel. What is then missing is what the channel truly adds, whatever touch came
      last. The true share is its part of the sum over channels; below zero, the visits cost revenue.</p>${studied.map(
        (one, index) => html`<h3>${nameTag(one.strategy.look)}</h3>${figure((charts[index] as ChartDraft).id)}
          ${methodTable(one)}${channelTable(view, one)}`,
      )}`,
  };
}

function creditChart({ strategy, attribution }: Studied): ChartDraft {
  return dotPlot({
    id: `attribution-${strategy.look.order + 1}`,
    title: `Revenue credited to channels: ${strategy.name}`,
    description: "Share of revenue that each method credits to each channel, and the true share of what the channel's touches add.",
    size: "full",
    axisTitle: "Share of revenue (%)",
    difference: false,
    series: "by",
    looks,
    dots: attribution.channels.flatMap((channel, labelOrder) => dotsOf(channel, labelOrder)),
  });
}

function dotsOf(channel: AttributionChannel, labelOrder: number): Dot[] {
  const figures = [channel.incremental.share, ...Object.keys(METHODS).map((method) => channel.credit[method as AttributionMethod])];
  return figures.flatMap((figure, order) => {
    if (figure.mean === null) return [];
    return [
      {
        label: channel.channel,
        labelOrder,
        strategy: looks[order]?.name ?? "",
        strategyOrder: order,
        value: figure.mean * 100,
        low: figure.low === null ? null : figure.low * 100,
        high: figure.high === null ? null : figure.high * 100,
        valueText: meanText(figure, "share", ""),
        intervalText: intervalText(figure, "share", "") ?? "none (one replication)",
      },
    ];
  });
}

function cell(figure: AttributionFigure, unit: "share" | "money", currency: string, reading: "level" | "difference" = "level"): Html {
  if (figure.mean === null) return html`<td><span class="none">–</span> <small>${figure.reason ?? "undefined"}</small></td>`;
  const interval = intervalText(figure, unit, currency, reading);
  return html`<td>${meanText(figure, unit, currency, reading)}${interval !== null && html` <small>${interval}</small>`}</td>`;
}

/** A distance between shares, in percentage points and without a sign. */
function pointsCell({ mean, low, high, reason }: AttributionFigure): Html {
  if (mean === null) return html`<td><span class="none">–</span> <small>${reason ?? "undefined"}</small></td>`;
  const points = (value: number) => (value * 100).toFixed(1);
  return html`<td>${points(mean)} pp${low !== null && high !== null && html` <small>${points(low)} to ${points(high)} pp</small>`}</td>`;
}

function methodTable({ attribution }: Studied): Html {
  const sorted = attribution.methods.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return html`<p>How far each method is from the truth, best first. The error is the mean distance between credited and true share over
    the channels; what is credited to the wrong channel is half the sum of these distances.</p>
    <table><caption>Methods against the truth</caption>
    <thead><tr><th scope="col">Method</th><th scope="col">Error</th><th scope="col">Credited to the wrong channel</th>
      <th scope="col">Error against single touches</th></tr></thead>
    <tbody>${sorted.map(
      ({ method, error, misplaced, singleError }) =>
        html`<tr><th scope="row">${METHODS[method]}</th>${pointsCell(error)}${cell(misplaced, "share", "")}${pointsCell(singleError)}</tr>`,
    )}</tbody></table>`;
}

function channelTable({ currency }: ReportView, { attribution }: Studied): Html {
  return html`<p>What touches truly add, per replication: what is missing when no touch of the channel happens, and the worth of one touch
    when all others may happen.</p>
    <div class="scroll"><table><caption>The truth about touches</caption>
    <thead><tr><th scope="col">Channel</th><th scope="col">Touches</th><th scope="col">Revenue added</th><th scope="col">Profit added</th>
      <th scope="col">True share</th><th scope="col">One touch adds</th></tr></thead>
    <tbody>${attribution.channels.map(
      ({ channel, touches, incremental, single }) =>
        html`<tr><th scope="row">${channel}</th><td>${Math.round(touches).toLocaleString("en-GB")}</td>${cell(incremental.revenue, "money", currency)}${cell(
          incremental.profit,
          "money",
          currency,
        )}${cell(incremental.share, "share", "")}${cell(single.perTouch, "money", currency)}</tr>`,
    )}</tbody></table></div>`;
}
