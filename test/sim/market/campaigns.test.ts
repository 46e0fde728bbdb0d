/** Advertising: impressions, clicks, what they make of people, and what it costs. */

import { describe, expect, it } from "vitest";
import { type CounterName, kpiById, sumScope } from "../../../src/kpi/index.ts";
import { replicate } from "../../../src/sim/index.ts";
import { onlyOne, outcomesOf, planOf, shapeOf, sumsOf, type Written } from "../../support/runs.ts";

const PEOPLE = 4000;
/** Two impressions a week for half a year, of which 1 % are clicked. */
const RATE = 2;
const RESPONSE = 0.01;
const WEEKS = 26;

type Campaign = NonNullable<NonNullable<Written["awareness"]>["campaigns"]>[number];

function market(campaign: Partial<Campaign>, more: Written = {}): Written {
  return {
    horizon: "1y",
    segments: { people: { size: PEOPLE } },
    channels: {
      web: { kind: "self-service", can: ["inform", "sell"], conversion: { new: 0.5, returning: 0.5 } },
      social: { kind: "self-service", can: ["inform"] },
    },
    awareness: {
      innovation: "0/y",
      imitation: "0/y",
      wordOfMouth: 0,
      campaigns: [
        { at: "4w", length: `${WEEKS}w`, impressions: `${RATE}/w`, response: RESPONSE, channel: "social", spend: 5200, ...campaign },
      ],
      competitorSpend: 20_800,
    },
    needs: { r: 1000, alpha: "13000w", a: 0 },
    offer: {},
    ...more,
  };
}

function run(written: Written) {
  const plan = planOf(written);
  const outcome = onlyOne(outcomesOf(plan));
  const of = sumsOf(plan, outcome);
  const scope = { fromMonth: 0, toMonth: plan.calendar.ends.length, isPeriod: false, years: [] };
  const kpi = (id: string) => kpiById(id)?.value(sumScope(shapeOf(plan), [outcome.ledger], scope).slice(null));
  return { plan, outcome, of, kpi };
}

describe("a campaign with impressions", () => {
  const { of, kpi, plan, outcome } = run(market({}));

  it("makes people aware by clicks: the share is 1 − exp(−rate · response · length)", () => {
    const expected = 1 - Math.exp(-RATE * RESPONSE * WEEKS);
    const se = Math.sqrt((expected * (1 - expected)) / PEOPLE);
    expect(Math.abs(of("becameAware") / PEOPLE - expected)).toBeLessThan(3 * se);
  });

  it("shows itself as often as its rate says, Poisson, and is clicked on in its share", () => {
    const impressions = PEOPLE * RATE * WEEKS;
    expect(Math.abs(of("impressions") - impressions)).toBeLessThan(3 * Math.sqrt(impressions));
    const clicks = impressions * RESPONSE;
    expect(Math.abs(of("clicks") - clicks)).toBeLessThan(3 * Math.sqrt(clicks));
    // Who became aware did so by a click, and the aware click too.
    expect(of("clicks")).toBeGreaterThan(1.1 * of("becameAware"));
    expect(kpi("ctr")).toBe(of("clicks") / of("impressions"));
  });

  it("costs exactly what it costs, in its channel, spread over its months; competitors spend all the year", () => {
    const social = sumsOf(plan, outcome, { channel: 1 });
    expect(social("acquisitionCost")).toBe(520_000);
    expect(of("acquisitionCost")).toBe(520_000);
    expect(of("competitorSpend")).toBe(2_080_000);
    expect(kpi("sov")).toBe(0.2);
    const months = Array.from({ length: 12 }, (_, month) =>
      sumsOf(plan, outcome, { fromMonth: month, toMonth: month + 1 })("acquisitionCost"),
    );
    expect(months[0]).toBeLessThan(months[1] ?? 0);
    expect(months.slice(8)).toEqual([0, 0, 0, 0]);
  });

  it("tells what a new customer costs and how long the margin takes to pay it back", () => {
    const cac = 5200 / of("newCustomers");
    expect(kpi("cac")).toBeCloseTo(cac, 9);
    const costs = of("fulfilmentCost") + of("visitCost") + of("contactCost") + of("returnCost");
    const monthly = (of("goodsMargin") - costs) / 100 / of("customerMonths");
    expect(monthly).toBeGreaterThan(0);
    expect(kpi("payback")).toBeCloseTo((cac / monthly) * 2_628_000, 3);
  });
});

it("a campaign's spend lowers the profit", () => {
  const [dear, free] = [run(market({})), run(market({ spend: 0 }))];
  expect(Number(free.kpi("profit")) - Number(dear.kpi("profit"))).toBeCloseTo(5200, 6);
});

it("with a hazard of its own, clicks say nothing about who becomes aware", () => {
  const { of } = run(market({ hazard: "0/y" }));
  expect(of("becameAware")).toBe(0);
  expect(of("clicks")).toBeGreaterThan(0);
});

it("a campaign of the old kind counts nothing and gives the draws that it always gave", () => {
  const plain = (campaign: Partial<Campaign>): Written => {
    const written = market({});
    return { ...written, awareness: { ...written.awareness, campaigns: [{ at: "4w", length: "26w", hazard: "0.02/w", ...campaign }] } };
  };
  const { of } = run(plain({}));
  const counters: CounterName[] = ["impressions", "clicks", "acquisitionCost"];
  expect(counters.map(of)).toEqual([0, 0, 0]);
  // The same hazard, made of impressions: the same people become aware (at the same times but for the last digits).
  expect(run(market({})).of("becameAware")).toBe(of("becameAware"));
});

it("is the same in every way of running, over a fork", () => {
  const written = market({}, { history: "10w", strategies: { multichannel: {}, omnichannel: {} } });
  const plan = planOf({ ...written, segments: { people: { size: 100 } } });
  const strategies = ["multichannel", "omnichannel"];
  const ahead = replicate({ plan, strategies, replication: 0, executor: "compiled" });
  expect(replicate({ plan, strategies, replication: 0, executor: "compiled", runAhead: false })).toEqual(ahead);
  expect(replicate({ plan, strategies, replication: 0, executor: "reference" })).toEqual(ahead);
  expect(sumsOf(plan, ahead[0] ?? onlyOne([]))("clicks")).toBeGreaterThan(0);
});

it("needs a hazard, or impressions with a response", () => {
  expect(() => planOf(market({ response: undefined }))).toThrow("a hazard, or impressions with a response");
});
