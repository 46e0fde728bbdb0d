/** `journeybench kpis`, with the command line that was built. */

import { describe, expect, it } from "vitest";
import { kpiCatalogue } from "../../src/kpi/index.ts";
import { commandSession } from "../support/command-line.ts";

const inSession = commandSession();
const kpis = async (...args: readonly string[]) => inSession(".", "kpis", ...args);

describe("journeybench kpis", () => {
  it("prints a line for every KPI", async () => {
    const { code, stdout } = await kpis();
    expect(code).toBe(0);
    const lines = stdout.split("\n").map((line) => line.trim());
    for (const { id, label } of kpiCatalogue)
      expect(
        lines.some((line) => line.startsWith(`${id} `) && line.includes(label)),
        id,
      ).toBe(true);
  });

  it("tells everything about the KPIs named, in their order, with what their formulas name", async () => {
    const { code, stdout } = await kpis("cost_per_resolution", "ocr");
    expect(code).toBe(0);
    expect(stdout.indexOf("cost_per_resolution: ")).toBeLessThan(stdout.indexOf("ocr: One contact resolution"));
    expect(stdout).toContain("serviceCost / casesResolved");
    expect(stdout).toContain("serviceCost = ");
    for (const field of ["definition", "formula", "unit", "better", "window", "conventions", "source", "see"])
      expect(stdout).toMatch(new RegExp(`^  ${field} `, "m"));
  });

  it("prints the catalogue as JSON, or some of it", async () => {
    const all = JSON.parse((await kpis("--json")).stdout) as { readonly id: string }[];
    expect(all.map(({ id }) => id)).toEqual(kpiCatalogue.map(({ id }) => id));
    const [one, ...more] = JSON.parse((await kpis("--json", "fcr")).stdout) as Record<string, unknown>[];
    expect(more).toEqual([]);
    expect(one).toMatchObject({ id: "fcr", unit: "share", better: "higher", formula: "casesResolvedOneChannelContact / casesClosed" });
  });

  it("refuses what is no KPI, with the nearest one, and exits 2", async () => {
    const { code, stdout, stderr } = await kpis("retentoin", "fcr");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain('There is no KPI "retentoin". Did you mean "retention"?');
  });
});
