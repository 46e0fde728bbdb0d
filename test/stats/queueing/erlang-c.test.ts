// Erlang's delay formula against published worked examples.
import { describe, expect, it } from "vitest";
import { erlangC, type Staffed } from "../../../src/stats/index.ts";
import { expectFormulas } from "../../support/expect-formulas.ts";

function steady(queue: Staffed) {
  const found = erlangC(queue);
  if (found === null) throw new Error("no steady state");
  return found;
}

describe("worked examples of call centres", () => {
  it("100 calls in half an hour of 180 s, 14 agents, 20 s", () => {
    const q = steady({ arrivalRate: 100 / 1800, serviceRate: 1 / 180, agents: 14 });
    expectFormulas("cc-010", {
      intensity: q.load,
      P_wait: q.probabilityOfWaiting,
      service_level: q.servedWithin(20),
      asa_s: q.meanWait,
      occupancy: q.occupancy,
    });
  });

  it("360 calls in half an hour of 240 s, 55 agents, 15 s", () => {
    const q = steady({ arrivalRate: 360 / 1800, serviceRate: 1 / 240, agents: 55 });
    expectFormulas("cc-011", {
      P_wait: q.probabilityOfWaiting,
      asa_s: q.meanWait,
      service_level: q.servedWithin(15),
      occupancy: q.occupancy,
    });
  });

  it.each([
    ["cc-014", 1],
    ["cc-015", 2],
  ])("%s: the emergency room with %d doctors", (id, agents) => {
    const q = steady({ arrivalRate: 2, serviceRate: 3, agents });
    expectFormulas(id, {
      P0: q.empty,
      rho: q.occupancy,
      Lq: q.meanWaiting,
      L: q.meanInSystem,
      Wq: q.meanWait,
      W: q.meanTimeInSystem,
      P_wait: q.probabilityOfWaiting,
    });
  });

  it("four desks of their own against one pool", () => {
    const split = steady({ arrivalRate: 0.8, serviceRate: 1, agents: 1 }).meanWait;
    const pooled = steady({ arrivalRate: 3.2, serviceRate: 1, agents: 4 }).meanWait;
    expectFormulas("cc-044", { Wq_split: split, Wq_pooled: pooled, ratio: split / pooled });
  });
});

describe("beyond the examples", () => {
  it("has no steady state with as much work as agents", () => {
    expect(erlangC({ arrivalRate: 10, serviceRate: 1, agents: 10 })).toBeNull();
    expect(erlangC({ arrivalRate: 10, serviceRate: 1, agents: 9 })).toBeNull();
  });

  it("keeps its digits with 10,000 agents: Halfin–Whitt is near", () => {
    const q = steady({ arrivalRate: 10_000 - 100, serviceRate: 1, agents: 10_000 });
    expect(q.probabilityOfWaiting).toBeCloseTo(0.223, 2);
    expect(q.empty).toBe(0);
  });

  it("inverts its own distribution", () => {
    const q = steady({ arrivalRate: 9, serviceRate: 1, agents: 10 });
    expect(q.servedWithin(q.waitQuantile(0.9))).toBeCloseTo(0.9, 12);
    expect(q.waitQuantile(0.1)).toBe(0);
  });

  it.each([{ arrivalRate: 0 }, { serviceRate: -1 }, { agents: 0 }, { agents: 1.5 }, { arrivalRate: NaN }])("refuses %o", (wrong) => {
    expect(() => erlangC({ arrivalRate: 1, serviceRate: 1, agents: 2, ...wrong })).toThrow(RangeError);
  });
});
