/** From a result document to the report's page and charts. */

import type { ResultDocument } from "../kpi/index.ts";
import { drawPage, type RenderedReport } from "./page/draw-page.ts";
import { comparisonHeader } from "./page/header.ts";
import { attributionSection } from "./sections/attribution.ts";
import { assumptionSection } from "./sections/assumptions.ts";
import { expectationSection, warningSection } from "./sections/checks.ts";
import { kpiSection } from "./sections/kpi-table.ts";
import { lifetimeSection } from "./sections/lifetime.ts";
import { movementSection } from "./sections/movement.ts";
import { ownJourneySection } from "./sections/own-journey.ts";
import { originSection } from "./sections/origins.ts";
import { timeSection } from "./sections/over-time.ts";
import { reproduceSection } from "./sections/reproduce.ts";
import type { Section } from "./sections/section.ts";
import { serviceSection } from "./sections/service.ts";
import { verdictSection } from "./sections/verdicts.ts";
import { reportView, type Describe, type ReportView } from "./view.ts";

/**
 * Renders the report of a result. Pure but for reading Vega's browser builds from the installed packages; the same result
 * gives the same text (`timing` is not shown).
 *
 * @param result a valid result document; text in it may be anything
 * @param describe finds the catalogue's description of a KPI; unknown KPIs are shown under their id
 */
export async function renderReport(result: ResultDocument, describe: Describe): Promise<RenderedReport> {
  const view = reportView(result, describe);
  const title = `${result.scenario.name} – strategies compared`;
  return drawPage({ title, maker: view.maker, header: comparisonHeader(view) }, sectionsOf(view));
}

function sectionsOf(view: ReportView): Section[] {
  const sections = [
    verdictSection(view),
    kpiSection(view),
    originSection(view),
    timeSection(view),
    lifetimeSection(view),
    movementSection(view),
    attributionSection(view),
    ownJourneySection(view),
    serviceSection(view),
    assumptionSection(view.result.assumptions),
    reproduceSection(view),
    expectationSection(view),
    warningSection(view),
  ];
  return sections.filter((section) => section !== null);
}
