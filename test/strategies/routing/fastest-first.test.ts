import { describe, expect, it } from "vitest";
import { makePolicy } from "../../../src/strategies/index.ts";
import { agentFor, contactFor } from "./fake-view.ts";

const names = { groups: [], channels: [], topics: [] };
const fastest = makePolicy({ policy: "fastest-first" }, names);
const slowest = makePolicy({ policy: "fastest-first", params: { order: "slowest" } }, names);

// The inverted V: one type, a fast and a slow pool.
const groups = [{ skills: { 0: { speed: 1 } } }, { skills: { 0: { speed: 2 } } }, { skills: { 0: { speed: 2 } } }];
const agents = [
  { group: 0, since: 5 },
  { group: 1, since: 9 },
  { group: 2, since: 8 },
  { group: 0, since: 4 },
];

describe("fastest server first", () => {
  it("gives a contact to the fastest who is free, of equals to the longest idle", () => {
    expect(agentFor(fastest, { groups, agents, contacts: [{ type: 0 }] })).toBe(2);
  });

  it("or to the slowest, if so ordered", () => {
    expect(agentFor(slowest, { groups, agents, contacts: [{ type: 0 }] })).toBe(3);
  });

  it("looks at the speed in the contact's type", () => {
    const specialised = [{ skills: { 0: { speed: 2 }, 1: { speed: 0.5 } } }, { skills: { 0: { speed: 1 }, 1: { speed: 1 } } }];
    const two = [{ group: 0 }, { group: 1 }];
    expect([0, 1].map((type) => agentFor(fastest, { groups: specialised, agents: two, contacts: [{ type }] }))).toEqual([0, 1]);
  });

  it("gives a freed agent whoever waits longest, live before deferred, higher classes first", () => {
    const any = { groups: [{ skills: { 0: {}, 1: {}, 2: {} } }], agents: [{ group: 0 }] };
    const contacts = [
      { type: 0, since: 1, live: false },
      { type: 1, since: 3 },
      { type: 2, since: 2 },
    ];
    expect(contactFor(fastest, { ...any, contacts })).toBe(2);
    expect(contactFor(fastest, { ...any, contacts: [...contacts, { type: 0, since: 8, live: false, priority: 0 }] })).toBe(3);
  });
});
