/** Callers from outside who were not helped: they come back as customers do, or give up. */

import { describe, expect, it } from "vitest";
import { compared, planOf, sumsOf } from "../../support/runs.ts";
import { liveThrough } from "../../support/worlds.ts";
import { type Centre, centre } from "./centre.ts";

const NEVER_GIVES_UP = { after: { deterministic: "1d" }, afterMissedCall: { deterministic: "20m" }, givesUp: 0 } as const;

function sums(scenario: Centre, strategy = "multichannel") {
  const plan = planOf(centre({ horizon: "30d", ...scenario }));
  const [outcome] = compared(plan, [strategy]);
  if (outcome === undefined) throw new Error("one outcome expected");
  return { plan, all: sumsOf(plan, outcome), phone: sumsOf(plan, outcome, { channel: 0 }), chat: sumsOf(plan, outcome, { channel: 1 }) };
}

describe("a stranger who is sent to another channel", () => {
  const sentAway: Centre = {
    service: {
      topics: { defect: { settledIn: ["phone"] } },
      context: { recorded: 1, sameChannel: 1, otherChannel: 0, rebuilding: { deterministic: "5m" }, resolutionLoss: 0 },
      recontact: NEVER_GIVES_UP,
      patience: { phone: { deterministic: "1000y" }, chat: { deterministic: "1000y" } },
      arrivals: { chats: { channel: "chat", rate: "1/h" } },
    },
  };

  it("starts again there, explains again, and is helped", () => {
    const { all, phone, chat } = sums(sentAway);
    expect(chat("contactsHandled")).toBeGreaterThan(600);
    // The last few are still on their way.
    expect(chat("contactsSentAway") - phone("contactsOffered")).toBeLessThan(5);
    expect(phone("handOffsRepeated")).toBe(phone("handOffs"));
    expect(all("casesResolved")).toBe(phone("contactsHandled"));
    expect(all("caseContacts")).toBe(2 * all("casesClosed"));
  });

  it("does not start again when the company moves the case", () => {
    const { all, phone } = sums({ ...sentAway, strategies: { multichannel: {}, moves: { channelHandoff: true } } }, "moves");
    expect([phone("contactsOffered"), all("recontacts"), all("handOffsRepeated")]).toEqual([0, 0, 0]);
    expect(all("casesResolved")).toBe(phone("contactsHandled"));
  });
});

describe("a stranger who hangs up", () => {
  const busy: Centre = {
    service: {
      recontact: NEVER_GIVES_UP,
      groups: { phone: { agents: 1, home: ["phone", "chat"] } },
      arrivals: { calls: { channel: "phone", rate: "4/h" } },
    },
  };

  it("calls again until somebody answers", () => {
    const { all } = sums(busy);
    expect(all("contactsAbandoned")).toBeGreaterThan(300);
    expect(all("contactsOffered")).toBeGreaterThan(all("casesOpened") + 300);
    expect(all("casesClosed")).toBe(all("casesResolved"));
    expect(all("casesOpened") - all("casesClosed")).toBeLessThan(30);
  });

  it("leaves nothing behind, whoever calls first", () => {
    const { plan, all } = sums({ ...busy, strategies: { multichannel: {}, promises: { responsePromises: true } } }, "promises");
    const world = liveThrough(plan, { strategy: "promises" });
    expect(all("callsMade")).toBeGreaterThan(100);
    expect(world.service?.cases.live).toBeLessThan(60);
    expect(world.service?.contacts.live).toBeLessThan(60);
  });

  it("gives up with the share that the scenario states", () => {
    const { all } = sums({ service: { ...busy.service, recontact: { ...NEVER_GIVES_UP, givesUp: 0.3 } } });
    const weighed = all("contactsAbandoned");
    const gaveUp = all("casesClosed") - all("casesResolved");
    // Binomial: within three standard errors.
    expect(Math.abs(gaveUp / weighed - 0.3)).toBeLessThan(3 * Math.sqrt((0.3 * 0.7) / weighed));
  });
});
