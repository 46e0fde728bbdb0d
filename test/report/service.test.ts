import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/kpi/result.ts";
import { html } from "../../src/report/page/html.ts";
import { serviceSection } from "../../src/report/sections/service.ts";
import { reportView } from "../../src/report/view.ts";
import { describeKpi } from "./descriptions.ts";
import { retailResult } from "./fixture.ts";

/** The section with the names of its charts in place of pictures. */
function sectionOf(result: ResultDocument): string {
  const section = serviceSection(reportView(result, describeKpi));
  return section.body((id) => html`<figure data-chart="${id}"></figure>`).text;
}

/** The rows of the table under a caption, as texts of their cells. */
function rowsOf(section: string, caption: string): string[][] {
  const table = new RegExp(`<caption>${caption}</caption>[^]*?</table>`).exec(section)?.[0] ?? "";
  const text = (cell: string) =>
    cell
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  return (table.match(/<tr[^]*?<\/tr>/g) ?? []).map((row) => (row.match(/<t[hd][^]*?<\/t[hd]>/g) ?? []).map(text));
}

describe("what the service recorded", () => {
  it("is told by channel and topic, with the waits that half, 90, 95 and 99 % did not exceed", () => {
    const result = retailResult();
    const section = sectionOf(result);
    const [heads, phone, multichannel] = rowsOf(section, "Waits by channel");
    expect(heads).toEqual(["", "Contacts", "Mean wait", "Half within", "90% within", "95% within", "99% within", "Gave up"]);
    expect(phone).toEqual(["phone"]);
    const row = result.strategies[0]?.service?.byType.find(({ channel, topic }) => channel === "phone" && topic === null);
    expect(multichannel?.[0]).toBe("multichannel");
    expect(multichannel?.[1]).toBe(String(row?.joined));
    expect(Number.parseFloat(multichannel?.[4] ?? "")).toBeCloseTo(row?.waits.answered.p90.mean ?? 0, 0);
    expect(rowsOf(section, "Waits by topic").flat()).toContain("refunds");
  });

  it("is drawn by hour and channel for every strategy", () => {
    const result = retailResult();
    expect(sectionOf(result).match(/data-chart="service-hours-\d"/g)).toHaveLength(3);
    const chart = serviceSection(reportView(result, describeKpi)).charts.find(({ id }) => id === "service-hours-1");
    const { values } = chart!.spec(420)["data"] as { values: { from: string; to: string; share: number }[] };
    // From 8 to 18 o'clock on phone and chat.
    expect(values).toHaveLength(20);
    const nine = result.strategies[0]?.service?.byHour[9]?.byChannel.find(({ channel }) => channel === "chat");
    expect(values.find(({ from, to }) => from === "9–10" && to === "chat")?.share).toBe(nine?.serviceLevel);
  });

  it("gives the service level under all conventions", () => {
    const rows = rowsOf(sectionOf(retailResult()), "Service level of phone");
    expect(rows[0]).toHaveLength(6);
    expect(rows.slice(1).flat()).toEqual(expect.arrayContaining(["within 10 s", "within 300 s"]));
    for (const row of rows.filter(({ length }) => length === 6).slice(1)) {
      const [, ofOffered = "", less = "", , , withShort = ""] = row;
      expect(Number.parseFloat(ofOffered)).toBeLessThanOrEqual(Number.parseFloat(less));
      expect(Number.parseFloat(ofOffered)).toBeLessThanOrEqual(Number.parseFloat(withShort));
    }
  });

  it("is set against what a formula would ask for, hour by hour", () => {
    const [heads, title, multichannel] = rowsOf(sectionOf(retailResult()), "Agents asked for and at work");
    expect(heads).toEqual(["", "8–9", "17–18"]);
    expect(title).toEqual(["phone: 80% within 20 s (Erlang A)"]);
    expect(multichannel).toEqual(["multichannel", "6 / 4.0", "3 / 4.3"]);
  });

  it("is left out of results that lack it", () => {
    const result = retailResult();
    const strategies = result.strategies.map(({ service, ...one }) => {
      expect(service).toBeDefined();
      return one;
    });
    const older = { ...result, strategies };
    const section = sectionOf(older);
    expect(section).toContain("Waits, effort and cost");
    expect(section).not.toContain("Waits by channel");
    expect(section).not.toContain("formula");
    expect(section).not.toContain("service-hours");
  });
});
