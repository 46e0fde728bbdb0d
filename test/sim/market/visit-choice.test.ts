/** The choice of a visit's channel is the multinomial logit of `choice.ts`, only with exponentials computed beforehand. */

import { describe, expect, it } from "vitest";
import { resolveStrategy } from "../../../src/strategies/index.ts";
import { Draws, rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { chooseLogit } from "../../../src/sim/market/choice.ts";
import { chooseVisitChannel } from "../../../src/sim/market/visit-choice.ts";
import { createWorld } from "../../../src/sim/world.ts";
import { begin } from "../../../src/sim/engine.ts";
import { planOf, type Written } from "../../support/runs.ts";

const HOUR = 3600;

function marketOf(written: Partial<Written>) {
  const plan = planOf({
    channels: {
      web: { kind: "self-service", can: ["inform", "sell"] },
      shop: { kind: "in-person", can: ["sell"], hours: { "mon-fri": "09:00-18:00" } },
      phone: { kind: "live", can: ["serve"] },
      mail: { kind: "deferred", can: ["inform"] },
    },
    segments: {
      some: { size: 4, affinity: { web: 1, shop: 1.5, phone: 9, mail: -1 } },
      others: { size: 4, affinity: { web: -3, shop: 2, mail: 0.5 } },
    },
    needs: { inertia: 0.7, satisfactionWeight: 2 },
    experience: {},
    ...written,
  });
  const world = createWorld(plan, rootKeyOf("choice"), 0, "compiled");
  begin(world);
  expect(resolveStrategy(plan.scenario, "multichannel").channels).toHaveLength(4);
  return world.market;
}

/** Utilities as the model says them. */
function utilities(market: ReturnType<typeof marketOf>, id: number, isOpen: (channel: number) => boolean): Float64Array {
  const { plan, customers, offered } = market;
  const { needs, experience } = plan.scenario;
  const c = customers.columns;
  const place = id * customers.stride;
  return Float64Array.from(plan.channels, (channel, row) => {
    if (!(channel.informs || channel.sells) || offered[row] !== 1 || !isOpen(row)) return -Infinity;
    const satisfaction = c.channelSatisfaction[place + row]! - (experience?.reference ?? 0);
    const affinity = plan.segments[c.segment[place]!]!.affinity[row]!;
    const habit = needs?.habit ?? 0;
    const used = habit === 0 ? 0 : habit * Math.log(1 + c.boughtIn[place + row]!);
    return affinity + used + (row === c.lastChannel[place] ? (needs?.inertia ?? 0) : 0) + (needs?.satisfactionWeight ?? 0) * satisfaction;
  });
}

const draws = new Draws(rootKeyOf("choices"), 0);

/** Both choices over many uniform numbers. */
function compare(market: ReturnType<typeof marketOf>, time: number): void {
  const { plan, customers } = market;
  for (let id = 0; id < plan.customers; id++) {
    const v = utilities(market, id, (row) => Number.isNaN(time) || plan.channels[row]!.hours.isOpen(time));
    for (let i = 0; i < 300; i++) {
      const u = draws.uniform(0, id, i);
      expect(chooseVisitChannel(market, id, u, time)).toBe(chooseLogit(v.slice(), v.length, u));
    }
    customers.columns.lastChannel[id * customers.stride] = (id % 5) - 1;
    customers.columns.channelSatisfaction[id * customers.stride + (id % 4)] = 0.1 * (id + 1);
  }
}

describe("the choice of a visit's channel", () => {
  it.each([
    ["while the shop is open", 10 * HOUR],
    ["at night", 3 * HOUR],
    ["at any time", Number.NaN],
  ])("is the logit of affinity, inertia and satisfaction, %s", (_, time) => {
    const market = marketOf({});
    compare(market, time);
    // Again with the habits and the satisfaction that it left.
    compare(market, time);
  });

  it.each([2.5, 300])("is so with habits of the orders placed in a channel, of weight %d", (habit) => {
    const market = marketOf({ needs: { inertia: 0.7, satisfactionWeight: 2, habit } });
    const { customers, plan } = market;
    for (let id = 0; id < plan.customers; id++) customers.columns.boughtIn[id * customers.stride + (id % 4)] = 3 * id;
    compare(market, 10 * HOUR);
  });

  it("is so for utilities whose exponentials no number can hold", () => {
    const market = marketOf({ needs: { inertia: 900, satisfactionWeight: 2 } });
    compare(market, 10 * HOUR);
    compare(market, 10 * HOUR);
    const far = marketOf({ segments: { some: { size: 4, affinity: { web: -900, shop: 900, mail: -901 } } } });
    compare(far, 3 * HOUR);
    compare(far, 10 * HOUR);
  });

  it("finds nothing where no channel is offered that informs or sells", () => {
    const market = marketOf({});
    market.offered.fill(0);
    market.offered[2] = 1;
    expect(chooseVisitChannel(market, 0, 0.5, 10 * HOUR)).toBe(-1);
  });
});
