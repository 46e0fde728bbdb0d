/** No strategy writes a KPI: what it changes, it changes by removing a friction, and without the friction it changes nothing. */

import { describe, expect, it } from "vitest";
import { at, counterNames, kpiById, kpiCatalogue, profitCents, sumLedger } from "../../src/kpi/index.ts";
import type { Slice } from "../../src/kpi/slice.ts";
import { capabilityNames } from "../../src/scenario/schema/index.ts";
import { resolveStrategy } from "../../src/strategies/index.ts";
import { frictionless, removed, retailer } from "../support/retail.ts";
import type { Outcome, Plan } from "../../src/sim/index.ts";
import { compared, planOf, shapeOf, sumsOf, type Written } from "../support/runs.ts";

const YEAR = 31_536_000;

const singles = Object.fromEntries(capabilityNames.map((capability) => [`only ${capability}`, { [capability]: true }]));

function withSingles(written: Written): Written {
  return { ...written, strategies: { ...written.strategies, ...singles } };
}

/** The ledger but for what capabilities cost. */
function withoutCosts(cells: Float64Array): number[] {
  return Array.from(cells).filter((_, cell) => cell % counterNames.length !== at.capabilityCost);
}

/** Multichannel, and the same with the one capability. */
function pair(written: Written, capability: string) {
  const [off, on] = compared(planOf(withSingles(written)), ["multichannel", `only ${capability}`]);
  if (off === undefined || on === undefined) throw new Error("two outcomes expected");
  return { off, on };
}

/** Everything after adoption, for the formulas of KPIs. */
function sliceOf(plan: Plan, outcome: Outcome): Slice {
  const scope = { fromMonth: plan.calendar.adoptionMonth, toMonth: plan.calendar.ends.length };
  const sums = sumLedger(shapeOf(plan), outcome.ledger, scope);
  return { sums, whole: sums, years: [], isPeriod: false, replications: 1 };
}

/** As text, so that undefined figures and their reasons compare too. */
function valueOf(id: string, slice: Slice): string {
  return JSON.stringify(kpiById(id)?.value(slice));
}

describe("a strategy", () => {
  it.each(["multichannel", "omnichannel", "single-channel"])("%s is switches, channels and costs, nothing else", (name) => {
    const strategy = resolveStrategy(planOf(retailer()).scenario, name);
    const { capabilities, channels, costPerYear, loyaltyProgramme, name: own, ...more } = strategy;
    expect(more).toEqual({});
    expect(loyaltyProgramme).toBe(false);
    expect(own).toBe(name);
    expect(Object.keys(capabilities).sort()).toEqual([...capabilityNames].sort());
    expect(Object.values(capabilities).every((on) => typeof on === "boolean")).toBe(true);
    expect(channels.every((channel) => typeof channel === "string")).toBe(true);
    expect(typeof costPerYear).toBe("number");
  });
});

describe("in a world without frictions", () => {
  const plan = planOf(withSingles(frictionless()));

  it("omnichannel and every single capability change nothing but their costs", () => {
    const names = ["multichannel", "omnichannel", ...Object.keys(singles)];
    const [multichannel, ...others] = compared(plan, names);
    if (multichannel === undefined) throw new Error("no outcome");
    expect(sumsOf(plan, multichannel)("casesClosed")).toBeGreaterThan(100);
    for (const other of others) {
      expect([other.strategy, other.digest, other.events]).toEqual([other.strategy, multichannel.digest, multichannel.events]);
      expect(withoutCosts(other.ledger)).toEqual(withoutCosts(multichannel.ledger));
      expect(other.flows).toEqual(multichannel.flows);
      expect(sumsOf(plan, other)("capabilityCost")).toBeGreaterThan(0);
    }
  });

  it("nobody waits live", () => {
    const [outcome] = compared(plan, ["multichannel"]);
    expect(outcome && sumsOf(plan, outcome)("waitMs")).toBe(0);
  });
});

describe("in a world with frictions", () => {
  it.each(capabilityNames)("%s changes what happens", (capability) => {
    const { off, on } = pair(retailer(), capability);
    expect(on.digest).not.toBe(off.digest);
  });
});

describe("with its own friction alone taken away", () => {
  const full = retailer();
  const { stock: _, ...unlimited } = full;
  const service = full.service ?? { groups: {} };
  const worlds: Record<(typeof capabilityNames)[number], Written> = {
    sharedHistory: { ...full, service: { ...service, ...removed.sharedHistory } },
    unifiedStock: { ...unlimited, offer: removed.unifiedStock },
    sharedBasket: { ...full, offer: removed.sharedBasket },
    channelHandoff: { ...full, service: { ...service, topics: { question: {} } } },
    // Each group serves its own channel only: one queue over all channels has nobody else to send.
    contextualRouting: {
      ...full,
      service: {
        ...service,
        groups: Object.fromEntries(Object.entries(service.groups).map(([name, group]) => [name, { ...group, skills: {} }])),
      },
    },
    // Nobody hangs up, and each channel's promise is the same time for all.
    responsePromises: {
      ...full,
      service: {
        ...service,
        patience: Object.fromEntries(["shop", "phone", "chat", "email"].map((name) => [name, { deterministic: "1000y" }])),
      },
    },
    unifiedOffer: { ...full, offer: { ...full.offer, ...removed.unifiedOffer } },
    personalisation: { ...full, offer: { ...full.offer, ...removed.personalisation } },
    inStoreApp: { ...full, offer: { ...full.offer, ...removed.inStoreApp } },
    plannedFollowUp: { ...full, service: { ...service, ...removed.plannedFollowUp } },
    agentTraining: { ...full, service: { ...service, ...removed.agentTraining } },
  };

  it.each(capabilityNames)("%s changes nothing", (capability) => {
    const { off, on } = pair(worlds[capability], capability);
    expect([on.digest, on.events]).toEqual([off.digest, off.events]);
    expect(withoutCosts(on.ledger)).toEqual(withoutCosts(off.ledger));
  });

  it.each(capabilityNames)(
    "%s costs what it costs: profit falls by exactly that, every other KPI stays exactly as it was",
    (capability) => {
      const plan = planOf(withSingles(worlds[capability]));
      const { costs } = plan.scenario;
      const [off, on] = compared(plan, ["multichannel", `only ${capability}`]).map((outcome) => sliceOf(plan, outcome));
      if (off === undefined || on === undefined) throw new Error("two outcomes expected");
      const { setUp, perYear } = costs[capability];
      const upTo = (time: number) => Math.round((perYear * 100 * time) / YEAR);
      const paid = setUp * 100 + upTo(plan.calendar.ends.at(-1) ?? 0) - upTo(plan.calendar.ends[plan.calendar.adoptionMonth - 1] ?? 0);
      expect(paid).toBeGreaterThan(0);
      expect((on.sums[at.capabilityCost] ?? 0) - (off.sums[at.capabilityCost] ?? 0)).toBe(paid);
      expect(profitCents(on.sums) - profitCents(off.sums)).toBe(-paid);
      const changed = kpiCatalogue.flatMap(({ id }) => (valueOf(id, on) === valueOf(id, off) ? [] : [id]));
      // Those that cost enters: without it they are the same too.
      on.sums[at.capabilityCost] = off.sums[at.capabilityCost] ?? 0;
      expect(changed.filter((id) => valueOf(id, on) !== valueOf(id, off))).toEqual([]);
      expect(changed).toContain("profit");
    },
  );
});
