/** What each KPI did: all KPIs by phase, with differences and how sure they are. */

import type { KpiGroup } from "../../kpi/index.ts";
import { html } from "../page/html.ts";
import { counted } from "../text/numbers.ts";
import { kpiIds, phases, type ReportView } from "../view.ts";
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
        (one) => html`<details class="phase" open>
          <summary><h3>${groupTitles[one.phase]}</h3> <small>${counted(one.ids.length, "KPI")}</small></summary>
          ${kpiTable(view, one.ids, `${groupTitles[one.phase]}: KPIs by strategy`)}</details>`,
      )}`,
  };
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
