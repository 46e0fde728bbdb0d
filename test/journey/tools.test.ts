/** XState's own tools take the bundled machines as they are: paths for model-based tests, and the inspector. */

import { describe, expect, it } from "vitest";
import { type AnyMachineSnapshot, type AnyStateMachine, createActor, type InspectionEvent, SimulatedClock } from "xstate";
import { getShortestPaths, getSimplePaths } from "xstate/graph";
import { contactMachine, contactVocabulary, customerMachine, customerVocabulary, inspectJourney } from "../../src/journey/index.ts";

/** A machine whose guards hold when the event's luck says so. */
function withLuck(machine: AnyStateMachine, guards: readonly string[]): AnyStateMachine {
  const ask = (name: string) => (args: { readonly event: { readonly luck?: readonly string[] } }) =>
    args.event.luck?.includes(name) ?? false;
  return machine.provide({ guards: Object.fromEntries(guards.map((name) => [name, ask(name)])) as never });
}

const journeys = [
  {
    name: "customer",
    machine: customerMachine as unknown as AnyStateMachine,
    vocabulary: customerVocabulary,
    // States that are left at once are passed through, never rested in.
    resting: [
      "awareness.unaware",
      "consideration.planningVisit",
      "consideration.visiting",
      "decision.basket",
      "service.awaitingGoods",
      "service.noticingProblem",
      "service.contacting",
      "service.reconsidering",
      "service.calledByCompany",
      "loyalty.content",
      "churned",
    ],
    luck: [[], ["wantsArticle", "articleAvailable"], ["hasProblem"], ["dropsOut"], ["keepsLooking"]],
    // The number of simple paths grows with the ways from state to state.
    oneLuck: ["wantsArticle", "articleAvailable", "hasProblem"],
  },
  {
    name: "contact",
    machine: contactMachine as unknown as AnyStateMachine,
    vocabulary: contactVocabulary,
    resting: [
      "created",
      "selfService",
      "queueing",
      "gone",
      "noticing",
      "awaitingCall",
      "handling",
      "interrupted",
      "resumed",
      "resolved",
      "unresolved",
      "moved",
      "abandoned",
      "abandonedOnHold",
      "withdrawn",
      "blocked",
      "balked",
      "contained",
      "disconnected",
      "unnoticed",
    ],
    luck: [
      [],
      ["belongsElsewhere"],
      ["isResolved"],
      ["findsNoLine"],
      ["meetsSelfService"],
      ["isSelfServed"],
      ["balks"],
      ["prefersCallback"],
      ["leavesSilently"],
      ["isTransferred"],
    ],
    oneLuck: ["meetsSelfService", "leavesSilently", "isResolved"],
  },
] as const;

const leafOf = (snapshot: AnyMachineSnapshot): string =>
  snapshot._nodes
    .filter((node) => Object.keys(node.states).length === 0)
    .map((node) => node.path.join("."))
    .join(" & ");

describe.each(journeys)("xstate/graph on the $name", ({ machine, vocabulary, resting, luck, oneLuck }) => {
  const lucky = withLuck(machine, Object.keys(vocabulary.guards));
  const events = machine.events.flatMap((type) => luck.map((one) => ({ type, luck: one })));

  it("finds a shortest path to every state in which somebody rests", () => {
    const paths = getShortestPaths(lucky, { events });
    expect(paths.map(({ state }) => leafOf(state as AnyMachineSnapshot)).toSorted()).toEqual([...resting].toSorted());
    for (const { steps } of paths) expect(steps.length).toBeLessThan(12);
  });

  it("finds simple paths, which visit no state twice and end in the states that the inspection calls reachable", () => {
    const { unreachable } = inspectJourney(machine, vocabulary);
    const paths = getSimplePaths(lucky, { events: machine.events.map((type) => ({ type, luck: oneLuck })) });
    expect(paths.length).toBeGreaterThanOrEqual(resting.length - 2);
    for (const { state, steps } of paths) {
      const visited = steps.map((step) => leafOf(step.state as AnyMachineSnapshot));
      expect(new Set(visited).size).toBe(visited.length);
      expect(unreachable).not.toContain(leafOf(state as AnyMachineSnapshot));
    }
  });
});

describe("the inspector of XState", () => {
  it("is told every step of a contact, also those that are over at once", () => {
    const seen: InspectionEvent[] = [];
    const clock = new SimulatedClock();
    const machine = contactMachine.provide({ guards: { isResolved: () => true }, delays: { patience: 60_000 } });
    const actor = createActor(machine, { clock, inspect: (event) => seen.push(event) }).start();
    actor.send({ type: "ARRIVE" });
    actor.send({ type: "ANSWERED" });
    actor.send({ type: "HANDLED" });
    const microsteps = seen.filter((event) => event.type === "@xstate.microstep");
    expect(microsteps.map((event) => leafOf(event.snapshot as AnyMachineSnapshot))).toEqual(
      expect.arrayContaining(["queueing", "handling", "assessing", "resolved"]),
    );
    expect(seen.filter((event) => event.type === "@xstate.event").map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(["ARRIVE", "ANSWERED", "HANDLED"]),
    );
    expect(actor.getSnapshot().status).toBe("done");
  });
});
