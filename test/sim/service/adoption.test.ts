/** What happens to open contacts and calls when the channels change at adoption. */

import { describe, expect, it } from "vitest";
import { planOf, sumsOf, compared } from "../../support/runs.ts";
import { liveThrough, tracedLife, valuesOf } from "../../support/worlds.ts";
import { retailer } from "../../support/retail.ts";
import { centre } from "./centre.ts";

describe("a channel that closes at adoption", () => {
  /** Chats are handed over to a phone desk that works only on Sundays, so calls pile up. */
  const handingOver = planOf(
    centre({
      history: "3d",
      service: {
        topics: { defect: { settledIn: ["phone"] } },
        groups: {
          phone: { agents: 1, hours: { sun: "09:00-17:00" }, home: ["phone"] },
          chat: { agents: 1, home: ["chat"], skills: { phone: {} } },
        },
        arrivals: { chats: { channel: "chat", rate: "1/h" } },
      },
      strategies: { before: { channelHandoff: true }, "chat only": { extends: "omnichannel", channels: ["chat"] } },
    }),
  );

  it("takes the calls that were meant to be made there with it, even if an idle agent could make them", () => {
    const { counts } = tracedLife(handingOver, ["callsWithdrawn", "callsMade"], { strategy: "chat only" });
    const adoption = handingOver.scenario.history;
    const phone = 0;
    const made = counts.filter((c) => c.counter === "callsMade" && c.channel === phone);
    expect(made.length).toBeGreaterThan(30);
    expect(made.every((c) => c.time < adoption)).toBe(true);
    expect(counts.filter((c) => c.counter === "callsWithdrawn" && c.time === adoption)).toHaveLength(made.length);
  });

  it("returns no missed calls any more: whoever hangs up there after adoption is not called", () => {
    const plan = planOf(
      centre({
        history: "3d",
        horizon: "30d",
        service: { arrivals: { calls: { channel: "phone", rate: "20/h" } }, patience: { phone: { deterministic: "6h" } } },
        strategies: { before: {}, "promises, chat only": { responsePromises: true, channels: ["chat"] } },
      }),
    );
    const world = liveThrough(plan, { strategy: "promises, chat only" });
    expect([world.service?.contacts.live, world.service?.cases.live]).toEqual([0, 0]);
  });
});

describe("adopting one channel only", () => {
  const { segments, ...rest } = retailer();
  const plan = planOf({ ...rest, ...(segments === undefined ? {} : { segments }), horizon: "52w", baseline: "omnichannel" });

  it("strands nobody: all goes on in the channel that is left", () => {
    const world = liveThrough(plan, { strategy: "single-channel" });
    const timers = valuesOf(world, "timers");
    // Needs are met or given up until the end.
    const last = plan.calendar.ends.length - 1;
    const [outcome] = compared(plan, ["single-channel"]);
    if (outcome === undefined) throw new Error("no outcome");
    expect(sumsOf(plan, outcome, { fromMonth: last })("orders")).toBeGreaterThan(0);
    // Everybody with an open case waits for something that will happen: a contact that lives, or the own timer.
    const { contacts } = world.service ?? {};
    if (contacts === undefined) throw new Error("no service");
    const rows = Array.from(contacts.columns.caseRow.subarray(0, contacts.used), (row, contact) => (contacts.isLive(contact) ? row : -1));
    const open = valuesOf(world, "caseRow")
      .map((row, id) => ({ row, id }))
      .filter(({ row }) => row >= 0);
    for (const { id, row } of open) {
      const state = world.customerJourney.stateOf(id);
      if (state === "service.reconsidering") expect(world.core.events.isPending(timers[id] as number)).toBe(true);
      else {
        expect(["service.contacting", "service.calledByCompany"]).toContain(state);
        expect(rows).toContain(row);
      }
    }
    expect(open.length).toBeLessThan(plan.market.customers / 4);
  });

  it("sells nothing in channels that are not offered", () => {
    const [outcome] = compared(plan, ["single-channel"]);
    if (outcome === undefined) throw new Error("no outcome");
    const orders = (channel: string) =>
      sumsOf(plan, outcome, { channel: plan.market.channels.findIndex(({ name }) => name === channel) })("baskets");
    expect([orders("app"), orders("shop"), orders("web") > 0]).toEqual([0, 0, true]);
  });
});
