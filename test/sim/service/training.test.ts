/** Training: agents are faster and settle more, and some of their time goes into it. */

import { describe, expect, it } from "vitest";
import { compared, planOf, sumsOf } from "../../support/runs.ts";
import { centre } from "./centre.ts";
import { ENDLESS } from "./story.ts";

type Training = { speed?: number; resolution?: number; time?: number };

function both(training: Training, agents = 20) {
  const plan = planOf(
    centre({
      horizon: "60d",
      service: {
        training: { speed: 1, resolution: 1, time: 0, ...training },
        firstContactResolution: 0.5,
        recontact: { givesUp: 1 },
        patience: { phone: ENDLESS },
        groups: { phone: { agents, home: ["phone", "chat"], costPerHour: 10 } },
        arrivals: { calls: { channel: "phone", rate: "2/h" } },
      },
      strategies: { untrained: {}, trained: { agentTraining: true } },
    }),
  );
  const [untrained, trained] = compared(plan, ["untrained", "trained"]);
  if (untrained === undefined || trained === undefined) throw new Error("two outcomes expected");
  return { untrained, trained, before: sumsOf(plan, untrained), after: sumsOf(plan, trained) };
}

describe("trained agents", () => {
  it("take less time by the factor of the scenario", () => {
    const { before, after } = both({ speed: 1.25 });
    expect(before("handlingMs") / before("contactsHandled")).toBe(600_000);
    expect(after("handlingMs") / after("contactsHandled")).toBe(480_000);
  });

  it("settle more: the odds are multiplied", () => {
    const { before, after } = both({ resolution: 3 });
    const n = after("casesClosed");
    expect(n).toBeGreaterThan(2500);
    expect(Math.abs(before("casesResolved") / n - 0.5)).toBeLessThan(3 * Math.sqrt(0.25 / n));
    expect(Math.abs(after("casesResolved") / n - 0.75)).toBeLessThan(3 * Math.sqrt(0.1875 / n));
  });

  it("whose training changes nothing differ only in what it costs", () => {
    const { untrained, trained, before, after } = both({});
    expect([trained.digest, trained.events]).toEqual([untrained.digest, untrained.events]);
    expect(after("capabilityCost")).toBeGreaterThan(before("capabilityCost"));
  });

  it("are missing while they learn, and paid all the same", () => {
    const { before, after } = both({ time: 0.5 }, 1);
    expect(after("waitMs")).toBeGreaterThan(10 * before("waitMs"));
    // Whoever has a call in hand at midnight finishes it, and is paid.
    expect(after("staffCost")).toBeGreaterThanOrEqual(before("staffCost"));
    expect(after("staffCost")).toBeLessThan(1.01 * before("staffCost"));
  });
});
