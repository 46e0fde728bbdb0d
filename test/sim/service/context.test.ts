/** What the company still knows at the next contact of a case. */

import { describe, expect, it } from "vitest";
import { rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { isContextLost, isHandOff } from "../../../src/sim/service/context.ts";
import { createWorld } from "../../../src/sim/world.ts";
import { resolveStrategy } from "../../../src/strategies/index.ts";
import { planOf } from "../../support/runs.ts";
import { centre } from "./centre.ts";

interface Situation {
  readonly shared?: boolean;
  readonly recordIn?: "phone" | "chat";
  readonly sameAgent?: boolean;
  readonly handedOver?: boolean;
  readonly found?: { sameChannel: number; otherChannel: number };
}

/** A second contact, on the phone (channel 0), by agent 1; the first was answered by agent 0 unless it was the same. */
function secondContact({ shared = false, recordIn, sameAgent = false, handedOver = false, found }: Situation) {
  const plan = planOf(
    centre({
      service: {
        context: { recorded: 1, sameChannel: 1, otherChannel: 0, rebuilding: { deterministic: "1m" }, resolutionLoss: 0, ...found },
      },
      strategies: { multichannel: {}, shared: { sharedHistory: true } },
    }),
  );
  const world = createWorld(plan, rootKeyOf("test"), 0, "compiled");
  const { service, core } = world;
  if (service === undefined) throw new Error("no service");
  core.strategy = resolveStrategy(plan.scenario, shared ? "shared" : "multichannel");
  const row = service.cases.allocate();
  const contact = service.contacts.allocate();
  service.contacts.columns.caseRow[contact] = row;
  service.contacts.columns.channel[contact] = 0;
  service.contacts.columns.agent[contact] = 1;
  service.contacts.columns.contextCarried[contact] = handedOver ? 1 : 0;
  service.cases.columns.lastAgent[row] = sameAgent ? 1 : 0;
  service.cases.columns.recorded[row] = recordIn === undefined ? 0 : recordIn === "phone" ? 1 : 2;
  return { service, contact, row };
}

function isLost(situation: Situation): boolean {
  const { service, contact } = secondContact(situation);
  return isContextLost(service, contact);
}

describe("what was said before", () => {
  it("is lost if nobody recorded it, shared history or not", () => {
    expect([isLost({}), isLost({ shared: true })]).toEqual([true, true]);
  });

  it("is found in the same channel's record, and lost in another's", () => {
    expect([isLost({ recordIn: "phone" }), isLost({ recordIn: "chat" })]).toEqual([false, true]);
  });

  it("is found in any record if history is shared, however badly records are found otherwise", () => {
    const found = { sameChannel: 0, otherChannel: 0 };
    expect([isLost({ recordIn: "chat", shared: true, found }), isLost({ recordIn: "phone", shared: true, found })]).toEqual([false, false]);
    expect([isLost({ recordIn: "chat", found }), isLost({ recordIn: "phone", found })]).toEqual([true, true]);
  });

  it("is remembered by the same agent without any record", () => expect(isLost({ sameAgent: true })).toBe(false));

  it("comes along when the case is handed over", () => expect(isLost({ handedOver: true })).toBe(false));
});

describe("a first contact", () => {
  it("is no hand-off, so there is nothing to lose", () => {
    const { service, contact, row } = secondContact({});
    expect(isHandOff(service, contact)).toBe(true);
    service.cases.columns.lastAgent[row] = -1;
    expect(isHandOff(service, contact)).toBe(false);
  });
});
