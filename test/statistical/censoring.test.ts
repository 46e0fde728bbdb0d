/**
 * Right-censoring (evidence 2.2): what is still open when a run ends is neither success nor failure. Short runs from a cold start are
 * cut in the middle of most journeys; they must tell the rates of a long run, where the wrong way, which counts what is open as a
 * failure, does not.
 */

import { describe, expect, it } from "vitest";
import type { CounterName } from "../../src/kpi/index.ts";
import { type Estimate, expectRefuted, ratio } from "../support/estimate.ts";
import { outcomesOf, planOf, type Sums, sumsOf, type Written } from "../support/runs.ts";

/** Visits days apart, a day from basket to checkout, deliveries of days: a horizon of days cuts most journeys. */
function shop(horizon: string): Written {
  return {
    horizon,
    segments: { people: { size: 400 } },
    channels: { web: { kind: "self-service", can: ["inform", "sell"], conversion: { new: 0.2, returning: 0.2 } } },
    needs: {
      r: 1000,
      alpha: "3000w",
      a: 0,
      goesOn: 0.7,
      timeBetweenVisits: { exponential: { mean: "4d" } },
      activeHours: "always",
      researchWindow: "2d",
    },
    offer: {
      abandonment: 0.5,
      checkoutTime: { exponential: { mean: "1d" } },
      delivery: { time: { exponential: { mean: "4d" } }, promised: "4d" },
    },
  };
}

function runs(horizon: string, replications: number): Sums[] {
  const plan = planOf(shop(horizon));
  return outcomesOf(plan, { replications }).map((outcome) => sumsOf(plan, outcome));
}

const long = runs("3y", 5);
const cut = runs("4d", 200);

function share(sums: readonly Sums[], part: (s: Sums) => number, whole: (s: Sums) => number): Estimate {
  return ratio(sums.map((s) => [part(s), whole(s)]));
}

function expectSame(what: string, short: Estimate, whole: Estimate): void {
  const se = Math.sqrt(short.se * short.se + whole.se * whole.se);
  expect(se / whole.mean, `${what}: too imprecise to tell`).toBeLessThan(0.05);
  expect(Math.abs(short.mean - whole.mean), `${what}: ${short.mean} ± ${short.se} against ${whole.mean}`).toBeLessThan(3 * se);
}

const of = (counter: CounterName) => (s: Sums) => s(counter);
const plus =
  (...counters: readonly CounterName[]) =>
  (s: Sums) =>
    counters.reduce((total, counter) => total + s(counter), 0);

describe("four days, in which most journeys are cut, tell what three years tell:", () => {
  it("journey conversion, of needs that can be followed for the window of two days", () => {
    const whole = share(long, of("needsMetInTime"), of("needsFollowed"));
    expectSame("conv_journey", share(cut, of("needsMetInTime"), of("needsFollowed")), whole);
    expectRefuted("needs still open counted as failures", share(cut, of("needsMet"), of("needs")), whole.mean);
    // Needs that are met take a day longer than those that are not.
    const ended = plus("needsMet", "needsUnmet");
    expectRefuted("of the needs that have ended", share(cut, of("needsMet"), ended), share(long, of("needsMet"), ended).mean);
  });

  it("baskets left, of those that came to an end", () => {
    const ended = plus("basketsAbandoned", "basketsBought");
    const whole = share(long, of("basketsAbandoned"), ended);
    expectSame("cart_abandon", share(cut, of("basketsAbandoned"), ended), whole);
    expectRefuted(
      "baskets still open counted as left",
      share(cut, (s) => s("baskets") - s("basketsBought"), of("baskets")),
      whole.mean,
    );
  });

  it("baskets not bought in any channel, of those that can be followed for the window of two days", () => {
    const lost = (s: Sums) => s("basketNeedsEnded") - s("basketNeedsMet");
    expectSame("cart_abandon_cross", share(cut, lost, of("basketNeedsEnded")), share(long, lost, of("basketNeedsEnded")));
  });
});
