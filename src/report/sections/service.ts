/** The service view: waits, promises kept, repetition, resolution and cost, overall, by channel, by topic and by hour. */

import type { ChartDraft } from "../charts/chart.ts";
import { dotChart } from "../charts/dot-data.ts";
import { html } from "../page/html.ts";
import { hasMean, isMeasured, own, type ReportView } from "../view.ts";
import { kpiTable } from "./parts.ts";
import type { Section } from "./section.ts";
import { hourCharts } from "./service-hours.ts";
import { staffingTable } from "./service-staffing.ts";
import { groupTable, serviceLevelTables, waitTables } from "./service-tables.ts";

const shares = ["service_level", "abandon", "fcr", "ocr", "context_repeat", "promise_kept"];
const others = ["contacts_per_case", "cost_per_resolution", "occupancy"];
const byChannel = ["asa", "frt", "service_level", "abandon", "fcr", "cost_per_contact", "cost_per_resolution"];

/** The section; a scenario without service gets one sentence instead. */
export function serviceSection(view: ReportView): Section {
  const common = { id: "service", nav: "Service", title: "How does service fare?" };
  const key = ["asa", "frt", ...shares, ...others].filter((id) => isMeasured(view, id));
  if (key.length === 0) {
    const sentence = "This scenario simulates no service contacts, so there are no waits, resolutions or contact costs to show.";
    return { ...common, charts: [], body: () => html`<p class="note">${sentence}</p>` };
  }
  const overview = shareChart(view);
  const channels = byChannel.flatMap((id) => channelChart(view, id) ?? []);
  const hours = hourCharts(view);
  return {
    ...common,
    charts: [...(overview === null ? [] : [overview]), ...channels, ...hours],
    body: (figure) => html`${overview !== null && figure(overview.id)}
      <h3>Waits, effort and cost</h3>${kpiTable(
        view,
        key.filter((id) => overview === null || !shares.includes(id)),
        "Service KPIs by strategy",
      )}
      ${channels.length > 0 && html`<h3>By channel</h3><div class="grid">${channels.map((chart) => figure(chart.id))}</div>`}
      ${waitTables(view)}
      ${
        hours.length > 0 &&
        html`<h3>Service level by hour</h3><p>Share answered in time of the contacts that came in each hour of the day; hours and channels
          without contacts are empty.</p><div class="grid">${hours.map((chart) => figure(chart.id))}</div>`
      }
      ${groupTable(view)}${staffingTable(view)}${serviceLevelTables(view)}`,
  };
}

function shareChart(view: ReportView): ChartDraft | null {
  const sources = shares.flatMap((id) =>
    view.strategies.flatMap((strategy) => {
      const estimate = own(strategy.kpis, id);
      return hasMean(estimate) && estimate.unit === "share" ? [{ label: view.describe(id).label, strategy, estimate }] : [];
    }),
  );
  return dotChart({
    id: "service-shares",
    title: "Service at a glance",
    description: "Shares that describe the quality of service, per strategy, with intervals.",
    size: "full",
    quantity: "Share",
    unit: "share",
    reading: "level",
    currency: view.currency,
    sources,
  });
}

function channelChart(view: ReportView, id: string): ChartDraft | null {
  const kpi = view.describe(id);
  const sources = view.result.scenario.channels.flatMap((channel) =>
    view.strategies.flatMap((strategy) => {
      const estimate = own(own(strategy.byChannel, channel) ?? {}, id);
      return hasMean(estimate) ? [{ label: channel, strategy, estimate }] : [];
    }),
  );
  return dotChart({
    id: `service-${id.replaceAll("_", "-")}`,
    title: `${kpi.label} by channel`,
    description: `${kpi.label} by channel and strategy with intervals.`,
    size: "half",
    quantity: kpi.label,
    unit: kpi.unit,
    reading: "level",
    currency: view.currency,
    sources,
  });
}
