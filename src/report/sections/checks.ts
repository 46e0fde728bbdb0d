/** Expectations the scenario states, and what a reader should be warned of. */

import type { ExpectationOutcome } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import { counted } from "../text/numbers.ts";
import { kpiIds, own, type ReportView } from "../view.ts";
import { isUnverified } from "./assumptions.ts";
import { listed } from "./parts.ts";
import type { Section } from "./section.ts";

/** The expectations, or null when the scenario states none. */
export function expectationSection(view: ReportView): Section | null {
  const { expectations } = view.result;
  if (expectations.length === 0) return null;
  const failed = expectations.filter((one) => !one.passed).length;
  return {
    id: "expectations",
    nav: "Expectations",
    title: "Do the stated expectations hold?",
    charts: [],
    body: () => html`<p>${summary(failed, expectations.length)}</p>
      <ul class="checks">${expectations.map(expectationHtml)}</ul>`,
  };
}

function summary(failed: number, all: number): string {
  if (failed === 0) return "All of them hold.";
  return `${failed} of ${counted(all, "expectation")} ${failed === 1 ? "does" : "do"} not hold.`;
}

function expectationHtml(one: ExpectationOutcome): Html {
  const badge = one.passed
    ? html`<span class="badge is-better"><span aria-hidden="true">✓</span> holds</span>`
    : html`<span class="badge is-worse"><span aria-hidden="true">✗</span> does not hold</span>`;
  const observed = one.observed !== null && html` <small>observed ${Number(one.observed.toPrecision(4))}</small>`;
  return html`<li>${badge} <span><code>${one.text}</code>${observed}</span></li>`;
}

const fewReplications = 10;

/** What limits the results; there is always at least the sentence that this is a model. */
export function warningSection(view: ReportView): Section {
  const warnings = [
    ...replicationWarnings(view),
    ...historyWarnings(view),
    ...driftWarnings(view),
    ...undefinedWarnings(view),
    ...assumptionWarnings(view),
  ];
  return {
    id: "warnings",
    nav: "Limits",
    title: "Limits and warnings",
    charts: [],
    body: () => html`<ul class="warnings">${warnings.map((text) => html`<li>${text}</li>`)}
      <li>These are results of a simulation model. They say what would follow from the assumptions, not what will happen;
        intervals cover chance inside the model, not errors of the model.</li></ul>`,
  };
}

function replicationWarnings(view: ReportView): string[] {
  const { replications } = view.result;
  if (replications < 2) return ["Only one replication was run: there are no intervals, and no difference can be told from chance."];
  if (replications < fewReplications)
    return [`Only ${replications} replications were run: the intervals are wide and themselves uncertain.`];
  return [];
}

/** The history may have been lived under a strategy that is not shown. */
function historyWarnings({ result, baseline }: ReportView): Html[] {
  if (result.scenario.history === 0 || result.historyStrategy === baseline?.name) return [];
  return [html`The common history was lived under <b>${result.historyStrategy}</b>, to which nothing is compared here.`];
}

const FULL_YEAR = 31_536_000;
const NOTABLE_DRIFT = 0.05;

/** Year-on-year changes mean little where the baseline itself still moves. */
function driftWarnings({ baseline }: ReportView): Html[] {
  if (baseline === undefined) return [];
  const years = baseline.byPeriod.filter(({ from, to }) => to - from > FULL_YEAR - 1);
  const revenue = years.map(({ kpis }) => own(kpis, "revenue")?.mean ?? null).filter((value) => value !== null && value > 0);
  const [first, last] = [revenue.at(0), revenue.at(-1)];
  if (first === undefined || last === undefined || first === null || last === null || revenue.length < 2) return [];
  const perYear = Math.exp(Math.log(last / first) / (revenue.length - 1)) - 1;
  if (Math.abs(perYear) < NOTABLE_DRIFT) return [];
  const way = perYear < 0 ? "loses" : "gains";
  return [
    html`The baseline <b>${baseline.name}</b> itself ${way} ${Math.round(Math.abs(perYear) * 100)}% of revenue a year: its customers are not in a
      steady state. Strategies are compared at the same times, but changes from year to year (of retention, of lifetime value) also measure this.`,
  ];
}

/** One warning for all KPIs that are undefined for the same strategies and the same reason. */
function undefinedWarnings(view: ReportView): Html[] {
  const groups = new Map<string, { labels: string[]; where: string; reason: string }>();
  for (const id of kpiIds(view)) {
    const missing = view.strategies.filter((one) => own(one.kpis, id)?.mean === null);
    if (missing.length === 0) continue;
    const reason = own(missing[0]?.kpis ?? {}, id)?.reason ?? "no reason given";
    const where = missing.length === view.strategies.length ? "all strategies" : listed(missing.map((one) => one.name));
    const key = JSON.stringify([where, reason]);
    const group = groups.get(key) ?? { labels: [], where, reason };
    group.labels.push(view.describe(id).label);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ labels, where, reason }) => {
    const verb = labels.length === 1 ? "is" : "are";
    return html`<b>${listed(labels)}</b> ${verb} undefined for ${where}: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`;
  });
}

function assumptionWarnings(view: ReportView): Html[] {
  const count = view.result.assumptions.filter(isUnverified).length;
  if (count === 0) return [];
  const rest = count === 1 ? "rests" : "rest";
  return [
    html`${counted(count, "parameter")} ${rest} on assumptions or unverified sources; see <a href="#assumptions">what was assumed</a>.`,
  ];
}
