import { beforeAll, describe, expect, it } from "vitest";
import { compare, sweep, type SweepStudy } from "../../../src/experiment/index.ts";
import { breakEvenPoints } from "../../../src/experiment/sweep/break-even.ts";
import { sweepDocument } from "../../../src/kpi/index.ts";
import { evilName } from "../../report/fixture.ts";
import { breakEvenText, renderSweep, shownValue, sweepCsv } from "../../../src/report/index.ts";
import { type Kpi, kpiById } from "../../../src/kpi/index.ts";
import { tiny } from "../../support/tiny.ts";

const loaded = tiny(["history: 1y", "history: 13w"], ["horizon: 2y", "horizon: 26w"]);
const common = { strategies: ["multichannel", "omnichannel"], replications: 2, workers: 0, kpis: ["profit", "orders"] };

describe("a sweep over two values", () => {
  let study: SweepStudy;

  beforeAll(async () => {
    study = await sweep(loaded, { ...common, vary: ["needs.goesOn=60%..80%", "offer.grossMargin=20%..60%"], points: 2 });
  });

  it("gives a valid document with every combination", () => {
    const { document } = study;
    expect(sweepDocument.safeParse(document).success).toBe(true);
    expect(document.points.map(({ values }) => values)).toEqual([
      ["60%", "20%"],
      ["60%", "60%"],
      ["80%", "20%"],
      ["80%", "60%"],
    ]);
    expect(document.points[1]?.places).toEqual([60, 60]);
    expect(document.parameters[0]).toMatchObject({ path: "needs.goesOn", now: "80%", values: ["60%", "80%"], kind: "between" });
  });

  it("finds at each point what a comparison of that scenario finds", async () => {
    const alone = tiny(["history: 1y", "history: 13w"], ["horizon: 2y", "horizon: 26w"], ["grossMargin: 50%", "grossMargin: 60%"]);
    const { result } = await compare(alone, { strategies: common.strategies, replications: 2, workers: 0 });
    const point = study.document.points[3];
    for (const { name, kpis } of point?.strategies ?? []) {
      expect(kpis["profit"]).toEqual(result.strategies.find((one) => one.name === name)?.kpis["profit"]);
    }
    const comparison = result.comparisons.find(({ kpi }) => kpi === "orders");
    expect(point?.differences[0]?.kpis["orders"]?.difference).toEqual(comparison?.difference);
  });

  it("meets the same luck everywhere: a margin changes no order", () => {
    const orders = study.document.points.map(({ strategies }) => strategies.map(({ kpis }) => kpis["orders"]?.mean));
    expect(orders[0]).toEqual(orders[1]);
    expect(orders[2]).toEqual(orders[3]);
    expect(orders[0]).not.toEqual(orders[2]);
  });

  it("is shown as a page with maps, and as a table", async () => {
    const { html, charts } = await renderSweep(study.document, kpiById);
    expect(charts.map(({ id }) => id)).toEqual(["sweep-profit-map-2", "sweep-orders-map-2"]);
    expect(html).toContain('Needs › goes on <small class="path"><code>needs.goesOn</code></small>');
    for (const { svg } of charts) {
      expect(svg).toContain("Needs › goes on (%)");
      expect(svg).not.toContain("needs.goesOn");
    }
    const lines = sweepCsv(study.document).trim().split("\r\n");
    expect(lines).toHaveLength(1 + 4 * 2 * 2);
    expect(lines[0]?.split(",").slice(0, 5)).toEqual(["point", "needs.goesOn", "offer.grossMargin", "strategy", "kpi"]);
  });

  it("shows no more digits of a design's values than people read, and code as code", async () => {
    expect(["78.3796186363%", "1000.12345/h", "0.00123456789", "1234567", "33.3333333333%", "true"].map(shownValue)).toEqual([
      "78.38%",
      "1000.12/h",
      "0.001235",
      "1234567",
      "33.33%",
      "true",
    ]);
    const described = { ...(kpiById("orders") as Kpi), definition: "As in `service.byType[].serviceLevels`" };
    const { html } = await renderSweep(study.document, (id) => (id === "orders" ? described : kpiById(id)));
    expect(html).toContain("As in <code>service.byType[].serviceLevels</code>.");
  });

  it("escapes names", async () => {
    const text = JSON.stringify(study.document)
      .replaceAll('"omnichannel"', JSON.stringify(evilName))
      .replaceAll('"needs.goesOn"', JSON.stringify(evilName));
    const { html } = await renderSweep(sweepDocument.parse(JSON.parse(text)), kpiById);
    expect(html).not.toContain(evilName);
  });
});

