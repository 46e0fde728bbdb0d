/** The life of a contact, sentence by sentence. */

import { describe, expect, it } from "vitest";
import { actorKind, BEGIN } from "../../../src/sim/core/index.ts";
import type { Plan } from "../../../src/sim/index.ts";
import { retailer } from "../../support/retail.ts";
import { planOf } from "../../support/runs.ts";
import { liveThrough, tracedLife } from "../../support/worlds.ts";
import { centre } from "./centre.ts";

const HOUR = 3600;

/** What happened to each row of contacts, one letter an event: Arrives, Calls out, aNswered, Handled, Withdrawn, Timer. */
function lives(plan: Plan, strategy: string): string[] {
  const letters: Record<string, string> = { ARRIVE: "A", CALL_OUT: "C", ANSWERED: "N", HANDLED: "H", WITHDRAW: "W" };
  const rows: string[] = [];
  liveThrough(plan, {
    strategy,
    watch: ({ core, contactJourney }) => {
      const codes = Object.entries(contactJourney?.eventCodes ?? {});
      const letterOf = new Map(codes.map(([name, code]) => [code, letters[name] ?? "?"]));
      const note = core.note.bind(core);
      core.note = (kind, entity, what) => {
        if (kind === actorKind.contact) rows[entity] = (rows[entity] ?? "") + (letterOf.get(what & ~BEGIN) ?? "T");
        note(kind, entity, what);
      };
    },
  });
  return rows;
}

describe("a contact", () => {
  const plan = planOf(retailer());

  it.each(["multichannel", "omnichannel", "single-channel"])(
    "under %s is answered and handled, given up, or withdrawn, and nothing after that",
    (strategy) => {
      const rows = lives(plan, strategy);
      const all = rows.join("");
      expect(all.length).toBeGreaterThan(1000);
      expect(all.includes("NH") && all.includes("AT")).toBe(true);
      // One word a contact: whoever has hung up (T without N) is never answered, and a row is used again only after its end.
      for (const row of rows) expect(row).toMatch(/^(A(NH|T)|C(NH|W))*(A|AN|C|CN)?$/);
    },
  );

  it("is given up exactly when its patience ends, and waits no longer than that before an answer", () => {
    const busy = planOf(centre({ service: { arrivals: { calls: { channel: "phone", rate: "10/h" } } } }));
    const { counts } = tracedLife(busy, ["contactsAbandoned", "contactsAnswered", "waitMs"]);
    const waits = counts.filter(({ counter }) => counter === "waitMs").map(({ amount }) => amount);
    const abandoned = counts.filter(({ counter }) => counter === "contactsAbandoned").length;
    expect(abandoned).toBeGreaterThan(100);
    expect(waits.filter((wait) => wait === 300_000)).toHaveLength(abandoned);
    expect(Math.max(...waits)).toBe(300_000);
  });
});

describe("agents", () => {
  const office = { "mon-fri": "09:00-17:00" };
  const plan = planOf(
    centre({
      service: {
        patience: { phone: { deterministic: "3d" } },
        groups: { phone: { agents: 2, hours: office, home: ["phone"] }, chat: { agents: 1, home: ["chat"] } },
        arrivals: { calls: { channel: "phone", rate: "20/h" } },
      },
    }),
  );
  const { counts } = tracedLife(plan, ["contactsAnswered", "contactsHandled"]);
  const hourOfDay = (time: number) => (time % (24 * HOUR)) / HOUR;

  it("answer nobody outside their hours", () => {
    const answered = counts.filter(({ counter }) => counter === "contactsAnswered");
    expect(answered.length).toBeGreaterThan(300);
    for (const { time } of answered) {
      expect(Math.floor(time / (24 * HOUR)) % 7).toBeLessThan(5);
      expect(hourOfDay(time)).toBeGreaterThanOrEqual(9);
      expect(hourOfDay(time)).toBeLessThan(17);
    }
  });

  it("finish what they began before they go", () => {
    const after = counts.filter(({ counter, time }) => counter === "contactsHandled" && hourOfDay(time) >= 17);
    expect(after.length).toBeGreaterThan(3);
    expect(Math.max(...after.map(({ time }) => hourOfDay(time)))).toBeLessThanOrEqual(17 + 1 / 6);
  });
});

describe("a channel with hours", () => {
  it("is not called while it is closed", () => {
    const plan = planOf(
      centre({
        channels: { phone: { kind: "live", can: ["serve"], hours: { "mon-sun": "09:00-12:00" } }, chat: { kind: "live", can: ["serve"] } },
        service: { arrivals: { calls: { channel: "phone", rate: "20/h" } } },
      }),
    );
    const hours = tracedLife(plan, ["contactsOffered"]).counts.map(({ time }) => (time % (24 * HOUR)) / HOUR);
    expect(hours.length).toBeGreaterThan(300);
    expect(hours.every((hour) => hour >= 9 && hour < 12)).toBe(true);
  });
});

describe("whoever waits", () => {
  it("is served first come first served in each channel under siloed routing", () => {
    const plan = planOf(
      centre({ service: { patience: { phone: { deterministic: "1000y" } }, arrivals: { calls: { channel: "phone", rate: "5.5/h" } } } }),
    );
    const { counts } = tracedLife(plan, ["contactsOffered", "waitMs"]);
    const arrivals = counts.filter(({ counter }) => counter === "contactsOffered").map(({ time }) => time);
    const began = counts.filter(({ counter }) => counter === "waitMs").map(({ time, amount }) => time - amount / 1000);
    expect(began.length).toBeGreaterThan(500);
    for (const [n, arrival] of began.entries()) expect(Math.abs(arrival - (arrivals[n] ?? Number.NaN))).toBeLessThan(0.001);
  });
});

describe("the luck of a contact", () => {
  it("does not depend on how many agents there are: same arrivals, same patience", () => {
    const patienceByArrival = (agents: number) => {
      const plan = planOf(
        centre({
          service: {
            patience: { phone: { exponential: { mean: "5m" } } },
            groups: { phone: { agents, home: ["phone"] }, chat: { agents: 1, home: ["chat"] } },
            arrivals: { calls: { channel: "phone", rate: "60/h" } },
          },
        }),
      );
      const { counts } = tracedLife(plan, ["contactsOffered", "contactsAbandoned", "waitMs"]);
      const abandoned = new Map<number, number>();
      for (const [n, { counter, time }] of counts.entries()) {
        const wait = counts[n + 1]?.amount ?? Number.NaN;
        if (counter === "contactsAbandoned") abandoned.set(Math.round(time * 1000) - wait, wait);
      }
      return { arrivals: counts.filter(({ counter }) => counter === "contactsOffered").map(({ time }) => time), abandoned };
    };
    const few = patienceByArrival(4);
    const more = patienceByArrival(5);
    expect(more.arrivals).toEqual(few.arrivals);
    expect(more.abandoned.size).toBeLessThan(few.abandoned.size);
    const both = [...more.abandoned].filter(([arrival]) => few.abandoned.has(arrival));
    expect(both.length).toBeGreaterThan(100);
    for (const [arrival, wait] of both) expect(few.abandoned.get(arrival)).toBe(wait);
  });
});
