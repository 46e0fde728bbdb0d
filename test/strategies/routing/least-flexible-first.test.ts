import { describe, expect, it } from "vitest";
import { leastFlexibleFirst } from "../../../src/strategies/routing/least-flexible-first.ts";
import { agentFor, contactFor } from "./fake-view.ts";

const generalists = { skills: { 0: {}, 1: {}, 2: {} } };
const pairs = { skills: { 0: {}, 1: {} } };
const otherPairs = { skills: { 0: {}, 2: {} } };

describe("least flexible first", () => {
  it("spares who can do more, of equals it takes the longest idle", () => {
    const agents = [
      { group: 0, since: 0 },
      { group: 1, since: 9 },
      { group: 2, since: 8 },
    ];
    const groups = [generalists, pairs, otherPairs];
    expect([0, 1].map((type) => agentFor(leastFlexibleFirst, { groups, agents, contacts: [{ type }] }))).toEqual([2, 1]);
    expect(agentFor(leastFlexibleFirst, { groups, agents: agents.slice(0, 1), contacts: [{ type: 0 }] })).toBe(0);
  });

  it("gives a freed agent the highest class, then whoever waits longest", () => {
    const contacts = [
      { type: 0, since: 3 },
      { type: 1, since: 2 },
      { type: 2, since: 9, priority: 0 },
    ];
    expect(contactFor(leastFlexibleFirst, { groups: [pairs], agents: [{ group: 0 }], contacts })).toBe(1);
    expect(contactFor(leastFlexibleFirst, { groups: [generalists], agents: [{ group: 0 }], contacts })).toBe(2);
  });
});
