/** From the document of a sweep to its page and charts. */

import type { KpiDescription, SweepDocument, SweepPoint } from "../../kpi/index.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { drawPage, type RenderedReport } from "../page/draw-page.ts";
import { html, type Html } from "../page/html.ts";
import { strategyLooks, type StrategyLook } from "../palette.ts";
import { assumptionSection, trustNote } from "../sections/assumptions.ts";
import { parameterHtml } from "../sections/parameter.ts";
import { nameTag, sentenceHtml } from "../sections/parts.ts";
import type { Section } from "../sections/section.ts";
import { fixed, intervalText, meanText } from "../text/numbers.ts";
import type { Describe } from "../view.ts";
import { curveOver, mapOver } from "./charts.ts";
import { listChart } from "./list-chart.ts";
import { breakEvenText, shownValue } from "./swept.ts";

/** Points in the table of the page; sweep.csv holds all. */
const MOST_ROWS = 60;

interface Shown {
  readonly document: SweepDocument;
  readonly kpis: readonly KpiDescription[];
  /** Of all strategies but the baseline. */
  readonly looks: readonly StrategyLook[];
}

/**
 * Renders the page of a sweep: one self-contained file. The same document gives the same text (`timing` is not shown).
 *
 * @param document a valid document; text in it may be anything
 * @param describe finds the catalogue's description of a KPI
 */
export async function renderSweep(document: SweepDocument, describe: Describe): Promise<RenderedReport> {
  const kpis = document.kpis.flatMap((id) => describe(id) ?? []);
  const looks = strategyLooks(document.strategies).filter(({ name }) => name !== document.baseline);
  const shown: Shown = { document, kpis, looks };
  const head = { title: `${document.scenario.name} – what if`, maker: document.package, header: header(document) };
  const sections = [
    verdictSection(shown),
    ...kpis.map((kpi) => kpiSection(shown, kpi)),
    tableSection(shown),
    assumptionSection(document.assumptions),
    reproduceSection(document),
  ];
  return drawPage(
    head,
    sections.filter((section) => section !== null),
  );
}

function header({ scenario, parameters, points, replications, design }: SweepDocument): Html {
  const designs = { grid: "every combination", lhs: "Latin hypercube", sobol: "Sobol sequence" } as const;
  const facts: readonly (readonly [string, string])[] = [
    ["Points", `${fixed(points.length, 0)} (${designs[design]})`],
    ["Replications at each", fixed(replications, 0)],
  ];
  return html`<header><p class="eyebrow">What if</p>
<h1>${scenario.name}</h1>
${scenario.description !== undefined && html`<p class="description">${scenario.description}</p>`}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<ul class="strategies">${parameters.map(
    ({ path, values, now, kind, about }) =>
      html`<li><b>${parameterHtml(path)}</b><small class="below">${values.join(kind === "list" ? ", " : " to ")}; ${now} in the scenario${about !== "" && html`. ${sentenceHtml(about)}`}</small></li>`,
  )}</ul></header>`;
}

function differenceAt({ differences }: SweepPoint, strategy: string, kpi: string) {
  return differences.find((one) => one.strategy === strategy)?.kpis[kpi]?.difference;
}

/** Points at which the interval lies on one side of zero. */
function sides(document: SweepDocument, strategy: string, kpi: string) {
  const spans = document.points.map((point) => differenceAt(point, strategy, kpi));
  return {
    higher: spans.filter((span) => span?.low != null && span.low > 0).length,
    lower: spans.filter((span) => span?.high != null && span.high < 0).length,
  };
}

function verdictOf({ document }: Shown, kpi: KpiDescription, look: StrategyLook): Html {
  const { higher, lower } = sides(document, look.name, kpi.id);
  const all = document.points.length;
  const [better, worse] = kpi.better === "lower" ? [lower, higher] : [higher, lower];
  const words = kpi.better === "none" ? ["higher", "lower"] : ["better", "worse"];
  return html`<tr><th scope="row">${nameTag(look)}</th><td>${kpi.label}</td><td>${fixed(better, 0)} of ${fixed(all, 0)} ${words[0]}</td>
    <td>${fixed(worse, 0)} ${words[1]}</td><td>${fixed(all - better - worse, 0)} not told apart</td></tr>`;
}

