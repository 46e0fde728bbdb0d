/** Planned follow-ups: they find problems that only seemed settled, and bring needs forward; without either they only cost. */

import { describe, expect, it } from "vitest";
import { at, type CounterName, counterNames } from "../../../src/kpi/index.ts";
import { type Outcome, replicate } from "../../../src/sim/index.ts";
import { frictionless } from "../../support/retail.ts";
import { compared, onlyOne, planOf, sumsOf, type Written } from "../../support/runs.ts";
import { liveThrough, valuesOf } from "../../support/worlds.ts";
import { type Centre, centre } from "./centre.ts";
import { comingAt, minutes, sumIn } from "./story.ts";

type Service = NonNullable<Written["service"]>;

/** People who buy twice a month and call about every purchase; agents enough, one contact settles what it can. */
function people(service: Partial<Service>, more: Partial<Written> = {}): Written {
  return {
    history: "0s",
    horizon: "26w",
    channels: {
      shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } },
      phone: { kind: "live", can: ["serve"], contactCost: 1 },
      email: { kind: "deferred", can: ["serve"], contactCost: 0.1 },
    },
    segments: { people: { size: 80, alreadyCustomers: 1, serviceAffinity: { email: -20 } } },
    needs: { r: 4, alpha: "8w", a: 0, timeBetweenVisits: { deterministic: "0s" }, activeHours: "always" },
    offer: {},
    experience: {},
    service: {
      problems: 1,
      timeToProblem: { deterministic: "1h" },
      handling: { phone: minutes(5), email: minutes(5) },
      firstContactResolution: 1,
      recontact: { returns: 0.3, returnsAfter: { deterministic: "3d" }, tellsFollowUp: 1 },
      followUp: { after: { deterministic: "1d" }, handling: minutes(1) },
      groups: { desk: { agents: 20, home: ["phone", "email"] } },
      ...service,
    },
    strategies: { without: {}, follows: { plannedFollowUp: true } },
    ...more,
  };
}

function both(written: Written) {
  const plan = planOf(written);
  const [without, follows] = compared(plan, ["without", "follows"]).map((outcome) => sumsOf(plan, outcome));
  if (without === undefined || follows === undefined) throw new Error("two outcomes expected");
  return { plan, without, follows };
}

describe("a problem that only seemed settled", () => {
  const { without, follows } = both(people({}));

  it("comes back with the share that the scenario states, as a further contact of the same case", () => {
    const settled = without("contactsHandled");
    expect(settled).toBeGreaterThan(500);
    expect(Math.abs(without("recontacts") / settled - 0.3)).toBeLessThan(3 * Math.sqrt((0.3 * 0.7) / settled));
    expect(without("casesResolvedOneContact")).toBeLessThan(without("casesResolved"));
    expect(without("casesClosed")).toBe(without("casesResolved"));
  });

  it("is found by a follow-up that comes before, of which customers tell it: nobody has to contact again", () => {
    expect(follows("recontacts")).toBe(0);
    expect(follows("followUpsTold")).toBeGreaterThan(100);
    expect(follows("contactsOffered")).toBeLessThan(without("contactsOffered"));
  });

  it("costs contacts: every contact about a case is followed up, until one finds nothing", () => {
    const expected = follows("casesClosed") + follows("followUpsTold");
    expect(Math.abs(follows("followUps") - expected)).toBeLessThan(20);
    expect(follows("contactCost")).toBeGreaterThan(follows("contactsOffered") * 100);
    expect(follows("handlingMs")).toBeGreaterThan(follows("contactsOffered") * 5 * 60_000);
  });

  it("comes back all the same if nobody tells", () => {
    const silent = both(people({ recontact: { returns: 0.3, returnsAfter: { deterministic: "3d" }, tellsFollowUp: 0 } }));
    expect(silent.follows("recontacts")).toBe(silent.without("recontacts"));
    expect([silent.follows("followUpsTold"), silent.follows("followUps") > 500]).toEqual([0, true]);
  });

  it("needs no follow-up if the customer is back before it", () => {
    const late = both(people({ followUp: { after: { deterministic: "6d" } } }));
    expect(late.follows("recontacts")).toBe(late.without("recontacts"));
    expect(late.follows("followUpsTold")).toBe(0);
    expect(late.follows("followUps")).toBeLessThanOrEqual(late.follows("casesClosed"));
  });
});

describe("a case that was not settled", () => {
  it("is gone on with by the company, of which customers would have contacted again", () => {
    const recontact = { givesUp: 0, after: { deterministic: "3d" as const }, tellsFollowUp: 1 };
    const { without, follows } = both(people({ firstContactResolution: 0.6, recontact }));
    expect(without("recontacts")).toBeGreaterThan(100);
    expect(follows("recontacts")).toBeLessThan(without("recontacts") / 2);
    expect(follows("casesClosed")).toBe(follows("casesResolved"));
  });
});

