// Queues with few places, and queues with few customers.
import { describe, expect, it } from "vitest";
import { erlangB, erlangC, finiteQueue, finiteSource } from "../../../src/stats/index.ts";
import { expectFormulas } from "../../support/expect-formulas.ts";

describe("a limited number of places", () => {
  it("gives Octave's figures", () => {
    const first = finiteQueue({ arrivalRate: 40, serviceRate: 30, agents: 3, places: 7 });
    const second = finiteQueue({ arrivalRate: 50, serviceRate: 10, agents: 4, places: 6 });
    expectFormulas("cc-018", { p0_first: first.probabilities[0] ?? NaN, W_first: first.meanTimeInSystem, pK_second: second.blocked });
  });

  it("is Erlang B without places to wait, and Erlang C with many", () => {
    expect(finiteQueue({ arrivalRate: 9, serviceRate: 1, agents: 10, places: 10 }).blocked).toBeCloseTo(erlangB(10, 9), 14);
    const many = finiteQueue({ arrivalRate: 9, serviceRate: 1, agents: 10, places: 500 });
    const endless = erlangC({ arrivalRate: 9, serviceRate: 1, agents: 10 });
    expect(many.meanWait).toBeCloseTo(endless?.meanWait ?? NaN, 12);
    expect(many.occupancy).toBeCloseTo(0.9, 12);
  });

  it("works for 5,000 agents with ten times the work", () => {
    const queue = finiteQueue({ arrivalRate: 50_000, serviceRate: 1, agents: 5000, places: 6000 });
    expect(queue.blocked).toBeCloseTo(0.9, 6);
    expect(queue.probabilities.every((p) => p >= 0 && p <= 1)).toBe(true);
  });

  it("refuses fewer places than agents", () => {
    expect(() => finiteQueue({ arrivalRate: 1, serviceRate: 1, agents: 3, places: 2 })).toThrow(RangeError);
  });
});

describe("a limited number of customers", () => {
  it("gives Engset's loss and the repairmen's delay", () => {
    const loss = finiteSource({ customers: 20, agents: 5, places: 5, contactRate: 0.1, serviceRate: 1 });
    const delay = finiteSource({ customers: 10, agents: 2, places: 10, contactRate: 0.1, serviceRate: 1 });
    expectFormulas("cc-045", {
      time_congestion: loss.timeCongestion,
      call_congestion: loss.callCongestion,
      repair_L: delay.meanInSystem,
      repair_Lq: delay.meanWaiting,
      repair_Wq: delay.meanWait,
      repair_p0: delay.probabilities[0] ?? NaN,
    });
  });

  it("is Erlang B with a great many customers who seldom call", () => {
    const loss = finiteSource({ customers: 1_000_000, agents: 10, places: 10, contactRate: 9e-6, serviceRate: 1 });
    expect(loss.callCongestion).toBeCloseTo(erlangB(10, 9), 5);
  });

  it("refuses more places than customers", () => {
    expect(() => finiteSource({ customers: 3, agents: 1, places: 4, contactRate: 1, serviceRate: 1 })).toThrow(RangeError);
  });
});
