import { describe, expect, it } from "vitest";
import { makePolicy, type RoutingDefinition, routingPolicies } from "../../../src/strategies/index.ts";

const names = { groups: ["team"], channels: ["phone"], topics: ["sales"] };
const policyNames = Object.keys(routingPolicies) as RoutingDefinition["policy"][];

describe("the catalogue of routing policies", () => {
  it("makes every policy it describes, without params, under its own name", () => {
    expect(policyNames.map((policy) => makePolicy({ policy }, names).name)).toEqual(policyNames);
  });

  it("describes each in one sentence with its source", () => {
    for (const { label, does, source } of Object.values(routingPolicies)) {
      expect(label).not.toBe("");
      expect(does).toMatch(/^[A-Z][^.]+\.$/);
      expect(source).toMatch(/\d{4}|practice/);
    }
  });
});
