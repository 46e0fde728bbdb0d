/** A loyalty programme: extra needs against their closed form, who joins, what it costs. */

import { describe, expect, it } from "vitest";
import { at, counterNames } from "../../../src/kpi/index.ts";
import { replicate } from "../../../src/sim/index.ts";
import { gainOnJoining, planProgramme } from "../../../src/sim/market/programme.ts";
import { estimate, expectExact } from "../../support/estimate.ts";
import { retailer } from "../../support/retail.ts";
import { compared, outcomesOf, planOf, type Sums, sumsOf, type Written } from "../../support/runs.ts";

const STRATEGIES = ["without", "programme"];

const market = (loyaltyProgramme: Written["loyaltyProgramme"], more: Written = {}): Written => ({
  seed: "programme",
  horizon: "3y",
  segments: { people: { size: 2000, alreadyCustomers: 1 } },
  // Everybody brings six needs a year, and all of them are met at once.
  needs: { r: 1e6, alpha: "8690461w", a: 0, timeBetweenVisits: { deterministic: "0s" } },
  offer: { spend: { deterministic: 100 }, delivery: { cost: 0 } },
  strategies: { without: {}, programme: { loyaltyProgramme: true } },
  ...more,
  ...(loyaltyProgramme === undefined ? {} : { loyaltyProgramme }),
});

function lived(written: Written, replications: number): [Sums, Sums][] {
  const plan = planOf(written);
  return Array.from({ length: replications }, (_, replication) => {
    const [without, programme] = compared(plan, STRATEGIES, replication).map((outcome) => sumsOf(plan, outcome));
    if (without === undefined || programme === undefined) throw new Error("two strategies");
    return [without, programme];
  });
}

describe("members of a loyalty programme", () => {
  it("bring λ g τ more needs each, in all: the integral of the response", () => {
    const runs = lived(market({ reward: 0.1, joins: { share: 1 }, response: { weight: 5, elsewhere: "6/y", fades: "13w" }, cost: {} }), 6);
    const odds = Math.exp(0.5);
    const gain = (6 * (odds - 1)) / (6 * odds + 6);
    // All have joined, and nothing of the response is left, long before the end.
    const exact = (6 * gain * 13 * 7) / 365;
    const extra = estimate(runs.map(([without, programme]) => (programme("orders") - without("orders")) / 2000));
    expectExact("extra orders of a member", extra, exact, 0.05);
  });

  it("add little if they bring nearly all their needs already", () => {
    const written = market({ reward: 0.02, response: { weight: 5, elsewhere: "4/y" } });
    const programme = planProgramme(planOf(written).scenario, false);
    if (programme === undefined) throw new Error("the scenario has a programme");
    const gains = [1, 4, 24].map((needs) => Math.round(1000 * gainOnJoining(programme, needs / 31_536_000)) / 10);
    // What docs/explanation/validation-signs.md says.
    expect(gains).toEqual([8.2, 5, 1.4]);
    expect(gainOnJoining({ ...programme, elsewhere: 0 }, 1)).toBe(0);
  });

  it("are the same people under a strategy without a programme, who spend as they would", () => {
    const [[without, programme]] = lived(market({ joins: { share: 0.4 } }), 1) as [[Sums, Sums]];
    const [[none]] = lived({ ...market(undefined), strategies: { without: {}, programme: {} } }, 1) as [[Sums, Sums]];
    expect(without("memberMonths")).toBe(programme("memberMonths"));
    expect(without("nonMemberSpend")).toBe(programme("nonMemberSpend"));
    expect([without("orders"), without("revenue"), without("rewardCost")]).toEqual([none("orders"), none("revenue"), 0]);
    expect(none("memberMonths")).toBe(0);
  });

  it("get the reward with every order, the first one included, and give it back with a refund", () => {
    const returns = { online: 0.5, inPerson: 0.5 };
    const channels = { shop: { kind: "in-person" as const, can: ["sell" as const], conversion: { new: 1, returning: 1 } } };
    const [[, programme]] = lived(
      market({ reward: 0.02, joins: { share: 1 } }, { channels, offer: { spend: { deterministic: 100 }, delivery: { cost: 0 }, returns } }),
      1,
    ) as [[Sums, Sums]];
    expect(programme("rewardCost")).toBe(0.02 * (programme("revenue") - programme("refunds")));
    expect(programme("memberSpend")).toBeLessThan(programme("revenue"));
    expect(programme("refunds")).toBeGreaterThan(0);
  });

  it("join the more readily the more often they buy", () => {
    const heavy = { size: 2000, alreadyCustomers: 1, needFactor: 4 };
    const segments = { people: { size: 2000, alreadyCustomers: 1 }, heavy };
    const plan = planOf(market({ joins: { share: 0.5, selfSelection: 1 } }, { segments }));
    const [outcome] = outcomesOf(plan, { strategy: "programme" });
    if (outcome === undefined) throw new Error("one replication");
    const share = (segment: number) => {
      const s = sumsOf(plan, outcome, { segment, fromMonth: 24 });
      return s("memberMonths") / (s("memberMonths") + s("nonMemberMonths"));
    };
    // The logit of one half, and of that plus log 4.
    expect(share(0)).toBeCloseTo(0.5, 1);
    expect(share(1)).toBeCloseTo(0.8, 1);
  });
});