describe("callers from outside", () => {
  const parts = (returns: number, tellsFollowUp: number): Centre => ({
    horizon: "90d",
    service: {
      recontact: { givesUp: 1, returns, returnsAfter: { deterministic: "2d" }, tellsFollowUp },
      followUp: { after: { deterministic: "1d" } },
      arrivals: { calls: comingAt("phone", [1, 60, 120, 180, 240, 300]) },
    },
    strategies: { without: {}, follows: { plannedFollowUp: true } },
  });
  const sums = (scenario: Centre, strategy: string) => {
    const plan = planOf(centre(scenario));
    return sumsOf(plan, onlyOne(compared(plan, [strategy])));
  };

  it("come back too, and are reached first", () => {
    const without = sums(parts(0.5, 1), "without");
    const follows = sums(parts(0.5, 1), "follows");
    expect(without("recontacts")).toBeGreaterThan(0);
    expect(follows("recontacts")).toBe(0);
    expect([without("casesResolved"), follows("casesResolved")]).toEqual([6, 6]);
  });

  it("leave no rows behind", () => {
    const world = liveThrough(planOf(centre(parts(0.5, 0.5))), { strategy: "follows" });
    expect([world.service?.cases.live, world.service?.contacts.live]).toEqual([0, 0]);
    expect(sumIn(world, "followUps")).toBeGreaterThanOrEqual(6);
  });
});

describe("with coefficients of 0 and staff enough", () => {
  const COSTS: readonly CounterName[] = [
    ...(["callsMade", "contactCost", "contactsHandled", "handlingMs", "wrapUpMs", "busyMs", "followUps", "capabilityCost"] as const),
    ...(["baseValue", "adoptionValue"] as const),
  ];
  const spared = new Set(COSTS.map((name) => at[name]));
  const { service = { groups: {} }, ...rest } = frictionless();
  const plan = planOf({
    ...rest,
    service: { ...service, followUp: { contacts: 1, orders: 1 }, recontact: { ...service.recontact, tellsFollowUp: 0 } },
    strategies: { without: {}, follows: { plannedFollowUp: true } },
  });
  const outcomes = compared(plan, ["without", "follows"]) as [Outcome, Outcome];

  it("follow-ups cost, and change nothing that customers do", () => {
    const behaviour = ({ ledger }: Outcome) => Array.from(ledger).filter((_, cell) => !spared.has(cell % counterNames.length));
    const [without, follows] = outcomes;
    expect(sumsOf(plan, follows)("followUps")).toBeGreaterThan(100);
    expect(behaviour(follows)).toEqual(behaviour(without));
    expect(follows.flows).toEqual(without.flows);
  });
});

describe("an offer in a follow-up", () => {
  const orders = { problems: 0, followUp: { orders: 1, after: { deterministic: "1d" as const } } };
  const heeded = (followUpResponse: number) =>
    people(orders, {
      needs: { r: 4, alpha: "30w", a: 0, timeBetweenVisits: { deterministic: "0s" }, activeHours: "always", followUpResponse },
    });

  it("brings the next need forward with the share of customers who heed it", () => {
    const none = both(heeded(0));
    const some = both(heeded(0.2));
    expect(none.follows("needs")).toBe(none.without("needs"));
    expect(some.without("needs")).toBe(none.without("needs"));
    expect(some.follows("needs")).toBeGreaterThan(some.without("needs") * 1.1);
    expect(some.follows("followUps")).toBeGreaterThan(300);
  });

  it("is the same for tables that run ahead, tables that do not, and live actors", () => {
    const plan = planOf({
      ...heeded(0.3),
      horizon: "13w",
      service: { ...people(orders).service, problems: 0.5, groups: { desk: { agents: 1, home: ["phone", "email"] } } },
    });
    const lives = (
      [
        ["compiled", true],
        ["compiled", false],
        ["reference", false],
      ] as const
    ).map(([executor, runAhead]) => onlyOne(replicate({ plan, strategies: ["follows"], replication: 0, executor, runAhead })));
    expect(new Set(lives.map(({ digest }) => digest)).size).toBe(1);
    for (const { ledger } of lives) expect(ledger).toEqual(lives[0]?.ledger);
  });

  it("expects a message only while a follow-up is under way", () => {
    const world = liveThrough(planOf(heeded(0.3)), { strategy: "follows" });
    const awaits = valuesOf(world, "awaits");
    expect(Math.max(...awaits)).toBeLessThanOrEqual(1);
    expect(awaits.filter((count) => count === 0).length).toBeGreaterThan(40);
  });
});
