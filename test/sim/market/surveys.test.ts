/** Surveys: effort of a case, and answers that depend on satisfaction. */

import { describe, expect, it } from "vitest";
import { kpiById, sumScope } from "../../../src/kpi/index.ts";
import { responseProbability } from "../../../src/sim/market/surveys.ts";
import { retailer } from "../../support/retail.ts";
import { outcomesOf, planOf, shapeOf, sumsOf, type Written } from "../../support/runs.ts";

type Experience = NonNullable<Written["experience"]>;

function retailerWith(experience: Experience): Written {
  return { ...retailer(), experience: { ...retailer().experience, ...experience } };
}

function experienceOf(written: Experience) {
  const { experience } = planOf(retailerWith(written)).scenario;
  if (experience === undefined) throw new Error("no experience");
  return experience;
}

function run(written: Written) {
  const plan = planOf(written);
  const outcomes = outcomesOf(plan, { replications: 2 });
  const months = { fromMonth: plan.calendar.adoptionMonth, toMonth: plan.calendar.ends.length };
  const sums = sumScope(
    shapeOf(plan),
    outcomes.map(({ ledger }) => ledger),
    { ...months, isPeriod: false, years: [] },
  );
  const of = (counter: Parameters<ReturnType<typeof sumsOf>>[0]) => outcomes.reduce((total, one) => total + sumsOf(plan, one)(counter), 0);
  return { of, kpi: (id: string) => Number(kpiById(id)?.value(sums.slice(null))) };
}

describe("the probability of an answer", () => {
  it("is the share of the scenario where satisfaction plays no part", () => {
    expect(responseProbability(experienceOf({ surveyResponse: 0.2 }), 0.1)).toBe(0.2);
  });

  it("is that share at the reference, higher above and lower below it", () => {
    const experience = experienceOf({ surveyResponse: 0.2, responseSlope: 4 });
    expect(responseProbability(experience, 0.8)).toBe(0.2);
    const logit = (p: number) => Math.log(p / (1 - p));
    expect(logit(responseProbability(experience, 0.9))).toBeCloseTo(logit(0.2) + 0.4, 12);
    expect(logit(responseProbability(experience, 0.3))).toBeCloseTo(logit(0.2) - 2, 12);
  });
});

describe("the bias of who answers", () => {
  const dissatisfied: Experience = { latePenalty: 0.8, stockOutPenalty: 0.3, learning: 0.8 };

  it("is small where all answer alike, zero where all answer", () => {
    expect(run(retailerWith({ ...dissatisfied, surveyResponse: 1 })).kpi("response_bias")).toBe(0);
    expect(Math.abs(run(retailerWith({ ...dissatisfied, surveyResponse: 0.5 })).kpi("response_bias"))).toBeLessThan(0.02);
  });

  it("is above zero where the satisfied answer, below zero where the angry do", () => {
    expect(run(retailerWith({ ...dissatisfied, surveyResponse: 0.3, responseSlope: 12 })).kpi("response_bias")).toBeGreaterThan(0.03);
    expect(run(retailerWith({ ...dissatisfied, surveyResponse: 0.3, responseSlope: -12 })).kpi("response_bias")).toBeLessThan(-0.03);
  });

  it("moves the score that is seen and not the customers: the same orders under every slope", () => {
    const [level, flattering] = [0, 12].map((responseSlope) => run(retailerWith({ ...dissatisfied, surveyResponse: 0.3, responseSlope })));
    expect(flattering?.of("orders")).toBe(level?.of("orders"));
    expect(flattering?.kpi("nps")).toBeGreaterThan(level?.kpi("nps") ?? 0);
  });
});

describe("the customer effort score", () => {
  it("is the points of one contact where nothing costs effort and answers have no noise", () => {
    const effort = { oneContact: 6, extraContact: 0, startedOver: 0, waitPerMinute: 0, unresolved: 0, noise: 0 };
    const { kpi, of } = run(retailerWith({ surveyResponse: 1, effort }));
    expect(kpi("ces2")).toBe(6);
    expect(of("effortAnswers")).toBe(of("csatAnswers"));
    expect(of("effortAnswers")).toBeGreaterThan(50);
  });

  it("loses exactly what every further contact costs", () => {
    // Without noise and with whole points nothing is rounded, and nobody reaches 1 with so small a cost.
    const effort = { oneContact: 7, extraContact: 1, startedOver: 0, waitPerMinute: 0, unresolved: 0, noise: 0 };
    const { kpi, of } = run(retailerWith({ surveyResponse: 1, effort }));
    const perCase = 7 - kpi("ces2");
    expect(perCase).toBeGreaterThan(0.1);
    expect(perCase).toBeLessThanOrEqual(of("caseContacts") / of("casesClosed") - 1);
  });

  it("stays within 1 and 7 however much is lost", () => {
    const { kpi } = run(
      retailerWith({ surveyResponse: 1, effort: { extraContact: 1000, unresolved: 1000, waitPerMinute: 1000, startedOver: 1000 } }),
    );
    expect(kpi("ces2")).toBeGreaterThanOrEqual(1);
    expect(kpi("ces2")).toBeLessThan(5);
  });

  it("of one contact is a score from 1 to 7", () => {
    expect(() => planOf(retailerWith({ effort: { oneContact: 8 } }))).toThrow("a score from 1 to 7");
  });
});
