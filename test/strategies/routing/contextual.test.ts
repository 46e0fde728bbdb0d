import { describe, expect, it } from "vitest";
import { NONE } from "../../../src/strategies/index.ts";
import { contextual } from "../../../src/strategies/routing/contextual.ts";
import { agentFor, contactFor } from "./fake-view.ts";

const PHONE = 0;
const CHAT = 1;
const EMAIL = 2;
const all = { skills: { [PHONE]: {}, [CHAT]: {}, [EMAIL]: {} } };
const phone = (speed: number) => ({ skills: { [PHONE]: { speed } } });

describe("contextual routing", () => {
  it("prefers the agent who served the case last to a faster one", () => {
    const agents = [{ group: 0 }, { group: 1, since: 9 }];
    expect(agentFor(contextual, { groups: [phone(2), phone(0.5)], agents, contacts: [{ type: PHONE, lastAgent: 1 }] })).toBe(1);
  });

  it.each([
    ["is busy", phone(1), { group: 0, load: 1 }],
    ["has gone home", phone(1), { group: 0, off: true }],
    ["lacks the skill", { skills: { [CHAT]: {} } }, { group: 0 }],
  ])("does not wait for that agent, who %s", (_, group, known) => {
    const agents = [known, { group: 1, since: 9 }];
    expect(agentFor(contextual, { groups: [group, phone(0.5)], agents, contacts: [{ type: PHONE, lastAgent: 0 }] })).toBe(1);
  });

  it("else takes the fastest in the channel, and of equals the one idle for longest", () => {
    const groups = [phone(0.8), phone(1), phone(5), phone(1)];
    const agents = [
      { group: 0, since: 0 },
      { group: 1, since: 7 },
      { group: 3, since: 3 },
      { group: 2, load: 1 },
    ];
    expect(agentFor(contextual, { groups, agents, contacts: [{ type: PHONE }] })).toBe(2);
  });

  it("takes nobody without skill in the channel", () => {
    const groups = [{ skills: { [CHAT]: {}, [EMAIL]: {} } }];
    expect(agentFor(contextual, { groups, agents: [{ group: 0 }], contacts: [{ type: PHONE }] })).toBe(NONE);
  });

  const waiting = [
    { type: EMAIL, since: 1, deadline: 100, live: false },
    { type: PHONE, since: 5, deadline: 125 },
    { type: CHAT, since: 4, deadline: 124 },
  ];

  it("answers whoever waits live before what is answered later, and among those the one who came first", () => {
    expect(contactFor(contextual, { groups: [all], agents: [{ group: 0 }], contacts: waiting })).toBe(2);
  });

  it("with promises goes by deadline", () => {
    expect(contactFor(contextual, { groups: [all], agents: [{ group: 0 }], contacts: waiting, byDeadline: true })).toBe(0);
  });

  it("puts the priority class before either", () => {
    const contacts = waiting.map((contact) => (contact.type === PHONE ? contact : { ...contact, priority: 2 }));
    for (const byDeadline of [false, true])
      expect(contactFor(contextual, { groups: [all], agents: [{ group: 0 }], contacts, byDeadline })).toBe(1);
  });

  it("leaves alone what the agent cannot do", () => {
    const emailOnly = { skills: { [EMAIL]: {} } };
    const chatOnly = { skills: { [CHAT]: {} } };
    expect(contactFor(contextual, { groups: [emailOnly], agents: [{ group: 0 }], contacts: waiting.slice(0, 2) })).toBe(0);
    expect(contactFor(contextual, { groups: [chatOnly], agents: [{ group: 0 }], contacts: waiting.slice(0, 2) })).toBe(NONE);
  });
});
