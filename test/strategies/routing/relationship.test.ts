import { describe, expect, it } from "vitest";
import { makePolicy, NONE } from "../../../src/strategies/index.ts";
import { agentFor, contactFor, fakeView, type FakeCentre } from "./fake-view.ts";

const relationship = makePolicy({ policy: "relationship", params: { waitLimit: 60 } }, { groups: [], channels: [], topics: [] });
const PHONE = 0;
const CHAT = 1;
const group = { skills: { [PHONE]: {}, [CHAT]: {} } };
const KNOWN = 0;
const OTHER = 1;

function centre(
  now: number,
  known: object = { load: 1 },
  contacts: FakeCentre["contacts"] = [{ type: PHONE, since: 0, lastAgent: KNOWN }],
) {
  return { now, groups: [group], agents: [{ group: 0, since: 9, ...known }, { group: 0 }], contacts };
}
const again = (now: number, known?: object) => relationship.askAgainAfter?.(fakeView(centre(now, known), relationship), 0);

describe("relationship routing", () => {
  it("gives a contact to the agent who served the case last, if free", () => {
    expect(agentFor(relationship, centre(0, {}))).toBe(KNOWN);
  });

  it("lets it wait for that agent while busy, though another is free, up to the limit", () => {
    expect([0, 59, 60].map((now) => agentFor(relationship, centre(now)))).toEqual([NONE, NONE, OTHER]);
  });

  it("asks again when the limit is reached, and not after it", () => {
    expect([again(0), again(45), again(60)]).toEqual([60, 15, Number.POSITIVE_INFINITY]);
  });

  it("does not wait for an agent who has gone home", () => {
    expect([agentFor(relationship, centre(0, { off: true })), again(0, { off: true })]).toEqual([OTHER, Number.POSITIVE_INFINITY]);
  });

  it("does not wait for an agent who lacks the skill for this contact", () => {
    const agents = [{ group: 1, load: 1 }, { group: 0 }];
    expect(agentFor(relationship, { ...centre(0), groups: [group, { skills: { [CHAT]: {} } }], agents })).toBe(1);
  });

  it("gives a contact that nobody knows to the longest idle", () => {
    expect(agentFor(relationship, centre(0, {}, [{ type: PHONE }]))).toBe(OTHER);
  });

  it("keeps others from taking it before the limit, and lets them take what waits behind", () => {
    const contacts = [
      { type: PHONE, since: 0, lastAgent: KNOWN },
      { type: PHONE, since: 5 },
    ];
    expect(contactFor(relationship, centre(50, { load: 1 }, contacts), OTHER)).toBe(1);
    expect(contactFor(relationship, centre(50, { load: 1 }, contacts.slice(0, 1)), OTHER)).toBe(NONE);
    expect(contactFor(relationship, centre(60, { load: 1 }, contacts), OTHER)).toBe(0);
  });

  it("gives a freed agent the own contact before those who wait longer", () => {
    const contacts = [
      { type: PHONE, since: 0 },
      { type: CHAT, since: 1 },
      { type: PHONE, since: 5 },
      { type: PHONE, since: 6, lastAgent: KNOWN },
    ];
    expect(contactFor(relationship, centre(50, {}, contacts), KNOWN)).toBe(3);
    expect(contactFor(relationship, centre(50, {}, contacts.slice(0, 3)), KNOWN)).toBe(0);
  });

  it("puts the priority class before the relationship, in one queue and between queues", () => {
    const own = { type: PHONE, since: 0, lastAgent: KNOWN, priority: 2 };
    expect([PHONE, CHAT].map((type) => contactFor(relationship, centre(50, {}, [own, { type, since: 5 }]), KNOWN))).toEqual([1, 1]);
  });

  it("treats an own contact beyond the limit as any other", () => {
    const contacts = [
      { type: CHAT, since: 0 },
      { type: PHONE, since: 1, lastAgent: KNOWN },
    ];
    expect(contactFor(relationship, centre(61, {}, contacts), KNOWN)).toBe(0);
  });
});
