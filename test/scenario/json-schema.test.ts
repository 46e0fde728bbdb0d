/** The JSON Schema accepts what the loader accepts and refuses what the schema refuses. */

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { jsonSchema, parseScenario, starterScenario, templateNames } from "../../src/scenario/index.ts";
import { whole, wholeWith } from "./texts.ts";

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(jsonSchema());

describe("the JSON Schema", () => {
  it("has a title, a description and is no bare reference", () => {
    expect(jsonSchema()).toMatchObject({ title: "journeybench scenario", type: "object", additionalProperties: false, required: ["name"] });
  });

  it.each([["whole", whole] as const, ...templateNames.map((name) => [name, starterScenario(name)] as const)])(
    "accepts %s, as written and as resolved",
    (_, text) => {
      expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
      expect(validate(parse(parseScenario(text, { fileName: "x" }).resolved)), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it.each([
    ["a misspelt key", "needs: {}", "neds: {}"],
    ["a missing unit", "mean: 5m", "mean: 5"],
    ["a wrong unit", "mean: 5m", "mean: 5 moons"],
    ["a negative rate", "rate: 4/d", "rate: -4/d"],
    ["an unknown distribution", "{ lognormal:", "{ lognormall:"],
    ["a wrong kind", "kind: live", "kind: alive"],
    ["no agents", "agents: 2", "agents: 0"],
    ["wrong hours", "12:00, 13:00-18:00", "12:70"],
    ["a wrong promise", "1 working hour", "1 working week"],
    ["a capability that is neither on nor off", "sharedBasket: false", "personalisation: perhaps"],
    ["a blank name", "web: 0.95", '" ": 0.95'],
  ])("refuses %s", (_, piece, replacement) => {
    expect(validate(parse(wholeWith(piece, replacement)))).toBe(false);
  });

  it("tells editors what parameters are and where their defaults come from", () => {
    const text = JSON.stringify(jsonSchema());
    expect(text).toContain("Shape of the gamma distribution of need rates. Source of the default: Fader");
    expect(text).toContain('"default":"2y"');
  });
});
