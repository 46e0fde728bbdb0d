/** The policy of examples/routing, which the how-to explains. */

import { describe, expect, it } from "vitest";
import { policy } from "../../../examples/routing/promise-used-up.ts";
import { NONE } from "../../../src/strategies/index.ts";
import { agentFor, contactFor, fakeView, type FakeCentre } from "./fake-view.ts";

const PHONE = 0;
const EMAIL = 1;
const phoneDesk = { skills: { [PHONE]: {}, [EMAIL]: {} }, home: [PHONE] };
const emailDesk = { skills: { [PHONE]: {}, [EMAIL]: {} }, home: [EMAIL] };
const call = { type: PHONE, since: 100, deadline: 120 };
const letter = { type: EMAIL, since: 0, deadline: 1000 };
const centre = (now: number, more: Partial<FakeCentre> = {}): FakeCentre => ({
  now,
  groups: [emailDesk, phoneDesk],
  agents: [{ group: 0 }, { group: 1 }],
  contacts: [call, letter],
  ...more,
});

describe("the example of a routing policy of one's own", () => {
  it("takes whoever has used up the largest share of the promised time", () => {
    const both = { groups: [{ ...phoneDesk, home: [PHONE, EMAIL] }], agents: [{ group: 0 }] };
    expect([101, 110].map((now) => contactFor(policy, centre(now, both)))).toEqual([1, 0]);
  });

  it("gives a contact to its own desk, and to another once half of the time is gone", () => {
    expect(agentFor(policy, centre(100))).toBe(1);
    const deskBusy = { agents: [{ group: 0 }, { group: 1, load: 1 }] };
    expect([109, 110].map((now) => agentFor(policy, centre(now, deskBusy)))).toEqual([NONE, 0]);
    expect([109, 110].map((now) => contactFor(policy, centre(now, { contacts: [call] })))).toEqual([NONE, 0]);
  });

  it("is asked again when the others may help, and not after that", () => {
    const again = (now: number) => policy.askAgainAfter?.(fakeView(centre(now), policy), 0);
    expect([100, 107, 110].map(again)).toEqual([10, 3, Number.POSITIVE_INFINITY]);
  });
});
