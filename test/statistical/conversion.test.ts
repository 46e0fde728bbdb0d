/** Without friction a website converts new and returning visitors as the observed sessions did. */

import { describe, it } from "vitest";
import { type Estimate, expectExact, expectRefuted, ratio } from "../support/estimate.ts";
import { outcomesOf, planOf, sumsOf, type Written } from "../support/runs.ts";

// UCI 468, Online Shoppers Purchasing Intention (Sakar et al. 2019, CC BY 4.0): sessions with a purchase, by visitor type.
const NEW = 422 / 1694;
const RETURNING = 1470 / 10_551;

function visits(deviceSwitch: number): Written {
  return {
    horizon: "1y",
    channels: { web: { kind: "self-service", can: ["inform", "sell"], conversion: { new: NEW, returning: RETURNING } } },
    // The first come once, as strangers; the second come often, and were customers before.
    segments: { strangers: { size: 15_000, needFactor: 1e-9 }, customers: { size: 600, alreadyCustomers: 1 } },
    needs: { r: 1e6, alpha: "30000000d", a: 0, goesOn: 0 },
    offer: { deviceSwitch: { share: deviceSwitch, givesUp: 0.6 } },
  };
}

function conversion(written: Written): (segment: number) => Estimate {
  const plan = planOf(written);
  const outcomes = outcomesOf(plan, { replications: 5 });
  return (segment) => ratio(outcomes.map((outcome) => sumsOf(plan, outcome, { segment })).map((s) => [s("orders"), s("visits")]));
}

describe("a website without changes of device", () => {
  const withoutSwitches = conversion(visits(0));

  it("sells to 24.9 % of new visitors, abandoned baskets included", () => {
    expectExact("UCI 468 new", withoutSwitches(0), NEW, 0.01);
  });

  it("sells to 13.9 % of returning visitors", () => {
    const found = withoutSwitches(1);
    expectExact("UCI 468 returning", found, RETURNING, 0.01);
    expectRefuted("new visitors' share", found, NEW);
  });

  it("sells less when baskets are lost between devices: by the share that switches and gives up", () => {
    expectExact("with device switches", conversion(visits(0.15))(1), RETURNING * (1 - 0.15 * 0.6), 0.02);
  });
});
