/** What holds in every state of a contact centre: answers are possible, nobody waits for nothing, higher classes come first. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePolicy, NONE, type RoutingDefinition, type RoutingPolicy, type RoutingView } from "../../../src/strategies/index.ts";
import { type FakeCentre, fakeView } from "./fake-view.ts";

const TYPES = 3;
const WAIT_LIMIT = 20;
const names = { groups: ["a", "b", "c"], channels: ["x", "y", "z"], topics: ["any"] };

const definitions: readonly RoutingDefinition[] = [
  { policy: "siloed" },
  { policy: "one-queue" },
  { policy: "one-queue", params: { order: "last-come" } },
  { policy: "one-queue", params: { order: "random" } },
  { policy: "skill-tiers" },
  { policy: "fastest-first" },
  { policy: "fastest-first", params: { order: "slowest" } },
  { policy: "least-flexible-first" },
  { policy: "earliest-deadline" },
  { policy: "contextual" },
  { policy: "relationship", params: { waitLimit: WAIT_LIMIT } },
  { policy: "value-based" },
  { policy: "idleness-ratio" },
  { policy: "idleness-ratio", params: { groups: { a: 3, b: 0 }, channels: { x: 0, y: 2 } } },
  { policy: "random" },
];
const policies = definitions.map((definition) => {
  const params = definition.params === undefined ? "" : ` ${JSON.stringify(definition.params)}`;
  return [definition.policy + params, makePolicy(definition, names)] as const;
});

const type = fc.nat(TYPES - 1);
const skill = fc.record(
  {
    speed: fc.constantFrom(0, 0.5, 1, 2),
    tier: fc.integer({ min: 1, max: 3 }),
    after: fc.constantFrom(0, 10, 30),
    reserve: fc.constantFrom(0, 1, 2),
  },
  { requiredKeys: ["speed", "tier", "after"] },
);
const group = fc.record({
  skills: fc.dictionary(type.map(String), skill),
  home: fc.uniqueArray(type),
  atOnce: fc.integer({ min: 1, max: 2 }),
});
const agent = fc.record(
  {
    group: fc.nat(2),
    load: fc.constantFrom(0, 0, 1, 2),
    since: fc.nat(40),
    off: fc.constantFrom(false, false, false, true),
    servesClass: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ["group", "load", "since"] },
);
const contact = fc.record(
  {
    type,
    since: fc.nat(40),
    deadline: fc.nat(100),
    priority: fc.integer({ min: 0, max: 3 }),
    value: fc.integer({ min: -100, max: 1000 }),
    live: fc.boolean(),
    lastAgent: fc.nat(5),
    preempts: fc.boolean(),
  },
  { requiredKeys: ["type", "since"] },
);
const centre: fc.Arbitrary<FakeCentre> = fc.record({
  now: fc.constant(40),
  groups: fc.array(group, { minLength: 3, maxLength: 3 }),
  agents: fc.array(agent, { minLength: 6, maxLength: 6 }),
  contacts: fc.array(contact, { minLength: 1, maxLength: 8 }),
  reserve: fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: TYPES, maxLength: TYPES }),
  byDeadline: fc.boolean(),
  random: fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
});

/** Whether the contact's reserve stays when the agent takes the contact. */
function keepsReserve(view: RoutingView, who: number, what: number): boolean {
  const reserve = view.reserve(what, view.groupOf(who));
  return view.load(who) > 0 || reserve === 0 || view.idle(view.groupOf(who)) - 1 >= reserve;
}

/** What a policy promises beyond skill, room and reserve; the exceptions from "no free agent beside a waiting contact". */
function promises(policy: RoutingPolicy, view: RoutingView, who: number, what: number): boolean {
  const own = view.groupOf(who);
  const wait = view.now - view.waitingSince(what);
  if (policy.name === "siloed") return view.isHome(own, view.typeOf(what));
  if (policy.name === "skill-tiers") return wait >= view.overflowAfter(own, view.typeOf(what));
  if (policy.name !== "relationship") return true;
  const known = view.lastAgentOf(what);
  const knownIsBusy = known !== NONE && view.load(known) > 0 && !view.canTake(known, what);
  const waits = knownIsBusy && wait < WAIT_LIMIT && view.canServe(view.groupOf(known), view.typeOf(what));
  return who === known || !waits;
}

function mayServe(policy: RoutingPolicy, view: RoutingView, who: number, what: number): boolean {
  return view.canTake(who, what) && keepsReserve(view, who, what) && promises(policy, view, who, what);
}

const rows = (list: readonly unknown[] | undefined) => [...(list ?? []).keys()];
const always = { numRuns: 400 };

describe.each(policies)("in every state, %s", (_, policy) => {
  it("gives a contact to a free agent who may serve it, if there is any, else interrupts whom it may, else lets it wait", () => {
    const law = (state: FakeCentre) => {
      const view = fakeView(state, policy);
      for (const what of rows(state.contacts)) {
        const chosen = policy.selectAgent(view, what);
        const could = rows(state.agents).filter((who) => mayServe(policy, view, who, what));
        if (could.length > 0) expect(could).toContain(chosen);
        else if (chosen !== NONE) expect(view.interruptible(view.groupOf(chosen), what)).toBe(chosen);
      }
    };
    fc.assert(fc.property(centre, law), always);
  });

  it("gives an agent a waiting contact that this agent may serve, if there is any, else none", () => {
    const law = (state: FakeCentre) => {
      const view = fakeView(state, policy);
      for (const who of rows(state.agents)) {
        const chosen = policy.selectContact(view, who);
        const could = rows(state.contacts).filter((what) => mayServe(policy, view, who, what));
        if (could.length > 0) expect(could).toContain(chosen);
        else expect(chosen).toBe(NONE);
      }
    };
    fc.assert(fc.property(centre, law), always);
  });

  it("asks again later, if at all, and surely about whoever waits while somebody with the skill is free, except for the reserve or the desk", () => {
    const law = (state: FakeCentre) => {
      const view = fakeView(state, policy);
      for (const what of rows(state.contacts)) {
        const after = policy.askAgainAfter?.(view, what) ?? Number.POSITIVE_INFINITY;
        expect(after).toBeGreaterThan(0);
        const free = rows(state.agents).some((who) => view.canTake(who, what) && keepsReserve(view, who, what));
        if (free && policy.name !== "siloed" && policy.selectAgent(view, what) === NONE)
          expect(after).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    };
    fc.assert(fc.property(centre, law), always);
  });
});

describe.each(policies.filter(([name]) => name !== "earliest-deadline"))("in every state, %s", (_, policy) => {
  it("serves a higher class first", () => {
    const law = (state: FakeCentre) => {
      const view = fakeView(state, policy);
      for (const who of rows(state.agents)) {
        const chosen = policy.selectContact(view, who);
        const classes = rows(state.contacts)
          .filter((what) => mayServe(policy, view, who, what))
          .map((what) => view.priorityOf(what));
        if (chosen !== NONE) expect(view.priorityOf(chosen)).toBe(Math.min(...classes));
      }
    };
    fc.assert(fc.property(centre, law), always);
  });
});
