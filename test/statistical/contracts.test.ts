/** Contracts are the shifted beta-geometric model; migration by recency is Pfeifer & Carraway's. */

import { afterAll, describe, expect, it } from "vitest";
import { migrationValue, sbg } from "../../src/stats/index.ts";
import { clvCase, clvExpected } from "../support/clv-cases.ts";
import { expectRefuted, ratio } from "../support/estimate.ts";
import { livedReference } from "../support/reference.ts";
import { figuresOf } from "./customers/figure.ts";

const YEARS = Array.from({ length: 12 }, (_, k) => k + 1);

describe.each([
  ["sbg-regular", 0.704, 1.182],
  ["sbg-high-end", 0.668, 3.806],
])("contracts renewed every year (scenarios/reference/%s.yaml)", async (file, alpha, beta) => {
  const model = sbg({ alpha, beta });
  const { plan, sums } = await livedReference(file);
  const people = plan.market.people;
  const figures = figuresOf(file);
  afterAll(figures.keep);
  // Renewal k is at the very beginning of month 12 k, counted from 0.
  const leftAfter = (year: number) => ratio(sums({ toMonth: 12 * year + 1 }).map((s) => [people - s("dropouts"), people]));

  it("begin with everybody", () => {
    for (const s of sums({ toMonth: 12 })) expect([s("orders"), s("renewalsDue"), s("dropouts")]).toEqual([people, 0, 0]);
  });

  it.each(YEARS)("are left by S(t) after %i renewals", (year) => {
    figures.expect(`S(${year})`, leftAfter(year), model.survival(year), 0.02);
  });

  it.each(YEARS)("are renewed at renewal %i by r(t) of those who are due", (year) => {
    const renewals = sums({ fromMonth: 12 * year, toMonth: 12 * year + 1 });
    figures.expect(`r(${year})`, ratio(renewals.map((s) => [s("renewalsKept"), s("renewalsDue")])), model.retention(year), 0.01);
  });

  it("are told apart from customers who all leave with the mean probability", () => {
    expectRefuted("geometric survival", leftAfter(4), (beta / (alpha + beta)) ** 4);
  });
});

describe("the survival published for the Regular customers", () => {
  it("is what the simulated model projects, within its own rounding of parameters", () => {
    const projected = clvExpected("clv-001", "survival_pct_0_12");
    for (const year of YEARS)
      expect(Math.abs(100 * sbg({ alpha: 0.704, beta: 1.182 }).survival(year) - (projected[year] as number))).toBeLessThan(0.01);
  });
});

describe("Pfeifer & Carraway's customers (scenarios/reference/migration-pfeifer-carraway.yaml)", async () => {
  const { sums, widened } = await livedReference("migration-pfeifer-carraway", 12);
  const { P, R, d } = clvCase("clv-022").params as { P: number[][]; R: number[]; d: number };
  const figures = figuresOf("migration-pfeifer-carraway");
  afterAll(figures.keep);
  const values = clvExpected("clv-022", "V");

  it("are followed long enough: what comes after 25 years is nothing", () => {
    for (const [state, value] of migrationValue(P, R, d, 24).entries()) expect(value).toBeCloseTo(values[state] ?? 0, 3);
  });

  it.each([1, 2, 3, 4])("are worth V%i in state %#", (state) => {
    const found = ratio(sums({ segment: state - 1 }).map((s) => [s("adoptionValue") / 100, s("adoptionBase")]));
    figures.expect(`V${state}`, found, values[state - 1] as number, 0.02 * widened);
  });
});
