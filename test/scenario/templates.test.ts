/** Starter scenarios parse without problems and are what they are called. */

import { describe, expect, it } from "vitest";
import { parseScenario, SCHEMA_FILE, starterScenario, templateNames } from "../../src/scenario/index.ts";

const scenarioOf = (name: (typeof templateNames)[number]) => parseScenario(starterScenario(name), { fileName: `${name}.yaml` }).scenario;

describe("a starter scenario", () => {
  it.each(templateNames)("%s is valid and names the JSON Schema in its first line", (name) => {
    expect(scenarioOf(name).name).not.toBe("");
    expect(starterScenario(name).split("\n")[0]).toBe(`# yaml-language-server: $schema=${SCHEMA_FILE}`);
  });

  it("for retail has three channels and two groups, the contact centre only service, buyers only needs", () => {
    const retail = scenarioOf("retail");
    expect([Object.keys(retail.channels ?? {}).length, Object.keys(retail.service?.groups ?? {}).length]).toEqual([3, 2]);
    expect(scenarioOf("contact-centre").needs).toBeUndefined();
    expect(scenarioOf("buyers").service).toBeUndefined();
    expect(scenarioOf("buyers").channels).toBeUndefined();
  });

  it("is as short as its name for minimal", () => {
    expect(starterScenario("minimal").split("\n").length).toBeLessThan(25);
  });
});
