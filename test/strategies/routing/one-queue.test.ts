import { describe, expect, it } from "vitest";
import { NONE } from "../../../src/strategies/index.ts";
import { oneQueue } from "../../../src/strategies/routing/one-queue.ts";
import { agentFor, contactFor } from "./fake-view.ts";

const PHONE = 0;
const CHAT = 1;
const OUTBOUND = 2;
const all = { skills: { [PHONE]: {}, [CHAT]: {}, [OUTBOUND]: {} } };

describe("one queue", () => {
  it("gives a contact to the longest idle agent over all groups with the skill", () => {
    const agents = [
      { group: 0, since: 20 },
      { group: 1, since: 10 },
      { group: 2, since: 5 },
    ];
    const groups = [all, all, { skills: { [CHAT]: {} } }];
    expect(agentFor(oneQueue, { groups, agents, contacts: [{ type: PHONE }] })).toBe(1);
  });

  it("gives a chat to the agent with the fewest in hand, however long that has been so", () => {
    const agents = [
      { group: 0, load: 2, since: 0 },
      { group: 0, load: 1, since: 50 },
      { group: 1, load: 2, since: 10 },
    ];
    const chats = { ...all, atOnce: 3 };
    expect(agentFor(oneQueue, { groups: [chats, chats], agents, contacts: [{ type: CHAT }] })).toBe(1);
  });

  it("gives a freed agent whoever waits longest of all types", () => {
    const contacts = [
      { type: PHONE, since: 3 },
      { type: CHAT, since: 2 },
    ];
    expect(contactFor(oneQueue, { groups: [all], agents: [{ group: 0 }], contacts })).toBe(1);
  });

  it("serves the higher class of a V-model first, whoever waits longer", () => {
    const contacts = [
      { type: PHONE, since: 1, priority: 2 },
      { type: CHAT, since: 9, priority: 1 },
    ];
    expect(contactFor(oneQueue, { groups: [all], agents: [{ group: 0 }], contacts })).toBe(1);
  });

  it("calls back when no customer waits in person", () => {
    const callback = { type: PHONE, since: 1, priority: 9 };
    const caller = { type: PHONE, since: 2 };
    expect(contactFor(oneQueue, { groups: [all], agents: [{ group: 0 }], contacts: [callback, caller] })).toBe(1);
    expect(contactFor(oneQueue, { groups: [all], agents: [{ group: 0 }], contacts: [callback] })).toBe(0);
  });

  describe("blending outbound with inbound work", () => {
    const outbound = { type: OUTBOUND, since: 0, live: false };

    it("takes outbound work when nobody waits live", () => {
      expect(contactFor(oneQueue, { groups: [all], agents: [{ group: 0 }], contacts: [outbound, { type: PHONE, since: 9 }] })).toBe(1);
      expect(contactFor(oneQueue, { groups: [all], agents: [{ group: 0 }], contacts: [outbound] })).toBe(0);
    });

    it("keeps the reserve idle for inbound calls", () => {
      const two = { groups: [all], agents: [{ group: 0 }, { group: 0 }], contacts: [outbound, { type: PHONE }] };
      const reserve = (count: number) => ({ ...two, reserve: [0, 0, count] });
      expect([agentFor(oneQueue, reserve(1)), agentFor(oneQueue, reserve(2))]).toEqual([0, NONE]);
      expect(agentFor(oneQueue, reserve(2), 1)).toBe(0);
      const only = (count: number) => ({ ...reserve(count), contacts: [outbound] });
      expect([contactFor(oneQueue, only(1)), contactFor(oneQueue, only(2))]).toEqual([0, NONE]);
    });

    it("counts nobody with work in hand as reserve: room beside it is used", () => {
      const several = { groups: [{ ...all, atOnce: 2 }], agents: [{ group: 0 }, { group: 0, load: 1 }], contacts: [outbound] };
      expect(agentFor(oneQueue, { ...several, reserve: [0, 0, 1] })).toBe(1);
      expect(contactFor(oneQueue, { ...several, reserve: [0, 0, 1] }, 0)).toBe(NONE);
      expect(contactFor(oneQueue, { ...several, reserve: [0, 0, 1] }, 1)).toBe(0);
    });
  });

  describe("when everybody is busy", () => {
    const agents = [
      { group: 0, load: 1, servesClass: 1 },
      { group: 0, load: 1, servesClass: 3 },
    ];

    it("lets a contact that may interrupt take the agent of a lower class", () => {
      expect(agentFor(oneQueue, { groups: [all], agents, contacts: [{ type: PHONE, priority: 2, preempts: true }] })).toBe(1);
    });

    it("lets others wait", () => {
      expect(agentFor(oneQueue, { groups: [all], agents, contacts: [{ type: PHONE, priority: 2 }] })).toBe(NONE);
      expect(agentFor(oneQueue, { groups: [all], agents, contacts: [{ type: PHONE, priority: 3, preempts: true }] })).toBe(NONE);
    });

    it("interrupts nobody while somebody is free", () => {
      const oneIdle = [...agents, { group: 0, since: 9 }];
      expect(agentFor(oneQueue, { groups: [all], agents: oneIdle, contacts: [{ type: PHONE, preempts: true }] })).toBe(2);
    });
  });
});
