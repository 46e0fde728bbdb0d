/** Channels that are down: what shoppers do, what the service lives, what is told of it. */

import { describe, expect, it } from "vitest";
import { type CounterName, kpiById, sumScope } from "../../../src/kpi/index.ts";
import { replicate } from "../../../src/sim/index.ts";
import { onlyOne, outcomesOf, planOf, shapeOf, sumsOf, type Written } from "../../support/runs.ts";

const WEEK = 604_800;
type Outages = NonNullable<NonNullable<Written["channels"]>[string]["outages"]>;

/** A website and a shop that never close; every visit without order is the last one, so visits are needs. */
function twoChannels(outages: Outages, goesOn = 0): Written {
  const channel = { can: ["inform", "sell"] as ("inform" | "sell")[], conversion: { new: 0.3, returning: 0.3 } };
  return {
    horizon: "10w",
    segments: { people: { size: 300, alreadyCustomers: 1 } },
    channels: { web: { kind: "self-service", ...channel, outages }, shop: { kind: "in-person", ...channel } },
    needs: { r: 1000, alpha: "1000w", a: 0, goesOn, inertia: 0, timeBetweenVisits: { exponential: { mean: "6h" } }, activeHours: "always" },
    offer: { abandonment: 0 },
  };
}

function sums(written: Written, channel: number, replications = 1) {
  const plan = planOf(written);
  const outcomes = outcomesOf(plan, { replications });
  return (counter: CounterName) => outcomes.reduce((total, outcome) => total + sumsOf(plan, outcome, { channel })(counter), 0);
}

/** Down in the third and fourth week of ten. */
const planned = [{ at: "2w", for: "2w" }];

describe("a planned outage of two weeks in ten", () => {
  it("is told exactly as the share of opening time without the channel", () => {
    const web = sums(twoChannels({ planned }), 0);
    expect(web("openMs")).toBe(10 * WEEK * 1000);
    expect(web("downMs")).toBe(2 * WEEK * 1000);
    expect(sums(twoChannels({ planned }), 1)("downMs")).toBe(0);
  });

  it("counts only opening time, and what overlaps once", () => {
    const written = twoChannels({ planned: [...planned, { at: "3w", for: "1w" }] });
    const { web } = written.channels ?? {};
    if (web === undefined) throw new Error("no web");
    const halfDays = { ...written, channels: { ...written.channels, web: { ...web, hours: { "mon-sun": "00:00-12:00" } } } };
    expect(sums(halfDays, 0)("openMs")).toBe(5 * WEEK * 1000);
    expect(sums(halfDays, 0)("downMs")).toBe(WEEK * 1000);
  });

  it("makes visits in vain if nobody waits or goes elsewhere: about a fifth of those that the website would have had", () => {
    const web = sums(twoChannels({ planned, waits: 0, goesElsewhere: 0 }), 0);
    const usual = sums(twoChannels({}), 0);
    // Who has nothing to wait for has time for the next need a little earlier.
    expect((web("visits") + web("visitsFailed")) / usual("visits")).toBeCloseTo(1, 1);
    const share = web("visitsFailed") / usual("visits");
    expect(Math.abs(share - 0.2)).toBeLessThan(3 * Math.sqrt((0.2 * 0.8) / usual("visits")));
    expect(web("orders")).toBeLessThan(0.85 * usual("orders"));
  });

  it("loses no visit if all wait: they come when it works again", () => {
    const web = sums(twoChannels({ planned, waits: 1 }), 0);
    expect(web("visitsFailed")).toBe(0);
    const plan = planOf(twoChannels({ planned, waits: 1 }));
    const outcome = onlyOne(outcomesOf(plan));
    // The first month ends on day 30.4, a little after the outage.
    expect(sumsOf(plan, outcome, { channel: 0, toMonth: 1 })("visits")).toBeGreaterThan(
      0.9 * sumsOf(plan, outcome, { channel: 0, fromMonth: 1, toMonth: 2 })("visits"),
    );
  });

  it("sends all to the shop if nobody waits and all go elsewhere", () => {
    const written = twoChannels({ planned, waits: 0, goesElsewhere: 1 });
    const [web, shop] = [sums(written, 0), sums(written, 1)];
    const [usualWeb, usualShop] = [sums(twoChannels({}), 0), sums(twoChannels({}), 1)];
    expect(web("visitsFailed")).toBe(0);
    expect((web("visits") + shop("visits")) / (usualWeb("visits") + usualShop("visits"))).toBeCloseTo(1, 1);
    expect(shop("visits")).toBeGreaterThan(1.15 * usualShop("visits"));
  });
});

describe("failures at random", () => {
  const failures = { up: "3d", down: "1d" };

  it("keep the channel down for mean down / (mean up + mean down) of the time", () => {
    const runs = 40;
    const plan = planOf({ ...twoChannels({ failures }), segments: { people: { size: 1 } }, horizon: "52w" });
    const shares = outcomesOf(plan, { replications: runs }).map((outcome) => {
      const of = sumsOf(plan, outcome, { channel: 0 });
      return of("downMs") / of("openMs");
    });
    const mean = shares.reduce((a, b) => a + b, 0) / runs;
    const sd = Math.sqrt(shares.reduce((total, one) => total + (one - mean) * (one - mean), 0) / (runs - 1));
    expect(Math.abs(mean - 0.25)).toBeLessThan((3 * sd) / Math.sqrt(runs));
    expect(sd).toBeGreaterThan(0.005);
  });

  it("are the same under every strategy, and in every way of running", () => {
    const written = twoChannels({ failures }, 0.5);
    const withService: Written = {
      ...written,
      segments: { people: { size: 60, alreadyCustomers: 1 } },
      channels: { ...written.channels, phone: { kind: "live", can: ["serve"], outages: { failures: { up: "1d", down: "6h" } } } },
      experience: {},
      service: { problems: 0.5, topics: { question: {} }, groups: { team: { agents: 2, home: ["phone"] } } },
      history: "3w",
      strategies: { multichannel: {}, omnichannel: {} },
    };
    const plan = planOf(withService);
    const strategies = ["multichannel", "omnichannel"];
    const ahead = replicate({ plan, strategies, replication: 0, executor: "compiled" });
    expect(replicate({ plan, strategies, replication: 0, executor: "compiled", runAhead: false })).toEqual(ahead);
    expect(replicate({ plan, strategies, replication: 0, executor: "reference" })).toEqual(ahead);
    const down = ahead.map((outcome) => sumsOf(plan, outcome, { channel: 0 })("downMs"));
    expect(down[0]).toBe(down[1]);
    const phone = sumsOf(plan, ahead[0] ?? onlyOne([]), { channel: 2 });
    expect(phone("downMs")).toBeGreaterThan(0);
    expect(phone("contactsBlocked") + phone("contactsDisconnected")).toBeGreaterThan(0);
  });
});

it("downtime is told of channels that the strategy offers, by channel and over all", () => {
  const plan = planOf(twoChannels({ planned }));
  const ledgers = outcomesOf(plan).map(({ ledger }) => ledger);
  const scope = { fromMonth: 0, toMonth: plan.calendar.ends.length, isPeriod: false, years: [] };
  const value = (channel?: number) =>
    kpiById("downtime")?.value(sumScope(shapeOf(plan), ledgers, channel === undefined ? scope : { ...scope, channel }).slice(null));
  expect(value(0)).toBeCloseTo(0.2, 12);
  expect(value(1)).toBe(0);
  expect(value()).toBeCloseTo(0.1, 12);
});
