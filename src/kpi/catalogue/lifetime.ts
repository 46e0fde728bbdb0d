/** KPIs of what customers are worth in the long run, and of contracts. */

import { window } from "../definition.ts";
import { BY_SEGMENT, type Kpi } from "../kpi.ts";
import { profitCents } from "../money.ts";
import { ratio, per, sum } from "../slice.ts";

const EVIDENCE = "evidence 2.3";

export const lifetimeKpis: readonly Kpi[] = [
  {
    id: "clv_expected",
    label: "Expected lifetime value",
    definition:
      "discounted contribution per customer at adoption, realised over the horizon plus expected after it: by the model's closed form where every need is a purchase or all have contracts, else by living on for `lifetimeValue.tail`",
    unit: "money",
    better: "higher",
    group: "loyalty",
    formula: "(adoptionValue + adoptionResidual) / 100 / adoptionExpected",
    window: "from adoption on; by simulation, to the end of the tail",
    reach: ["cross-channel"],
    conventions: [
      "denominator: customers at adoption, all of whose value after the horizon is known",
      "by simulation, what comes after the tail is not in it",
      "under the same strategy for ever; set-up and running costs of the strategy are not in it",
    ],
    related: ["clv", "d_clv"],
    source: `${EVIDENCE}: clv; closed form of BG/NBD and gamma–gamma for a customer whose traits are known, λ / (δ + λp) purchases; of the shifted beta-geometric model, Σ (1 − p)ᵏ e^(−δ tₖ) periods`,
    needs: "offer",
    scopes: BY_SEGMENT,
    value: (s) =>
      s.isPeriod
        ? { reason: "told from adoption on, not by year" }
        : ratio(
            (sum(s, "adoptionValue") + sum(s, "adoptionResidual")) / 100,
            sum(s, "adoptionExpected"),
            "no closed form with these parts; lifetimeValue.tail says how long to live on instead",
          ),
  },
  {
    id: "profit_per_customer",
    label: "Profit per customer",
    definition: "profit / customers who ordered, year by year (who ordered in two years counts twice)",
    unit: "money",
    better: "higher",
    group: "firm",
    formula: "profit / activeCustomers",
    window: window.time,
    reach: ["firm"],
    conventions: ["denominator: customers with an order in a year of the run, summed over its years; a last, shorter year counts too"],
    related: ["profit", "clv"],
    source: `${EVIDENCE}: profit_per_customer (margin less acquisition, service and reward cost)`,
    needs: "offer",
    scopes: [],
    value: (s) => ratio(profitCents(s.sums) / 100, sum(s, "activeCustomers"), "nobody ordered"),
  },
  {
    id: "retention_contractual",
    label: "Retention (contracts)",
    definition: "(E − N) / S: of the contracts whose period ends, those that are renewed",
    unit: "share",
    better: "higher",
    group: "loyalty",
    formula: "renewalsKept / renewalsDue",
    window: window.events,
    reach: ["cross-channel"],
    conventions: [
      "denominator: contracts that come due; S at the start of their period, E − N at its end",
      "the first renewal of a contract counts like every other",
      "over a period of the contract, not over a year",
    ],
    related: ["retention", "churn"],
    source: `${EVIDENCE}: retention, contractual`,
    needs: "market",
    mechanism: "contracts",
    scopes: BY_SEGMENT,
    value: per("renewalsKept", "renewalsDue", "no contract came due"),
  },
];
