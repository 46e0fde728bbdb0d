/** Lifetime value by channel of the first order and by cohort, counted again by hand; and living on, which changes nothing before. */

import { describe, expect, it } from "vitest";
import { at, lifetimeAge, lifetimeAt, lifetimeCell, type LifetimeMeasure, lifetimeMeasures } from "../../../src/kpi/index.ts";
import { lifetimeShapeOf, type Outcome, type Plan, replicate } from "../../../src/sim/index.ts";
import { cohortOf, cohortSpan, planCohorts } from "../../../src/sim/market/cohorts.ts";
import { retailer } from "../../support/retail.ts";
import { compared, onlyOne, planOf, sumsOf, type Written } from "../../support/runs.ts";
import { tracedLife, valuesOf } from "../../support/worlds.ts";

const YEAR = 31_536_000;

/** Reads the measures of an outcome, summed over channels or cohorts that are not given. */
function cellsOf(plan: Plan, { lifetime }: Pick<Outcome, "lifetime">) {
  const shape = lifetimeShapeOf(plan.market);
  const channels = Array.from({ length: shape.channels + 1 }, (_, row) => row);
  const cohorts = Array.from({ length: shape.cohorts }, (_, row) => row);
  return {
    shape,
    of: (measure: LifetimeMeasure, where: { channel?: number; cohort?: number } = {}) =>
      channels
        .filter((channel) => channel === (where.channel ?? channel))
        .flatMap((channel) =>
          cohorts.filter((cohort) => cohort === (where.cohort ?? cohort)).map((cohort) => lifetimeCell(shape, channel, cohort)),
        )
        .reduce((sum, cell) => sum + (lifetime[cell + lifetimeAt[measure]] as number), 0),
    byAge: (cohort: number) => Array.from({ length: shape.months }, (_, age) => lifetime[lifetimeAge(shape, cohort, age)] as number),
  };
}

describe("cohorts", () => {
  const cohorts = planCohorts(planOf({ history: "15w", horizon: "1y", lifetimeValue: { cohort: "quarter" } }).scenario);

  it("end and begin at adoption; the first is of those known before the start", () => {
    const adoption = 15 * 604_800;
    expect(cohorts).toMatchObject({ before: 2, count: 7 });
    expect(
      [-1, 0, adoption - YEAR / 4 - 1, adoption - 1, adoption, adoption + YEAR / 4, adoption + YEAR].map((time) => cohortOf(cohorts, time)),
    ).toEqual([0, 1, 1, 2, 3, 4, 6]);
    expect(cohortSpan(cohorts, 0, adoption + YEAR)).toBeNull();
    expect(cohortSpan(cohorts, 1, adoption + YEAR)).toEqual({ from: 0, to: adoption - YEAR / 4 });
    expect(cohortSpan(cohorts, 3, adoption + YEAR)).toEqual({ from: adoption, to: adoption + YEAR / 4 });
  });
});

describe("buyers who come one after another", () => {
  const PEOPLE = 150;
  const written: Written = {
    history: "1y",
    horizon: "2y",
    discountRate: 0.1,
    segments: Object.fromEntries(Array.from({ length: PEOPLE }, (_, n) => [`p${n}`, { size: 1, alreadyCustomers: 0.3 }])),
    awareness: { innovation: "0.4/y", imitation: "0.4/y", wordOfMouth: 0 },
    needs: { r: 0.8, alpha: "30w", a: 0.4, b: 3, timeBetweenVisits: { deterministic: "0s" } },
    offer: { spend: { deterministic: 100 }, grossMargin: 0.4 },
  };
  const plan = planOf(written);
  const adoption = YEAR;
  const { world, counts } = tracedLife(plan, ["orders", "dropouts"]);
  const known = valuesOf(world, "ordersBefore");
  const people = Array.from({ length: PEOPLE }, (_, segment) => {
    const own = counts.filter((count) => count.segment === segment);
    const orders = own.filter(({ counter }) => counter === "orders").map(({ time }) => time);
    const lost = own.find(({ counter }) => counter === "dropouts")?.time ?? Number.POSITIVE_INFINITY;
    return { orders, lost, first: known[segment] === 1 ? -1 : (orders[0] ?? Number.POSITIVE_INFINITY) };
  });
  const followed = people.filter(({ first, lost }) => first < Number.POSITIVE_INFINITY && lost >= adoption);
  const cells = cellsOf(plan, onlyOne(compared(plan, ["multichannel"])));
  const yearOf = (first: number) => (first < 0 ? 0 : 1 + Math.floor(first / YEAR));

  it.each([0, 1, 2, 3])("cohort %i: who is in it, what they ordered, what it was worth and who is left", (cohort) => {
    const own = followed.filter(({ first }) => yearOf(first) === cohort);
    const later = own.flatMap(({ orders, first }) =>
      orders.filter((time) => time >= adoption).map((time) => ({ time, origin: Math.max(adoption, first) })),
    );
    const value = later.reduce((sum, { time, origin }) => sum + Math.round(4000 * Math.pow(1.1, (origin - time) / YEAR)), 0);
    expect(own.length).toBeGreaterThan(5);
    expect({
      customers: cells.of("customers", { cohort }),
      orders: cells.of("orders", { cohort }),
      value: cells.of("value", { cohort }),
      still: cells.of("still", { cohort }),
    }).toEqual({
      customers: own.length,
      orders: later.length,
      value,
      still: own.filter(({ lost }) => lost === Number.POSITIVE_INFINITY).length,
    });
    expect(cells.byAge(cohort).reduce((sum, cents) => sum + cents, 0)).toBe(value);
    if (cohort === 2) expect(cells.byAge(2)[0]).toBeGreaterThanOrEqual(4000 * own.length);
  });

  it("without channels all were won in none", () => {
    expect(cells.shape.channels).toBe(0);
    expect(cells.of("residual")).toBe(0);
  });

  it("of the base at adoption, the value of the ledger is that of its cohorts", () => {
    const none = planOf({ ...written, awareness: { innovation: "0/y", imitation: "0/y" } });
    const outcome = onlyOne(compared(none, ["multichannel"]));
    // Nobody is won any more; who bought nothing in the history is a customer of old, but not in the base.
    const { of } = cellsOf(none, outcome);
    expect(of("value")).toBeGreaterThanOrEqual(sumsOf(none, outcome)("adoptionValue"));
    expect(of("customers")).toBe(of("customers", { cohort: 0 }));
  });
});

