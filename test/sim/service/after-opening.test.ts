/** Whoever means to contact at night comes after the opening, not in the second at which it opens. */

import { describe, expect, it } from "vitest";
import { planOf, type Written } from "../../support/runs.ts";
import { tracedLife } from "../../support/worlds.ts";
import { centre } from "./centre.ts";
import { ENDLESS, minutes } from "./story.ts";

const DAY = 86_400;
const OPENS = 8 * 3600;
const hours = { "mon-sun": "08:00-18:00" };

/** Callers in the afternoon who, if they are not helped, mean to try again 14 hours later: in the night. */
function callers(afterOpening?: { deterministic: "0s" }): Written {
  return centre({
    horizon: "60d",
    channels: { phone: { kind: "live", can: ["serve"], hours } },
    service: {
      firstContactResolution: 0.3,
      handling: { phone: minutes(1) },
      patience: { phone: ENDLESS },
      recontact: { givesUp: 0, after: { deterministic: "14h" }, ...(afterOpening === undefined ? {} : { afterOpening }) },
      groups: { desk: { agents: 50, home: ["phone"] } },
      arrivals: { calls: { channel: "phone", rates: { "mon-sun": { "16:00-17:00": "60/h" } } } },
    },
    strategies: { multichannel: {} },
  });
}

/** Seconds after the opening of all repeat contacts. */
function repeatsAfterOpening(written: Written): number[] {
  return tracedLife(planOf(written), ["recontacts"]).counts.map(({ time }) => (time % DAY) - OPENS);
}

describe("a repeat contact that is meant for the night", () => {
  const found = repeatsAfterOpening(callers());

  it("comes half an hour after the opening on average, exponentially", () => {
    const first = found.filter((seconds) => seconds < 7200);
    expect(first.length).toBeGreaterThan(1000);
    const mean = found.reduce((sum, seconds) => sum + seconds, 0) / found.length;
    expect(new Set(found).size).toBeGreaterThan(found.length * 0.99);
    expect(Math.abs(mean - 1800)).toBeLessThan(3 * (1800 / Math.sqrt(found.length)));
  });

  it("comes in the instant of the opening if the scenario says so", () => {
    expect(new Set(repeatsAfterOpening(callers({ deterministic: "0s" })))).toEqual(new Set([0]));
  });
});

describe("a customer's problem that is noticed at night", () => {
  const written: Written = {
    history: "0s",
    horizon: "30d",
    channels: {
      shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } },
      phone: { kind: "live", can: ["serve"], hours },
    },
    segments: { people: { size: 400, alreadyCustomers: 1 } },
    needs: { r: 4, alpha: "8w", a: 0, timeBetweenVisits: { deterministic: "0s" }, activeHours: "always" },
    offer: {},
    service: {
      problems: 1,
      timeToProblem: { exponential: { mean: "12h" } },
      firstContactResolution: 1,
      groups: { desk: { agents: 50, home: ["phone"] } },
    },
    strategies: { multichannel: {} },
  };

  it("is brought up while the phone is open, mostly not at the very opening", () => {
    const times = tracedLife(planOf(written), ["contactsOffered"]).counts.map(({ time }) => (time % DAY) - OPENS);
    expect(times.length).toBeGreaterThan(500);
    expect(times.every((seconds) => seconds >= 0 && seconds < 10 * 3600)).toBe(true);
    expect(times.filter((seconds) => seconds < 1).length).toBeLessThan(times.length / 100);
    // Fourteen of 24 hours are closed: the first hour has most of them.
    expect(times.filter((seconds) => seconds < 3600).length).toBeGreaterThan(times.length / 3);
  });
});
