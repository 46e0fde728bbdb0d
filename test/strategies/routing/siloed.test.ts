import { describe, expect, it } from "vitest";
import { NONE } from "../../../src/strategies/index.ts";
import { siloed } from "../../../src/strategies/routing/siloed.ts";
import { agentFor, contactFor } from "./fake-view.ts";

const PHONE = 0;
const CHAT = 1;
const EMAIL = 2;
const phoneDesk = { skills: { [PHONE]: {} }, home: [PHONE] };
const chatDesk = { skills: { [PHONE]: {}, [CHAT]: {}, [EMAIL]: {} }, home: [CHAT, EMAIL] };

describe("siloed routing", () => {
  it("gives an arriving contact to the longest idle agent of the channel's own desk", () => {
    const agents = [
      { group: 0, since: 50 },
      { group: 0, since: 10 },
      { group: 1, since: 5 },
    ];
    expect(agentFor(siloed, { groups: [phoneDesk, chatDesk], agents, contacts: [{ type: PHONE }] })).toBe(1);
  });

  it("lets it queue if the desk is busy, even if others could help", () => {
    const agents = [{ group: 0, load: 1 }, { group: 1 }];
    expect(agentFor(siloed, { groups: [phoneDesk, chatDesk], agents, contacts: [{ type: PHONE }] })).toBe(NONE);
  });

  it("interrupts at the own desk only", () => {
    const agents = [
      { group: 1, load: 1, servesClass: 9 },
      { group: 0, load: 1, servesClass: 5 },
    ];
    const contacts = [{ type: PHONE, preempts: true }];
    expect(agentFor(siloed, { groups: [phoneDesk, chatDesk], agents, contacts })).toBe(1);
  });

  it("gives a freed agent the contact of the own channels that came first, live or not", () => {
    const contacts = [
      { type: PHONE, since: 1 },
      { type: CHAT, since: 3 },
      { type: EMAIL, since: 2, live: false },
    ];
    expect(contactFor(siloed, { groups: [chatDesk], agents: [{ group: 0 }], contacts })).toBe(2);
  });

  it("goes by deadline where promises are made, and of equal deadlines by arrival", () => {
    const centre = { groups: [chatDesk], agents: [{ group: 0 }], byDeadline: true };
    const first = { type: CHAT, since: 1, deadline: 90 };
    expect(contactFor(siloed, { ...centre, contacts: [first, { type: EMAIL, since: 2, deadline: 60 }] })).toBe(1);
    expect(
      contactFor(siloed, {
        ...centre,
        contacts: [
          { type: CHAT, since: 3, deadline: 90 },
          { ...first, type: EMAIL },
        ],
      }),
    ).toBe(1);
  });

  it("keeps priority classes apart", () => {
    const contacts = [
      { type: CHAT, since: 1, priority: 2 },
      { type: EMAIL, since: 5, priority: 1 },
    ];
    expect(contactFor(siloed, { groups: [chatDesk], agents: [{ group: 0 }], contacts })).toBe(1);
  });

  it("leaves the agent idle if nobody waits there", () => {
    expect(contactFor(siloed, { groups: [chatDesk], agents: [{ group: 0 }], contacts: [{ type: PHONE }] })).toBe(NONE);
  });
});
