/** Cases with known answers (test/data/clv.json) that need no fit. */

import { describe, expect, it } from "vitest";
import {
  absorbingChain,
  bergerNasr,
  bgNbdIndividual,
  exponentialChurnValue,
  kaplanMeier,
  marginMultiple,
  migrationValue,
} from "../../../src/stats/index.ts";
import { telcoDurations } from "../../support/buyers-data.ts";
import { clvCase, clvCases, expectClv } from "../../support/clv-cases.ts";

describe("cases with known answers", () => {
  it("the likelihood of one BG/NBD buyer", () => {
    const history = { frequency: 5, recency: 4.3, age: 10 };
    expectClv("clv-017", { logp: [0.4, 0.3, 0.2].map((rate) => bgNbdIndividual({ rate, stops: 0.15 }, history)) });
  });

  it("Gupta & Lehmann's table of margin multiples", () => {
    const rates = [0.6, 0.7, 0.8, 0.9].flatMap((retention) => [0.1, 0.12, 0.14, 0.16].map((discountRate) => ({ retention, discountRate })));
    const table = rates.map((given) => [`r=${given.retention},i=${given.discountRate}`, marginMultiple(given)] as const);
    expectClv("clv-020", Object.fromEntries(table));
  });

  it("Berger & Nasr's first case", () => {
    const CLV = bergerNasr({ margin: 260, marketing: 50, retention: 0.75, discountRate: 0.2, periods: 10, marketingAt: 0.5 });
    expectClv("clv-021", { CLV });
  });

  it("Pfeifer & Carraway's customers by recency", () => {
    const { P, R, d } = clvCase("clv-022").params as { P: number[][]; R: number[]; d: number };
    expectClv("clv-022", { V: migrationValue(P, R, d).slice(0, 4) });
  });

  it("survival of a telephone company's customers by contract", () => {
    const [all, monthly, twoYears] = [undefined, "Month-to-month", "Two year"].map((contract) => kaplanMeier(telcoDurations(contract)));
    const { times } = clvCase("clv-026").params as { times: number[] };
    const at = (curve: typeof all) => times.map((time) => curve?.survival(time) ?? Number.NaN);
    const churned = all?.steps.reduce((sum, { ended }) => sum + ended, 0) ?? Number.NaN;
    expectClv("clv-026", { churned, S_all: at(all), S_month_to_month: at(monthly), S_two_year: at(twoYears) });
  });

  it("the drunkard's walk between five corners", () => {
    const walk = [0, 1, 2, 3, 4].map((from) =>
      [0, 1, 2, 3, 4].map((to) => (from === 0 || from === 4 ? Number(from === to) : Math.abs(from - to) === 1 ? 0.5 : 0)),
    );
    const { meanSteps, absorption } = absorbingChain(walk);
    expectClv("jny-001", { mean_steps: meanSteps, absorb_at_1: absorption.map((row) => row[0] as number) });
  });

  it("a timeout of 5 against a response of rate 0.2", () => {
    expectClv("jny-002", { P_response_first: -Math.expm1(-0.2 * 5), mean_dwell: -Math.expm1(-0.2 * 5) / 0.2 });
  });

  it("two regions that must both finish", () => {
    expectClv("jny-003", { mean_all_done: 1 + 1 / 0.5 - 1 / 1.5, P_region1_first: 1 / 1.5, mean_first: 1 / 1.5 });
  });

  it("a loop of reminders, as an absorbing chain: three waits, each followed by a response or the next", () => {
    const { meanSteps, absorption } = absorbingChain([
      [0, 0.7, 0, 0.3, 0],
      [0, 0, 0.7, 0.3, 0],
      [0, 0, 0, 0.3, 0.7],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 1],
    ]);
    const sent = meanSteps[0] as number;
    expectClv("jny-005", { P_success: absorption[0]?.[0] as number, mean_duration: 2 * sent, mean_reminders_sent: sent });
  });

  it("purchases until an exponential end", () => {
    const { purchases, value } = exponentialChurnValue({ purchaseRate: 0.1, churnRate: 0.05, discountRate: 0.02, margin: 10 });
    expectClv("jny-007", { CLV: value, expected_purchases: purchases });
  });
});

describe("the cases of other programs", () => {
  it("are all judged somewhere", () => {
    const here = ["clv-017", "clv-020", "clv-021", "clv-022", "clv-026", "jny-001", "jny-002", "jny-003", "jny-005", "jny-007"];
    const fitted = ["clv-001", "clv-003", "clv-010", "clv-011", "clv-014"]; // test/fit/fit.test.ts
    expect(clvCases.map(({ id }) => id).sort()).toEqual([...fitted, ...here].sort());
  });
});
