/** KPIs of surveys: effort, and how much non-response distorts them. */

import { window } from "../definition.ts";
import { BY_SEGMENT, EVERYWHERE, type Kpi } from "../kpi.ts";
import { per, sum } from "../slice.ts";

const EVIDENCE = "evidence 2.3";

export const surveyKpis: readonly Kpi[] = [
  {
    id: "ces2",
    label: "Customer effort score",
    definition: "mean answer to “the company made it easy for me to handle my issue”, 1 to 7",
    formula: "effortPoints / effortAnswers",
    unit: "score",
    better: "higher",
    group: "service",
    window: window.asked,
    reach: ["channel", "cross-channel"],
    conventions: [
      "mean of the answers (version 2.0: 7 is easy), not the share of high ones",
      "asked when a case closes; points by contacts, explaining again, waiting and outcome (`experience.effort`)",
    ],
    related: ["csat", "contacts_per_case", "context_repeat"],
    source: `${EVIDENCE}: ces2 (CEB 2013)`,
    needs: "experience",
    scopes: EVERYWHERE,
    value: per("effortPoints", "effortAnswers", "nobody answered"),
  },
  {
    id: "response_bias",
    label: "Bias of who answers",
    definition: "mean satisfaction (0 to 1) of those who answer the survey after a purchase − of all who are asked",
    formula: "(npsAnsweredSatisfaction / npsAnswers - npsAskedSatisfaction / npsAsked) / 1000",
    unit: "ratio",
    better: "none",
    group: "loyalty",
    window: window.asked,
    reach: ["firm"],
    conventions: [
      "true satisfaction, which only a simulation knows; above zero, surveys flatter",
      "near zero unless `experience.responseSlope` says that the satisfied, or the angry, answer more readily",
    ],
    related: ["nps", "csat"],
    source: `${EVIDENCE}: response_bias`,
    needs: "experience",
    scopes: BY_SEGMENT,
    value: (s) => {
      if (sum(s, "npsAnswers") === 0) return { reason: "nobody answered" };
      const all = sum(s, "npsAskedSatisfaction") / sum(s, "npsAsked");
      return (sum(s, "npsAnsweredSatisfaction") / sum(s, "npsAnswers") - all) / 1000;
    },
  },
];
