/** One line in three orders of service: the same mean wait, and each its own spread. */

import { expect, it } from "vitest";
import { waitBinEdges } from "../../../src/kpi/index.ts";
import type { OrderOfService } from "../../../src/strategies/routing/one-queue.ts";
import { ENDLESS } from "../../support/contact-centre.ts";
import { erlangB } from "../../support/erlang-b.ts";
import { abandoning, meanWait, MINUTE } from "../contact-centre/cases/common.ts";
import type { Figures, Which } from "../contact-centre/figures.ts";
import { agrees, type Centre, describe, type Exact, exponential, perMinute, phone } from "./family.ts";
import { lineFigures } from "./line.ts";
import { answeredWithin, meanSquare, type TaggedCustomer, taggedCustomer } from "./tagged.ts";

const orders: readonly OrderOfService[] = ["first-come", "last-come", "random"];
const by = (order: OrderOfService): NonNullable<Centre["routing"]> => ({ "one-queue": { order } });

/** How many times the mean square of the waits is that of first come first served, in M/M/c: Riordan 1961; Kingman 1962. */
function spread(order: OrderOfService, load: number): number {
  if (order === "first-come") return 1;
  return order === "random" ? 2 / (2 - load) : 1 / (1 - load);
}

/** Mean square of all waits, min²: from bins 3 % wide at most, whose middle is off by less than 0.02 % of the square. */
function squaredWait(f: Figures): number {
  const waits = f.waits();
  let sum = 0;
  let count = 0;
  for (const [bin, contacts] of waits.entries()) {
    if (contacts === 0) continue;
    const middle = bin === 0 ? 0 : ((waitBinEdges[bin] as number) + (waitBinEdges[bin + 1] as number)) / 2 / MINUTE;
    sum += contacts * middle * middle;
    count += contacts;
  }
  return sum / count;
}

/** Shares of those who joined that are answered within so many seconds. */
function answered(tagged: TaggedCustomer, thresholds: readonly number[], which?: Which): Exact[] {
  return thresholds.map((seconds) => ({
    what: `${which?.channel ?? "all"} answered within ${seconds} s`,
    value: (f) => f.within("answered", seconds, which) / f.contacts("joined", which),
    exact: answeredWithin(tagged, seconds / MINUTE),
  }));
}

describe("a customer followed through the queue", () => {
  it.each(orders)("waits with the mean square of the closed form, %s", (order) => {
    // Of who has to wait in M/M/1, λ = 0.5, μ = 1: 2 / (μ − λ)² where the first come are served first.
    const tagged = taggedCustomer({ order, rate: 0.5, service: 1, agents: 1 });
    expect(meanSquare(tagged, { step: 0.1, until: 250 }) / (8 * spread(order, 0.5))).toBeCloseTo(1, 3);
  });
});

describe("two agents who are busy for 60 %", () => {
  const line = { rate: 1.2, service: 1, agents: 2 };
  const lost = erlangB(2, 1.2);
  const delay = lost / (1 - 0.6 * (1 - lost));
  for (const order of orders) {
    agrees(`${order}: the same mean wait, a spread of its own`, { service: phone(line), routing: by(order), horizon: "9d" }, () => [
      { what: "wait", value: (f) => meanWait(f) / MINUTE, exact: delay / 0.8 },
      // Long waits are few.
      { what: "mean square", value: squaredWait, exact: ((2 * delay) / 0.64) * spread(order, 0.6), precision: 0.03 },
      ...answered(taggedCustomer({ order, ...line }), [10, 60, 300]),
    ]);
  }
});

describe("calls and chats in one queue, three times as many chats, wait alike", () => {
  const line = { rate: 2.4, service: 1, agents: 3 };
  const both = {
    handling: { phone: exponential(1), chat: exponential(1) },
    patience: { phone: ENDLESS, chat: ENDLESS },
    groups: { agents: { agents: 3, home: ["phone", "chat"] } },
    arrivals: { calls: { channel: "phone", rate: perMinute(0.6) }, chats: { channel: "chat", rate: perMinute(1.8) } },
  };
  const live = { kind: "live" as const, can: ["serve" as const] };
  for (const order of ["last-come", "random"] as const) {
    agrees(`${order}, over both`, { service: both, channels: { phone: live, chat: live }, routing: by(order), horizon: "2d" }, () => {
      const tagged = taggedCustomer({ order, ...line });
      return ["phone", "chat"].flatMap((channel) => answered(tagged, [20, 120], { channel }));
    });
  }
});

describe("two agents and callers of little patience", () => {
  const line = { rate: 2.4, service: 1, agents: 2, leaving: 0.5 };
  const exact = lineFigures({ ...line, arrivals: () => line.rate, most: 80 });
  for (const order of orders) {
    agrees(
      `${order}: as many give up, others are answered soon`,
      { service: phone({ ...line, patience: exponential(2) }), routing: by(order), horizon: "1d" },
      () => [
        { what: "share that gives up", value: (f) => abandoning(f), exact: exact.abandoning },
        { what: "wait", value: (f) => meanWait(f) / MINUTE, exact: exact.wait },
        ...answered(taggedCustomer({ order, ...line }), [10, 45]),
      ],
    );
  }
});
