/** How customers move: between channels, and through the phases of the journey. */

import type { ChartDraft } from "../charts/chart.ts";
import { barChart, type Bar } from "../charts/bars.ts";
import { heatChart, type HeatCell } from "../charts/heat.ts";
import { html } from "../page/html.ts";
import { axisTitle, axisUnit } from "../text/axis.ts";
import { fixed } from "../text/numbers.ts";
import type { ReportView, StrategyView } from "../view.ts";
import { capital } from "./parts.ts";
import type { Section } from "./section.ts";

/** The section, or null when no movement was recorded. */
export function movementSection(view: ReportView): Section | null {
  const flows = view.strategies.flatMap((strategy) => flowChart(strategy, view.result.scenario.channels) ?? []);
  const funnel = funnelChart(view);
  if (flows.length === 0 && funnel === null) return null;
  return {
    id: "movement",
    nav: "Movement",
    title: "How do customers move?",
    charts: [...(funnel === null ? [] : [funnel]), ...flows],
    body: (figure) => html`${
      funnel !== null &&
      html`<h3>Through the phases</h3>
        <p>How often each step was reached after the strategies started; means per replication.</p>${figure(funnel.id)}`
    }
      ${
        flows.length > 0 &&
        html`<h3>Between channels</h3>
        <p>Read along a row: of all visits that leave a channel within one need, the share that goes to each column. “First visit”
        shows where needs begin.</p>${flows.map((chart) => figure(chart.id))}`
      }`,
  };
}

const start = "first visit";
const ends = ["purchase", "no purchase"];

function flowChart(strategy: StrategyView, channels: readonly string[]): ChartDraft | null {
  const flows = strategy.flows.filter((flow) => flow.count > 0);
  if (flows.length === 0) return null;
  const used = new Set(flows.flatMap((flow) => [flow.from, flow.to]));
  const extra = [...used].filter((name) => name !== null && !channels.includes(name) && !ends.includes(name));
  const inner = [...channels.filter((name) => used.has(name)), ...extra];
  const columns = [...inner, ...ends.filter((name) => used.has(name) && !inner.includes(name))];
  const rows = [null, ...inner].filter((from) => flows.some((flow) => flow.from === from));
  const cells = rows.flatMap((from, fromOrder) => columns.map((to, toOrder) => cell(strategy, from, fromOrder, to, toOrder)));
  return heatChart({
    id: `flow-${strategy.look.order + 1}`,
    title: `Moves between channels: ${strategy.name}`,
    description: "Share of moves from each channel (row) to each channel or end of the need (column).",
    cells,
  });
}

function cell(strategy: StrategyView, from: string | null, fromOrder: number, to: unknown, toOrder: number): HeatCell {
  const leaving = strategy.flows.filter((flow) => flow.from === from);
  const all = leaving.reduce((sum, flow) => sum + flow.count, 0);
  const count = leaving.filter((flow) => flow.to === to).reduce((sum, flow) => sum + flow.count, 0);
  const share = count / all;
  return {
    from: from ?? start,
    fromOrder,
    to: String(to),
    toOrder,
    share,
    shareText: count === 0 ? "" : share < 0.005 ? "<1%" : `${fixed(share * 100, 0)}%`,
    countText: fixed(count, 0),
  };
}

function funnelChart(view: ReportView): ChartDraft | null {
  const steps = [...new Map(view.strategies.flatMap((one) => one.funnel.map((step) => [stepLabel(step), step]))).keys()];
  const counts = view.strategies.flatMap((one) => one.funnel.map((step) => step.count));
  if (steps.length === 0 || Math.max(...counts) === 0) return null;
  const axis = axisUnit("count", counts, view.currency);
  const bars: Bar[] = view.strategies.flatMap((one) =>
    one.funnel.map((step) => ({
      label: stepLabel(step),
      labelOrder: steps.indexOf(stepLabel(step)),
      strategy: one.name,
      strategyOrder: one.look.order,
      value: step.count / axis.divide,
      valueText: fixed(step.count, 0),
    })),
  );
  return barChart({
    id: "phase-funnel",
    title: "Steps through the phases",
    description: "How often each step of the five phases was reached, per strategy, mean per replication.",
    axisTitle: axisTitle("Times reached per replication", axis),
    looks: view.strategies.map((one) => one.look),
    bars,
  });
}

function stepLabel(step: { readonly phase: string; readonly step: string }): string {
  return step.step === step.phase ? capital(step.phase) : `${capital(step.phase)}: ${step.step}`;
}
