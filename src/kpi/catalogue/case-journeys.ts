/** Satisfaction with resolved cases by how they went: one contact, several seamless ones, or starting over (SQM's split). */

import { window } from "../definition.ts";
import { EVERYWHERE, type Kpi } from "../kpi.ts";
import type { CounterName } from "../ledger.ts";
import { per } from "../slice.ts";

const SQM = "evidence 1.1 SQM-1: top-box satisfaction of resolved issues by journey";

interface Way {
  readonly id: string;
  readonly label: string;
  readonly cases: string;
  readonly topBox: CounterName;
  readonly answers: CounterName;
}

function satisfactionOf({ id, label, cases, topBox, answers }: Way): Kpi {
  return {
    id,
    label,
    definition: `top-box answers / answers, of ${cases}`,
    unit: "share",
    better: "higher",
    group: "service",
    formula: `${topBox} / ${answers}`,
    window: window.asked,
    reach: ["cross-channel"],
    conventions: [
      "resolved cases only",
      "observational: which cases go how is not drawn by lot, so differences between the three are no effects",
    ],
    related: ["csat", "context_repeat"],
    source: SQM,
    needs: "experience",
    scopes: EVERYWHERE,
    value: per(topBox, answers, `nobody answered about ${cases}`),
  };
}

export const caseJourneyKpis: readonly Kpi[] = [
  satisfactionOf({
    id: "csat_one_contact",
    label: "Satisfied with one contact",
    cases: "cases resolved with one contact",
    topBox: "csatTopBoxOneContact",
    answers: "csatAnswersOneContact",
  }),
  satisfactionOf({
    id: "csat_seamless",
    label: "Satisfied with several seamless contacts",
    cases: "cases resolved with several contacts, none of which began anew",
    topBox: "csatTopBoxSeamless",
    answers: "csatAnswersSeamless",
  }),
  satisfactionOf({
    id: "csat_start_over",
    label: "Satisfied after starting over",
    cases: "cases resolved after the customer had to explain again",
    topBox: "csatTopBoxStartOver",
    answers: "csatAnswersStartOver",
  }),
];
