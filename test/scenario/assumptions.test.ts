/** Every parameter is listed with its value, who set it and where it comes from. */

import { describe, expect, it } from "vitest";
import { assumptions, parseScenario, scenarioSchema, starterScenario, templateNames } from "../../src/scenario/index.ts";
import { whole } from "./texts.ts";

const text = `# a heading, kept out by the blank line

name: sources
# from the CRM, 2025 [S]
channels:
  web: { kind: self-service, can: [inform, sell] }
  shop:
    kind: in-person
    can: [sell]
    visitCost: 2 # till slips [C]
    # two lines
    # above [S2]
    contactCost: 1
segments:
  all:
    size: 10
    affinity:
      web: 1 # survey [A]
      shop: 2

needs:
  a: 0
  description_is_not_here: 1
`.replace("  description_is_not_here: 1\n", "");

const listed = parseScenario(text, { fileName: "sources.yaml" }).assumptions;
const at = (path: string) => listed.find((item) => item.path === path);

describe("the assumptions of a scenario", () => {
  it("hold defaults with the source of the schema", () => {
    expect(at("needs.r")).toMatchObject({ value: "0.243", setBy: "default", tag: "C" });
    expect(at("needs.r")?.source).toContain("Fader");
    expect(at("channels.web.visitDuration")).toMatchObject({ value: "{ lognormal: { mean: 1310s, cv: 1.56 } }", setBy: "default" });
    expect(at("horizon")).toMatchObject({ value: "2y", setBy: "default", source: "default of the schema", tag: null });
  });

  it("hold values of the file with the comment beside or directly above as source, and its tag", () => {
    expect(at("channels.shop.visitCost")).toMatchObject({ value: "2", setBy: "scenario", source: "till slips [C]", tag: "C" });
    expect(at("channels.shop.contactCost")).toMatchObject({ source: "two lines above [S2]", tag: "S2" });
    expect(at("segments.all.affinity.web")).toMatchObject({ value: "1", source: "survey [A]", tag: "A" });
  });

  it("take the comment of the block where a value has none, else name the file", () => {
    expect(at("channels.web.kind")).toMatchObject({ value: "self-service", source: "from the CRM, 2025 [S]", tag: "S" });
    expect(at("channels.web.kind")?.about).toContain("self-service");
    expect(at("segments.all.size")).toMatchObject({ value: "10", source: "the scenario file", tag: null });
    expect(at("needs.a")).toMatchObject({ setBy: "scenario", source: "the scenario file", tag: null });
  });

  it("say nothing about names and settings of the run", () => {
    for (const path of ["name", "seed", "replications", "expect", "currency"]) expect(at(path)).toBeUndefined();
  });

  it("take no comment from inside a text over several lines", () => {
    const trap = `name: trap\ndescription: |\n  text\n  # not a comment [S]\nsegments: { all: { size: 10 } }\nneeds: {}\n`;
    const size = parseScenario(trap, { fileName: "trap.yaml" }).assumptions.find((item) => item.path === "segments.all.size");
    expect(size).toMatchObject({ source: "the scenario file", tag: null });
  });

  it("have one line each, unique paths, and every default says what it is and where it comes from", () => {
    for (const source of [whole, ...templateNames.map(starterScenario)]) {
      const all = parseScenario(source, { fileName: "x.yaml" }).assumptions;
      expect(new Set(all.map((item) => item.path)).size).toBe(all.length);
      for (const item of all) {
        expect(item.value).not.toContain("\n");
        expect(item.about, item.path).not.toBe("");
        expect(item.source, item.path).not.toBe("");
      }
    }
  });

  it("can be listed from an input without a file", () => {
    const input = { name: "a", needs: {}, segments: { all: { size: 1 } } };
    expect(assumptions(scenarioSchema, input).find((item) => item.path === "segments.all.size")?.source).toBe("the scenario file");
  });
});
