/** How many agents a formula would ask for, from what was simulated. */

import { describe, expect, it } from "vitest";
import { staffingHint } from "../../src/experiment/staffing-hint.ts";
import type { ServiceStaffing } from "../../src/kpi/index.ts";
import { agentsFor } from "../../src/stats/index.ts";
import { ENDLESS, singleQueue } from "../support/contact-centre.ts";
import { expectFormulas } from "../support/expect-formulas.ts";
import { onlyOne, outcomesOf, planOf, type Written } from "../support/runs.ts";

type Service = NonNullable<Written["service"]>;

function hintOf(written: Written, replications = 1): ServiceStaffing[] {
  const plan = planOf(written);
  if (plan.service === undefined) throw new Error("a scenario with a service is needed");
  const records = outcomesOf(plan, { replications }).map(({ service }) => service);
  return staffingHint(plan, plan.service, records);
}

/** So many Erlang of calls of three minutes, with no luck in it: the formula is told exactly what the scenario says. */
function steady(load: number, service: Partial<Service> = {}, rest: Partial<Written> = {}): Written {
  const base = singleQueue({ rate: "1/h", agents: 120, handling: { deterministic: "180s" }, history: "2h", horizon: "1d" });
  const between = { deterministic: `${180 / load}s` } as const;
  const { groups = {}, ...changed } = service;
  const steadily = { ...base.service, arrivals: { calls: { channel: "phone", between } }, ...changed };
  return { ...base, service: { ...steadily, groups: { ...base.service?.groups, ...groups } }, ...rest };
}

describe("a steady load", () => {
  it("takes the published numbers of agents in every hour, whoever is there", () => {
    const loads = [5, 10, 20, 50, 100];
    const hints = loads.map((load) => onlyOne(hintOf(steady(load))));
    for (const { hours, formula, serviceLevel, within, work, patience } of hints) {
      expect({ formula, serviceLevel, within, patience }).toEqual({ formula: "Erlang C", serviceLevel: 0.8, within: 20, patience: null });
      expect(work).toBeCloseTo(180, 6);
      expect(hours.map(({ hour }) => hour)).toEqual([...Array(24).keys()]);
      expect(new Set(hours.map(({ atWork }) => Math.round(atWork * 1e6) / 1e6))).toEqual(new Set([120]));
      expect(new Set(hours.map(({ needed }) => needed)).size).toBe(1);
    }
    expectFormulas("cc-012", Object.fromEntries(loads.map((load, i) => [`agents(a=${load})`, hints[i]?.hours[12]?.needed ?? Number.NaN])));
  });

  it("takes fewer where callers give up: Erlang A with their mean patience", () => {
    const patience = { phone: { exponential: { mean: "5m" } } } as const;
    const { formula, patience: seconds, hours } = onlyOne(hintOf(steady(50, { patience })));
    const needed = agentsFor({ arrivalRate: 50 / 180, serviceRate: 1 / 180, patienceRate: 1 / 300, serviceLevel: 0.8, within: 20 });
    expect({ formula, seconds, needed: hours[12]?.needed }).toEqual({ formula: "Erlang A", seconds: 300, needed });
    expect(needed).toBeLessThan(56);
  });

  it("is measured by the scenario's own promise in the channel, and its own threshold", () => {
    const promises = ["service_level >= 50%", "service_level in phone >= 95%", "abandon <= 5%"];
    const hint = onlyOne(hintOf(steady(20, { serviceLevelWithin: "10s" }, { stress: { promises } })));
    expect(hint).toMatchObject({ serviceLevel: 0.95, within: 10 });
    expect(hint.hours[12]?.needed).toBe(agentsFor({ arrivalRate: 20 / 180, serviceRate: 1 / 180, serviceLevel: 0.95, within: 10 }));
  });
});

it("luck in arrivals and handling changes the number by little: Erlang A as it is simulated", () => {
  const queue = singleQueue({
    rate: "1000/h",
    agents: 52,
    handling: { exponential: { mean: "180s" } },
    patience: { exponential: { mean: "5m" } },
    horizon: "2d",
  });
  const { work, hours } = onlyOne(hintOf(queue));
  expect(Math.abs(work / 180 - 1)).toBeLessThan(0.03);
  const needed = agentsFor({ arrivalRate: 1000 / 3600, serviceRate: 1 / 180, patienceRate: 1 / 300, serviceLevel: 0.8, within: 20 });
  const mean = hours.reduce((sum, hour) => sum + hour.needed, 0) / hours.length;
  expect(Math.abs(mean - needed)).toBeLessThan(2);
});

it("days on which the channel is closed dilute neither the arrivals nor the agents", () => {
  const hours = { "mon-fri": "08:30-12:00" };
  const base = singleQueue({
    rate: "100/h",
    agents: 9,
    handling: { deterministic: "3m" },
    patience: ENDLESS,
    history: "0s",
    horizon: "2w",
  });
  const counts = { interval: "30m", values: [50] };
  const hint = onlyOne(
    hintOf({
      ...base,
      channels: { phone: { kind: "live", can: ["serve"], hours } },
      service: {
        ...base.service,
        // The second group is there at the weekend, too, when nobody calls.
        groups: { weekdays: { agents: 9, home: ["phone"], hours }, always: { agents: 2, home: ["phone"] } },
        arrivals: { calls: { channel: "phone", counts } },
      },
    }),
  );
  expect(hint.hours.map(({ hour }) => hour)).toEqual([8, 9, 10, 11]);
  for (const { arrivals, atWork } of hint.hours) {
    expect(arrivals).toBeCloseTo(100, 6);
    expect(atWork).toBeCloseTo(11, 1);
  }
});

it("chats side by side take an agent's time by as many as are in hand", () => {
  const base = steady(6, {
    groups: { phone: { agents: 2, home: ["phone"], atOnce: 3, slowDown: 0 } },
  });
  const { work } = onlyOne(hintOf(base));
  // Two agents with three each are always busy: the six Erlang are two agents' work.
  expect(work).toBeGreaterThan(60 - 1);
  expect(work).toBeLessThan(61);
});

it("counts on as many chats in hand as possible, also where agents were idle enough to have fewer", () => {
  const { work } = onlyOne(hintOf(steady(6, { groups: { phone: { agents: 12, home: ["phone"], atOnce: 3, slowDown: 0 } } })));
  expect(work).toBeGreaterThan(60 - 1);
  expect(work).toBeLessThan(61);
});

it("reckons with the slower pace of several in hand", () => {
  // Three in hand at 0.64 of the speed each: 1.92 contacts' work at a time.
  const { work } = onlyOne(hintOf(steady(6, { groups: { phone: { agents: 12, home: ["phone"], atOnce: 3, slowDown: 0.2 } } })));
  expect(Math.abs(work / (180 / 1.92) - 1)).toBeLessThan(0.1);
});

it("says nothing of channels in which nobody waits live, or that nobody uses", () => {
  const base = steady(5);
  const channels: Written["channels"] = { phone: { kind: "deferred", can: ["serve"] }, chat: { kind: "live", can: ["serve"] } };
  const groups = { all: { agents: 9, home: ["phone", "chat"] } };
  expect(hintOf({ ...base, channels, service: { ...base.service, groups } })).toEqual([]);
});
