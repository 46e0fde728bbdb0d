import { describe, expect, it } from "vitest";
import { NONE } from "../../../src/strategies/index.ts";
import { earliestDeadline } from "../../../src/strategies/routing/earliest-deadline.ts";
import { agentFor, contactFor } from "./fake-view.ts";

const group = { skills: { 0: {}, 1: {} } };

describe("earliest deadline first", () => {
  it("takes what was promised soonest: whoever came first, whatever the class, live or not", () => {
    const contacts = [
      { type: 0, since: 1, deadline: 50, priority: 1 },
      { type: 1, since: 2, deadline: 40, priority: 2, live: false },
      { type: 0, since: 3, deadline: 45 },
    ];
    expect(contactFor(earliestDeadline, { groups: [group], agents: [{ group: 0 }], contacts })).toBe(1);
    expect(contactFor(earliestDeadline, { groups: [{ skills: { 0: {} } }], agents: [{ group: 0 }], contacts })).toBe(2);
  });

  it("parts equal deadlines by class", () => {
    const contacts = [
      { type: 0, since: 1, deadline: 50, priority: 2 },
      { type: 1, since: 2, deadline: 50, priority: 1 },
    ];
    expect(contactFor(earliestDeadline, { groups: [group], agents: [{ group: 0 }], contacts })).toBe(1);
  });

  it("interrupts nobody, and gives a contact to the longest idle", () => {
    const agents = [
      { group: 0, load: 1, servesClass: 9 },
      { group: 0, since: 4 },
      { group: 0, since: 3 },
    ];
    const contacts = [{ type: 0, preempts: true }];
    expect(agentFor(earliestDeadline, { groups: [group], agents, contacts })).toBe(2);
    expect(agentFor(earliestDeadline, { groups: [group], agents: agents.slice(0, 1), contacts })).toBe(NONE);
  });
});
