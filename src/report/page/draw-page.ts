/** Draws the charts of some sections and puts them into a page. */

import { fontFamily, widths, type ChartDraft, type Spec } from "../charts/chart.ts";
import { type Compile, loadVega } from "../charts/draw.ts";
import type { Section } from "../sections/section.ts";
import { vegaBundles } from "./bundles.ts";
import { html, trusted, type Html } from "./html.ts";
import { pageHtml, type PageHead } from "./page.ts";

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

/** Draws all charts and makes the page. */
export async function drawPage(head: PageHead, sections: readonly Section[]): Promise<RenderedReport> {
  const drafts = sections.flatMap((section) => section.charts);
  const [compile, bundles] = await Promise.all([loadVega(), vegaBundles()]);
  const drawn = new Map<string, DrawnChart>();
  for (const draft of drafts) drawn.set(draft.id, await drawChart(draft, compile));
  const finished = sections.map((section) => ({ section, body: section.body((id) => figureHtml(drawn.get(id))) }));
  const specs = Object.fromEntries([...drawn].map(([id, chart]) => [id, { wide: chart.wide.spec, phone: chart.phone.spec }]));
  return { html: pageHtml(head, finished, specs, bundles), charts: [...drawn.values()].map((chart) => chart.file) };
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

async function drawChart(draft: ChartDraft, compile: Compile): Promise<DrawnChart> {
  const at = async (width: number, prefix: string) => {
    const spec = draft.spec(width);
    const draw = compile(spec);
    return { spec, draw, svg: await draw(prefix) };
  };
  const wide = await at(widths[draft.size], `${draft.id}-wide`);
  const phone = draft.size === "half" ? wide : await at(widths.phone, `${draft.id}-phone`);
  const title = titleSpec(draft.title);
  const file = { id: draft.id, title: draft.title, spec: { ...wide.spec, title }, svg: await wide.draw(draft.id, title) };
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
