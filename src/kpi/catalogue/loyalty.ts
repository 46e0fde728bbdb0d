/** KPIs of loyalty and of the firm. */

import { BY_SEGMENT, EVERYWHERE, type Kpi } from "../kpi.ts";
import { at, type CounterName } from "../ledger.ts";
import { profitCents, revenueCents } from "../money.ts";
import { type KpiValue, per, ratio, type Slice, sum } from "../slice.ts";

const EVIDENCE = "evidence 2.3";
const NO_BASE = "no customers of a whole year before";

/** Relative change of a yearly ratio from the last but one whole year to the last. */
function yearOnYear(slice: Slice, numerator: CounterName, denominator: CounterName): KpiValue {
  const values = slice.years
    .filter((year) => (year[at[denominator]] as number) > 0)
    .map((year) => (year[at[numerator]] as number) / (year[at[denominator]] as number));
  const [before, last] = values.slice(-2);
  if (before === undefined || last === undefined) return { reason: "needs three whole years in a row" };
  return before <= 0 ? { reason: "the earlier year's value is not above zero" } : last / before - 1;
}

export const loyaltyKpis: readonly Kpi[] = [
  {
    id: "nps",
    label: "Net promoter score",
    definition: "100 × (answers 9–10 − answers 0–6) / answers",
    unit: "score",
    better: "higher",
    group: "loyalty",
    source: `${EVIDENCE}: nps`,
    needs: "experience",
    scopes: EVERYWHERE,
    value: (s) => ratio(100 * (sum(s, "npsPromoters") - sum(s, "npsDetractors")), sum(s, "npsAnswers"), "nobody answered"),
  },
  {
    id: "retention",
    label: "Retention",
    definition: "customers who ordered in a year and in the one before / customers who ordered in the one before",
    unit: "share",
    better: "higher",
    group: "loyalty",
    source: `${EVIDENCE}: retention, non-contractual`,
    needs: "market",
    scopes: BY_SEGMENT,
    value: per("baseRetained", "baseCustomers", NO_BASE),
  },
  {
    id: "churn",
    label: "Churn",
    definition: "1 − retention",
    unit: "share",
    better: "lower",
    group: "loyalty",
    source: `${EVIDENCE}: churn`,
    needs: "market",
    scopes: BY_SEGMENT,
    value: (s) => ratio(sum(s, "baseCustomers") - sum(s, "baseRetained"), sum(s, "baseCustomers"), NO_BASE),
  },
  {
    id: "d_retention",
    label: "Change of retention",
    definition: "retention of the last year / retention of the year before − 1",
    unit: "ratio",
    better: "higher",
    group: "loyalty",
    source: `${EVIDENCE}: d_retention, the estimand of claim AB-1`,
    needs: "market",
    scopes: BY_SEGMENT,
    value: (s) => yearOnYear(s, "baseRetained", "baseCustomers"),
  },
  {
    id: "repeat_rate",
    label: "Repeat rate",
    definition: "new customers with a second order within 365 days of the first / new customers whose 365 days are over",
    unit: "share",
    better: "higher",
    group: "loyalty",
    source: `${EVIDENCE}: repeat_rate`,
    needs: "market",
    scopes: BY_SEGMENT,
    value: per("cohortRepeated", "cohortCustomers", "no new customer's 365 days are over"),
  },
  {
    id: "clv",
    label: "Customer lifetime value",
    definition:
      "discounted contribution (margin less delivery, refunds, visits, contacts and handling) per customer, realised: of the customers at adoption over the horizon; in a year's column, of the year's base over the year",
    unit: "money",
    better: "higher",
    group: "loyalty",
    source: `${EVIDENCE}: clv, realised; not the residual value after the horizon`,
    needs: "offer",
    scopes: BY_SEGMENT,
    value: (s) =>
      s.isPeriod
        ? ratio(sum(s, "baseValue") / 100, sum(s, "baseCustomers"), NO_BASE)
        : ratio(sum(s, "adoptionValue") / 100, sum(s, "adoptionBase"), "nobody was a customer at adoption"),
  },
  {
    id: "d_clv",
    label: "Change of lifetime value",
    definition: "value of a year's base over the year / that of the year before − 1",
    unit: "ratio",
    better: "higher",
    group: "loyalty",
    source: `${EVIDENCE}: d_clv, the estimand of claim AB-2, realised`,
    needs: "offer",
    scopes: BY_SEGMENT,
    value: (s) => yearOnYear(s, "baseValue", "baseCustomers"),
  },
  {
    id: "new_customers",
    label: "New customers",
    definition: "customers with their first order",
    unit: "count",
    better: "higher",
    group: "awareness",
    source: "denominator of cac, evidence 2.3",
    needs: "market",
    scopes: EVERYWHERE,
    value: (s) => sum(s, "newCustomers") / s.replications,
  },
  {
    id: "orders",
    label: "Orders",
    definition: "orders placed",
    unit: "count",
    better: "higher",
    group: "firm",
    source: "denominator of aov, evidence 2.3",
    needs: "market",
    scopes: EVERYWHERE,
    value: (s) => sum(s, "orders") / s.replications,
  },
  {
    id: "revenue",
    label: "Revenue",
    definition: "value of orders less refunds",
    unit: "money",
    better: "higher",
    group: "firm",
    source: "evidence 1.1 FT-1 (level, not growth)",
    needs: "offer",
    scopes: EVERYWHERE,
    value: (s) => revenueCents(s.sums) / 100 / s.replications,
  },
  {
    id: "profit",
    label: "Profit",
    definition: "margin on goods less delivery, visits, contacts, staff, set-up and running cost of the strategy",
    unit: "money",
    better: "higher",
    group: "firm",
    source: `${EVIDENCE}: profit_per_customer, summed over the firm`,
    needs: "offer",
    scopes: [],
    value: (s) => profitCents(s.sums) / 100 / s.replications,
  },
  {
    id: "service_cost",
    label: "Service cost",
    definition: "paid staff time and cost of contacts",
    unit: "money",
    better: "lower",
    group: "firm",
    source: "numerator of cost_per_contact, evidence 2.3",
    needs: "service",
    scopes: [],
    value: (s) => (sum(s, "staffCost") + sum(s, "contactCost")) / 100 / s.replications,
  },
  {
    id: "strategy_cost",
    label: "Cost of the strategy",
    definition: "set-up and running cost of its capabilities",
    unit: "money",
    better: "lower",
    group: "firm",
    source: "scenario, part costs",
    needs: "market",
    scopes: [],
    value: (s) => sum(s, "capabilityCost") / 100 / s.replications,
  },
];
