/** Tables do what XState's actors do: same actions, guards, delays, timers and states, in the same order. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactMachine, customerMachine } from "../../src/journey/index.ts";
import { configs, machineOf, scripts } from "./support/machines.ts";
import { traceOfActors, traceOfTables } from "./support/run.ts";

const RANDOM = { seed: 17, numRuns: 500 };

describe("the table executor does what real actors do", () => {
  it("on 500 random machines", () => {
    let finals = 0;
    let restless = 0;
    let cancels = 0;
    const property = fc.property(configs, scripts, (config, script) => {
      const machine = machineOf(config);
      const trace = traceOfActors(machine, script);
      expect(traceOfTables(machine, script)).toEqual(trace);
      finals += Number(trace.some((entry) => entry[2] === "state" && entry[4] === true));
      restless += Number(trace.some((entry) => entry[0] === "restless"));
      cancels += trace.filter((entry) => entry[2] === "cancel").length;
    });
    fc.assert(property, RANDOM);
    // The generator reaches what it is meant to reach.
    expect(finals).toBeGreaterThan(20);
    expect(cancels).toBeGreaterThan(500);
    expect(restless).toBeLessThan(50);
  });

  it.each([
    ["customer", customerMachine],
    ["contact", contactMachine],
  ])("on the %s's journey", (_, machine) => {
    const property = fc.property(scripts, scripts, (script, more) => {
      const long = [...script, ...more.filter((step) => !("start" in step)), { wait: 30 }];
      expect(traceOfTables(machine, long)).toEqual(traceOfActors(machine, long));
    });
    fc.assert(property, { seed: 3, numRuns: 150 });
  });
});
