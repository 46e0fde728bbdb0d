import { expect, it } from "vitest";
import { kpisCsv } from "../../src/report/index.ts";
import { evilName, retailResult, year } from "./fixture.ts";

/** Reads RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const named = (name: string): ReturnType<typeof retailResult> => retailResult({ names: ["multichannel", name] });

it("every KPI of the result comes back from the CSV with the same numbers", () => {
  const result = retailResult();
  const [header, ...rows] = parse(kpisCsv(result));
  expect(header).toEqual(["strategy", "scope", "key", "kpi", "mean", "low", "high", "sd", "n", "unit", "reason"]);
  const cells = new Map(rows.map((row) => [row.slice(0, 4).join("|"), row]));
  expect(cells.size).toBe(rows.length);
  let count = 0;
  for (const one of result.strategies) {
    const groups = [
      ["overall", "", one.kpis] as const,
      ...Object.entries(one.byChannel).map(([key, kpis]) => ["channel", key, kpis] as const),
      ...Object.entries(one.bySegment).map(([key, kpis]) => ["segment", key, kpis] as const),
      ...one.byPeriod.map((period) => ["period", `${period.from}-${period.to}`, period.kpis] as const),
    ];
    for (const [scope, key, kpis] of groups) {
      for (const [id, kpi] of Object.entries(kpis)) {
        const numbers = [kpi.mean, kpi.low, kpi.high, kpi.sd, kpi.n].map((value) => (value === null ? "" : String(value)));
        expect(cells.get([one.name, scope, key, id].join("|"))?.slice(4)).toEqual([...numbers, kpi.unit, kpi.reason ?? ""]);
        count += 1;
      }
    }
  }
  expect(rows).toHaveLength(count);
  expect(rows.some((row) => row[0] === evilName && row[2] === `0-${year}`)).toBe(true);
});

it("quotes commas, quotes and line breaks in names", () => {
  const name = 'a,"b"\r\nc';
  expect(parse(kpisCsv(named(name))).some((row) => row[0] === name)).toBe(true);
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("a name that starts like %j is no formula", (name) => {
  const names = new Set(parse(kpisCsv(named(name))).map((row) => row[0]));
  expect(names).toContain(`'${name}`);
  expect(names).not.toContain(name);
});

it("leaves negative numbers as numbers", () => {
  const rows = parse(kpisCsv(retailResult()));
  expect(rows.find((row) => row[3] === "d_clv" && row[1] === "overall")?.[4]).toBe("-0.007");
});
