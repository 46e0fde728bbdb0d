/** Private run-ahead changes nothing but speed: the same bytes with it, without it, and with live actors. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createMachine } from "xstate";
import { parseScenario, type Scenario } from "../../src/scenario/index.ts";
import { begin } from "../../src/sim/engine.ts";
import { type ExecutorName, type Outcome, type Plan, planScenario, replicate } from "../../src/sim/index.ts";
import { rootKeyOf } from "../../src/sim/kernel/index.ts";
import { createWorld } from "../../src/sim/world.ts";
import { retailer } from "../support/retail.ts";
import { planOfJourney } from "../support/own-journey.ts";
import { onlyOne, planOf, type Written } from "../support/runs.ts";

const WEEK = 604_800;
const PRESETS = ["multichannel", "omnichannel", "single-channel"] as const;

/** A bundled scenario with some people, for some months. */
function small(name: string, people: number, history: number, horizon: number): Scenario {
  const { scenario } = parseScenario(readFileSync(`scenarios/${name}.yaml`, "utf8"), { fileName: name });
  const segments = Object.entries(scenario.segments ?? {}).map(([key, segment]) => [key, { ...segment, size: people }] as const);
  return { ...scenario, history, horizon, segments: Object.fromEntries(segments) };
}

interface Way {
  readonly executor: ExecutorName;
  readonly runAhead: boolean;
}

const AHEAD: Way = { executor: "compiled", runAhead: true };
const OFF: Way = { executor: "compiled", runAhead: false };
const LIVE: Way = { executor: "reference", runAhead: true };

function lived(plan: Plan, strategies: readonly string[], way: Way, replication = 0): Outcome[] {
  return replicate({ plan, strategies, replication, ...way });
}

describe("running ahead gives the same ledger, flows, events and digest", () => {
  const bundled = ["quick", "retail"].flatMap((name) => [
    { name, plan: planScenario(small(name, 60, 9 * WEEK, 13 * WEEK)) },
    { name: `${name} without history`, plan: planScenario(small(name, 60, 0, 6 * WEEK)) },
  ]);

  it.each(bundled)("on $name, as the event list and as live actors", ({ plan }) => {
    const ahead = lived(plan, PRESETS, AHEAD);
    expect(lived(plan, PRESETS, OFF)).toEqual(ahead);
    expect(lived(plan, PRESETS, LIVE)).toEqual(ahead);
    expect(ahead.every(({ events }) => events > 100)).toBe(true);
  });

  it("with hundreds of people, who meet empty shelves, queues and each other's recommendations", () => {
    const scenario = small("retail", 500, 26 * WEEK, 53 * WEEK);
    const plan = planScenario({ ...scenario, ...(scenario.awareness && { awareness: { ...scenario.awareness, wordOfMouth: 3 } }) });
    expect(lived(plan, PRESETS, OFF, 1)).toEqual(lived(plan, PRESETS, AHEAD, 1));
  });
});

it("really happens: people live through a month before the first event of the list, which then has less to hold", () => {
  const plan = planScenario(small("retail", 200, 0, 9 * WEEK));
  const [month = 0] = plan.calendar.ends;
  const [ahead, off] = [true, false].map((runAhead) => {
    const world = createWorld(plan, rootKeyOf("ahead"), 0, "compiled", { runAhead });
    begin(world);
    world.ahead?.begin(month);
    return { lived: world.core.eventCount, pending: world.core.events.size, now: world.core.now };
  });
  expect(off?.lived).toBe(0);
  expect(ahead?.lived).toBeGreaterThan(20);
  expect(ahead?.now).toBe(0);
  expect(ahead?.pending).toBeLessThan((off?.pending ?? 0) / 2);
});

