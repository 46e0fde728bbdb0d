/** KPIs of a loyalty programme. Who would join is known under every strategy, so members can be compared with themselves. */

import { window } from "../definition.ts";
import { BY_SEGMENT, type Kpi } from "../kpi.ts";
import { ratio, type Slice, sum } from "../slice.ts";

const EVIDENCE = "evidence 2.3: lp_uplift";
const MONTHS = 12;
const NOBODY = "nobody has joined, or would have";

/** Members' months, in years. */
function memberYears(s: Slice): number {
  return sum(s, "memberMonths") / MONTHS;
}

export const programmeKpis: readonly Kpi[] = [
  {
    id: "member_spend",
    label: "Members' spend per year",
    definition:
      "spend since joining of the programme's members, or under a strategy without it of those who would have joined / years since they joined",
    formula: "memberSpend / 100 / (memberMonths / 12)",
    unit: "money",
    better: "higher",
    group: "loyalty",
    window: window.events,
    reach: ["firm"],
    conventions: [
      "the same people under every strategy: would-be members join with their first order since the programme is there",
      "its difference between a strategy with the programme and one without is lp_uplift",
      "who has left is still a member: nobody is dropped from the denominator",
      "gross of refunds, and of rewards, which are a cost",
    ],
    related: ["naive_member_gap", "member_share", "reward_cost"],
    source: `${EVIDENCE}, the intervention's own effect`,
    needs: "offer",
    mechanism: "programme",
    scopes: BY_SEGMENT,
    value: (s) => ratio(sum(s, "memberSpend") / 100, memberYears(s), NOBODY),
  },
  {
    id: "naive_member_gap",
    label: "Naive gap of members",
    definition: "members' spend per year since joining / spend per year of the customers who declined, since they were asked − 1",
    formula: "(memberSpend / memberMonths) / (nonMemberSpend / nonMemberMonths) - 1",
    unit: "ratio",
    better: "none",
    group: "loyalty",
    window: window.events,
    reach: ["firm"],
    conventions: [
      "not an effect of the programme: heavy buyers select themselves in, so it is there under a strategy without a programme too",
      "both sides count from the first order since the programme is there on, that order apart",
    ],
    related: ["member_spend", "naive_multichannel_gap"],
    source: `${EVIDENCE}, never the naive gap; Liu 2007, Meyer-Waarden`,
    needs: "offer",
    mechanism: "programme",
    scopes: BY_SEGMENT,
    value: (s) => {
      const others = ratio(sum(s, "nonMemberSpend"), sum(s, "nonMemberMonths"), "nobody has declined");
      if (typeof others !== "number") return others;
      const members = ratio(sum(s, "memberSpend"), sum(s, "memberMonths"), NOBODY);
      if (typeof members !== "number") return members;
      return others === 0 ? { reason: "who declined spends nothing" } : members / others - 1;
    },
  },
  {
    id: "member_share",
    label: "Share of members",
    definition: "months of members, or would-be members / months of all who were asked to join",
    formula: "memberMonths / (memberMonths + nonMemberMonths)",
    unit: "share",
    better: "none",
    group: "loyalty",
    window: window.time,
    reach: ["firm"],
    conventions: ["denominator: customers with an order since the programme is there"],
    related: ["member_spend"],
    source: `${EVIDENCE}: who is compared`,
    needs: "offer",
    mechanism: "programme",
    scopes: BY_SEGMENT,
    value: (s) => ratio(sum(s, "memberMonths"), sum(s, "memberMonths") + sum(s, "nonMemberMonths"), "nobody has ordered yet"),
  },
  {
    id: "reward_cost",
    label: "Cost of rewards",
    definition: "what members get back, less what is taken back with refunds",
    formula: "rewardCost / 100 / replications",
    unit: "money",
    better: "lower",
    group: "firm",
    window: window.events,
    reach: ["firm"],
    conventions: ["booked with the order, not when the reward is used", "set-up and running cost of the programme are in strategy_cost"],
    related: ["profit", "member_spend"],
    source: "evidence 2.3: profit_per_customer, reward cost",
    needs: "offer",
    mechanism: "programme",
    scopes: BY_SEGMENT,
    value: (s) => sum(s, "rewardCost") / 100 / s.replications,
  },
];
