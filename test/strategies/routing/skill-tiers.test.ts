import { describe, expect, it } from "vitest";
import { NONE } from "../../../src/strategies/index.ts";
import { skillTiers } from "../../../src/strategies/routing/skill-tiers.ts";
import { agentFor, contactFor, fakeView, type FakeCentre } from "./fake-view.ts";

const FIRST = 0;
const SECOND = 1;
// The N-model: specialists for the first type; the flexible prefer the second.
const specialists = { skills: { [FIRST]: { tier: 1 } } };
const flexible = { skills: { [FIRST]: { tier: 2 }, [SECOND]: { tier: 1 } } };

describe("routing by skill tiers", () => {
  it("gives a contact to the lowest tier with somebody free, however long others are idle", () => {
    const agents = [
      { group: 0, since: 0 },
      { group: 1, since: 50 },
    ];
    const groups = [flexible, specialists];
    expect(agentFor(skillTiers, { groups, agents, contacts: [{ type: FIRST }] })).toBe(1);
    const busy = [{ group: 0 }, { group: 1, load: 1 }];
    expect(agentFor(skillTiers, { groups, agents: busy, contacts: [{ type: FIRST }] })).toBe(0);
  });

  it("gives it to the first group of equal tiers with a free agent, there to the longest idle", () => {
    const group = { skills: { [FIRST]: {} } };
    const agents = [
      { group: 1, since: 0 },
      { group: 0, since: 9 },
      { group: 0, since: 8 },
    ];
    expect(agentFor(skillTiers, { groups: [group, group], agents, contacts: [{ type: FIRST }] })).toBe(2);
  });

  it("gives a freed agent the own first choice, then whoever waits longest", () => {
    const contacts = [
      { type: FIRST, since: 1 },
      { type: SECOND, since: 6 },
      { type: SECOND, since: 5 },
    ];
    expect(contactFor(skillTiers, { groups: [flexible], agents: [{ group: 0 }], contacts })).toBe(2);
    expect(contactFor(skillTiers, { groups: [flexible], agents: [{ group: 0 }], contacts: contacts.slice(0, 1) })).toBe(0);
  });

  it("puts the priority class before the tier", () => {
    const contacts = [
      { type: SECOND, since: 1, priority: 2 },
      { type: FIRST, since: 6, priority: 1 },
    ];
    expect(contactFor(skillTiers, { groups: [flexible], agents: [{ group: 0 }], contacts })).toBe(1);
  });

  describe("with overflow delays", () => {
    const helpers = { skills: { [FIRST]: { tier: 2, after: 30 } } };
    const late = { skills: { [FIRST]: { tier: 3, after: 60 } } };
    const groups = [specialists, helpers, late];
    const agents = [{ group: 0, load: 1 }, { group: 1 }, { group: 2 }];
    const at = (now: number): FakeCentre => ({ now, groups, agents, contacts: [{ type: FIRST, since: 100 }] });
    const again = (now: number) => skillTiers.askAgainAfter?.(fakeView(at(now), skillTiers), 0);

    it("lets nobody help before the delay has passed", () => {
      expect([agentFor(skillTiers, at(129)), contactFor(skillTiers, at(129), 1)]).toEqual([NONE, NONE]);
      expect([agentFor(skillTiers, at(130)), contactFor(skillTiers, at(130), 1)]).toEqual([1, 0]);
      expect([contactFor(skillTiers, at(159), 2), contactFor(skillTiers, at(160), 2)]).toEqual([NONE, 0]);
    });

    it("asks again when the next group may help, and never after the last", () => {
      expect([again(100), again(129), again(130), again(160)]).toEqual([30, 1, 30, Number.POSITIVE_INFINITY]);
    });

    it("reaches the time it asked for in spite of rounding", () => {
      const since = 0.1 + 0.2;
      const contacts = [{ type: FIRST, since }];
      const delayed = [{ skills: { [FIRST]: { after: 0.7 } } }];
      let now = since;
      let asked = 0;
      while (agentFor(skillTiers, { now, groups: delayed, agents: [{ group: 0 }], contacts }) === NONE) {
        now += skillTiers.askAgainAfter?.(fakeView({ now, groups: delayed, agents, contacts }), 0) ?? 0;
        asked++;
      }
      expect(asked).toBeLessThan(4);
    });

    it("passes over whoever has not waited long enough, though of higher class", () => {
      const contacts = [
        { type: FIRST, since: 100, priority: 1 },
        { type: FIRST, since: 50, priority: 2 },
      ];
      expect(contactFor(skillTiers, { ...at(110), contacts }, 1)).toBe(1);
    });

    it("interrupts only where the delay has passed", () => {
      const busy = [
        { group: 0, load: 1 },
        { group: 1, load: 1, servesClass: 5 },
      ];
      const urgent = (now: number) => ({ ...at(now), agents: busy, contacts: [{ type: FIRST, since: 100, preempts: true }] });
      expect([agentFor(skillTiers, urgent(110)), agentFor(skillTiers, urgent(130))]).toEqual([NONE, 1]);
    });
  });
});