describe("running ahead gives the same", () => {
  const { stock, service, awareness, ...rest } = retailer();
  const variants: Readonly<Record<string, Written>> = {
    "without stock": { ...rest, ...(service && { service }), ...(awareness && { awareness }) },
    "without service": { ...rest, ...(stock && { stock }), ...(awareness && { awareness }) },
    "when people enter one by one": {
      ...retailer(),
      awareness: { entry: { exponential: { mean: "2w" } } },
    },
  };

  it.each(Object.entries(variants))("%s", (_, written) => {
    const plan = planOf(written);
    const ahead = lived(plan, PRESETS, AHEAD);
    expect(lived(plan, PRESETS, OFF)).toEqual(ahead);
  });

  it("after a fork, whichever strategy was lived in between", () => {
    const plan = planOf(retailer());
    const alone = onlyOne(lived(plan, ["omnichannel"], OFF));
    const [, forked, again] = lived(plan, ["single-channel", "omnichannel", "omnichannel"], AHEAD);
    expect(forked).toEqual(alone);
    expect(again).toEqual(alone);
  });
});

describe("a journey of an author's own runs ahead", () => {
  /** Three things at a time: visits that may end in an order, complaints, and a habit that ends at a count. */
  const machine = createMachine({
    id: "many",
    type: "parallel",
    states: {
      shopping: {
        initial: "idle",
        states: {
          idle: { on: { BECOME_AWARE: "looking", ALREADY_CUSTOMER: "looking" } },
          looking: { entry: ["beginNeed", "planVisit"], after: { timeToVisit: "visiting" } },
          visiting: { entry: "beginVisit", after: { visitDuration: "deciding" } },
          deciding: {
            always: [
              { guard: { type: "chance", params: { name: "buys", probability: 0.5 } }, target: "ordering" },
              { target: "looking", actions: "giveUpNeed" },
            ],
          },
          ordering: { entry: ["fillBasket", "placeOrder", "reflect"], after: { "exponential(mean=5d)": "looking" } },
        },
      },
      complaining: {
        initial: "content",
        states: {
          content: { after: { "exponential(mean=20d)": "complaining" } },
          complaining: {
            entry: "contactCompany",
            on: { CONTACT_RESOLVED: { target: "content", actions: "closeCaseResolved" }, CONTACT_FAILED: "sulking" },
          },
          sulking: {
            after: { "1d": [{ guard: "givesUpCase", target: "content", actions: "closeCaseUnresolved" }, { target: "complaining" }] },
          },
        },
      },
      habit: {
        initial: "on",
        states: {
          on: {
            entry: { type: "count", params: { counter: "n" } },
            always: { guard: { type: "countAtLeast", params: { counter: "n", value: 40 } }, target: "off" },
            after: { "12h": { target: "on", reenter: true } },
          },
          off: {},
        },
      },
    },
  });

  it("with several timers a customer, and shared steps in between", () => {
    const { stock: _, ...written } = retailer();
    const plan = planOfJourney(machine, { ...written, segments: { people: { size: 40, alreadyCustomers: 0.4 } } });
    const ahead = lived(plan, PRESETS.slice(0, 2), AHEAD);
    expect(lived(plan, PRESETS.slice(0, 2), OFF)).toEqual(ahead);
    expect(lived(plan, PRESETS.slice(0, 2), LIVE)).toEqual(ahead);
    expect(ahead[0]?.counted.some((count) => count > 0)).toBe(true);
  });
});

describe("an error of a step that ran ahead", () => {
  it("tells the step's own time", () => {
    const { scenario } = planOf(retailer());
    // Nobody can visit a company that offers no channel to inform or sell; the first who plans a visit finds out.
    const plan = planScenario({ ...scenario, strategies: { ...scenario.strategies, nothing: { channels: ["phone"] } } });
    const told = (way: Way) => {
      try {
        lived(plan, ["nothing"], way);
        return "";
      } catch (error) {
        return String(error);
      }
    };
    expect(told(AHEAD)).toContain("a customer has a need, but the strategy offers no channel that informs or sells");
    // Neither the beginning of the stretch (day 56) nor its end.
    const day = Number(/day (\d+\.\d\d)/.exec(told(AHEAD))?.[1]);
    expect(day % 1).not.toBe(0);
    expect(day).toBeGreaterThan(56);
    expect(day).toBeLessThan(56 + 31);
  });
});
