/** A queue that starts empty is measured too low until it has filled; the warm-up that MSER-5 finds takes that away. */

import { describe, expect, it } from "vitest";
import type { JourneybenchError } from "../../src/errors.ts";
import { compare } from "../../src/experiment/index.ts";
import type { KpiEstimate, ResultDocument } from "../../src/kpi/index.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { erlangC } from "../../src/stats/index.ts";
import { singleQueue } from "../support/contact-centre.ts";

/** 54 calls an hour of one minute for one agent: 90 % busy. Its past fades with 1 / (μ (1 − √ρ)²) = 380 minutes. */
const queue = singleQueue({ rate: "54/h", agents: 1, handling: { exponential: { mean: "1min" } }, history: "0s", horizon: "1d" });
const TRUTH = erlangC({ arrivalRate: 54 / 3600, serviceRate: 1 / 60, agents: 1 })?.meanWait ?? Number.NaN;

async function resultOf(changes: object, replications: number): Promise<ResultDocument> {
  const written = { name: "queue", seed: "warm", ...queue, strategies: { only: {} }, ...changes };
  const scenario = parseScenario(JSON.stringify(written), { fileName: "queue.json", knownKpis: ["mean_wait_all"] });
  return (await compare(scenario, { replications, workers: 0 })).result;
}

function waitOf({ strategies }: ResultDocument): KpiEstimate {
  const estimate = strategies[0]?.kpis["mean_wait_all"];
  if (estimate === undefined) throw new Error("no wait was measured");
  return estimate;
}

/** Standard errors between the measured wait and Erlang's. */
function errorsOff(result: ResultDocument): number {
  const { mean, sd, n } = waitOf(result);
  return ((mean ?? Number.NaN) - TRUTH) / ((sd ?? Number.NaN) / Math.sqrt(n));
}

/** MSER weighs bias against noise, so that it takes pilots enough to see a bias of some per cent: a wait varies by as much as its mean. */
const warmUp = { of: "mean_wait_all", upTo: "2d", step: "15m", pilot: 300 };
const few = { ...warmUp, pilot: 10 };
const REPLICATIONS = 300;
const found = await resultOf({ warmUp }, REPLICATIONS);

describe("a queue that is 90 % busy, from empty", () => {
  it("is measured far too low without a warm-up", async () => {
    expect(TRUTH).toBeCloseTo(540, 6);
    const without = await resultOf({}, REPLICATIONS);
    expect(errorsOff(without)).toBeLessThan(-3);
  });

  it("agrees with Erlang C after the warm-up that was found", () => {
    expect(Math.abs(errorsOff(found))).toBeLessThan(3);
  });

  it("says what was found, in whole steps; it is of the order of the time in which its past fades", () => {
    const { warmUp: told, scenario } = found;
    if (told === undefined) throw new Error("no warm-up is told");
    expect(told).toMatchObject({ by: "mser-5", kpi: "mean_wait_all", pilot: 300, upTo: 172_800, step: 900, steps: 192 });
    expect(told.history).toBe(told.truncated * told.step);
    expect(scenario.history).toBe(told.history);
    expect(told.history / (380 * 60)).toBeGreaterThan(0.3);
    expect(told.history / (380 * 60)).toBeLessThan(3);
    const assumption = found.assumptions.find(({ path }) => path === "history");
    expect(assumption).toMatchObject({ value: `${told.history}s`, setBy: "scenario", tag: "C" });
    expect(assumption?.source).toContain("MSER-5");
  });

  it("is the same the second time, and the same as a history of that length", async () => {
    const [once, again] = [await resultOf({ warmUp: few }, 2), await resultOf({ warmUp: few }, 2)];
    expect({ ...again, timing: null }).toEqual({ ...once, timing: null });
    const stated = await resultOf({ history: `${once.scenario.history}s` }, 2);
    expect(stated.strategies).toEqual(once.strategies);
  });

  it("is refused where the warm-up is not over in time, with a longer time to look at", async () => {
    const error = await resultOf({ warmUp: { ...warmUp, upTo: "2h", step: "2m" } }, 2).catch(
      (reason: unknown) => reason as JourneybenchError,
    );
    expect(error).toMatchObject({ code: "bad-input", message: expect.stringMatching(/not over within the first half of 7200s/) as string });
    expect((error as JourneybenchError).hint).toContain("warmUp.upTo: 14400s");
  });
});