describe("a retailer's customers", () => {
  const plan = planOf({ ...retailer(), horizon: "1y" });
  const outcome = onlyOne(compared(plan, ["multichannel"]));
  const cells = cellsOf(plan, outcome);

  it("won since adoption are counted where their first order was", () => {
    for (const [channel] of plan.market.channels.entries()) {
      expect(cells.of("customers", { channel, cohort: 2 })).toBe(sumsOf(plan, outcome, { channel })("newCustomers"));
    }
    expect(cells.of("customers", { cohort: 2 })).toBeGreaterThan(5);
  });

  it("have values that are not known after the horizon, and a reason", () => {
    expect(plan.residual).toEqual({
      by: null,
      reason: expect.stringMatching(/no closed form with channels, awareness, stock.*lifetimeValue\.tail/) as string,
    });
    expect(cells.of("residual")).toBe(0);
    expect(sumsOf(plan, outcome)("adoptionExpected")).toBe(0);
  });
});

describe("living on after the horizon", () => {
  const written: Written = {
    ...retailer(),
    segments: {
      people: { size: 150, alreadyCustomers: 0.6, newcomers: "0.3/y" },
      others: { size: 50, alreadyCustomers: 0.5, newcomers: "0.5/y" },
    },
    needs: { r: 2, alpha: "12w", past: { length: "3y", needsMet: 0.5 } },
  };
  const [short, long] = [written, { ...written, lifetimeValue: { tail: "1y" } }].map((one) => planOf(one)) as [Plan, Plan];
  const NAMES = ["multichannel", "omnichannel"];

  it("leaves everything else as it was, to the last counter", () => {
    const [without, withTail] = [short, long].map((plan) => compared(plan, NAMES));
    for (const [n, outcome] of (without ?? []).entries()) {
      const other = withTail?.[n] as Outcome;
      const ledger = other.ledger.slice();
      for (const counter of [at.adoptionResidual, at.adoptionExpected]) {
        for (let cell = counter; cell < ledger.length; cell += Object.keys(at).length) ledger[cell] = 0;
      }
      const { shape } = cellsOf(short, outcome);
      const lifetime = other.lifetime.slice();
      for (
        let cell = lifetimeAt.residual;
        cell < (shape.channels + 1) * shape.cohorts * lifetimeMeasures.length;
        cell += lifetimeMeasures.length
      )
        lifetime[cell] = 0;
      expect({ ...other, ledger, lifetime }).toEqual(outcome);
    }
  });

  it("finds what customers are still worth, and the same with tables, the event list and live actors", () => {
    const small = planOf({
      ...written,
      horizon: "9w",
      segments: { people: { size: 60, alreadyCustomers: 0.6, newcomers: "0.5/y" } },
      lifetimeValue: { tail: "60w" },
    });
    const lived = (way: { executor: "compiled" | "reference"; runAhead?: boolean }) =>
      replicate({ plan: small, strategies: NAMES, replication: 0, ...way });
    const ahead = lived({ executor: "compiled" });
    expect(ahead.every((outcome) => cellsOf(small, outcome).of("residual") !== 0)).toBe(true);
    expect(ahead.map((outcome) => sumsOf(small, outcome)("adoptionExpected"))).toEqual(
      ahead.map((outcome) => sumsOf(small, outcome)("adoptionBase")),
    );
    expect(lived({ executor: "compiled", runAhead: false })).toEqual(ahead);
    expect(lived({ executor: "reference" })).toEqual(ahead);
  });
});
