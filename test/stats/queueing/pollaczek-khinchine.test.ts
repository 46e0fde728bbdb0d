// M/G/1 first come first served, and shared out evenly.
import { expect, it } from "vitest";
import { pollaczekKhinchine, processorSharing } from "../../../src/stats/index.ts";
import { expectFormulas } from "../../support/expect-formulas.ts";

it("waits grow with the variation of handling times", () => {
  const wait = (cv: number) => pollaczekKhinchine(0.8, 1, cv) ?? NaN;
  expectFormulas("cc-040", { Wq_det: wait(0), Wq_erlang2: wait(Math.SQRT1_2), Wq_exp: wait(1), Wq_lognormal_cv2_4: wait(2) });
});

it("shared out evenly, the variation does not matter", () => {
  const sojourn = processorSharing(0.7, 1) ?? NaN;
  expectFormulas("cc-043", { mean_sojourn_any_service: sojourn, conditional_slowdown: sojourn });
});

it("there is no answer with more work than the agent can do", () => {
  expect(pollaczekKhinchine(1, 1, 0)).toBeNull();
  expect(processorSharing(2, 1)).toBeNull();
  expect(() => pollaczekKhinchine(0.5, 1, -1)).toThrow(RangeError);
});
