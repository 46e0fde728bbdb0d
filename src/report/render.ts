/** From a result document to the report's page and charts. */

import type { ResultDocument } from "../kpi/index.ts";
import { fontFamily, widths, type ChartDraft, type Spec } from "./charts/chart.ts";
import { loadDraw, type Draw } from "./charts/draw.ts";
import { vegaBundles } from "./page/bundles.ts";
import { html, trusted, type Html } from "./page/html.ts";
import { pageHtml } from "./page/page.ts";
import { assumptionSection } from "./sections/assumptions.ts";
import { expectationSection, warningSection } from "./sections/checks.ts";
import { kpiSection } from "./sections/kpi-table.ts";
import { movementSection } from "./sections/movement.ts";
import { ownJourneySection } from "./sections/own-journey.ts";
import { originSection } from "./sections/origins.ts";
import { timeSection } from "./sections/over-time.ts";
import { reproduceSection } from "./sections/reproduce.ts";
import type { Section } from "./sections/section.ts";
import { serviceSection } from "./sections/service.ts";
import { verdictSection } from "./sections/verdicts.ts";
import { reportView, type Describe, type ReportView } from "./view.ts";

/** A chart as a file of its own: `charts/<id>.vl.json` and `charts/<id>.svg`. Ids are safe as file names. */
export interface ReportChart {
  readonly id: string;
  readonly title: string;
  /** Vega-Lite. */
  readonly spec: object;
  readonly svg: string;
}

export interface RenderedReport {
  readonly html: string;
  readonly charts: readonly ReportChart[];
}

/**
 * Renders the report of a result. Pure but for reading Vega's browser builds from the installed packages; the same result
 * gives the same text (`timing` is not shown).
 *
 * @param result a valid result document; text in it may be anything
 * @param describe finds the catalogue's description of a KPI; unknown KPIs are shown under their id
 */
export async function renderReport(result: ResultDocument, describe: Describe): Promise<RenderedReport> {
  const view = reportView(result, describe);
  const sections = sectionsOf(view);
  const drafts = sections.flatMap((section) => section.charts);
  const [draw, bundles] = await Promise.all([loadDraw(), vegaBundles()]);
  const drawn = new Map<string, DrawnChart>();
  for (const draft of drafts) drawn.set(draft.id, await drawChart(draft, draw));
  const finished = sections.map((section) => ({ section, body: section.body((id) => figureHtml(drawn.get(id))) }));
  const specs = Object.fromEntries([...drawn].map(([id, chart]) => [id, { wide: chart.wide.spec, phone: chart.phone.spec }]));
  return { html: pageHtml(view, finished, specs, bundles), charts: [...drawn.values()].map((chart) => chart.file) };
}

function sectionsOf(view: ReportView): Section[] {
  const sections = [
    verdictSection(view),
    kpiSection(view),
    originSection(view),
    timeSection(view),
    movementSection(view),
    ownJourneySection(view),
    serviceSection(view),
    assumptionSection(view),
    reproduceSection(view),
    expectationSection(view),
    warningSection(view),
  ];
  return sections.filter((section) => section !== null);
}

interface DrawnSpec {
  readonly spec: Spec;
  readonly svg: string;
}

interface DrawnChart {
  readonly draft: ChartDraft;
  readonly wide: DrawnSpec;
  readonly phone: DrawnSpec;
  readonly file: ReportChart;
}

async function drawChart(draft: ChartDraft, draw: Draw): Promise<DrawnChart> {
  const at = async (width: number, prefix: string): Promise<DrawnSpec> => {
    const spec = draft.spec(width);
    return { spec, svg: await draw(spec, prefix) };
  };
  const wide = await at(widths[draft.size], `${draft.id}-wide`);
  const phone = draft.size === "half" ? wide : await at(widths.phone, `${draft.id}-phone`);
  const alone = { ...wide.spec, title: titleSpec(draft.title) };
  const file = { id: draft.id, title: draft.title, spec: alone, svg: await draw(alone, draft.id) };
  return { draft, wide, phone, file };
}

/** A chart that stands alone needs its title; in the page the caption has it. */
function titleSpec(text: string): Spec {
  return { text, anchor: "start", offset: 16, font: fontFamily, fontSize: 15, fontWeight: "bold", color: "#1f2933", limit: 800 };
}

function figureHtml(chart: DrawnChart | undefined): Html {
  if (chart === undefined) return html``;
  const { draft, wide, phone } = chart;
  const picture = (drawn: DrawnSpec, kind: string): Html =>
    html`<div class="${kind}" role="img" aria-label="${draft.description}">${trusted(drawn.svg)}</div>`;
  return html`<figure class="chart ${draft.size}" data-chart="${draft.id}" id="chart-${draft.id}"><figcaption><span>${draft.title}</span></figcaption>
<div class="live" hidden><div></div></div>
<div class="static">${draft.size === "half" ? picture(wide, "both") : [picture(wide, "wide"), picture(phone, "phone")]}</div></figure>`;
}
