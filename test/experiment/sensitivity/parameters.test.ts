/** Which parameters move a KPI: screening, one at a time, shares of variance. */

import { describe, expect, it } from "vitest";
import { sensitivity, type SensitivityOptions } from "../../../src/experiment/index.ts";
import { indices } from "../../../src/experiment/sensitivity/indices.ts";
import { overLuck, widened } from "../../../src/experiment/sensitivity/responses.ts";
import { largestReserve } from "../../../src/experiment/sensitivity/reserves.ts";
import { variationOf } from "../../../src/experiment/sensitivity/usual-ranges.ts";
import { type SensitivityDocument, sensitivityDocument } from "../../../src/kpi/index.ts";
import { studyDraws } from "../../../src/sim/index.ts";
import { tiny } from "../../support/tiny.ts";

const short = tiny(["history: 1y", "history: 2w"], ["horizon: 2y", "horizon: 5w"]);

async function study(options: SensitivityOptions): Promise<SensitivityDocument> {
  const { document } = await sensitivity(short, { workers: 0, replications: 2, strategies: ["multichannel", "omnichannel"], ...options });
  expect(sensitivityDocument.safeParse(document).error).toBeUndefined();
  return document;
}

/** What the omnichannel strategy costs is linear in these (whole cents at every step), and multichannel has no part of it. */
const COSTS = {
  kpi: "strategy_cost",
  vary: ["costs.sharedHistory.setUp=0..1200", "costs.sharedBasket.setUp=0..300", "needs.goesOn=60%..90%"],
};

describe("on a result that is linear in its parameters", () => {
  it("screening finds each coefficient, and no interactions", async () => {
    const { screening, points } = await study({ ...COSTS, trajectories: 3 });
    expect(points).toBe(12);
    const [difference, one, other] = screening?.responses ?? [];
    expect([difference, one, other].map((response) => [response?.strategy, response?.less])).toEqual([
      ["omnichannel", "multichannel"],
      ["multichannel", null],
      ["omnichannel", null],
    ]);
    for (const response of [difference, other]) {
      const effects = response?.effects ?? [];
      expect(effects.map(({ mu }) => mu)).toEqual([1200, 300, 0].map((effect) => expect.closeTo(effect, 6)));
      expect(effects.map(({ muStar }) => muStar.mean)).toEqual([1200, 300, 0].map((effect) => expect.closeTo(effect, 6)));
      for (const { sigma, muStar } of effects) {
        expect(sigma).toBeCloseTo(0, 6);
        expect((muStar.high ?? Number.NaN) - (muStar.low ?? Number.NaN)).toBeCloseTo(0, 6);
      }
    }
    expect(one?.effects.map(({ mu }) => mu)).toEqual([0, 0, 0]);
  });

  it("the tornado has the ends", async () => {
    const { tornado, points, parameters } = await study({ ...COSTS, method: "tornado" });
    expect(points).toBe(7);
    expect(parameters.map(({ path, now, values, from }) => [path, now, values, from])).toEqual([
      ["costs.sharedHistory.setUp", "400", ["0", "1200"], "command"],
      ["costs.sharedBasket.setUp", "200", ["0", "300"], "command"],
      ["needs.goesOn", "80%", ["60%", "90%"], "command"],
    ]);
    const [difference] = tornado?.responses ?? [];
    const now = difference?.now.mean ?? Number.NaN;
    expect(difference?.bars.map(({ low, high, swing }) => [low.mean, high.mean, swing.mean])).toEqual([
      [now - 400, now + 800, 1200].map((value) => expect.closeTo(value, 6)),
      [now - 200, now + 100, 300].map((value) => expect.closeTo(value, 6)),
      [now, now, 0].map((value) => expect.closeTo(value, 6)),
    ]);
  });

  it("Sobol indices see that the others have no part in it", async () => {
    const { indices: found, points } = await study({ ...COSTS, method: "sobol", rows: 4 });
    expect(points).toBe(4 * 5);
    const [difference, none] = found?.responses ?? [];
    expect(difference?.sd).toBeGreaterThan(100);
    expect(difference?.parameters[2]).toMatchObject({ first: { mean: 0 }, total: { mean: 0 } });
    expect(none?.parameters.map(({ total }) => total.mean)).toEqual([0, 0, 0]);
    expect(none?.sd).toBe(0);
  });
});

