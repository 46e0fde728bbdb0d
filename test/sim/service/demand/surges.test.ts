/** Surges: batches on top of a stream. */

import { describe, expect, it } from "vitest";
import { CONTACTS_PER_CASE } from "../../../../src/sim/purposes.ts";
import { constantRate, DAY, hostAfter, HOUR, WEEK } from "./host.ts";
import { expectNear, expectUniform } from "./judge.ts";

const NOBODY = constantRate(0);

describe("a surge", () => {
  it("without a spread comes all at once", () => {
    const host = hostAfter(WEEK, { arrivals: [NOBODY], surges: [{ stream: 0, at: 3 * DAY, contacts: 200, over: 0 }] });
    expect(host.times()).toEqual(Array.from({ length: 200 }, () => 3 * DAY));
    expect(host.core.events.size).toBe(0);
  });

  it("over a while comes at independent uniform times, exactly so many", () => {
    const host = hostAfter(WEEK, { arrivals: [NOBODY], surges: [{ stream: 0, at: DAY, contacts: 2000, over: 600 }] });
    expect(host.contacts.length).toBe(2000);
    expect(host.times()).toEqual(host.times().toSorted((a, b) => a - b));
    expectUniform(
      "surge",
      host.times().map((t) => (t - DAY) / 600),
    );
    expect(new Set(host.contacts.map((c) => c.caller))).toEqual(new Set([-1]));
  });

  it("leaves the luck, the numbers and the limit of its stream alone", () => {
    const stream = { arrivals: constantRate(0.01), limit: 50 };
    const without = hostAfter(DAY, { arrivals: [stream] });
    const surges = [
      { stream: 0, at: 100, contacts: 30, over: 1000 },
      { stream: 0, at: 100, contacts: 40, over: 500 },
    ];
    const host = hostAfter(DAY, { arrivals: [stream], surges });
    expect(without.contacts.length).toBe(50);
    expect(host.contacts.length).toBe(120);
    const own = new Set(without.contacts.map((c) => `${c.time} ${c.number}`));
    expect(host.contacts.filter((c) => own.has(`${c.time} ${c.number}`)).length).toBe(50);
    const numbers = host.contacts.map((c) => c.number);
    expect(new Set(numbers).size).toBe(120);
    expect(Math.max(...numbers) * CONTACTS_PER_CASE).toBeLessThan(0x1_0000_0000);
  });

  it("grows with the load, in its mean exactly", () => {
    const surges = Array.from({ length: 2000 }, (_, i) => ({ stream: 0, at: i * HOUR, contacts: 3, over: 600 }));
    const sizes = new Float64Array(2000);
    for (const t of hostAfter(2000 * HOUR, { arrivals: [NOBODY], surges, load: 1.5 }).times()) sizes[Math.floor(t / HOUR)]! += 1;
    expect(new Set(sizes)).toEqual(new Set([4, 5]));
    expectNear("contacts", sizes.reduce((a, b) => a + b) / 2000, 4.5, Math.sqrt(0.25 / 2000));
    expect(hostAfter(WEEK, { arrivals: [NOBODY], surges, load: 0 }).core.events.size).toBe(0);
  });

  it("of more contacts than can be told apart is refused", () => {
    const surges = [{ stream: 0, at: 0, contacts: 65_536, over: 0 }];
    const tooMany = () => hostAfter(0, { arrivals: [{ arrivals: NOBODY, name: "calls" }], surges, load: 1100 });
    expect(tooMany).toThrow("service.arrivals.calls.surges: 72089600 contacts in a surge are too many.");
  });
});
