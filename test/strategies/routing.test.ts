import { describe, expect, it } from "vitest";
import { contextual, NONE, siloed } from "../../src/strategies/index.ts";
import { fakeView } from "./fake-view.ts";

const PHONE = 0;
const CHAT = 1;
const EMAIL = 2;

describe("siloed routing", () => {
  it("gives an arriving contact to the longest idle agent of the channel's own desk", () => {
    const agents = [
      { idleSince: 50, speed: [1], home: [PHONE] },
      { idleSince: 10, speed: [1], home: [PHONE] },
      { idleSince: 5, speed: [1, 1], home: [CHAT] },
    ];
    expect(siloed.selectAgent(fakeView(agents, [{ channel: PHONE, dueAt: 0 }]), 0)).toBe(1);
  });

  it("lets it queue if the desk is busy, even if others could help", () => {
    const agents = [
      { speed: [1], home: [PHONE] },
      { idleSince: 5, speed: [1, 1], home: [CHAT] },
    ];
    expect(siloed.selectAgent(fakeView(agents, [{ channel: PHONE, dueAt: 0 }]), 0)).toBe(NONE);
  });

  it("gives a freed agent the contact of the own channels that came first", () => {
    const agents = [{ idleSince: 0, speed: [1, 1, 1], home: [CHAT, EMAIL] }];
    const waiting = [
      { channel: PHONE, dueAt: 1, live: true },
      { channel: CHAT, dueAt: 3, live: true },
      { channel: EMAIL, dueAt: 2 },
    ];
    expect(siloed.selectContact(fakeView(agents, waiting), 0)).toBe(2);
  });

  it("leaves the agent idle if nobody waits there", () => {
    const agents = [{ idleSince: 0, speed: [1, 1], home: [CHAT] }];
    expect(siloed.selectContact(fakeView(agents, [{ channel: PHONE, dueAt: 1 }]), 0)).toBe(NONE);
  });
});

describe("contextual routing", () => {
  it("prefers the agent who served the case last to a faster one", () => {
    const agents = [
      { idleSince: 0, speed: [2] },
      { idleSince: 9, speed: [0.5] },
    ];
    expect(contextual.selectAgent(fakeView(agents, [{ channel: PHONE, dueAt: 0, lastAgent: 1 }]), 0)).toBe(1);
  });

  it.each([
    ["is busy", { speed: [1] }],
    ["lacks the skill", { idleSince: 0, speed: [0, 1] }],
  ])("does not wait for that agent, who %s", (_, known) => {
    const agents = [known, { idleSince: 9, speed: [0.5] }];
    expect(contextual.selectAgent(fakeView(agents, [{ channel: PHONE, dueAt: 0, lastAgent: 0 }]), 0)).toBe(1);
  });

  it("else takes the fastest in the channel, and of equals the one idle for longest", () => {
    const agents = [{ idleSince: 0, speed: [0.8] }, { idleSince: 7, speed: [1] }, { idleSince: 3, speed: [1] }, { speed: [5] }];
    expect(contextual.selectAgent(fakeView(agents, [{ channel: PHONE, dueAt: 0 }]), 0)).toBe(2);
  });

  it("takes nobody without skill in the channel", () => {
    expect(contextual.selectAgent(fakeView([{ idleSince: 0, speed: [0, 1, 1] }], [{ channel: PHONE, dueAt: 0 }]), 0)).toBe(NONE);
  });

  it("answers whoever waits live before what is answered later, and among those the one who came first", () => {
    const agents = [{ idleSince: 0, speed: [1, 1, 1] }];
    const waiting = [
      { channel: EMAIL, dueAt: 1 },
      { channel: PHONE, dueAt: 5, live: true },
      { channel: CHAT, dueAt: 4, live: true },
    ];
    expect(contextual.selectContact(fakeView(agents, waiting), 0)).toBe(2);
  });

  it("with promises goes by deadline alone", () => {
    const agents = [{ idleSince: 0, speed: [1, 1, 1] }];
    const waiting = [
      { channel: EMAIL, dueAt: 1 },
      { channel: PHONE, dueAt: 5, live: true },
    ];
    expect(contextual.selectContact(fakeView(agents, waiting, true), 0)).toBe(0);
  });

  it("leaves alone what the agent cannot do", () => {
    const waiting = [
      { channel: EMAIL, dueAt: 1 },
      { channel: PHONE, dueAt: 5, live: true },
    ];
    expect(contextual.selectContact(fakeView([{ idleSince: 0, speed: [0, 0, 1] }], waiting), 0)).toBe(0);
    expect(contextual.selectContact(fakeView([{ idleSince: 0, speed: [0, 1] }], waiting), 0)).toBe(NONE);
  });
});
