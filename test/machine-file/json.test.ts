import { describe, expect, it } from "vitest";
import { createActor } from "xstate";
import { customerMachine } from "../../src/journey/customer.ts";
import { loadMachine } from "../../src/machine-file/index.ts";
import { errorOf, place, problemLines } from "./place.ts";

/** As Stately Studio writes a machine. */
const STUDIO = {
  context: { visits: 0 },
  id: "shop",
  version: "1.2.0",
  description: "How people buy",
  types: { context: { visits: "number" } },
  schemas: {},
  initial: "browsing",
  states: {
    browsing: {
      meta: { "@statelyai.color": "blue" },
      tags: ["public"],
      description: "Looks around",
      entry: ["note", { type: "count", params: { by: 1 } }],
      on: { BUY: [{ target: "buying.paying", guard: { type: "inStock" }, actions: { type: "reserve" } }, { target: "#gone" }], STAY: {} },
      after: { "1000": { target: "browsing", reenter: true }, patience: "gone" },
      initial: "quietly",
      states: { quietly: {} },
    },
    buying: {
      type: "parallel",
      states: { paying: { always: { target: "#shop.gone", guard: "isBroke" } }, back: { type: "history", history: "deep" } },
      onDone: { target: "gone" },
      invoke: { src: "bank", id: "bank", onDone: ".back", onError: { target: "gone" } },
    },
    gone: { type: "final", id: "gone" },
  },
  on: { RESET: { target: ".browsing" } },
};