function verdictSection(shown: Shown): Section {
  const { document, kpis, looks } = shown;
  return {
    id: "verdict",
    nav: "Verdict",
    title: `Where does it pay, compared with ${document.baseline}?`,
    charts: [],
    body: () => html`<p>Points at which a strategy differs from ${document.baseline} so clearly that its ${fixed(document.confidence * 100, 0)}% interval excludes zero.
      The same random numbers are met at all points and under all strategies. Points are not corrected for their number.</p>
      <table class="kpis"><caption>Points by verdict</caption><thead><tr><th scope="col">Strategy</th><th scope="col">KPI</th><th scope="col" colspan="3">Points</th></tr></thead>
      <tbody>${looks.flatMap((look) => kpis.map((kpi) => verdictOf(shown, kpi, look)))}</tbody></table>
      ${trustNote(document.assumptions)}`,
  };
}

function chartsOf({ document, looks }: Shown, kpi: KpiDescription): ChartDraft[] {
  const { parameters, design } = document;
  const isMap = design === "grid" && parameters.length === 2 && parameters.every(({ kind }) => kind === "between");
  if (isMap) return looks.map((look) => mapOver(document, kpi, look));
  if (parameters.length === 1 && parameters[0]?.kind === "list") return [listChart(document, kpi, looks)];
  return parameters.map((_, row) => curveOver(document, kpi, row, looks));
}

function kpiSection(shown: Shown, kpi: KpiDescription): Section {
  const { document } = shown;
  const charts = chartsOf(shown, kpi);
  const breaks = document.breakEven.filter((one) => one.kpi === kpi.id);
  const [only, ...more] = document.parameters;
  return {
    id: `kpi-${kpi.id.replaceAll("_", "-")}`,
    nav: kpi.label,
    title: kpi.label,
    charts,
    body: (figure) => html`<p>${sentenceHtml(kpi.definition)}</p>
      ${
        only !== undefined &&
        more.length === 0 &&
        breaks.map(
          ({ strategy, at }) => html`<p><b>${strategy}</b> breaks even with ${document.baseline} ${breakEvenText(only, document, at)}.</p>`,
        )
      }
      ${more.length > 0 && breaks.length > 0 && html`<p>Dots mark where a strategy breaks even with ${document.baseline} (interpolated between neighbouring points).</p>`}
      <div class="${charts.length > 1 && charts[0]?.size === "half" ? "grid" : "stack"}">${charts.map((chart) => figure(chart.id))}</div>`,
  };
}

function differenceCell({ document: { scenario } }: Shown, point: SweepPoint, strategy: string, kpi: KpiDescription): Html {
  const difference = differenceAt(point, strategy, kpi.id);
  if (difference === undefined || difference.mean === null) return html`<td class="none">– <small>${difference?.reason ?? ""}</small></td>`;
  const interval = intervalText(difference, kpi.unit, scenario.currency, "difference");
  return html`<td>${meanText(difference, kpi.unit, scenario.currency, "difference")}${interval !== null && html` <small>${interval}</small>`}</td>`;
}

/** A row for every strategy; the point's values stand once. */
function pointRows(shown: Shown, point: SweepPoint): Html[] {
  const { looks, kpis } = shown;
  const values = point.values.map((value) => html`<td rowspan="${looks.length}">${shownValue(value)}</td>`);
  return looks.map(
    (look, row) =>
      html`<tr>${row === 0 && values}<th scope="row">${nameTag(look)}</th>${kpis.map((kpi) => differenceCell(shown, point, look.name, kpi))}</tr>`,
  );
}

function tableSection(shown: Shown): Section {
  const { document, kpis } = shown;
  const { parameters, points } = document;
  const heads = [...parameters.map(({ path }) => parameterHtml(path)), "Strategy", ...kpis.map(({ label }) => label)];
  return {
    id: "points",
    nav: "All points",
    title: "The points",
    charts: [],
    body: () => html`<p>Differences to ${document.baseline}. ${points.length > MOST_ROWS && html`The first ${fixed(MOST_ROWS, 0)} of ${fixed(points.length, 0)} points; all are in sweep.csv.`}</p>
      <div class="scroll"><table class="points"><caption>Differences at every point</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${points.slice(0, MOST_ROWS).map((point) => pointRows(shown, point))}</tbody></table></div>`,
  };
}

function reproduceSection(document: SweepDocument): Section {
  const facts: readonly (readonly [string, string])[] = [
    ["Seed", document.seed],
    ["Version", document.package],
    ["Scenario", document.scenario.name],
    ["Scenario SHA-256", document.scenario.sha256],
    ["Design", document.design],
    ["Replications at each point", String(document.replications)],
    ["Format", `${document.format}, version ${document.version}`],
  ];
  return {
    id: "reproduce",
    nav: "Reproduce",
    title: "How to reproduce this",
    charts: [],
    body: () => html`<p>The command stands in manifest.json beside this page, the scenario with all defaults in scenario.yaml, all figures in
      sweep.json and sweep.csv. The same scenario, seed and version give the same numbers on any machine.</p>
      <dl class="rows">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
  };
}
