// Least agents for a service level.
import { describe, expect, it } from "vitest";
import { agentsFor, erlangA, erlangC } from "../../../src/stats/index.ts";
import { expectFormulas } from "../../support/expect-formulas.ts";

const promise = { serviceRate: 1 / 180, serviceLevel: 0.8, within: 20 };

it("80 % within 20 seconds takes the published numbers of agents", () => {
  const loads = [5, 10, 20, 50, 100];
  expectFormulas(
    "cc-012",
    Object.fromEntries(loads.map((load) => [`agents(a=${load})`, agentsFor({ ...promise, arrivalRate: load / 180 })])),
  );
});

describe("whatever the load,", () => {
  it.each([0.01, 1, 37.3, 1000, 20_000])("%d Erlang: enough, and one agent less is not", (load) => {
    const arrivalRate = load / 180;
    const agents = agentsFor({ ...promise, arrivalRate });
    const level = (n: number) => (n === 0 ? 0 : (erlangC({ arrivalRate, serviceRate: 1 / 180, agents: n })?.servedWithin(20) ?? 0));
    expect(level(agents)).toBeGreaterThanOrEqual(0.8);
    expect(level(agents - 1)).toBeLessThan(0.8);
  });

  it("impatient customers need fewer, because those who leave make room", () => {
    const target = { ...promise, arrivalRate: 100 / 180 };
    const agents = agentsFor({ ...target, patienceRate: 1 / 300 });
    const level = (n: number) => erlangA({ ...target, agents: n, patienceRate: 1 / 300 }).servedWithin(20);
    expect(level(agents)).toBeGreaterThanOrEqual(0.8);
    expect(level(agents - 1)).toBeLessThan(0.8);
    expect(agents).toBeLessThan(agentsFor(target));
  });

  it("a promise that cannot fail takes one agent, or as many as the work", () => {
    expect(agentsFor({ ...promise, arrivalRate: 0.1, serviceLevel: 0, patienceRate: 1 })).toBe(1);
    expect(() => agentsFor({ ...promise, arrivalRate: 1, serviceLevel: 1 })).toThrow(RangeError);
  });
});
