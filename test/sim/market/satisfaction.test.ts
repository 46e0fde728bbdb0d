/** Satisfaction with a case: the published drops per further contact. */

import { describe, expect, it } from "vitest";
import { caseSatisfaction } from "../../../src/sim/market/problems.ts";
import { rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { createWorld } from "../../../src/sim/world.ts";
import { retailer } from "../../support/retail.ts";
import { planOf } from "../../support/runs.ts";

interface Case {
  readonly contacts?: number;
  readonly restarts?: number;
  readonly liveWait?: number;
  readonly resolved?: boolean;
}

function satisfaction({ contacts = 1, restarts = 0, liveWait = 0, resolved = true }: Case): number {
  const { market, service } = createWorld(planOf(retailer()), rootKeyOf("test"), 0, "compiled");
  if (service === undefined) throw new Error("no service");
  const row = service.cases.allocate();
  const { columns } = service.cases;
  columns.contacts[row] = contacts;
  columns.restarts[row] = restarts;
  columns.liveWait[row] = liveWait;
  return caseSatisfaction(market, row, resolved);
}

describe("top-box satisfaction with a case", () => {
  // SQM Group, as in the project's evidence register (SQM-1): 89 % after one contact, 67 % after a second that was seamless.
  it("is 89 % if one contact settled it", () => expect(satisfaction({})).toBeCloseTo(0.89, 10));
  it("is 67 % if it took a second, seamless one", () => expect(satisfaction({ contacts: 2 })).toBeCloseTo(0.67, 2));

  it("stays above the published 28 % if the customer had to start over, as only half of that difference is taken for caused", () => {
    const logit = (p: number) => Math.log(p / (1 - p));
    const found = satisfaction({ contacts: 2, restarts: 1 });
    expect(logit(found)).toBeCloseTo((logit(0.67) + logit(0.28)) / 2, 1);
  });

  it("falls with every minute of waiting, and most if nothing came of it", () => {
    const falling = [{}, { liveWait: 60 }, { liveWait: 600 }, { resolved: false }].map(satisfaction);
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(new Set(falling).size).toBe(4);
  });
});
