/** Studies of twins: who is found, what is told, what is refused. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { twin, type TwinOptions } from "../../src/experiment/index.ts";
import { type TwinDocument, type TwinEnd, twinDocument, type TwinMeasure } from "../../src/kpi/index.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { planScenario, replicate } from "../../src/sim/index.ts";
import { sumsOf } from "../support/runs.ts";
import { tiny } from "../support/tiny.ts";

const STRATEGIES = ["multichannel", "omnichannel"] as const;
/** Sixty people for three quarters, and a strategy that is another one under another name. */
const loaded = tiny(
  ["history: 1y", "history: 13w"],
  ["horizon: 2y", "horizon: 26w"],
  ["  single-channel: {}\n", "  same: { extends: omnichannel }\n"],
);

const lived = new Map<string, Promise<TwinDocument>>();

/** A study of the two strategies, lived once for all tests. */
async function study(options: TwinOptions = {}): Promise<TwinDocument> {
  const key = JSON.stringify(options);
  const known = lived.get(key) ?? twin(loaded, { strategies: STRATEGIES, ...options }).then(({ document }) => document);
  lived.set(key, known);
  return known;
}

function spreadOf(ends: readonly TwinEnd[], of: (end: TwinEnd) => number): number {
  const values = ends.map(of);
  return Math.max(...values) - Math.min(...values);
}

const measures: Readonly<Record<TwinMeasure, (end: TwinEnd) => number>> = {
  value: (end) => end.contribution,
  satisfaction: (end) => end.satisfaction ?? 0,
  contacts: (end) => end.contacts,
  orders: (end) => end.orders,
};

describe("a study of twins", () => {
  it("is a valid document, the same every time", async () => {
    const first = await study({ customer: 3 });
    const again = await twin(loaded, { strategies: STRATEGIES, customer: 3 });
    expect(twinDocument.safeParse(first).error).toBeUndefined();
    expect(twinDocument.parse(JSON.parse(JSON.stringify(first)))).toEqual(first);
    expect(JSON.stringify(again.document)).toBe(JSON.stringify(first));
    expect(first.search).toBeNull();
    expect(first.customers.map(({ customer }) => customer)).toEqual([3]);
  });

  it("tells the history once and every strategy from adoption on", async () => {
    const document = await study({ find: 4, findBy: "value" });
    const { history, horizon } = document.scenario;
    for (const customer of document.customers) {
      for (const { time } of customer.history) expect(time).toBeLessThan(history);
      for (const { steps } of customer.lanes) {
        for (const { time } of steps) {
          expect(time).toBeGreaterThanOrEqual(history);
          expect(time).toBeLessThan(history + horizon);
        }
        expect(steps.map(({ time }) => time)).toEqual(steps.map(({ time }) => time).toSorted((a, b) => a - b));
      }
      expect(customer.lanes.map(({ end }) => end.strategy)).toEqual(document.strategies.map(({ name }) => name));
    }
  });

  it("tells the lives that a comparison counts: those who differ make the whole difference in orders", async () => {
    const { search } = await study({ find: 60, findBy: "orders" });
    const plan = planScenario(loaded.scenario);
    const outcomes = replicate({ plan, strategies: STRATEGIES, replication: 0, executor: "compiled" });
    const told = STRATEGIES.map((_, row) => (search?.found ?? []).reduce((sum, { ends }) => sum + (ends[row]?.orders ?? 0), 0));
    const counted = outcomes.map((outcome) => sumsOf(plan, outcome)("orders"));
    expect(search?.differing).toBe(search?.found.length);
    expect(told[1]).not.toBe(told[0]);
    expect((told[1] ?? 0) - (told[0] ?? 0)).toBe((counted[1] ?? 0) - (counted[0] ?? 0));
  });

  it("never parts twins who live under the same strategy, under another name", async () => {
    const document = await study({ strategies: ["omnichannel", "same"] });
    expect(document.search?.differing).toBe(0);
    expect(document.customers[0]?.parting).toBeNull();
    const [first, second] = document.customers[0]?.lanes ?? [];
    expect(second?.steps).toEqual(first?.steps);
  });

  it("parts twins at the first step that differs", async () => {
    const document = await study();
    const [customer] = document.customers;
    const parting = customer?.parting ?? Number.NaN;
    const before = customer?.lanes.map(({ steps }) =>
      steps.filter(({ time }) => time < parting).map((step) => ({ ...step, contact: null })),
    );
    for (const steps of before ?? []) expect(steps).toEqual(before?.[0]);
    const at = customer?.lanes.map(({ steps }) => JSON.stringify(steps.filter(({ time }) => time <= parting)));
    expect(new Set(at).size).toBeGreaterThan(1);
  });
});

