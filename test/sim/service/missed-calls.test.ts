/** Missed calls: lost, or returned where answers are promised. */

import { describe, expect, it } from "vitest";
import { compared, planOf, sumsOf, type Written } from "../../support/runs.ts";
import { liveThrough } from "../../support/worlds.ts";

/** People who call about every purchase, and a line that nobody ever answers but on Sunday night. */
function unanswered(givesUp: number): Written {
  return {
    horizon: "50h",
    channels: { shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } }, phone: { kind: "live", can: ["serve"] } },
    segments: { people: { size: 60 } },
    needs: { r: 1, alpha: "100y", timeBetweenVisits: { deterministic: "0s" }, activeHours: "always" },
    offer: {},
    service: {
      problems: 1,
      timeToProblem: { deterministic: "1h" },
      patience: { phone: { deterministic: "10m" } },
      recontact: { after: { deterministic: "1d" }, afterMissedCall: { deterministic: "3h" }, givesUp, affinityToOtherChannel: 0 },
      groups: { phone: { agents: 1, hours: { sun: "23:00-24:00" }, home: ["phone"] } },
    },
    strategies: { multichannel: {}, promises: { responsePromises: true } },
  };
}

function counted(givesUp: number) {
  const plan = planOf(unanswered(givesUp));
  const [without, promised] = compared(plan, ["multichannel", "promises"]).map((outcome) => sumsOf(plan, outcome));
  if (without === undefined || promised === undefined) throw new Error("two outcomes expected");
  return { plan, without, promised };
}

describe("a missed call", () => {
  const { plan, without, promised } = counted(0);

  it("is lost without promises", () => {
    expect(without("contactsAbandoned")).toBeGreaterThan(600);
    expect(without("callsMade")).toBe(0);
  });

  it("is returned with them: the company means to call about each", () => {
    expect(promised("callsMade")).toBe(promised("contactsAbandoned"));
    expect(promised("contactsAbandoned")).toBe(without("contactsAbandoned"));
  });

  it("need not be returned any more once the customer calls again", () => {
    const world = liveThrough(plan, { strategy: "promises" });
    const pending = Array.from(world.service?.cases.columns.pendingCall.subarray(0, world.service.cases.used) ?? []).filter(
      (call) => call >= 0,
    );
    expect(promised("callsWithdrawn")).toBe(promised("callsMade") - pending.length);
    expect(world.service?.cases.live).toBe(60);
    expect(world.service?.contacts.live).toBeLessThanOrEqual(60);
  });

  it("is not returned to somebody who gives up on the case", () => {
    const givingUp = counted(1);
    expect(givingUp.promised("contactsAbandoned")).toBe(60);
    expect([givingUp.promised("callsMade"), givingUp.promised("casesClosed"), givingUp.promised("casesResolved")]).toEqual([0, 60, 0]);
    const world = liveThrough(givingUp.plan, { strategy: "promises" });
    expect([world.service?.contacts.live, world.service?.cases.live]).toEqual([0, 0]);
  });
});
