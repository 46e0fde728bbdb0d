import { describe, expect, it } from "vitest";
import { makePolicy, NONE, type RoutingDefinition } from "../../../src/strategies/index.ts";
import { agentFor, contactFor, type FakeCentre } from "./fake-view.ts";

type Params = Extract<RoutingDefinition, { policy: "one-queue" }>["params"];
const made = (params?: Params) => makePolicy({ policy: "one-queue", params }, { groups: [], channels: [], topics: [] });
const oneQueue = made();

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

describe("the order of service", () => {
  const lastCome = made({ order: "last-come" });
  const random = made({ order: "random" });
  const one = { groups: [all], agents: [{ group: 0 }] };
  /** How often each contact is taken, over numbers spread evenly. */
  const times = (centre: FakeCentre, draws: number) => {
    const counts = new Map<number, number>();
    for (let k = 0; k < draws; k++) {
      const contact = contactFor(random, { ...centre, random: (k + 0.5) / draws });
      counts.set(contact, (counts.get(contact) ?? 0) + 1);
    }
    return [...counts].toSorted(([a], [b]) => a - b);
  };
  const contacts = [
    { type: PHONE, since: 3 },
    { type: CHAT, since: 5 },
    { type: PHONE, since: 8 },
    { type: CHAT, since: 2 },
    { type: CHAT, since: 4 },
  ];

  it("is first come first served when left out or said so", () => {
    for (const policy of [oneQueue, made({}), made({ order: "first-come" })]) expect(contactFor(policy, { ...one, contacts })).toBe(3);
  });

  it("is the other way round with last-come, over all types", () => {
    expect(contactFor(lastCome, { ...one, contacts })).toBe(2);
    expect(contactFor(lastCome, { ...one, contacts: contacts.slice(0, 2) })).toBe(1);
  });

  it("takes of contacts that came at the same moment the one behind, with last-come", () => {
    const batch = [{ type: PHONE }, { type: PHONE }, { type: PHONE }];
    expect(contactFor(lastCome, { ...one, contacts: batch })).toBe(2);
  });

  it("gives each of those who wait the same chance with random, however they are spread over types", () => {
    expect(times({ ...one, contacts }, 50)).toEqual([0, 1, 2, 3, 4].map((contact) => [contact, 10]));
  });

  it("keeps to the highest class, and to whoever waits live, wherever they stand in the queue", () => {
    const mixed = [
      { type: PHONE, since: 1, priority: 2 },
      { type: CHAT, since: 2, live: false },
      { type: CHAT, since: 3 },
      { type: PHONE, since: 4 },
      { type: OUTBOUND, since: 9, live: false },
      { type: PHONE, since: 8, priority: 2 },
    ];
    expect(contactFor(lastCome, { ...one, contacts: mixed })).toBe(3);
    expect(times({ ...one, contacts: mixed }, 20)).toEqual([
      [2, 10],
      [3, 10],
    ]);
  });

  it("passes over what the agent cannot take, or what must leave a reserve", () => {
    const noChats = { groups: [{ skills: { [PHONE]: {}, [OUTBOUND]: {} } }], agents: [{ group: 0 }], reserve: [0, 0, 1] };
    const waiting = [...contacts, { type: OUTBOUND, since: 9 }];
    expect(contactFor(lastCome, { ...noChats, contacts: waiting })).toBe(2);
    expect(times({ ...noChats, contacts: waiting }, 20)).toEqual([
      [0, 10],
      [2, 10],
    ]);
    const nothing = { ...noChats, contacts: [{ type: OUTBOUND, since: 9 }, { type: CHAT }] };
    expect([contactFor(lastCome, nothing), contactFor(random, nothing)]).toEqual([NONE, NONE]);
  });

  it("gives an arriving contact to the longest idle agent in all of them", () => {
    const agents = [
      { group: 0, since: 20 },
      { group: 0, since: 10 },
    ];
    for (const policy of [oneQueue, lastCome, random])
      expect(agentFor(policy, { groups: [all], agents, contacts: [{ type: PHONE }] })).toBe(1);
  });
});