describe("customers are found", () => {
  it.each(Object.keys(measures) as TwinMeasure[])("by %s, those who differ most first", async (by) => {
    const document = await study({ find: 4, findBy: by });
    const found = document.search?.found ?? [];
    const spreads = found.map(({ ends }) => spreadOf(ends, measures[by]));
    expect(found.map(({ spread }) => spread)).toEqual(spreads);
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
    expect(spreads[0]).toBeGreaterThan(0);
    expect(document.customers.map(({ customer }) => customer)).toEqual(found.map(({ customer }) => customer));
    expect(document.search?.unasked).toBe(false);
    expect(document.search?.differing).toBeGreaterThanOrEqual(found.length);
  });

  it("as the one who differs most when nobody is asked for", async () => {
    const document = await study();
    const found = await study({ find: 4, findBy: "value" });
    expect(document.search).toEqual({ ...found.search, unasked: true, found: found.search?.found.slice(0, 1) });
    expect(document.customers).toEqual(found.customers.slice(0, 1));
  });

  it("in one segment alone", async () => {
    const [segment = ""] = Object.keys(loaded.scenario.segments ?? {});
    const document = await study({ find: 2, segment });
    expect(document.search?.found.map((one) => one.segment)).toEqual([segment, segment]);
    expect(document.search?.among).toBe(loaded.scenario.segments?.[segment]?.size);
  });

  it("in another replication and with another seed, others", async () => {
    const [one, other, seeded] = [await study(), await study({ replication: 1 }), await study({ seed: "other" })];
    expect(new Set([one, other, seeded].map(({ customers }) => JSON.stringify(customers))).size).toBe(3);
    expect(seeded.seed).toBe("other");
  });
});

describe("a study of twins is refused", () => {
  it("for customers who are not there, with the numbers that are", async () => {
    await expect(twin(loaded, { customer: 60 })).rejects.toMatchObject({
      code: "usage",
      message: "There is no customer 60: tiny has 60, counted from 0.",
      hint: "Choose one from 0 to 59, or let --find choose.",
    });
  });

  it("for segments that are not there, with the nearest name", async () => {
    const [segment = ""] = Object.keys(loaded.scenario.segments ?? {});
    await expect(twin(loaded, { segment: `${segment}x` })).rejects.toThrow(`There is no segment "${segment}x". Did you mean "${segment}"?`);
  });

  it("when a customer is both named and looked for", async () => {
    await expect(twin(loaded, { customer: 1, find: 2 })).rejects.toMatchObject({ code: "usage" });
  });

  it("when customers are looked for under one strategy alone, but not when one is named", async () => {
    await expect(twin(loaded, { strategies: ["omnichannel"] })).rejects.toThrow("there is only one strategy: omnichannel");
    expect((await twin(loaded, { strategies: ["omnichannel"], customer: 1 })).document.customers[0]?.lanes.length).toBe(1);
  });

  it("where nobody lives a journey", async () => {
    const text = readFileSync("scenarios/contact-centre.yaml", "utf8");
    await expect(twin(parseScenario(text, { fileName: "contact-centre.yaml" }))).rejects.toMatchObject({
      code: "bad-input",
      message: "contact-centre has no modelled customers whose journeys could be told: its contacts come from outside.",
    });
  });
});