describe("Sobol indices of a study", () => {
  it("are those of the Ishigami function, at the points that the study simulates", () => {
    const vary = ["costs.sharedHistory.setUp", "costs.sharedBasket.setUp", "costs.unifiedOffer.setUp"].map((path) => `${path}=0..1`);
    const { varied } = variationOf(short, vary);
    const { assignments, tell } = indices(varied, 1024, studyDraws("ishigami"));
    expect(assignments.length).toBe(1024 * 5);
    const values = assignments.map((point) => {
      const [x = 0, y = 0, z = 0] = point.map(({ value }) => Math.PI * (2 * Number(value) - 1));
      return { all: Math.sin(x) + 7 * Math.sin(y) * Math.sin(y) + 0.1 * z * z * z * z * Math.sin(x), without: null };
    });
    const { indices: found } = tell([{ strategy: "s", less: null }], () => values, 0.95, "money");
    // Saltelli et al. 2000: first 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
    for (const [row, [first, total]] of [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
    ].entries()) {
      const parameter = found?.responses[0]?.parameters[row];
      expect(Math.abs((parameter?.first.mean ?? Number.NaN) - (first ?? Number.NaN))).toBeLessThan(0.03);
      expect(Math.abs((parameter?.total.mean ?? Number.NaN) - (total ?? Number.NaN))).toBeLessThan(0.03);
    }
  });
});

describe("a study over parameters", () => {
  it("of profit tells luck in its intervals, and does not without replications", async () => {
    const options = { method: "tornado", kpi: "profit", vary: ["segments.regulars.size=20..60"] } as const;
    const [several, one] = [await study({ ...options, replications: 3 }), await study({ ...options, replications: 1 })];
    const swing = (document: SensitivityDocument) => document.tornado?.responses[1]?.bars[0]?.swing;
    expect(swing(several)?.low).toBeLessThan(swing(several)?.mean ?? Number.NaN);
    expect(swing(one)).toMatchObject({ low: null, high: null });
  });

  it("of a share has intervals that are shares, and differences that need not be", async () => {
    const document = await study({ method: "tornado", kpi: "ocr", vary: ["service.problems=10%..30%"], replications: 2 });
    const spans = (document.tornado?.responses ?? []).flatMap(({ less, now, bars }) =>
      less === null ? [now, ...bars.flatMap(({ low, high }) => [low, high])] : [],
    );
    expect(spans.length).toBeGreaterThan(0);
    for (const { low, high } of spans) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }
    expect(spans.some(({ low, high }) => low === 0 || high === 1)).toBe(true);
  });

  it("is the same again, and another with another seed", async () => {
    const options = { vary: ["needs.goesOn=60%..90%", "segments.regulars.size=20..60"], trajectories: 2, kpi: "profit" };
    const bare = async (seed?: string) => ({ ...(await study({ ...options, seed })), timing: null });
    expect(await bare()).toEqual(await bare());
    expect((await bare("other")).screening).not.toEqual((await bare()).screening);
  });

  it.each<[SensitivityOptions, string]>([
    [{ vary: ["needs.goesOn=60%..90%", "needs.goesOn=50%..90%"] }, "needs.goesOn varies twice."],
    [{ method: "sobol" }, "too many runs: at most 50"],
    [{ method: "sobol", rows: 12 }, "--rows is 12."],
    [{ method: "tornado", rows: 16 }, "--rows means nothing to --method tornado."],
    [{ kpi: "profits" }, 'The scenario has no KPI "profits". Did you mean "profit"?'],
    [{ trajectories: 6000, vary: ["needs.goesOn=60%..90%"] }, "more than 10000"],
  ])("refuses %j", async (options, words) => {
    await expect(sensitivity(short, { workers: 0, ...options })).rejects.toThrow(words);
  });
});

