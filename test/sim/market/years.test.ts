/** Retention, cohorts and survivors, counted again by hand from a list of everything that every customer did. */

import { describe, expect, it } from "vitest";
import { sumLedger, at, type CounterName } from "../../../src/kpi/index.ts";
import { planOf, shapeOf } from "../../support/runs.ts";
import { tracedLife, valuesOf } from "../../support/worlds.ts";

const YEAR = 31_536_000;
const PEOPLE = 200;

/** A segment a person, so that counts name the person. */
const plan = planOf({
  history: "511d",
  horizon: "3y",
  segments: Object.fromEntries(Array.from({ length: PEOPLE }, (_, n) => [`p${n}`, { size: 1, alreadyCustomers: 0.3 }])),
  awareness: { innovation: "0.5/y", imitation: "0.5/y", wordOfMouth: 0 },
  needs: { r: 0.8, alpha: "30w", a: 0.4, b: 3, timeBetweenVisits: { deterministic: "0s" } },
});
const adoption = plan.scenario.history;

interface Person {
  readonly orders: number[];
  readonly churned: number;
  readonly newcomer: boolean;
}

/** One replication, and the same as lists of what everybody did. */
function lived(replication: number) {
  const { world, counts } = tracedLife(plan, ["orders", "dropouts"], { replication });
  const before = valuesOf(world, "ordersBefore");
  const people = Array.from({ length: PEOPLE }, (_, segment): Person => {
    const own = counts.filter((count) => count.segment === segment);
    return {
      orders: own.filter(({ counter }) => counter === "orders").map(({ time }) => time),
      churned: own.find(({ counter }) => counter === "dropouts")?.time ?? Number.POSITIVE_INFINITY,
      newcomer: before[segment] === 0,
    };
  });
  const counted = (counter: CounterName, month: number): number =>
    sumLedger(shapeOf(plan), world.core.ledger.cells, { fromMonth: month, toMonth: month + 1 })[at[counter]] as number;
  return { people, counted };
}

const runs = Array.from({ length: 8 }, (_, replication) => lived(replication));
const within = (time: number, from: number, to: number) => time >= from && time < to;
const wonBetween = (people: readonly Person[], from: number, to: number) =>
  people.filter(({ newcomer, orders }) => newcomer && within(orders[0] ?? Number.POSITIVE_INFINITY, from, to));

describe("years end where adoption and the calendar say", () => {
  const ends = plan.calendar.years
    .filter(({ full }) => full)
    .map(({ toMonth }) => ({ month: toMonth - 1, end: plan.calendar.ends[toMonth - 1] as number }));

  it("four of them whole: one before adoption, three after", () => {
    expect(ends.map(({ end }) => (end - adoption) / YEAR)).toEqual([0, 1, 2, 3]);
  });

  it.each(ends.slice(1).map(({ month, end }, n) => [n + 1, month, end] as const))(
    "year %i: who bought in the year before, and again",
    (_, month, end) => {
      for (const { people, counted } of runs) {
        const base = people.filter(({ orders }) => orders.some((time) => within(time, end - 2 * YEAR, end - YEAR)));
        const retained = base.filter(({ orders }) => orders.some((time) => within(time, end - YEAR, end)));
        expect(base.length).toBeGreaterThan(30);
        expect([counted("baseCustomers", month), counted("baseRetained", month)]).toEqual([base.length, retained.length]);
      }
    },
  );

  it.each(ends.slice(1).map(({ month, end }, n) => [n + 1, month, end] as const))(
    "year %i: who was won in the year before, and bought again within 365 days",
    (_, month, end) => {
      for (const { people, counted } of runs) {
        const won = wonBetween(people, end - 2 * YEAR, end - YEAR);
        const repeated = won.filter(({ orders: [first = 0, second = Number.POSITIVE_INFINITY] }) => second - first <= YEAR);
        expect(won.length).toBeGreaterThan(5);
        expect([counted("cohortCustomers", month), counted("cohortRepeated", month)]).toEqual([won.length, repeated.length]);
      }
    },
  );

  it("with second purchases just before and just after 365 days among them, so that the limit is seen", () => {
    const gaps = runs
      .flatMap(({ people }) => wonBetween(people, adoption - YEAR, adoption + YEAR))
      .map(({ orders: [first = 0, second = 0] }) => second - first);
    expect(gaps.some((gap) => within(gap, 0.9 * YEAR, YEAR))).toBe(true);
    expect(gaps.some((gap) => within(gap, YEAR, 1.1 * YEAR))).toBe(true);
  });
});

describe("the base at adoption", () => {
  const { people, counted } = lived(0);
  const base = people.filter(({ orders, churned }) => (orders[0] ?? Number.POSITIVE_INFINITY) < adoption && churned >= adoption);

  it("is who ordered in the history and did not drop out", () => {
    expect(counted("adoptionBase", plan.calendar.adoptionMonth)).toBe(base.length);
  });

  it("melts by dropouts alone, month by month", () => {
    for (let month = plan.calendar.adoptionMonth; month < plan.calendar.ends.length; month++) {
      const end = plan.calendar.ends[month] as number;
      expect(counted("baseStill", month)).toBe(base.filter(({ churned }) => churned >= end).length);
    }
  });

  it("is everybody in a world without history", () => {
    const fresh = planOf({ horizon: "1y", segments: { people: { size: 7 } }, needs: {} });
    const { counts: bases } = tracedLife(fresh, ["adoptionBase"]);
    expect(bases).toHaveLength(7);
  });
});

describe("customers", () => {
  const { people } = lived(0);

  it("buy nothing after they dropped out", () => {
    expect(people.some(({ churned }) => churned < Number.POSITIVE_INFINITY)).toBe(true);
    for (const { orders, churned } of people) expect(Math.max(0, ...orders)).toBeLessThanOrEqual(churned);
  });

  it("are new once", () => {
    const { counts: wins } = tracedLife(plan, ["newCustomers"]);
    const expected = people.filter(({ newcomer, orders }) => newcomer && orders.length > 0).length;
    expect(new Set(wins.map(({ segment }) => segment)).size).toBe(wins.length);
    expect(wins).toHaveLength(expected);
  });
});
