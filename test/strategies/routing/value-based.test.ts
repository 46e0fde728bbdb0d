import { describe, expect, it } from "vitest";
import { valueBased } from "../../../src/strategies/routing/value-based.ts";
import { agentFor, contactFor } from "./fake-view.ts";

const group = { skills: { 0: {}, 1: {} } };
const take = (contacts: Parameters<typeof contactFor>[1]["contacts"]) =>
  contactFor(valueBased, { groups: [group], agents: [{ group: 0 }], contacts: contacts ?? [] });

describe("value-based routing", () => {
  it("takes the most valuable customer, in one queue and between queues", () => {
    for (const type of [0, 1])
      expect(
        take([
          { type: 0, since: 1, value: 10 },
          { type, since: 2, value: 900 },
          { type: 0, since: 3, value: -20 },
        ]),
      ).toBe(1);
  });

  it("takes whoever waits longest of equal worth", () => {
    for (const type of [0, 1])
      expect(
        take([
          { type: 0, since: 2, value: 10 },
          { type, since: 1, value: 10 },
        ]),
      ).toBe(1);
  });

  it("keeps value within the priority class, and deferred work behind live", () => {
    expect(
      take([
        { type: 0, since: 1, value: 900, priority: 2 },
        { type: 1, since: 2, value: 0 },
      ]),
    ).toBe(1);
    expect(
      take([
        { type: 0, since: 1, value: 900, live: false },
        { type: 1, since: 2, value: 0 },
      ]),
    ).toBe(1);
  });

  it("gives an arriving contact to the longest idle", () => {
    const agents = [
      { group: 0, since: 7 },
      { group: 0, since: 3 },
    ];
    expect(agentFor(valueBased, { groups: [group], agents, contacts: [{ type: 0, value: 5 }] })).toBe(1);
  });
});