describe("without --vary", () => {
  const { varied, leftOut } = variationOf(short, undefined);
  const rangeOf = (name: string) => {
    const found = varied.find((range) => range.name === name);
    return found?.values.kind === "between" ? { ...found.values, from: found.from } : undefined;
  };

  it("numbers that the scenario sets vary, a fifth less and more, where no range is stated", () => {
    expect(rangeOf("offer.spend.gammaGamma.p")).toEqual({ kind: "between", low: 5, high: 7.5, unit: "", isWhole: false, from: "a fifth" });
    expect(rangeOf("costs.sharedHistory.setUp")).toMatchObject({ low: 320, high: 480 });
    expect(rangeOf("service.arrivals.suppliers.rate")).toMatchObject({ low: 0.8, high: 1.2, unit: "/h" });
    expect(rangeOf("segments.regulars.size")).toMatchObject({ low: 28, high: 42, isWhole: true });
    expect(rangeOf("segments.regulars.affinity.email")).toMatchObject({ low: -1.2, high: -0.8 });
  });

  it("stays inside what the scenario may have", () => {
    expect(rangeOf('service.groups["phone desk"].agents')).toMatchObject({ low: 1, high: 2, isWhole: true });
    // Above the range that the schema states, so that a fifth around it is taken, of which a share has room for a part.
    const beyond = variationOf(tiny(["goesOn: 80%", "goesOn: 98%"]), undefined).varied.find(({ name }) => name === "needs.goesOn");
    expect(beyond).toMatchObject({ from: "a fifth", values: { low: 78.4, high: 100, unit: "%" } });
  });

  it("takes the range that the schema states, of what the scenario leaves at its default too", () => {
    const stated = varied.filter(({ from }) => from === "range");
    expect(stated.length).toBeGreaterThan(10);
    const ranges = new Map(short.assumptions.map(({ path, range }) => [path, range]));
    for (const { name, values } of stated) {
      const text = ranges.get(name) ?? ranges.get(name.replace(/\.[a-zA-Z]+\.mean$/u, ""));
      if (values.kind === "between")
        expect(text?.replace("mean ", ""), name).toBe(`${values.low}${values.unit} to ${values.high}${values.unit}`);
    }
  });

  it("keeps no more agents free than half of the smallest group that serves the contacts", () => {
    const agents = (phone: number, writers: number) =>
      variationOf(
        tiny(
          ["phone desk: { agents: 1,", `phone desk: { agents: ${phone},`],
          ["writers: { agents: 1,", `writers: { agents: ${writers}, topics: [return],`],
        ),
        undefined,
      );
    const reserves = (variation: ReturnType<typeof variationOf>) =>
      Object.fromEntries(
        variation.varied.flatMap(({ name, values }) =>
          name.endsWith(".reserve") && values.kind === "between" ? [[name, [values.low, values.high]]] : [],
        ),
      );
    // Only returns come to the writers.
    expect(reserves(agents(8, 3))).toEqual({
      "service.topics.question.reserve": [0, 4],
      "service.topics.defect.reserve": [0, 4],
      "service.topics.return.reserve": [0, 1],
    });
    // Beyond what the schema finds plausible nobody looks.
    expect(reserves(agents(40, 40))["service.topics.return.reserve"]).toEqual([0, 5]);
    const alone = agents(8, 1);
    expect(Object.keys(reserves(alone))).not.toContain("service.topics.return.reserve");
    expect(alone.leftOut).toContainEqual({
      path: "service.topics.return.reserve",
      reason: "the smallest group that serves these contacts has nobody to spare",
    });
  });

  it("counts the heads of schedules and shifts, and of the groups that serve a channel for its callbacks", () => {
    const hours = (text: string) =>
      [
        ['agents: 1, hours: { mon-fri: "10:00-13:00" }, costPerHour: 15, home: [phone]', `${text}, costPerHour: 15, home: [phone]`],
      ] as const;
    const of = (text: string) => largestReserve(tiny(...hours(text)).scenario, ["service", "topics", "question", "reserve"]);
    expect(of("agents: 1, hours: always")).toBe(0);
    const only = (text: string) => {
      const { scenario } = tiny(...hours(text), ["writers: { agents: 1,", "writers: { agents: 30,"]);
      return {
        topic: largestReserve(scenario, ["service", "topics", "question", "reserve"]),
        callback: largestReserve(scenario, ["service", "queues", "phone", "callback", "reserve"]),
        other: largestReserve(scenario, ["service", "topics", "question", "weight"]),
      };
    };
    expect(only('schedule: { mon-fri: { "09:00-12:00": 12, "12:00-14:00": 7, "14:00-15:00": 0 } }')).toEqual({
      topic: 3,
      callback: 3,
      other: undefined,
    });
    expect(only('shifts: [{ agents: 9, hours: { mon-fri: "09:00-12:00" } }, { agents: 4, hours: { mon-fri: "12:00-15:00" } }]').topic).toBe(
      2,
    );
  });

  it("says what it leaves out, and never touches how long is looked", () => {
    expect(leftOut.map(({ path }) => path)).toContain("segments.regulars.affinity.app");
    expect(varied.map(({ name }) => name)).not.toContain("horizon");
  });
});

describe("an interval of design and luck", () => {
  it("has the root of the sum of both squares on either side", () => {
    expect(widened({ mean: 10, low: 7, high: 14 }, 4)).toEqual({ mean: 10, low: 5, high: 10 + Math.sqrt(32) });
    expect(widened({ mean: 10, low: 7, high: 14 }, null)).toEqual({ mean: 10, low: 7, high: 14 });
    expect(widened({ mean: 10, low: null, high: null }, 4)).toEqual({ mean: 10, low: 6, high: 14 });
  });

  it("leaves a replication out at all points at once", () => {
    // A mean of three replications at two points that move together: their difference has no luck.
    const at = (shift: number) => ({ all: 2 + shift, without: [2.5, 2, 1.5].map((value) => value + shift) });
    const { estimates, luck } = overLuck([at(0), at(5)], 0.95, ([one = 0, other = 0]) => [one, other - one]);
    expect(estimates).toEqual([2, 5]);
    // Student's t with two degrees of freedom, 4.303, times 1 / √3.
    expect(luck[0]).toBeCloseTo(4.302653 / Math.sqrt(3), 4);
    expect(luck[1]).toBeCloseTo(0, 9);
  });
});
