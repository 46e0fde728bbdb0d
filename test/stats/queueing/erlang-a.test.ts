// Erlang A against published tables, an identity, and the chain solved state by state.
import { describe, expect, it } from "vitest";
import { erlangA, erlangC, type Impatient } from "../../../src/stats/index.ts";
import { birthDeath } from "../../../src/stats/queueing/birth-death.ts";
import { logPalmSeries } from "../../../src/stats/queueing/palm-series.ts";
import { expectFormulas } from "../../support/expect-formulas.ts";

describe("published figures", () => {
  it("48 calls a minute, 50 agents, with and without patience (Garnett, Mandelbaum & Reiman)", () => {
    const queue = { arrivalRate: 48, serviceRate: 1, agents: 50 };
    const c = erlangC(queue);
    const a = erlangA({ ...queue, patienceRate: 0.5 });
    expect(c).not.toBeNull();
    if (c === null) return;
    expectFormulas("cc-030", {
      C_asa_s: c.meanWait * 60,
      C_p90_wait_s: c.waitQuantile(0.9) * 60,
      C_Lq: c.meanWaiting,
      C_occ: c.occupancy,
      A_P_abandon: a.probabilityOfAbandoning,
      A_wait_s: a.meanWait * 60,
      A_p90_wait_s: a.waitQuantile(0.9) * 60,
      A_Lq: a.meanWaiting,
      A_occ: a.occupancy,
      A_P_wait: a.probabilityOfWaiting,
    });
  });

  it("pyworkforce's example", () => {
    const a = erlangA({ arrivalRate: 100 / 30, serviceRate: 1 / 3, patienceRate: 1 / 5, agents: 14 });
    expectFormulas("cc-031", {
      P_wait: a.probabilityOfWaiting,
      P_abandon: a.probabilityOfAbandoning,
      occupancy: a.occupancy,
      mean_queue_time_min: a.meanWait,
      service_level_served_within: a.servedWithin(1 / 3),
    });
  });

  it("patience as long as handling, where the number in the system is Poisson", () => {
    const a = erlangA({ arrivalRate: 100, serviceRate: 1, patienceRate: 1, agents: 105 });
    expectFormulas("cc-032", {
      P_wait: a.probabilityOfWaiting,
      Lq: a.meanWaiting,
      P_abandon: a.probabilityOfAbandoning,
      occ: a.occupancy,
      "P_queue_time_gt_0.1": a.waitsLongerThan(0.1),
    });
  });

  it("an overloaded centre", () => {
    const a = erlangA({ arrivalRate: 48, serviceRate: 1, patienceRate: 0.5, agents: 45 });
    expectFormulas("cc-036", {
      P_wait: a.probabilityOfWaiting,
      Lq: a.meanWaiting,
      Wq: a.meanWait,
      P_abandon: a.probabilityOfAbandoning,
      occ: a.occupancy,
      P_queue_time_gt_t: a.waitsLongerThan(1 / 3),
      served_within_t: a.servedWithin(1 / 3),
    });
  });
});

/** The same by brute force: the chain on 0, 1, … so many. */
function solved({ arrivalRate, serviceRate, patienceRate, agents }: Impatient, last: number) {
  const death = (n: number) => Math.min(n, agents) * serviceRate + Math.max(0, n - agents) * patienceRate;
  const p = birthDeath({ last, birth: () => arrivalRate, death });
  return {
    waits: p.reduce((sum, share, n) => (n >= agents ? sum + share : sum), 0),
    meanWaiting: p.reduce((sum, share, n) => sum + share * Math.max(0, n - agents), 0),
  };
}

describe("any size", () => {
  it.each([
    ["a lone agent", { arrivalRate: 3, serviceRate: 1, patienceRate: 0.01, agents: 1 }, 5000],
    ["as many agents as work, 1,000 of them", { arrivalRate: 1000, serviceRate: 1, patienceRate: 0.5, agents: 1000 }, 4000],
    ["5,000 agents overloaded by a tenth", { arrivalRate: 5500, serviceRate: 1, patienceRate: 0.25, agents: 5000 }, 12_000],
    ["5,000 agents and nearly endless patience", { arrivalRate: 4990, serviceRate: 1, patienceRate: 1e-4, agents: 5000 }, 40_000],
    ["hasty customers", { arrivalRate: 200, serviceRate: 1, patienceRate: 1000, agents: 200 }, 400],
  ])("is what the chain says: %s", (_, queue, last) => {
    const a = erlangA(queue);
    const chain = solved(queue, last);
    expect(a.probabilityOfWaiting / chain.waits).toBeCloseTo(1, 9);
    expect(a.meanWaiting / chain.meanWaiting).toBeCloseTo(1, 9);
  });

  it("is Erlang C when nobody loses patience in a thousand years", () => {
    const queue = { arrivalRate: 9, serviceRate: 1, agents: 10 };
    const a = erlangA({ ...queue, patienceRate: 1e-9 });
    const c = erlangC(queue);
    expect(a.probabilityOfWaiting).toBeCloseTo(c?.probabilityOfWaiting ?? NaN, 7);
    expect(a.servedWithin(0.7)).toBeCloseTo(c?.servedWithin(0.7) ?? NaN, 7);
  });

  it("loses what the agents cannot do when all are always busy", () => {
    const a = erlangA({ arrivalRate: 1e6, serviceRate: 1, patienceRate: 1e-3, agents: 1000 });
    expect(a.probabilityOfAbandoning).toBeCloseTo(0.999, 9);
    expect(a.occupancy).toBeCloseTo(1, 9);
  });

  it("has a distribution of the wait whose mean is the mean wait", () => {
    const a = erlangA({ arrivalRate: 48, serviceRate: 1, patienceRate: 0.5, agents: 45 });
    const step = 0.001;
    let mean = 0;
    for (let t = step / 2; t < 5; t += step) mean += a.waitsLongerThan(t) * step;
    expect(mean).toBeCloseTo(a.meanWait, 6);
    expect(a.servedWithin(50)).toBeCloseTo(1 - a.probabilityOfAbandoning, 12);
    expect(a.waitsLongerThan(0)).toBeCloseTo(a.probabilityOfWaiting, 12);
  });

  it("refuses patience without end", () => {
    expect(() => erlangA({ arrivalRate: 1, serviceRate: 1, agents: 1, patienceRate: 0 })).toThrow(RangeError);
  });
});

describe("Palm's series", () => {
  // mpmath 1.3.0, 50 digits: the series summed term by term.
  it.each([
    [1000, 1010, 3.9568421751241338],
    [1000, 990, 3.454391009227987],
    [23, 0.001, 0.00004166746529654901],
    [100_000, 120_000, 1774.5197227035605],
    [0.5, 300, 297.0273265250367],
  ])("x = %d, y = %d", (x, y, want) => {
    expect(logPalmSeries(x, y) / want).toBeCloseTo(1, 10);
  });
});
