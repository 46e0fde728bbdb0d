/** The true value of touches: against formulas, and without disturbing what is studied. */

import { describe, expect, it } from "vitest";
import { planScenario, type Plan, type TouchRecord, replicate, replicateWithTouches } from "../../../src/sim/index.ts";
import { retailer } from "../../support/retail.ts";
import { planOf } from "../../support/runs.ts";
import { tiny } from "../../support/tiny.ts";
import { twoChannels } from "../../support/two-channels.ts";

const PRESETS = ["multichannel", "omnichannel"] as const;

function recordOf(plan: Plan, replication = 0, runAhead = true): TouchRecord {
  const [outcome] = replicateWithTouches({ plan, strategies: ["multichannel"], replication, executor: "compiled", runAhead });
  if (outcome?.touches === undefined) throw new Error("no record");
  return outcome.touches;
}

const lost = ({ asIs, without }: TouchRecord, channel: number) => asIs.revenue - (without[channel]?.revenue ?? 0);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe.each([
  ["the tiny scenario", planScenario(tiny().scenario)],
  ["a retailer", planOf(retailer())],
] as const)("a study of touches in %s", (_, plan) => {
  const task = { plan, strategies: PRESETS, replication: 0, executor: "compiled" } as const;
  const studied = replicateWithTouches(task);

  it("leaves the lives as they are: the same bytes as without it", () => {
    expect(studied.map(({ touches: _touches, ...outcome }) => outcome)).toEqual(replicate(task));
  });

  it("gives the same record whether customers run ahead or not", () => {
    const [first] = studied;
    expect(replicateWithTouches({ ...task, strategies: ["multichannel"], runAhead: false })).toEqual([first]);
  });

  it("counts every order and every visit in the paths of needs, to the cent", () => {
    for (const { touches } of studied) {
      const { paths, asIs, touches: visits } = touches!;
      expect(sum(paths.map(({ cents }) => cents))).toBe(asIs.revenue);
      const inPaths = sum(paths.map(({ channels, bought, left }) => channels.length * (bought + left)));
      // Needs open at adoption have touches from before, needs open at the end have not ended.
      expect(Math.abs(inPaths / sum(visits) - 1)).toBeLessThan(0.2);
    }
  });
});

it("without any channel nothing is bought, and every touch of an only channel is worth what was bought there", () => {
  const written = twoChannels({ share: 0.5, buys: { x: 0.3, y: 0.6 }, goesOn: 0.5 });
  const { y: _, ...channels } = written.channels!;
  const record = recordOf(planOf({ ...written, channels, segments: { people: { size: 100 } } }));
  expect(record.without[0]?.revenue).toBe(0);
  expect(record.asIs.revenue).toBeGreaterThan(0);
  expect(record.paths.every((path) => path.channels.every((channel) => channel === 0))).toBe(true);
});

describe("where every need is one visit", () => {
  const plan = planOf(twoChannels({ share: 0.4, buys: { x: 0.3, y: 0.6 }, goesOn: 0, people: 300 }));
  const record = recordOf(plan);
  const bought = [0, 1].map((channel) => sum(record.paths.filter((path) => path.channels[0] === channel).map(({ cents }) => cents)));

  it("leaving out a channel loses exactly what was bought there: paths do not meet", () => {
    for (const channel of [0, 1]) expect(lost(record, channel)).toBe(bought[channel]);
  });

  it("leaving out single touches estimates what they lose without bias", () => {
    const records = Array.from({ length: 15 }, (_, replication) => recordOf(plan, replication));
    for (const channel of [0, 1]) {
      const errors = records.map((one) => one.lostSingly[channel]! - lost(one, channel));
      const mean = sum(errors) / errors.length;
      const sd = Math.sqrt(sum(errors.map((error) => (error - mean) ** 2)) / (errors.length - 1));
      expect(Math.abs(mean)).toBeLessThan(3 * (sd / Math.sqrt(errors.length)));
      expect(sd / Math.sqrt(errors.length)).toBeLessThan(0.05 * lost(records[0]!, channel));
    }
  });

  it("the cost of the visits that do not happen is saved", () => {
    const profit = (channel: number) => record.asIs.profit - record.without[channel]!.profit;
    for (const channel of [0, 1]) expect(profit(channel)).toBe(0.4 * bought[channel]! - 100 * record.touches[channel]!);
  });
});

describe("where customers go on until they buy", () => {
  // At y everybody buys; x only takes orders that y would have had a minute later.
  const record = recordOf(planOf(twoChannels({ share: 0.75, buys: { x: 0.1, y: 1 }, goesOn: 1, people: 400 })));
  const revenue = record.asIs.revenue;

  it("touches of x are worth nothing, though x is the last touch of 23 % of the revenue", () => {
    const last = sum(record.paths.filter((path) => path.channels.at(-1) === 0).map(({ cents }) => cents));
    // x before y: 0.75 · 0.1 / (0.75 · 0.1 + 0.25).
    expect(last / revenue).toBeCloseTo(0.2308, 1);
    expect(Math.abs(lost(record, 0)) / revenue).toBeLessThan(0.002);
  });

  it("without y 31 visits, three in four of them to x, have to do", () => {
    // Nobody buys: (0.25 + 0.75 · 0.9) to the power of 31.
    const unsold = Math.exp(31 * Math.log(0.25 + 0.75 * 0.9));
    const needs = sum(record.paths.map(({ bought, left }) => bought + left));
    const se = Math.sqrt((unsold * (1 - unsold)) / needs);
    expect(Math.abs(lost(record, 1) / revenue - unsold)).toBeLessThan(3 * se + 0.002);
  });

  it("no single touch matters: another one follows", () => {
    expect(Math.abs(record.lostSingly[0]!) / revenue).toBeLessThan(0.005);
  });
});
