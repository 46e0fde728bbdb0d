/** What each KPI did: all KPIs by phase, with differences and how sure they are. */

import type { KpiGroup } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import { counted } from "../text/numbers.ts";
import { judge, type Judgement } from "../text/verdict.ts";
import { isMeasured, kpiIds, own, phases, type ReportView } from "../view.ts";
import { kpiTable } from "./parts.ts";
import type { Section } from "./section.ts";

export const groupTitles: Record<KpiGroup, string> = {
  awareness: "Awareness",
  consideration: "Consideration",
  decision: "Decision and purchase",
  service: "Service",
  loyalty: "Loyalty",
  firm: "The company",
};

/** The table of all KPIs, or null for a result without any. */
export function kpiSection(view: ReportView): Section | null {
  const ids = kpiIds(view);
  if (ids.length === 0) return null;
  const groups = byPhase(view, ids);
  return {
    id: "kpis",
    nav: "All KPIs",
    title: "What did each KPI do?",
    charts: [],
    body: () => html`<p>${intro(view)}</p>
      ${groups.map(
        (one) => html`<details class="${one.ids.length > MANY ? "phase many" : "phase"}" open>
          <summary><h3>${groupTitles[one.phase]}</h3> <small>${counted(one.ids.length, "KPI")}${digest(view, one.ids)}</small></summary>
          ${phaseTable(view, one)}</details>`,
      )}`,
  };
}

/** More KPIs than this are folded away on opening the page; the summary tells what they did. */
const MANY = 8;

/** The KPIs of a phase that have a value, and a line on those that have none anywhere. */
function phaseTable(view: ReportView, { phase, ids }: { readonly phase: KpiGroup; readonly ids: readonly string[] }): Html {
  const measured = ids.filter((id) => isMeasured(view, id));
  const others = ids.filter((id) => !measured.includes(id));
  const reasons = others.map((id) => `${view.describe(id).label} – ${reasonOf(view, id)}`);
  return html`${measured.length > 0 && kpiTable(view, measured, `${groupTitles[phase]}: KPIs by strategy`)}${
    others.length > 0 && html`<p class="unmeasured"><small>No value under any strategy: ${reasons.join("; ")}.</small></p>`
  }`;
}

function reasonOf(view: ReportView, id: string): string {
  const reasons = view.strategies.flatMap(({ kpis }) => own(kpis, id)?.reason ?? []);
  return reasons[0] ?? "undefined";
}

/** What became of some KPIs under each challenger: ": 3 better, 1 worse". */
export function digest(view: ReportView, ids: readonly string[]): string {
  const told = view.challengers.map(({ name }) => {
    const moves = movesOf(view, ids, name);
    return view.challengers.length === 1 ? moves : `${name} ${moves}`;
  });
  return told.length === 0 ? "" : `: ${told.join("; ")}`;
}

function movesOf(view: ReportView, ids: readonly string[], strategy: string): string {
  const judged = ids.map((id) => judge(view.comparison(id, strategy), view.describe(id).better, view.result.confidence).judgement);
  const count = (...kinds: readonly Judgement[]) => judged.filter((one) => kinds.includes(one)).length;
  const moved = [
    [count("better"), "better"],
    [count("worse"), "worse"],
    [count("higher", "lower"), "moved"],
  ].filter(([many]) => many !== 0);
  return moved.length === 0 ? "no difference shown" : moved.map((part) => part.join(" ")).join(", ");
}

/** The phases that have KPIs, each with its KPIs. */
export function byPhase(view: ReportView, ids: readonly string[]): { phase: KpiGroup; ids: string[] }[] {
  const groups = phases.map((phase) => ({ phase, ids: ids.filter((id) => view.describe(id).group === phase) }));
  return groups.filter((group) => group.ids.length > 0);
}

function intro(view: ReportView): string {
  const values =
    view.result.replications > 1
      ? `Means over replications with ${view.confidence} intervals.`
      : "Values of the only replication; intervals need at least two.";
  const changes = [
    `Below each value: the change against ${view.result.baseline}, absolute and relative.`,
    "“Better” and “worse” are only written where the adjusted p-value supports them.",
  ];
  return [values, ...(view.challengers.length === 0 ? [] : changes), "Open a KPI’s name for its definition."].join(" ");
}
