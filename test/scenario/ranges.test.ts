/** Every numeric default has a range, lies in it, and may be set to either end. */

import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { type Assumption, parseScenario, scenarioSchema } from "../../src/scenario/index.ts";
import { meanOf } from "../../src/sim/kernel/index.ts";
import { type Parameter, parameters } from "../support/parameters.ts";

const isDistribution = (value: unknown): value is Parameters<typeof meanOf>[0] =>
  typeof value === "object" && value !== null && "kind" in value;

/** The number behind a value of the engine, or undefined where there is none (hours, lists, maps, words). */
function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "object" || value === null) return undefined;
  if ("gammaGamma" in value) {
    const { p, q, gamma } = value.gammaGamma as Record<"p" | "q" | "gamma", number>;
    return (p * gamma) / (q - 1);
  }
  // A promise.
  if ("working" in value && "seconds" in value) return Number(value.seconds);
  return isDistribution(value) ? meanOf(value) : undefined;
}

const numeric = parameters.filter(({ schema }) => numberOf(schema.parse(undefined)) !== undefined);

/** An end of a range as input: of a distribution's mean, a distribution that always has it. */
function inputOf({ note }: Parameter, end: string): unknown {
  const value: unknown = parse(end);
  return note.rangeOf === "mean" ? { deterministic: value } : value;
}

describe("the ranges of the defaults", () => {
  it("are looked for in the whole tree", () => {
    expect(parameters.length).toBeGreaterThan(150);
    expect(numeric.length).toBeGreaterThan(130);
  });

  it.each(numeric.map((one) => [one.path, one] as const))("%s has one that holds its default, and both ends are accepted", (_, one) => {
    const { schema, note } = one;
    const { range } = note;
    expect(range).toBeDefined();
    const [low = Number.NaN, high = Number.NaN] = (range ?? []).map((end) => numberOf(schema.parse(inputOf(one, end))));
    const preset = numberOf(schema.parse(undefined)) ?? Number.NaN;
    expect(low).toBeLessThan(high);
    expect(preset).toBeGreaterThanOrEqual(low);
    expect(preset).toBeLessThanOrEqual(high);
    expect(note.rangeOf === "mean").toBe(isDistribution(schema.parse(undefined)) || "gammaGamma" in Object(schema.parse(undefined)));
  });

  it("have both ends in one unit, so that they can be divided", () => {
    const unitsOf = ({ note }: Parameter) => (note.range ?? []).map((end) => end.replace(/^-?[0-9.]+/u, ""));
    expect(parameters.filter((one) => new Set(unitsOf(one)).size > 1).map(({ path }) => path)).toEqual([]);
  });

  it("are given to no parameter that is no number", () => {
    const others = parameters.filter((one) => !numeric.includes(one) && one.note.range !== undefined);
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  it("stand beside the values in the assumptions, whoever set them", () => {
    const text = "name: a\nsegments: { all: { size: 10 } }\nneeds: { a: 0.5 }\nchannels: { web: { kind: self-service, can: [sell] } }\n";
    const { assumptions } = parseScenario(text, { fileName: "a.yaml" });
    const at = (path: string): Assumption | undefined => assumptions.find((one) => one.path === path);
    expect(at("needs.a")).toMatchObject({ setBy: "scenario", range: "0 to 2" });
    expect(at("needs.timeBetweenVisits")?.range).toMatch(/^mean /);
    expect(at("needs.activeHours")).not.toHaveProperty("range");
  });

  it("are told to editors", () => {
    expect(scenarioSchema.shape.discountRate.description).toContain("Plausible: 0.03 to 0.15.");
  });
});
