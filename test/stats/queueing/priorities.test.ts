// Waits by priority class against the textbook's emergency room.
import { describe, expect, it } from "vitest";
import { erlangC, nonPreemptiveWaits, preemptiveWaits } from "../../../src/stats/index.ts";
import { expectFormulas } from "../../support/expect-formulas.ts";

const rates = [0.2, 0.6, 1.2];

it("gives the emergency room's table, with and without interruptions, one doctor and two", () => {
  const found: Record<string, number> = {};
  for (const [name, waits] of [
    ["np", nonPreemptiveWaits],
    ["p", preemptiveWaits],
  ] as const) {
    for (const agents of [1, 2]) {
      for (const [row, wait] of waits({ arrivalRates: rates, serviceRate: 3, agents }).entries()) {
        found[`Wq_${name}_s${agents}_class${row + 1}`] = wait ?? NaN;
      }
    }
  }
  expectFormulas("cc-020", found);
});

it("gives Ciw's two classes", () => {
  const [first, second] = nonPreemptiveWaits({ arrivalRates: [0.2, 0.6], serviceRate: 1, agents: 1 });
  expectFormulas("cc-023", { W1: (first ?? NaN) + 1, W2: (second ?? NaN) + 1 });
});

describe("whatever the order,", () => {
  it("the same work waits (Kleinrock's conservation law)", () => {
    const wait = erlangC({ arrivalRate: 2, serviceRate: 3, agents: 2 })?.meanWait ?? NaN;
    for (const waits of [nonPreemptiveWaits, preemptiveWaits]) {
      const found = waits({ arrivalRates: rates, serviceRate: 3, agents: 2 });
      expect(rates.reduce((sum, rate, k) => sum + (rate / 2) * (found[k] ?? NaN), 0)).toBeCloseTo(wait, 12);
    }
  });

  it("only the classes for which there are agents left get an answer", () => {
    const queue = { arrivalRates: [1, 1, 5], serviceRate: 1, agents: 3 };
    expect(nonPreemptiveWaits(queue)[2]).toBeNull();
    expect(preemptiveWaits(queue)[2]).toBeNull();
    // The overload keeps all agents busy, so an urgent contact waits for the next to finish: 1 / (cμ (1 − σ1)).
    expect(nonPreemptiveWaits(queue)[0]).toBeCloseTo(1 / (3 * (2 / 3)), 12);
    expect(preemptiveWaits(queue)[0]).toBeCloseTo(erlangC({ arrivalRate: 1, serviceRate: 1, agents: 3 })?.meanWait ?? NaN, 12);
  });

  it("rates must be positive", () =>
    expect(() => preemptiveWaits({ arrivalRates: [1, 0], serviceRate: 1, agents: 1 })).toThrow(RangeError));
});
