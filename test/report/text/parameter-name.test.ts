/** Names for people, from paths. */

import { describe, expect, it } from "vitest";
import { capabilityNames, scenarioSchema } from "../../../src/scenario/index.ts";
import { type AnySchema, alternativesOf, core, entrySchemaOf, fieldsOf } from "../../../src/scenario/schema-walk.ts";
import { differenceName, NAMED_PARTS, parameterName, shortParameterName } from "../../../src/report/text/parameter-name.ts";
import { capabilityCatalogue } from "../../../src/strategies/index.ts";
import { pathText } from "../../../src/scenario/index.ts";

describe("the name of a parameter", () => {
  it.each([
    ["service.groups.phone.agents", "Service › groups › phone › agents"],
    ["needs.goesOn", "Needs › goes on"],
    ["discountRate", "Discount rate"],
    ["offer.spend.gammaGamma.p", "Offer › spend › gamma gamma › p"],
    ["costs.sharedHistory.setUp", "Costs › Shared history › set up"],
    ["strategies.omnichannel.sharedHistory", "Strategies › omnichannel › Shared history"],
  ])("says %s in words", (path, words) => {
    expect(parameterName(path)).toBe(words);
  });

  it("leaves names as their author wrote them, whatever they hold", () => {
    for (const name of ["phone desk", "a.b[0] c", 'the "best"', "back\\slash", "iPhone", "sharedHistory", "ÄRZTE"])
      expect(parameterName(pathText(["service", "groups", name, "agents"]))).toBe(`Service › groups › ${name} › agents`);
    expect(parameterName(pathText(["service", "groups", "day", "shifts", 1, "agents"]))).toBe(
      "Service › groups › day › shifts › no. 2 › agents",
    );
  });

  it("is short at its beginning where there is little room, and keeps its last two words", () => {
    expect(shortParameterName("needs.goesOn", 30)).toBe("Needs › goes on");
    expect(shortParameterName('service.groups["phone desk"].agents', 25)).toBe("… phone desk › agents");
    expect(shortParameterName('service.groups["phone desk"].agents', 5)).toBe("… phone desk › agents");
    expect(shortParameterName('service.groups["phone desk"].agents', 34)).toBe("… groups › phone desk › agents");
  });

  it("knows every part of a scenario whose entries have names of their own", () => {
    const parts = new Set<string>();
    const visit = (schema: AnySchema, key: string): void => {
      const inner = core(schema);
      const entry = entrySchemaOf(inner);
      if (entry !== undefined) {
        if (key !== "") parts.add(key);
        visit(entry, "");
      }
      for (const [name, field] of fieldsOf(inner) ?? []) visit(field, name);
      for (const one of alternativesOf(inner) ?? []) visit(one, key);
      const { def } = (inner as { readonly _zod: { readonly def: { readonly type: string; readonly element?: AnySchema } } })._zod;
      if (def.type === "array" && def.element !== undefined) visit(def.element, "");
    };
    visit(scenarioSchema, "");
    expect([...NAMED_PARTS].toSorted()).toEqual([...parts].toSorted());
  });
});

describe("the name of what strategies differ in", () => {
  it("is the label of the catalogue of capabilities", () => {
    for (const name of capabilityNames) expect(differenceName(name)).toBe(capabilityCatalogue[name].label);
    expect([differenceName("channels"), differenceName("routing"), differenceName("constructor")]).toEqual([
      "Channels offered",
      "Routing policy",
      "constructor",
    ]);
  });
});
