import { describe, expect, it } from "vitest";
import { at, counterNames, kpiCatalogue, sumScope } from "../../src/kpi/index.ts";

const REQUIRED =
  "conv_journey cart_abandon frt asa service_level abandon csat nps aov retention d_retention repeat_rate clv d_clv revenue profit fcr ocr contacts_per_case context_repeat cost_per_contact cost_per_resolution ropo_share bopis_share stockout";

const shape = { months: 36, segments: 1, channels: 1 };
const years = [0, 12, 24].map((fromMonth) => ({ fromMonth, toMonth: fromMonth + 12 }));

/** The counters that a formula reads, found by changing each in turn. */
function countersOf(id: string): string[] {
  const kpi = kpiCatalogue.find((one) => one.id === id);
  const valueWith = (changed: number | undefined) => {
    const cells = new Float64Array(shape.months * 2 * 2 * counterNames.length).map((_, cell) => 10 + (cell % counterNames.length));
    if (changed !== undefined) for (let cell = changed, n = 0; cell < cells.length; cell += counterNames.length, n++) cells[cell] = 217 + n;
    const slice = sumScope(shape, [cells], { fromMonth: 12, toMonth: 36, isPeriod: false, years }).slice(null);
    return JSON.stringify(kpi?.value(slice));
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
    const elsewhere = ["becameAware", "needs", "baskets", "dropouts", "baseStill", "casesOpened"];
    expect(counterNames.filter((name) => !read.has(name)).toSorted()).toEqual(elsewhere.toSorted());
  });
});
