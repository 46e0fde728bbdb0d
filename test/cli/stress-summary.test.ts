/** What the terminal says of a stress study. */

import { expect, it } from "vitest";
import { stressSummary } from "../../src/cli/stress-summary.ts";
import { calmFixture } from "../report/stress-fixture.ts";

it("a difference without an interval is called that, and not one that was looked for and not shown", () => {
  const study = calmFixture();
  const without = study.differences.map((one) => ({ ...one, low: null, high: null, reason: "too few replications" }));
  expect(stressSummary(study, "reports/x")).not.toContain("no interval");
  const text = stressSummary({ ...study, differences: without }, "reports/x");
  expect(text).toContain("no interval");
  expect(text).not.toContain("not shown");
});
