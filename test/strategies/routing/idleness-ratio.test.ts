import { describe, expect, it } from "vitest";
import { makePolicy, NONE, type RoutingDefinition } from "../../../src/strategies/index.ts";
import { agentFor, contactFor, type FakeContact } from "./fake-view.ts";

const names = { groups: ["small", "large"], channels: ["phone", "chat", "email"], topics: ["any"] };
const policy = (params: Extract<RoutingDefinition, { policy: "idleness-ratio" }>["params"] = {}) =>
  makePolicy({ policy: "idleness-ratio", params }, names);

const group = { skills: { 0: {}, 1: {}, 2: {} } };
const people = (of: number, idle: number, busy: number) => [
  ...Array.from({ length: idle }, () => ({ group: of })),
  ...Array.from({ length: busy }, () => ({ group: of, load: 1 })),
];
const waiting = (type: number, count: number, more: Partial<FakeContact> = {}) =>
  Array.from({ length: count }, (_, k) => ({ type, since: 10 * type + k, ...more }));

describe("queue-and-idleness-ratio routing", () => {
  // Small: 2 of 4 idle. Large: 4 of 12 idle, so a third of all idle where its agents are three quarters.
  const agents = [...people(0, 2, 2), ...people(1, 4, 8)];
  const centre = { groups: [group, group], agents, contacts: [{ type: 0 }] };

  it("gives a contact to the group that is idle beyond its share of the agents at work", () => {
    expect(agentFor(policy(), centre)).toBe(0);
  });

  it("or beyond the share it is meant to have", () => {
    expect(agentFor(policy({ groups: { small: 9 } }), centre)).toBe(4);
  });

  it("passes over a group that has nobody free, though it is due", () => {
    const chats = { groups: [{ ...group, atOnce: 2 }, group], agents: [...people(0, 0, 2), ...people(1, 1, 0)], contacts: [{ type: 0 }] };
    expect(agentFor(policy({ groups: { large: 0 } }), chats)).toBe(2);
    expect(agentFor(policy(), { ...centre, agents: people(0, 0, 2) })).toBe(NONE);
  });

  const one = { groups: [group], agents: [{ group: 0 }] };

  it("gives a freed agent the head of the longest queue", () => {
    expect(contactFor(policy(), { ...one, contacts: [...waiting(0, 2), ...waiting(1, 3)] })).toBe(2);
  });

  it("or of the queue that exceeds its target share most", () => {
    // Three quarters of five are meant to wait in chat: 3 < 3.75, and 2 > 1.25.
    expect(contactFor(policy({ channels: { chat: 3 } }), { ...one, contacts: [...waiting(0, 2), ...waiting(1, 3)] })).toBe(0);
  });

  it("compares queues as urgent as each other only: a pile of e-mail does not distort the shares of calls and chats", () => {
    const toChat = policy({ channels: { chat: 3 } });
    const email = waiting(2, 50, { live: false });
    // Of five, 1.25 are meant to wait on the phone and 3.75 in chat.
    expect(contactFor(toChat, { ...one, contacts: [...waiting(0, 1), ...waiting(1, 4), ...email] })).toBe(1);
    expect(contactFor(toChat, { ...one, contacts: email })).toBe(0);
  });

  it("serves the higher class first, however short its queue", () => {
    expect(contactFor(policy(), { ...one, contacts: [...waiting(0, 4, { priority: 2 }), ...waiting(1, 1)] })).toBe(4);
  });
});