describe("a sweep over one value", () => {
  it("tells where a strategy breaks even", () => {
    const grid = [
      { places: [1], difference: 4 },
      { places: [2], difference: 1 },
      { places: [3], difference: -2 },
      { places: [4], difference: undefined },
    ];
    const [[place = 0] = []] = breakEvenPoints(grid, [4]);
    expect(place).toBeCloseTo(2 + 1 / 3, 12);
    expect(breakEvenPoints(grid, [4])).toHaveLength(1);
  });

  it("tells it between whole numbers where there is nothing between them", async () => {
    const { document } = await sweep(loaded, {
      ...common,
      replications: 1,
      kpis: ["strategy_cost"],
      vary: ['service.groups["phone desk"].agents=1..3'],
      points: 3,
    });
    const [agents] = document.parameters;
    if (agents === undefined) throw new Error("nothing varied");
    expect(breakEvenText(agents, document, [[1.3], [2.9]])).toBe(
      "between Service › groups › phone desk › agents = 1 and 2, and between 2 and 3",
    );
    expect(breakEvenText(agents, document, [[2]])).toBe("at Service › groups › phone desk › agents = 2 (interpolated between points)");
    const margin = { ...agents, path: "offer.grossMargin", values: ["20%", "60%"] };
    expect(breakEvenText(margin, document, [[1.25], [2.5]])).toBe("at Offer › gross margin = 1.25 and 2.5% (interpolated between points)");
    // The axis has a label for each number of agents, and none between.
    const { charts } = await renderSweep(document, kpiById);
    expect(charts[0]?.svg).not.toContain(">1.5<");
    for (const value of [">1<", ">2<", ">3<"]) expect(charts[0]?.svg).toContain(value);
  });

  it("tells it once where the difference is exactly zero, whichever sign follows", () => {
    const at = (...differences: number[]) =>
      breakEvenPoints(
        differences.map((difference, place) => ({ places: [place], difference })),
        [differences.length],
      ).flat();
    expect(at(1, 0, -1)).toEqual([1]);
    expect(at(0, 0, 2)).toEqual([1]);
    expect(at(0, 0, -2)).toEqual([1]);
    expect(at(0, 0, 0)).toEqual([]);
  });

  it("tells it along both values of a map, and not from the end of one line to the beginning of the next", () => {
    const grid = [
      { places: [0, 0], difference: 1 },
      { places: [0, 1], difference: 1 },
      { places: [1, 0], difference: -1 },
      { places: [1, 1], difference: -3 },
    ];
    expect(breakEvenPoints(grid, [2, 2])).toEqual([
      [0.5, 0],
      [0.25, 1],
    ]);
  });

  it("takes lists, Latin hypercubes and Sobol sequences", async () => {
    const list = await sweep(loaded, { ...common, replications: 1, vary: ["strategies.omnichannel.unifiedStock=true,false"] });
    expect(list.document.points.map(({ values }) => values)).toEqual([["true"], ["false"]]);
    const { html, charts } = await renderSweep(list.document, kpiById);
    expect(html).toContain("Strategies › omnichannel › Unified stock");
    // A row for each value: between true and false there is no axis.
    expect(charts.map(({ title }) => title)).toContain("Profit by Strategies › omnichannel › Unified stock");
    for (const { svg } of charts) for (const value of [">true<", ">false<"]) expect(svg).toContain(value);
    for (const design of ["lhs", "sobol"] as const) {
      const { document } = await sweep(loaded, {
        ...common,
        replications: 1,
        vary: ["needs.goesOn=0.5..0.9", "needs.inertia=0..2"],
        design,
        points: 3,
      });
      expect(document.points).toHaveLength(3);
      expect(new Set(document.points.map(({ places }) => places[1])).size).toBe(3);
      expect((await renderSweep(document, kpiById)).charts).toHaveLength(4);
    }
  });

  it("is refused without sense, before anything runs", async () => {
    await expect(sweep(loaded, { ...common, vary: ["needs.goesOn=0.5..0.9"], kpis: ["profits"] })).rejects.toThrow(/no KPI "profits"/);
    await expect(sweep(loaded, { ...common, vary: ["needs.goesOn=0.5..0.9", "needs.goesOn=0.5..0.9"] })).rejects.toThrow(/varies twice/);
    await expect(sweep(loaded, { ...common, vary: ["needs.goesOn=0.5..0.9", "needs.inertia=0..2"], points: 200 })).rejects.toThrow(
      /40000 points/,
    );
  });
});