describe("a journey file in JSON", () => {
  it("is what Stately Studio exports, and XState runs it", async () => {
    const { machine, imports } = await loadMachine(
      place({ "shop.json": JSON.stringify({ ...STUDIO, states: { ...STUDIO.states, buying: { ...STUDIO.states.buying, invoke: [] } } }) }),
    );
    const actor = createActor(
      machine.provide({ guards: { inStock: () => true, isBroke: () => false }, delays: { patience: 1000 } }),
    ).start();
    actor.send({ type: "BUY" });
    expect(actor.getSnapshot().value).toEqual({ buying: { paying: {} } });
    expect(imports).toEqual([]);
  });

  it("may invoke actors, which the compiler refuses later", async () => {
    expect((await loadMachine(place({ "shop.json": JSON.stringify(STUDIO) }))).machine.root.description).toBe("How people buy");
  });

  it("may hold notes of tools, whose keys no key of XState looks like", async () => {
    const noted = { "@@data": 1, $schema: "x", _by: "me", "//": "note", ...STUDIO };
    expect((await loadMachine(place({ "shop.json": JSON.stringify(noted) }))).machine.id).toBe("shop");
  });

  it("takes back the config of a bundled machine", async () => {
    const text = JSON.stringify(customerMachine.config);
    const { machine } = await loadMachine(place({ "customer.json": text }));
    expect(machine.root.states["service"]!.initial.target[0]!.key).toBe("awaitingGoods");
  });

  it("tells all mistakes at once, in the order of the file, each with its place", async () => {
    const text = `{
  "id": "shop",
  "intial": "browsing",
  "states": {
    "browsing": {
      "on": { "BUY": "bying", "LOOK": { "target": ".detail", "cond": "x" } },
      "entry": ["a", { "type": "b", "extra": 1 }, 3],
      "after": { "1000": { "target": "#shop.buyng" }, "wait": "inner" }
    },
    "buying": { "states": { "outer": {}, "inner": { "on": { "X": [{ "target": "#shop.browsing" }, null] } } } },
    "back": { "type": "histry", "history": "deep" },
    "done": { "type": "final", "id": "shop" },
    "odd": 7
  },
  "on": { "RESET": "browsing", "": "#done" }
}`;
    expect(problemLines(await errorOf(place({ "shop.json": text })))).toEqual([
      '3:3 intial: expected a key that XState knows here, found the key "intial". Did you mean "initial"?',
      '6:22 states.browsing.on.BUY: expected a state at the top (browsing, buying, back or done), found "bying". Did you mean "buying"?',
      '6:51 states.browsing.on.LOOK.target: expected a state of browsing (none), found ".detail".',
      '6:62 states.browsing.on.LOOK.cond: expected one of the keys target, guard, actions, reenter, description or meta, found the key "cond". Did you mean "guard"?',
      '7:37 states.browsing.entry[1].extra: expected one of the keys type or params (what it needs stands in params), found the key "extra".',
      "7:51 states.browsing.entry[2]: expected the name of an action, or { type, params }, found 3.",
      '8:38 states.browsing.after.1000.target: expected a state at the top (browsing, buying, back or done), found "#shop.buyng". Did you mean "#shop.buying"?',
      '8:63 states.browsing.after.wait: expected a state at the top (browsing, buying, back or done), found "inner". Did you mean "#shop.buying.inner"?',
      "10:15 states.buying: expected an initial state: outer or inner, found none.",
      "10:99 states.buying.states.inner.on.X[1]: expected a target, or a transition such as { target, guard, actions }, found nothing.",
      '11:23 states.back.type: expected atomic, compound, parallel, final or history, found "histry". Did you mean "history"?',
      '12:38 states.done.id: expected an id that no other state has, found "shop" again.',
      "13:12 states.odd: expected a state (write {} for an empty one), found 7.",
      '15:20 on.RESET: expected a state inside (.name) or an #id, at the top of the machine, found "browsing". Did you mean ".browsing"?',
      '15:32 on[""]: expected a name (eventless transitions stand under `always`), found "".',
      '15:36 on[""]: expected the #id of a state, found "#done", which no state has.',
    ]);
  });

  it("names line and column of a mistake in the syntax", async () => {
    expect(problemLines(await errorOf(place({ "a.json": '{\n  "id": "a",\n  "states": {},\n}' })))).toEqual([
      '4:1 expected valid JSON, found "}".',
    ]);
    expect(problemLines(await errorOf(place({ "a.json": '{\n  "id": "a"' })))).toEqual([
      "2:12 expected valid JSON, found the end of the file.",
    ]);
  });

  it.each([
    ["[1, 2]", "expected a machine, found [1, 2]"],
    ['"text"', "expected a machine"],
    ['{ "a": 1, "a": 2 }', "each key once"],
    ['{ "__proto__": {} }', "another name"],
    ['{ "initial": "a" }', "no initial state, where there are no states"],
    ['{ "states": { "a": { "after": { "x": 5 } } }, "initial": "a" }', "a target, or a transition"],
    ['{ "states": [], "initial": "a" }', "a map of names and states"],
    ['{"states":{"a":'.repeat(60) + "{}" + "}}".repeat(60), "40 levels"],
  ])("refuses %.60s", async (text, sentence) => {
    expect(problemLines(await errorOf(place({ "a.json": text }))).join("\n")).toContain(sentence);
  });

  it("tells the definition of a machine from its config", async () => {
    const error = await errorOf(place({ "a.json": JSON.stringify(customerMachine) }));
    expect(error.hint).toContain("JSON.stringify(machine.config)");
  });

  it("executes nothing: what looks like a program stays a name", async () => {
    const text = JSON.stringify({
      initial: "a",
      states: { a: { entry: "process.exit(1)", always: { guard: "() => true", target: "b" } }, b: {} },
    });
    expect((await loadMachine(place({ "a.json": text }))).machine.root.states["a"]!.entry).toEqual(["process.exit(1)"]);
  });

  it.each(["a.b", "#shop.buying.outer", "#own", "#own.deep", "#dot\\.ted"])("finds the target %s as XState does", async (target) => {
    const config = {
      id: "shop",
      initial: "start",
      states: {
        start: { on: { GO: target } },
        a: { initial: "b", states: { b: {} } },
        buying: { initial: "outer", states: { outer: { id: "own", initial: "deep", states: { deep: {} } } } },
        dotted: { id: "dot.ted" },
      },
    };
    expect((await loadMachine(place({ "shop.json": JSON.stringify(config) }))).machine.id).toBe("shop");
  });
});
