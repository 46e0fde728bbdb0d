// The limits of Halfin & Whitt and of Garnett, Mandelbaum & Reiman, and that the exact figures go there.
import { expect, it } from "vitest";
import { erlangA, erlangC, garnettDelay, halfinWhittDelay } from "../../../src/stats/index.ts";
import { expectFormulas } from "../../support/expect-formulas.ts";

it("gives the exact limits", () => {
  const betas = [0.5, 1, 2];
  expectFormulas("cc-039", {
    ...Object.fromEntries(betas.map((beta) => [`HW(${beta})`, halfinWhittDelay(beta)])),
    ...Object.fromEntries(betas.map((beta) => [`GMR(${beta})`, garnettDelay(beta, 1, 0.5)])),
  });
});

it("10,000 agents are near them", () => {
  const load = 10_000;
  const queue = { arrivalRate: load, serviceRate: 1, agents: load + 100 };
  expect(erlangC(queue)?.probabilityOfWaiting).toBeCloseTo(halfinWhittDelay(1), 2);
  expect(erlangA({ ...queue, patienceRate: 0.5 }).probabilityOfWaiting).toBeCloseTo(garnettDelay(1, 1, 0.5), 2);
  expect(erlangA({ ...queue, agents: load - 100, patienceRate: 0.5 }).probabilityOfWaiting).toBeCloseTo(garnettDelay(-1, 1, 0.5), 2);
});

it("is defined far out: nobody waits, or all do", () => {
  expect(halfinWhittDelay(60)).toBe(0);
  expect(garnettDelay(60, 1, 0.5)).toBe(0);
  expect(garnettDelay(-60, 1, 0.5)).toBe(1);
  expect(halfinWhittDelay(1e-9)).toBeCloseTo(1, 8);
  expect(() => halfinWhittDelay(0)).toThrow(RangeError);
});
