import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import addFormats from "ajv-formats";
import { Ajv } from "ajv";
import { compile, type TopLevelSpec } from "vega-lite";
import { beforeAll, describe, expect, it } from "vitest";
import { okabeIto } from "../../src/report/palette.ts";
import { renderReport, type RenderedReport } from "../../src/report/index.ts";
import { describeKpi } from "./descriptions.ts";
import { evilName, retailResult } from "./fixture.ts";

const quoted = "a'b\"c]\\";
const names = ["multichannel", quoted, evilName];
let report: RenderedReport;
let hostile: RenderedReport;

beforeAll(async () => {
  const result = retailResult({ names });
  hostile = await renderReport({ ...result, scenario: { ...result.scenario, currency: quoted } }, describeKpi);
  report = await renderReport(result, describeKpi);
});

/** Calls `visit` with every string in a value and the keys that lead to it. */
function strings(value: unknown, visit: (text: string, path: readonly string[]) => void, path: readonly string[] = []): void {
  if (typeof value === "string") visit(value, path);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) strings(inner, visit, [...path, key]);
  }
}

describe("the charts", () => {
  it("are valid against the schema that Vega-Lite ships", () => {
    const schema: unknown = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json"), "utf8"));
    const ajv = new Ajv({ strict: false, allErrors: false });
    addFormats.default(ajv);
    ajv.addFormat("color-hex", () => true);
    const validate = ajv.compile(schema as object);
    for (const chart of report.charts) {
      expect({ id: chart.id, valid: validate(chart.spec), errors: validate.errors }).toEqual({ id: chart.id, valid: true, errors: null });
    }
  });

  it("have fixed ids that are safe as file names", () => {
    const ids = report.charts.map((chart) => chart.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
    expect(ids).toEqual(
      expect.arrayContaining([
        "headline",
        "retention-curve",
        "cumulative-profit",
        "cumulative-revenue",
        "phase-funnel",
        "flow-1",
        "service-shares",
      ]),
    );
  });

  it("give a strategy the same colour everywhere", () => {
    const seen = new Map<string, Set<unknown>>();
    for (const { spec } of report.charts) {
      strings(spec, (text, path) => {
        const at = path.indexOf("domain");
        if (path[at - 2] !== "color" || path[at - 1] !== "scale") return;
        const scale = path.slice(0, at).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], spec) as {
          range: unknown[];
        };
        seen.set(text, (seen.get(text) ?? new Set()).add(scale.range[Number(path[at + 1])]));
      });
    }
    expect([...seen.keys()].toSorted()).toEqual(names.toSorted());
    for (const [index, name] of names.entries()) expect([...(seen.get(name) ?? [])]).toEqual([okabeIto[index]]);
  });

  it("keep names out of everything that Vega evaluates", () => {
    for (const { id, spec } of hostile.charts) {
      const compiled: unknown = compile(spec as TopLevelSpec).spec;
      strings(compiled, (text, path) => {
        if (!text.includes(quoted) && !text.includes("alert")) return;
        const where = path.filter((key) => !/^\d+$/.test(key)).join(".");
        expect({ id, where }).toEqual({
          id,
          where: expect.stringMatching(/^(data\.values\.|scales\.domain$|legends\.values$|axes\.title$|title\.text$)/) as string,
        });
      });
    }
  });

  it("show names as text in the pictures", () => {
    const headline = report.charts.find((chart) => chart.id === "headline");
    expect(headline?.svg).toContain("&lt;script&gt;alert(");
    expect(headline?.svg).not.toContain("<script");
  });

  it("draw intervals as lines and bands", () => {
    const marks = (id: string): string => JSON.stringify(report.charts.find((chart) => chart.id === id)?.spec);
    expect(marks("headline")).toContain('"x2":{"field":"high"}');
    expect(marks("retention-curve")).toContain('"y2":{"field":"high"}');
  });

  it("name the unit on the axis", () => {
    const titles = (id: string): string => report.charts.find((chart) => chart.id === id)?.svg ?? "";
    expect(titles("cumulative-profit")).toContain("Amount (EUR million)");
    expect(titles("service-asa")).toContain("Speed of answer (seconds)");
    expect(titles("segment-retention")).toContain("Difference (percentage points)");
  });
});
