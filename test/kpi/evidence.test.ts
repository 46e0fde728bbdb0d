/** Every id of the project's evidence register (section 2.3) is a KPI, part of a comparison, or left out with a reason. */

import { expect, it } from "vitest";
import { comparisonParts, kpiCatalogue, leftOut } from "../../src/kpi/index.ts";

/** Section 2.3, in its order; strategy comparison last. */
const IDS =
  "ctr sov visit_dur engaged_rate bounce conv_session conv_store conv_journey cross_conv cart_abandon checkout_abandon ropo_share showroom_share ropo_factor bopis_share attach_pickup attr_credit cac payback " +
  "aov units_per_order return_rate stockout lost_sale otif downtime " +
  "frt asa mean_wait_all service_level abandon silent_abandon aht aht_chat concurrency occupancy cost_per_contact cost_per_resolution fcr ocr recontact contacts_per_case channels_per_case transfer switch_rate context_repeat context_loss_time backlog_age self_service_containment " +
  "csat nps ces2 response_bias retention churn d_retention repeat_rate clv d_clv sow lp_uplift profit_per_customer " +
  "uplift_pp uplift_rel uplift_ratio_of_changes did selection_gap cannibalisation";

const catalogue = kpiCatalogue.map(({ id }) => id);
const evidence = IDS.split(" ");

it("no id of the evidence is silently missing", () => {
  const places = new Map(
    evidence.map((id) => [id, [catalogue, Object.keys(comparisonParts), Object.keys(leftOut)].filter((ids) => ids.includes(id)).length]),
  );
  expect([...places].filter(([, count]) => count !== 1)).toEqual([]);
  expect(Object.keys({ ...comparisonParts, ...leftOut }).filter((id) => !evidence.includes(id))).toEqual([]);
});

it("at least 55 ids of the evidence are computed, and those left out say why", () => {
  const computed = evidence.filter((id) => !Object.hasOwn(leftOut, id));
  expect(computed.length).toBeGreaterThanOrEqual(55);
  expect(Object.values(leftOut).every((reason) => reason.length > 20)).toBe(true);
});

it("KPIs beyond the evidence say on what they rest", () => {
  const own = kpiCatalogue.filter(({ id }) => !evidence.includes(id));
  expect(own.every(({ source }) => source.length > 10)).toBe(true);
});
