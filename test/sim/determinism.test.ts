/** The same task gives the same bytes; luck belongs to customers, not to the order of things; forks lose nothing. */

import { describe, expect, it, vi } from "vitest";
import { counterNames } from "../../src/kpi/index.ts";
import type { Outcome } from "../../src/sim/index.ts";
import { retailer } from "../support/retail.ts";
import { compared, onlyOne, planOf, shapeOf, type Written } from "../support/runs.ts";

const NAMES = ["multichannel", "omnichannel", "single-channel"] as const;
const plan = planOf(retailer());

/** An outcome without its strategy's name. */
function bytes({ ledger, flows, events, historyEvents, digest }: Outcome) {
  return { ledger, flows, events, historyEvents, digest };
}

function named(outcomes: readonly Outcome[], name: string): Outcome {
  return onlyOne(outcomes.filter(({ strategy }) => strategy === name));
}

describe("a task", () => {
  it("run twice gives the same bytes", () => {
    expect(compared(plan, NAMES, 3)).toEqual(compared(plan, NAMES, 3));
  });

  it("gives other bytes for another replication and another seed", () => {
    const digests = [
      compared(plan, ["multichannel"], 0),
      compared(plan, ["multichannel"], 1),
      compared(planOf({ ...retailer(), seed: "another" }), ["multichannel"], 0),
    ].map((outcomes) => onlyOne(outcomes).digest);
    expect(new Set(digests).size).toBe(3);
  });

  it("gives the same for the same strategy under two names, and twice in one list", () => {
    const twins = planOf({ ...retailer(), strategies: { multichannel: {}, omnichannel: {}, twin: { extends: "omnichannel" } } });
    const outcomes = compared(twins, ["omnichannel", "twin", "omnichannel"]);
    const [first, ...others] = outcomes.map(bytes);
    for (const other of others) expect(other).toEqual(first);
  });

  it("does not depend on which strategies are compared beside one: a fork continues as if nothing had been forked", () => {
    for (const name of NAMES) {
      const alone = onlyOne(compared(plan, [name]));
      const forked = compared(plan, [name === "omnichannel" ? "multichannel" : "omnichannel", name]).filter(
        ({ strategy }) => strategy === name,
      );
      expect(forked.map(bytes)).toEqual([bytes(alone)]);
    }
  });

  it("does not depend on the order of strategies", () => {
    const forwards = compared(plan, NAMES);
    const backwards = compared(plan, NAMES.toReversed());
    for (const name of NAMES) expect(bytes(named(backwards, name))).toEqual(bytes(named(forwards, name)));
  });
});

describe("the history", () => {
  it("is the same to the last counter under all strategies", () => {
    const { segments, channels } = shapeOf(plan);
    const cells = plan.calendar.adoptionMonth * (segments + 1) * (channels + 1) * counterNames.length;
    const [first, ...others] = compared(plan, NAMES).map(({ ledger, historyEvents }) => [ledger.slice(0, cells), historyEvents]);
    expect(plan.calendar.adoptionMonth).toBe(2);
    for (const other of others) expect(other).toEqual(first);
  });
});

describe("the reference executor (one live XState actor per customer and contact)", () => {
  const { stock, service, ...rest } = retailer();
  const small: Written = {
    ...rest,
    history: "3w",
    horizon: "6w",
    segments: { people: { size: 30, alreadyCustomers: 0.7 } },
    ...(stock === undefined ? {} : { stock }),
    ...(service === undefined ? {} : { service: { ...service, arrivals: { calls: { channel: "phone", rate: "1/h" } } } }),
  };

  it.each(["one", "two", "three"])("gives the same bytes as the tables, seed %s, all presets", (seed) => {
    const seeded = planOf({ ...small, seed });
    const tables = compared(seeded, NAMES, 0, "compiled");
    const warn = vi.spyOn(console, "warn");
    const actors = compared(seeded, NAMES, 0, "reference");
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
    expect(actors.map(bytes)).toEqual(tables.map(bytes));
    expect(new Set(tables.map(({ digest }) => digest)).size).toBe(NAMES.length);
  });
});
