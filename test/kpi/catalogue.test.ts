import { describe, expect, it } from "vitest";
import { at, counterNames, kpiCatalogue } from "../../src/kpi/index.ts";

const REQUIRED =
  "conv_journey cart_abandon frt asa service_level abandon csat nps aov retention d_retention repeat_rate clv d_clv revenue profit fcr ocr contacts_per_case context_repeat cost_per_contact cost_per_resolution ropo_share bopis_share stockout";

/** The counters that a formula reads, found by changing each in turn. */
function countersOf(id: string): string[] {
  const kpi = kpiCatalogue.find((one) => one.id === id);
  const valueWith = (changed: number | undefined) => {
    const sumsOf = (year: number) =>
      // Margins above costs: some KPIs have no value otherwise.
      Float64Array.from(counterNames, (name, k) => (name === "goodsMargin" ? 5000 : 10 + k) + (k === changed ? 217 * (year + 1) : 0));
    const sums = sumsOf(3);
    return JSON.stringify(kpi?.value({ sums, whole: sums, years: [0, 1, 2].map(sumsOf), isPeriod: false, replications: 1 }));
  };
  const usual = valueWith(undefined);
  return counterNames.filter((name) => valueWith(at[name]) !== usual);
}

describe("the catalogue", () => {
  it("has the KPIs that every report needs", () => {
    const ids = kpiCatalogue.map((kpi) => kpi.id);
    expect(ids).toEqual(expect.arrayContaining(REQUIRED.split(" ")));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(kpiCatalogue.map((kpi) => [kpi.id, kpi] as const))("%s says what it is, and where the definition comes from", (_, kpi) => {
    expect(kpi.label.length).toBeGreaterThan(2);
    expect(kpi.definition.length).toBeGreaterThan(8);
    expect(kpi.source.length).toBeGreaterThan(5);
  });

  it.each(kpiCatalogue.map((kpi) => [kpi.id] as const))("%s is no constant: it moves with what is counted", (id) => {
    expect(countersOf(id).length).toBeGreaterThan(0);
  });

  it("reads every counter of the ledger somewhere, or the counter is there for curves and checks", () => {
    const read = new Set(kpiCatalogue.flatMap((kpi) => countersOf(kpi.id)));
    const elsewhere = ["becameAware", "needs", "needsMet", "baskets", "dropouts", "baseStill", "casesOpened", "unitsReturned"];
    expect(counterNames.filter((name) => !read.has(name)).toSorted()).toEqual(elsewhere.toSorted());
  });
});
