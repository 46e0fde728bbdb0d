/** What a result rests on is told beside its verdict, and remembered values are marked wherever they are shown. */

import { describe, expect, it } from "vitest";
import type { Assumption } from "../../src/kpi/index.ts";
import { renderReport, renderStress, trustSentence } from "../../src/report/index.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { describeKpi } from "./descriptions.ts";
import { retailResult } from "./fixture.ts";
import { stressFixture } from "./stress-fixture.ts";

const scenario = `name: remembered
segments: { all: { size: 10 } }
awareness:
  innovation: 0.02/y # mean of the literature [R]
  imitation: 0.4/y # a guess of ours [A]
needs: {}
`;
const { assumptions } = parseScenario(scenario, { fileName: "remembered.yaml" });

const section = (html: string, id: string): string => html.split(`<section id="${id}"`)[1]?.split("</section>")[0] ?? "";

describe("remembered values", () => {
  it("are named in one sentence, apart from assumptions of the project and of the scenario", () => {
    expect(trustSentence(assumptions)).toMatch(
      /^This result rests on \d+ assumptions of this project, 1 assumption of the scenario and 1 remembered, unverified value: awareness\.innovation\.$/,
    );
  });

  it("are named up to four, and counted", () => {
    const many = Array.from({ length: 6 }, (_, k): Assumption => ({ ...(assumptions[0] as Assumption), path: `p${k}`, tag: "R" }));
    expect(trustSentence(many)).toBe("This result rests on 6 remembered, unverified values: p0, p1, p2, p3 and 2 more.");
  });

  it("need no sentence where everything was read or computed", () => {
    expect(trustSentence(assumptions.filter(({ tag }) => tag === "C" || tag === "S"))).toBeNull();
  });

  it("are marked beside the verdict and in the list of a comparison", async () => {
    const { html } = await renderReport({ ...retailResult(), assumptions: [...assumptions] }, describeKpi);
    expect(section(html, "verdict")).toContain("1 remembered, unverified value: Awareness › innovation.");
    expect(section(html, "verdict")).toContain("not verified – an assumption");
    const list = section(html, "assumptions");
    expect(list.split("not verified – an assumption").length - 1).toBe(2);
    expect(list).toContain("plausible: 0.001/y to 0.1/y");
  });

  it("are marked on the page of a stress study", async () => {
    const { html } = await renderStress({ ...stressFixture(), assumptions: [...assumptions] }, describeKpi);
    expect(section(html, "verdict")).toContain("1 remembered, unverified value");
    expect(section(html, "assumptions")).toContain("is-remembered");
  });
});
