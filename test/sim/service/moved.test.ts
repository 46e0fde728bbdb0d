/** Problems that belong in another channel: sent away, or handed over. */

import { describe, expect, it } from "vitest";
import { compared, planOf, sumsOf } from "../../support/runs.ts";
import { centre } from "./centre.ts";

const plan = planOf(
  centre({
    horizon: "30d",
    service: {
      topics: { defect: { settledIn: ["phone"] } },
      context: { recorded: 1, sameChannel: 0, otherChannel: 0, rebuilding: { deterministic: "5m" }, resolutionLoss: 0 },
      handover: { deterministic: "2m" },
      arrivals: { chats: { channel: "chat", rate: "2/h" } },
    },
    strategies: { multichannel: {}, handoff: { channelHandoff: true } },
  }),
);
const [away, over] = compared(plan, ["multichannel", "handoff"]).map((outcome) => ({
  all: sumsOf(plan, outcome),
  phone: sumsOf(plan, outcome, { channel: 0 }),
  chat: sumsOf(plan, outcome, { channel: 1 }),
}));
if (away === undefined || over === undefined) throw new Error("two outcomes expected");

describe("without hand-off", () => {
  it("every chat that is handled is sent away, and a stranger's case ends there unresolved", () => {
    expect(away.chat("contactsHandled")).toBeGreaterThan(1000);
    expect(away.all("contactsSentAway")).toBe(away.chat("contactsHandled"));
    expect([away.all("contactsHandedOver"), away.all("callsMade"), away.all("casesResolved")]).toEqual([0, 0, 0]);
    expect(away.all("casesClosed")).toBe(away.all("contactsHandled") + away.all("contactsAbandoned"));
  });
});

describe("with hand-off", () => {
  it("the company calls about each of them in the channel that settles it, and settles it", () => {
    expect([over.all("contactsSentAway"), over.phone("contactsOffered")]).toEqual([0, 0]);
    expect(over.phone("callsMade")).toBe(over.all("contactsHandedOver"));
    expect(over.all("casesResolved")).toBe(over.phone("contactsHandled"));
    expect(over.all("contactsHandedOver") - over.phone("contactsHandled")).toBeLessThan(3);
  });

  it("the context comes along, even where records are never found", () => {
    expect(over.phone("handOffs")).toBeGreaterThan(1000);
    expect([over.all("handOffsRepeated"), over.all("rebuildingMs")]).toEqual([0, 0]);
  });

  it("each of these cases takes two contacts in two channels", () => {
    const handled = over.all("casesResolved");
    expect(over.phone("caseContacts")).toBe(2 * handled);
    expect(over.phone("caseChannels")).toBe(2 * handled);
    expect(over.phone("casesSwitched")).toBe(handled);
    expect([over.all("casesResolvedOneContact"), over.all("casesResolvedOneChannelContact")]).toEqual([0, handled]);
  });

  it("each hand-over costs the agent the time it takes", () => {
    expect(over.chat("wrapUpMs")).toBe(over.chat("contactsHandled") * (120_000 + 0));
    expect(over.phone("wrapUpMs")).toBe(0);
  });
});
