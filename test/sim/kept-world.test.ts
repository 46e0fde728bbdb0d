/** A world is lived in by one replication after the other, and none of them can tell. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { customerMachine } from "../../src/journey/index.ts";
import { parseScenario, type Scenario } from "../../src/scenario/index.ts";
import { type Plan, planScenario, replicate } from "../../src/sim/index.ts";
import { Draws, rootKeyOf } from "../../src/sim/kernel/index.ts";
import { keepWorld, takeWorld } from "../../src/sim/kept-world.ts";
import { createWorld } from "../../src/sim/world.ts";
import { retailer } from "../support/retail.ts";
import { compared, planOf } from "../support/runs.ts";

const DAY = 86_400;
const KEY = rootKeyOf("kept");

function scenarioOf(path: string): Scenario {
  return parseScenario(readFileSync(path, "utf8"), { fileName: path }).scenario;
}

/** With few people, for some weeks; contact centres, which have many contacts, for some hours. */
function small({ segments = {}, history, horizon, ...rest }: Scenario): Scenario {
  const sizes = Object.entries(segments).map(([name, segment]) => [name, { ...segment, size: Math.min(segment.size, 60) }] as const);
  const most = (sizes.length === 0 ? 0.25 : 60) * DAY;
  return { ...rest, segments: Object.fromEntries(sizes), history: Math.min(history, most), horizon: Math.min(horizon, most) };
}

/** The second replication of a plan, after the first one and in a new world. */
function secondOf(planned: () => Plan) {
  const plan = planned();
  const strategies = Object.keys(plan.scenario.strategies).slice(0, 3);
  compared(plan, strategies, 0);
  return { after: compared(plan, strategies, 1), alone: compared(planned(), strategies, 1) };
}

const bundled = ["scenarios", "scenarios/reference"]
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => ({ path, scenario: scenarioOf(path) }))
  // Those with a journey of their own need its file.
  .filter(({ scenario }) => scenario.journey === undefined);

describe("a replication gives the same outcome in a world that another has lived in as in a new one", () => {
  it.each(bundled)("$path", ({ scenario }) => {
    const { after, alone } = secondOf(() => planScenario(small(scenario)));
    expect(after).toEqual(alone);
  });

  it("where channels fail at times that each replication draws", () => {
    const channels = retailer().channels ?? {};
    const failing = { ...channels, web: { ...channels["web"], outages: { failures: { up: "2d", down: "5h" } } } } as typeof channels;
    const { after, alone } = secondOf(() => planOf({ ...retailer(), channels: failing }));
    expect(after).toEqual(alone);
  });

  it("on an author's journey", () => {
    const scenario: Scenario = { ...small(scenarioOf("scenarios/retail.yaml")), journey: "./mine.ts" };
    const { after, alone } = secondOf(() => planScenario(scenario, { journey: { machine: customerMachine, fileName: "mine.ts" } }));
    expect(after).toEqual(alone);
  });
});

it("nothing is drawn while a world is made: what is drawn would be another replication's", () => {
  const uniform = vi.spyOn(Draws.prototype, "uniform");
  createWorld(planOf(retailer()), KEY, 0, "compiled");
  expect(uniform).not.toHaveBeenCalled();
  uniform.mockRestore();
});

describe("a world that was kept", () => {
  const plan = planOf(retailer());

  it("is taken up again for the same plan and the same shortcuts only", () => {
    const { world, ...rest } = takeWorld(plan, KEY, 0, {});
    keepWorld({ world, ...rest });
    expect(takeWorld(plan, KEY, 1, {}).world).toBe(world);
    keepWorld({ world, ...rest });
    expect(takeWorld(plan, KEY, 1, { runAhead: false }).world).not.toBe(world);
    keepWorld({ world, ...rest });
    expect(takeWorld(planOf(retailer()), KEY, 1, {}).world).not.toBe(world);
    keepWorld({ world, ...rest, empty: undefined });
    expect(takeWorld(plan, KEY, 1, {}).world).not.toBe(world);
  });

  it("is not taken by two at once, nor after somebody failed in it", () => {
    const { world, ...rest } = takeWorld(plan, KEY, 0, {});
    expect(takeWorld(plan, KEY, 1, {}).world).not.toBe(world);
    keepWorld({ world, ...rest });
    const uniform = vi.spyOn(Draws.prototype, "uniform").mockImplementation(() => {
      throw new Error("no luck");
    });
    expect(() => replicate({ plan, strategies: ["multichannel"], replication: 1, executor: "compiled" })).toThrow("no luck");
    uniform.mockRestore();
    expect(takeWorld(plan, KEY, 0, {}).world).not.toBe(world);
  });
});
