/** The resolved file holds every default, means the same scenario, and resolves to itself. */

import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { parseScenario, starterScenario, templateNames } from "../../src/scenario/index.ts";
import { whole } from "./texts.ts";

const odd = `# kept
name: "12" # a name that looks like a number
description: "# no comment\\nsecond line"
seed: "yes"
channels: { "null": &x { kind: self-service, can: [sell] }, "true": *x } # anchors
segments:
  # about all
  all:
    size: 5 # exact [S]
    affinity: { "null": -0.5, "true": 1.0e-7 }
needs:
  timeBetweenVisits:
    lognormal:
      mean: 1d # measured [C]
      cv: 2
expect:
  - { kpi: a, strategy: multichannel, atLeast: -1 }
`;

const texts: readonly (readonly [string, string])[] = [
  ["whole", whole],
  ["odd", odd],
  ...templateNames.map((name) => [name, starterScenario(name)] as const),
];

describe.each(texts)("the resolved text of %s", (_, text) => {
  const first = parseScenario(text, { fileName: "first.yaml" });
  const second = parseScenario(first.resolved, { fileName: "second.yaml" });

  it("means the same scenario", () => {
    expect(second.scenario).toStrictEqual(first.scenario);
    expect(Object.keys(second.scenario.channels ?? {})).toEqual(Object.keys(first.scenario.channels ?? {}));
  });

  it("resolves to itself", () => {
    expect(second.resolved).toBe(first.resolved);
  });

  it("rests on the same assumptions: a default that was written out is still a default", () => {
    expect(second.assumptions).toEqual(first.assumptions);
  });

  it("leaves no default unwritten", () => {
    const written = parse(first.resolved) as Record<string, unknown>;
    const parts = first.assumptions.map((item) => item.path.split(/[.[]/)[0] ?? "");
    for (const part of parts) expect(Object.keys(written)).toContain(part);
  });

  it("gives a frozen scenario", () => {
    expect(Object.isFrozen(first.scenario)).toBe(true);
    expect(Object.values(first.scenario).every((value) => Object.isFrozen(value))).toBe(true);
  });
});

describe("comments in the resolved text", () => {
  it("name the source of each default and keep those of the file", () => {
    const { resolved } = parseScenario(odd, { fileName: "odd.yaml" });
    expect(resolved).toContain("  # default: Fader, Hardie & Lee 2005");
    expect(resolved).toContain("    # exact [S]\n    size: 5\n");
    expect(resolved).toContain("        # measured [C]\n        mean: 1d\n".replaceAll("        ", "      "));
    expect(resolved).toContain("  # about all\n  all:\n");
  });
});
