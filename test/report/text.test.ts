import { describe, expect, it } from "vitest";
import type { Comparison } from "../../src/kpi/result.ts";
import { escapeHtml, html, jsonForScript, programForScript } from "../../src/report/page/html.ts";
import { fixed, intervalText, meanText, pText, relativeText, rowOf } from "../../src/report/text/numbers.ts";
import { judge } from "../../src/report/text/verdict.ts";
import { wrapLabel } from "../../src/report/charts/labels.ts";

const just = (mean: number): { mean: number; low: null; high: null } => ({ mean, low: null, high: null });

describe("numbers in words", () => {
  it("writes shares in per cent and their differences in percentage points", () => {
    expect(meanText({ mean: 0.612, low: 0.6, high: 0.624 }, "share", "EUR")).toBe("61.2%");
    const difference = { mean: 0.018, low: 0.012, high: 0.024 };
    expect(meanText(difference, "share", "EUR", "difference")).toBe("+1.8\u00a0pp");
    expect(intervalText(difference, "share", "EUR", "difference")).toBe("+1.2 to +2.4\u00a0pp");
    expect(relativeText({ mean: -0.034, low: -0.05, high: -0.02 })).toBe("−3.4%");
  });

  it("writes a change from year to year as signed per cent, and the difference of two in percentage points", () => {
    const change = { mean: 0.102, low: -0.008, high: 0.212 };
    expect(meanText(change, "change", "EUR")).toBe("+10.2%");
    expect(intervalText(change, "change", "EUR")).toBe("−0.8 to +21.2%");
    expect(meanText(change, "change", "EUR", "difference")).toBe("+10.2\u00a0pp");
  });

  it("chooses seconds, minutes, hours or days by size", () => {
    expect([42, 900, 15_480, 400_000].map((time) => meanText(just(time), "s", "EUR"))).toEqual([
      "42\u00a0s",
      "15.0\u00a0min",
      "4.3\u00a0h",
      "4.6\u00a0d",
    ]);
  });

  it("gives times in one row one unit", () => {
    const row = rowOf("s", [just(280), just(4000)], "EUR");
    expect(meanText(just(280), "s", "EUR", "level", row)).toBe("4.7\u00a0min");
  });

  it("puts the currency before the amount and the sign before both", () => {
    expect(meanText(just(12_340_000), "money", "EUR")).toBe("€12.34\u00a0M");
    expect(meanText(just(-9.5), "money", "CHF", "difference")).toBe("−CHF\u00a09.50");
  });

  it("writes a whole amount without decimals, though arithmetic missed it and its interval by a hair", () => {
    const hair = { mean: 599.9999999999999, low: 599.9999999999997, high: 600.0000000000001 };
    expect(meanText(hair, "money", "EUR", "difference")).toBe("+€600");
    expect(intervalText(hair, "money", "EUR")).toBe("€600 to €600");
    expect(meanText({ mean: 5300, low: 5299.999999999999, high: 5300 }, "money", "EUR")).toBe("€5,300");
    expect(meanText({ mean: 105_300, low: 105_300 - 1e-10, high: 105_300 }, "money", "EUR")).toBe("€105\u00a0k");
    expect(meanText(just(8e-14), "money", "EUR")).toBe("€0");
  });

  it("keeps the cents of an amount that is not whole", () => {
    expect(meanText({ mean: 19.99, low: 19.99 - 1e-13, high: 19.99 }, "money", "EUR")).toBe("€19.99");
    expect(meanText({ mean: 600.5, low: 600.5, high: 600.5 }, "money", "EUR")).toBe("€600.50");
  });

  it("groups thousands and never writes a negative zero", () => {
    expect(fixed(1_234_567.891, 1)).toBe("1,234,567.9");
    expect(fixed(-0.0001, 2)).toBe("0.00");
  });

  it("never writes a p-value of zero", () => {
    expect(pText(0)).toBe("p < 0.001");
    expect(pText(0.0123)).toBe("p = 0.012");
  });

  it("writes a dash where there is no mean", () => {
    expect(meanText({ mean: null, low: null, high: null }, "share", "EUR")).toBe("–");
  });
});

describe("verdicts", () => {
  const comparison = (mean: number | null, low: number | null, high: number | null, pAdjusted: number | null): Comparison => ({
    kpi: "abandon",
    strategy: "b",
    baseline: "a",
    difference: { mean, low, high },
    relative: { mean: null, low: null, high: null },
    p: pAdjusted,
    pAdjusted,
    varianceReduction: null,
    byChannel: {},
    bySegment: {},
  });

  it("calls less abandonment better and more of it worse", () => {
    expect(judge(comparison(-0.03, -0.04, -0.02, 0.001), "lower", 0.95)).toEqual({ judgement: "better", mark: "↓" });
    expect(judge(comparison(0.03, 0.02, 0.04, 0.001), "lower", 0.95)).toEqual({ judgement: "worse", mark: "↑" });
  });

  it("shows no difference when only the unadjusted interval leaves out zero", () => {
    expect(judge(comparison(0.03, 0.001, 0.06, 0.2), "lower", 0.95).judgement).toBe("not shown");
  });

  it("takes no side where neither direction is better", () => {
    expect(judge(comparison(0.03, 0.02, 0.04, 0.001), "none", 0.95).judgement).toBe("higher");
  });

  it("does not judge one replication, an undefined difference or a missing comparison", () => {
    expect(judge(comparison(0.03, null, null, null), "lower", 0.95).judgement).toBe("no interval");
    expect(judge(comparison(null, null, null, null), "lower", 0.95).judgement).toBe("undefined");
    expect(judge(undefined, "lower", 0.95).judgement).toBe("undefined");
  });
});

describe("the html template", () => {
  it("escapes text and keeps html", () => {
    const name = `<b>"a" & 'b'</b>`;
    expect(html`<i title="${name}">${[name, html`<br>`, null, false]}</i>`.text).toBe(
      `<i title="&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;">&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;<br></i>`,
    );
    expect(escapeHtml("`${x}`")).toBe("`${x}`");
  });

  it("writes JSON and programs that cannot end their script element", () => {
    const value = { name: "</script><!-- \u2028" };
    const json = jsonForScript(value).text;
    expect(json).not.toContain("<");
    expect(JSON.parse(json)).toEqual(value);
    expect(programForScript('const a = "</Script><!--";').text).not.toMatch(/<\/script|<!--/i);
  });
});

describe("wrapped labels", () => {
  it("break at spaces, inside long words, and lose nothing", () => {
    expect(wrapLabel("First contact resolution", 112)).toBe("First contact\nresolution");
    const long = "x".repeat(60);
    expect(wrapLabel(long, 112).replaceAll("\n", "")).toBe(long);
    expect(wrapLabel(long, 112)).toContain("\n");
  });
});
