/** The part `warmUp`: what it may say, and what not. */

import { describe, expect, it } from "vitest";
import { JourneybenchError } from "../../src/errors.ts";
import { parseScenario } from "../../src/scenario/index.ts";

const text = (part: string) => `name: line
channels: { phone: { kind: live, can: [serve] } }
service:
  groups: { desk: { agents: 1, home: [phone] } }
  arrivals: { callers: { channel: phone, rate: 2/h } }
${part}
`;

function parse(part: string) {
  return parseScenario(text(part), { fileName: "line.yaml", knownKpis: ["mean_wait_all", "asa"] });
}

function problems(part: string): string[] {
  try {
    parse(part);
  } catch (error) {
    if (error instanceof JourneybenchError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe("a warm-up that is asked for", () => {
  it("needs a KPI and a time, and tells its defaults with their sources", () => {
    const { scenario, assumptions } = parse("warmUp: { of: mean_wait_all, upTo: 10d }");
    expect(scenario.warmUp).toEqual({ of: "mean_wait_all", upTo: 864_000, by: "mser-5", pilot: 10 });
    expect(assumptions.find(({ path }) => path === "warmUp.pilot")).toMatchObject({ value: "10", setBy: "default", tag: "A" });
  });

  it.each([
    ["warmUp: { of: mean_wait_al, upTo: 10d }", /^warmUp\.of: .*Did you mean "mean_wait_all"/],
    ["history: 1d\nwarmUp: { of: asa, upTo: 10d }", /^history: expected only one of history and warmUp/],
    ["warmUp: { of: asa, upTo: 1h, step: 2m }", /^warmUp\.step: expected at least 50 steps in upTo, found 2m/],
    ["warmUp: { of: asa, upTo: 40s }", /^warmUp\.upTo: expected at least 50 steps/],
    ["warmUp: { of: asa, upTo: 1d, by: eye }", /^warmUp\.by: /],
  ])("refuses %s", (part, sentence) => {
    const found = problems(part);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
  });
});
