/** Looking at customers changes nothing, and what is seen is what happened. */

import { describe, expect, it } from "vitest";
import { createMachine } from "xstate";
import {
  observeReplication,
  type ObservedReplication,
  type ObservedStep,
  type Plan,
  planScenario,
  replicate,
} from "../../src/sim/index.ts";
import { planOfJourney } from "../support/own-journey.ts";
import { retailer } from "../support/retail.ts";
import { planOf } from "../support/runs.ts";
import { tiny } from "../support/tiny.ts";

const PRESETS = ["multichannel", "omnichannel"] as const;
/** Sixty people for three quarters. */
const shortly = tiny(["history: 1y", "history: 13w"], ["horizon: 2y", "horizon: 26w"]);
const EVERYBODY = Array.from({ length: 60 }, (_, id) => id);

function observed(
  plan: Plan,
  watched: readonly number[],
  strategies: readonly string[] = PRESETS,
  executor: "compiled" | "reference" = "compiled",
) {
  return observeReplication({ plan, strategies, replication: 0, executor }, watched);
}

function allSteps({ history, lanes }: ObservedReplication): ObservedStep[] {
  return [history, ...lanes.map(({ steps }) => steps)].flatMap((told) => [...told.values()].flat());
}

/** An author's journey that earns money and complains. */
const own = createMachine({
  id: "own",
  initial: "idle",
  states: {
    idle: { on: { BECOME_AWARE: "looking", ALREADY_CUSTOMER: "looking" } },
    looking: { entry: ["beginNeed", "planVisit", { type: "count", params: { counter: "looks" } }], after: { timeToVisit: "visiting" } },
    visiting: { entry: "beginVisit", after: { visitDuration: "ordering" } },
    ordering: { entry: ["fillBasket", "placeOrder", "reflect"], after: { "exponential(mean=5d)": "complaining" } },
    complaining: {
      entry: "contactCompany",
      on: { CONTACT_RESOLVED: { target: "looking", actions: "closeCaseResolved" }, CONTACT_FAILED: "sulking" },
    },
    sulking: { after: { "1d": [{ guard: "givesUpCase", target: "looking", actions: "closeCaseUnresolved" }, { target: "complaining" }] } },
  },
});

const plans: readonly (readonly [string, Plan])[] = [
  ["the tiny scenario", planScenario(shortly.scenario)],
  ["a retailer", planOf(retailer())],
  ["an author's journey", planOfJourney(own, { ...retailer(), segments: { people: { size: 60, alreadyCustomers: 0.4 } } })],
];

describe.each(plans)("observing %s", (_, plan) => {
  const plain = replicate({ plan, strategies: PRESETS, replication: 0, executor: "compiled" });
  const customers = EVERYBODY.filter((id) => id < plan.market.customers);
  const seen = observed(plan, customers);

  it("changes no outcome: ledger, flows, events and digest are the same bytes", () => {
    expect(seen.outcomes).toEqual(plain);
    expect(observed(plan, [], PRESETS).outcomes).toEqual(plain);
    expect(observed(plan, [3], PRESETS).outcomes).toEqual(plain);
    expect(allSteps(seen).length).toBeGreaterThan(100);
  });

  it("tells the same story as live actors", () => {
    const live = observed(plan, customers, PRESETS, "reference");
    expect(live.outcomes).toEqual(plain);
    expect(live.lanes).toEqual(seen.lanes);
    expect(live.history).toEqual(seen.history);
  });

  it("tells the same story of a customer whoever else is watched", () => {
    const alone = observed(plan, [3]);
    expect(alone.history.get(3)).toEqual(seen.history.get(3));
    expect(alone.lanes.map(({ steps }) => steps.get(3))).toEqual(seen.lanes.map(({ steps }) => steps.get(3)));
  });

  it("gives the same totals without watching anybody step by step", () => {
    expect(observed(plan, []).lanes.map(({ totals }) => totals)).toEqual(seen.lanes.map(({ totals }) => totals));
  });

  it("tells stories without gaps: each step begins where the last one ended", () => {
    for (const id of customers) {
      const [lane] = seen.lanes;
      const steps = [...(seen.history.get(id) ?? []), ...(lane?.steps.get(id) ?? [])].filter(({ actor }) => actor === "customer");
      for (const [row, step] of steps.entries()) expect(step.from).toBe(row === 0 ? "" : steps[row - 1]?.to);
    }
  });

  it("adds up: steps and totals agree on money, orders, contacts and satisfaction", () => {
    for (const { steps, totals } of seen.lanes) {
      for (const id of customers) {
        const told = steps.get(id) ?? [];
        const sum = (of: (step: ObservedStep) => number) => told.reduce((total, step) => total + of(step), 0);
        expect(sum((step) => step.cents)).toBe(totals.contribution[id]);
        expect(sum((step) => step.actions.reduce((cents, action) => cents + action.cents, 0))).toBe(
          sum((step) => (step.actor === "customer" ? step.cents : 0)),
        );
        expect(sum((step) => step.counts["orders"] ?? 0)).toBe(totals.orders[id]);
        const last = told.at(-1)?.satisfaction?.[1];
        if (last !== undefined) expect(last).toBe(totals.satisfaction[id]);
        expect(sum((step) => step.counts["dropouts"] ?? 0)).toBeLessThanOrEqual(totals.lost[id] ?? 0);
      }
    }
  });

  it("tells identical stories under identical strategies", () => {
    const [first, second] = observed(plan, customers, ["omnichannel", "omnichannel"]).lanes;
    expect(second).toEqual(first);
  });
});

describe("what is seen of a customer", () => {
  const plan = planScenario(shortly.scenario);
  const seen = observed(plan, EVERYBODY);

  it("has contacts with their topic, wait and agent", () => {
    const contacts = allSteps(seen).flatMap((step) => (step.contact === null ? [] : [step]));
    const answered = contacts.filter(({ to }) => to === "handling");
    expect(answered.length).toBeGreaterThan(3);
    for (const { contact, channel } of answered) {
      expect(contact?.waited).toBeGreaterThanOrEqual(0);
      expect(contact?.group).not.toBeNull();
      expect(contact?.topic).not.toBe("");
      expect(channel).not.toBeNull();
    }
  });

  it("counts as many contacts as begin, are called back or passed on", () => {
    for (const { steps, totals } of seen.lanes) {
      for (const [id, told] of steps) {
        const arrived = told.filter(({ actor, event }) => actor === "contact" && event === "ARRIVE").length;
        const reached = told.filter(
          ({ actor, from, to, contact }) =>
            actor === "contact" && from === "awaitingCall" && to === "handling" && contact?.callback === false,
        ).length;
        expect(totals.contacts[id]).toBe(arrived + reached);
      }
    }
  });
});