it("a programme to which nobody responds changes nothing but what it costs", () => {
  const plan = planOf(market({ joins: { share: 0.7 }, response: { weight: 0 } }));
  const [without, programme] = compared(plan, STRATEGIES);
  const costs = new Set<number>([at.rewardCost, at.capabilityCost, at.adoptionValue, at.baseValue]);
  const others = (cells: Float64Array) => Array.from(cells).filter((_, cell) => !costs.has(cell % counterNames.length));
  expect(others(programme?.ledger ?? new Float64Array())).toEqual(others(without?.ledger ?? new Float64Array(1)));
});

it("a programme costs its set-up and its running cost, where the strategy has it", () => {
  const [[without, programme]] = lived(market({ cost: { setUp: 100, perYear: 200 } }), 1) as [[Sums, Sums]];
  expect(without("capabilityCost")).toBe(0);
  expect(programme("capabilityCost")).toBe(100 * (100 + 3 * 200));
});

it("under a baseline with a programme people join from the start, and a strategy without it takes it away", () => {
  const written = market({ joins: { share: 1 } }, { history: "1y", horizon: "1y", baseline: "programme" });
  const plan = planOf(written);
  const [programme, without] = compared(plan, ["programme", "without"], 0).map((outcome) =>
    sumsOf(plan, outcome, { fromMonth: 12, toMonth: 13 }),
  );
  expect(programme?.("memberMonths")).toBeGreaterThan(1900);
  expect(without?.("memberMonths")).toBe(programme?.("memberMonths"));
  expect(without?.("rewardCost")).toBe(0);
});

it("a programme, and habits, give the same bytes with and without run-ahead and with live actors", () => {
  const written = retailer();
  const plan = planOf({
    ...written,
    history: "8w",
    horizon: "13w",
    loyaltyProgramme: {},
    needs: { ...written.needs, habit: 1.5 },
    strategies: { multichannel: {}, omnichannel: { loyaltyProgramme: true } },
  });
  const task = { plan, strategies: ["multichannel", "omnichannel"], replication: 0 };
  const ahead = replicate({ ...task, executor: "compiled" });
  expect(replicate({ ...task, executor: "compiled", runAhead: false })).toEqual(ahead);
  expect(replicate({ ...task, executor: "reference" })).toEqual(ahead);
  expect(ahead.map((outcome) => sumsOf(plan, outcome)("rewardCost") > 0)).toEqual([false, true]);
});
