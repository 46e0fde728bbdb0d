import { describe, expect, it } from "vitest";
import { NONE } from "../../../src/strategies/index.ts";
import { random } from "../../../src/strategies/routing/random.ts";
import { agentFor, contactFor } from "./fake-view.ts";

const english = { skills: { 0: {} } };
const spanish = { skills: { 1: {} } };
const bilingual = { skills: { 0: {}, 1: {} } };
const agents = [{ group: 0 }, { group: 0, since: 1 }, { group: 1 }, { group: 2, since: 2 }, { group: 0, load: 1 }];
const centre = { groups: [english, spanish, bilingual], agents, contacts: [{ type: 0 }] };

describe("random routing", () => {
  it("gives a contact to each of the free agents with the skill, over all groups, as often", () => {
    const times = new Map<number, number>();
    for (let k = 0; k < 300; k++) {
      const agent = agentFor(random, { ...centre, random: (k + 0.5) / 300 });
      times.set(agent, (times.get(agent) ?? 0) + 1);
    }
    expect([...times]).toEqual([
      [0, 100],
      [1, 100],
      [3, 100],
    ]);
  });

  it("leaves the reserve out of the draw", () => {
    const drawn = [0.1, 0.6, 0.9].map((u) => agentFor(random, { ...centre, random: u, reserve: [1] }));
    expect(drawn).toEqual([0, 1, 1]);
  });

  it("lets a contact wait if nobody is free", () => {
    expect(agentFor(random, { ...centre, agents: [{ group: 0, load: 1 }] })).toBe(NONE);
  });

  it("gives a freed agent whoever waits longest", () => {
    const contacts = [
      { type: 0, since: 2 },
      { type: 1, since: 1 },
    ];
    expect(contactFor(random, { ...centre, contacts }, 3)).toBe(1);
    expect(contactFor(random, { ...centre, contacts }, 0)).toBe(0);
  });
});
