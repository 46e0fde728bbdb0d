/** `defineJourney` gives ordinary XState machines, and refuses at compile time what the vocabulary does not have. */

import { describe, expect, expectTypeOf, it } from "vitest";
import { type AnyStateMachine, assign, createActor, SimulatedClock } from "xstate";
import { callsOf, checkJourney, compileJourney, declaredDelays, defineJourney } from "../../src/journey/index.ts";
import { isStub } from "../../src/journey/vocabulary.ts";

const subscriber = defineJourney({
  id: "subscriber",
  initial: "trial",
  delays: { trialLength: { lognormal: { mean: "14d", cv: 0.5 } }, notice: "7d" },
  states: {
    trial: { after: { trialLength: "active", "90d": "over", "exponential(mean=30d)": "over" } },
    active: {
      entry: ["reflect", { type: "earn", params: { amount: 29, margin: "80%" } }],
      on: { CONTACT_FAILED: "over" },
      after: { notice: { guard: { type: "chance", params: { name: "renews", probability: 0.9 } }, target: "active", reenter: true } },
    },
    over: { type: "final" },
  },
});

describe("a defined journey", () => {
  it("is an ordinary XState machine: XState runs it with placeholders, delays that say what they are with their mean", () => {
    expectTypeOf(subscriber).toEqualTypeOf<AnyStateMachine>();
    const clock = new SimulatedClock();
    const actor = createActor(subscriber, { clock }).start();
    expect(actor.getSnapshot().can({ type: "CONTACT_FAILED" })).toBe(false);
    clock.increment(14 * 86_400_000 - 1);
    expect(actor.getSnapshot().value).toBe("trial");
    clock.increment(1);
    expect(actor.getSnapshot().value).toBe("active");
    actor.send({ type: "CONTACT_FAILED" });
    expect(actor.getSnapshot().status).toBe("done");
  });

  it("holds a marked placeholder for every word, and keeps the delays that it declares", () => {
    const { actions, guards, delays } = subscriber.implementations;
    for (const stub of [...Object.values(actions), ...Object.values(guards), ...Object.values(delays)]) expect(isStub(stub)).toBe(true);
    expect(isStub(() => false)).toBe(false);
    expect(Object.keys(declaredDelays(subscriber))).toEqual(["trialLength", "notice"]);
  });

  it("calls words that the check knows, and compiles", () => {
    expect(checkJourney(subscriber, { parts: new Set(["needs", "offer", "experience", "service"]), channels: [], segments: [] })).toEqual(
      [],
    );
    expect(callsOf(subscriber).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "delays trialLength",
      "delays 90d",
      "delays exponential(mean=30d)",
      "actions reflect",
      "actions earn",
      "delays notice",
      "guards chance",
    ]);
    expect(compileJourney(subscriber).stateNames).toContain("active");
  });

  it("may have a context of its own, with types", () => {
    const counting = defineJourney({
      initial: "a",
      context: { visits: 0 },
      states: { a: { entry: assign({ visits: ({ context }) => context.visits + 1 }), after: { "1d": "a" } } },
    });
    expect(createActor(counting, { clock: new SimulatedClock() }).start().getSnapshot().context).toEqual({ visits: 1 });
  });
});

/* What follows is never called: the compiler is the test, and says so when an expected error is none. */
export function refusedByTypes(): AnyStateMachine[] {
  return [
    // @ts-expect-error -- a misspelt action
    defineJourney({ initial: "a", states: { a: { entry: "reflekt" } } }),
    // @ts-expect-error -- a param that does not exist
    defineJourney({ initial: "a", states: { a: { entry: { type: "earn", params: { amont: 3 } } } } }),
    // @ts-expect-error -- an action whose params are missing
    defineJourney({ initial: "a", states: { a: { entry: "earn" } } }),
    // @ts-expect-error -- params of an action that takes none
    defineJourney({ initial: "a", states: { a: { entry: { type: "reflect", params: { x: 1 } } } } }),
    // @ts-expect-error -- a misspelt guard
    defineJourney({ initial: "a", states: { a: { always: { guard: "chanse", target: "a" } } } }),
    // @ts-expect-error -- a probability that is no number
    defineJourney({ initial: "a", states: { a: { always: { guard: { type: "chance", params: { name: "x", probability: true } } } } } }),
    // @ts-expect-error -- a share that is a word
    defineJourney({ initial: "a", states: { a: { entry: { type: "experience", params: { value: "high" } } } } }),
    // @ts-expect-error -- an unknown capability
    defineJourney({ initial: "a", states: { a: { always: { guard: { type: "hasCapability", params: { capability: "magic" } } } } } }),
    // @ts-expect-error -- a delay in a unit that does not exist
    defineJourney({ initial: "a", states: { a: { after: { "14 days": "a" } } } }),
    // @ts-expect-error -- a distribution that does not exist
    defineJourney({ initial: "a", states: { a: { after: { "normal(mean=1d)": "a" } } } }),
    // @ts-expect-error -- a delay that is not declared
    defineJourney({ initial: "a", delays: { trial: "14d" }, states: { a: { after: { trail: "a" } } } }),
    // @ts-expect-error -- a declared delay without unit
    defineJourney({ initial: "a", delays: { trial: { exponential: { mean: "14" } } }, states: { a: { after: { trial: "a" } } } }),
    // @ts-expect-error -- an event that the engine never sends
    defineJourney({ initial: "a", states: { a: { on: { CONTACT_RESOLVD: "a" } } } }),
  ];
}
