import { describe, expect, it } from "vitest";
import { capabilityNames, scenarioSchema } from "../../src/scenario/schema/index.ts";
import { resolveStrategy } from "../../src/strategies/index.ts";

const scenario = scenarioSchema.parse({
  name: "test",
  channels: {
    blog: { kind: "self-service", can: ["inform"] },
    web: { kind: "self-service", can: ["sell"] },
    shop: { kind: "in-person", can: ["sell", "serve"] },
    phone: { kind: "live", can: ["serve"] },
  },
  strategies: {
    multichannel: {},
    omnichannel: {},
    "own stock": { extends: "omnichannel", unifiedStock: false },
    "own stock, own basket": { extends: "own stock", sharedBasket: false, channels: ["phone", "web"] },
    plain: {},
    queued: { extends: "omnichannel", routing: "one-queue" },
    patient: { extends: "queued", routing: { relationship: { waitLimit: "90s" } } },
    "queued without stock": { extends: "queued", unifiedStock: false },
    own: { extends: "queued", routing: "./my-policy.ts" },
    heir: { extends: "own" },
    rewarding: { extends: "omnichannel", loyaltyProgramme: true },
    "rewarding, own basket": { extends: "rewarding", sharedBasket: false },
    "rewarding no more": { extends: "rewarding", loyaltyProgramme: false },
  },
});

function on(name: string): string[] {
  const { capabilities } = resolveStrategy(scenario, name);
  return Object.entries(capabilities).flatMap(([capability, value]) => (value ? [capability] : []));
}

describe("a strategy", () => {
  it("has no capability under multichannel, all under omnichannel, and none if it says nothing", () => {
    expect([on("multichannel"), on("plain"), on("omnichannel").length]).toEqual([[], [], 11]);
  });

  it("inherits along a chain and switches single capabilities", () => {
    expect(on("own stock, own basket")).toEqual(capabilityNames.filter((name) => name !== "unifiedStock" && name !== "sharedBasket"));
  });

  it("offers all channels, or those it names, in the scenario's order", () => {
    expect(resolveStrategy(scenario, "plain").channels).toEqual(["blog", "web", "shop", "phone"]);
    expect(resolveStrategy(scenario, "own stock, own basket").channels).toEqual(["web", "phone"]);
  });

  it("single-channel offers the first that sells and, as that one cannot serve, the first that does", () => {
    expect(resolveStrategy(scenario, "single-channel").channels).toEqual(["web", "shop"]);
  });

  it("costs what its capabilities cost together", () => {
    const { costs } = scenario;
    const strategy = resolveStrategy(scenario, "own stock, own basket");
    const { unifiedStock: _, sharedBasket: __, ...paid } = costs;
    const expected = Object.values(paid).reduce((total, { perYear }) => total + perYear, 0);
    expect(strategy.costPerYear).toBe(expected);
    expect(resolveStrategy(scenario, "multichannel").costPerYear).toBe(0);
  });

  it("has the loyalty programme as it says, else as what it extends, else not", () => {
    const has = (name: string) => resolveStrategy(scenario, name).loyaltyProgramme;
    expect(["omnichannel", "rewarding", "rewarding, own basket", "rewarding no more"].map(has)).toEqual([false, true, true, false]);
  });

  it("routes as it says, else as what it extends, else as its capabilities say", () => {
    const routing = (name: string) => resolveStrategy(scenario, name).routing;
    expect([routing("plain"), routing("omnichannel")]).toEqual([undefined, undefined]);
    expect(routing("queued without stock")).toEqual({ policy: "one-queue", params: {} });
    expect(routing("patient")).toEqual({ policy: "relationship", params: { waitLimit: 90 } });
    expect(routing("heir")).toEqual({ file: "./my-policy.ts" });
  });
});
