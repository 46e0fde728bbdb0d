/** The formula that a KPI tells is the one that is computed. */

import { describe, expect, it } from "vitest";
import { at, type CounterName, counterNames, formulaTerms, type Kpi, kpiCatalogue, profitCents, sumScope } from "../../src/kpi/index.ts";

const shape = { months: 36, segments: 1, channels: 1 };
const years = [0, 12, 24].map((fromMonth) => ({ fromMonth, toMonth: fromMonth + 12 }));

/** A ledger of which every counter has a number of its own in every cell. */
function ledgerOf(seed: number): Float64Array {
  const cells = new Float64Array(shape.months * 4 * counterNames.length);
  const margin = at.goodsMargin;
  // Margins above costs: some KPIs have no value otherwise.
  const least = (cell: number) => (cell % counterNames.length === margin ? 1e5 : 100);
  return cells.map((_, cell) => least(cell) + ((cell * 7919 + (cell % counterNames.length) * 104_729 + seed * 31) % 997));
}

const scope = sumScope(shape, [ledgerOf(1), ledgerOf(2)], { fromMonth: 12, toMonth: 36, segment: 0, isPeriod: false, years });
const slice = scope.slice(null);

function worked(sums: Float64Array): number {
  return (sums[at.handlingMs] as number) + (sums[at.wrapUpMs] as number);
}

/** Sums that formulas name, computed from their description in `formulaTerms`. */
function term(name: string): number | undefined {
  const { sums, whole, replications } = slice;
  const of = (counter: CounterName) => sums[at[counter]] as number;
  const shares: Readonly<Record<string, number>> = {
    replications,
    serviceCost: (of("contactCost") + ((whole[at.staffCost] as number) * worked(sums)) / worked(whole)) / 100,
    netRevenue: (of("revenue") - of("refunds")) / 100,
    profit: profitCents(sums) / 100,
    engagedShare: (whole[at.busyMs] as number) / worked(whole),
  };
  return shares[name];
}

/** Reads a formula: numbers, names, brackets, + − × ÷, from left to right by rank. */
function compute(formula: string): number {
  const tokens = formula.match(/\d+(?:\.\d+)?|[A-Za-z]+|[-+*/()]/g) ?? [];
  expect(tokens.join("")).toBe(formula.replaceAll(" ", ""));
  let next = 0;
  const factor = (): number => {
    const token = tokens[next++] ?? "";
    if (token === "(") {
      const inner = sumOf();
      expect(tokens[next++]).toBe(")");
      return inner;
    }
    if (/^\d/.test(token)) return Number(token);
    const known = term(token) ?? slice.sums[counterNames.indexOf(token as CounterName)];
    expect(known, `${token} of ${formula}`).toBeTypeOf("number");
    return known as number;
  };
  const product = (): number => {
    let left = factor();
    while (tokens[next] === "*" || tokens[next] === "/") left = tokens[next++] === "*" ? left * factor() : left / factor();
    return left;
  };
  const sumOf = (): number => {
    let left = product();
    while (tokens[next] === "+" || tokens[next] === "-") left = tokens[next++] === "+" ? left + product() : left - product();
    return left;
  };
  const value = sumOf();
  expect(next).toBe(tokens.length);
  return value;
}

function usesYears({ formula }: Kpi): boolean {
  return formula.includes("lastYear");
}

describe("the formula told is the formula computed:", () => {
  it.each(kpiCatalogue.filter((kpi) => !usesYears(kpi)).map((kpi) => [kpi.id, kpi] as const))("%s", (_, kpi) => {
    const value = kpi.value(slice);
    expect(value).toBeTypeOf("number");
    expect(compute(kpi.formula)).toBeCloseTo(value as number, 9);
  });

  it("changes over years are told as such", () => {
    const overYears = kpiCatalogue.filter(usesYears);
    expect(overYears.map(({ formula }) => formula)).toEqual(overYears.map(() => "lastYear / yearBefore - 1"));
    expect(overYears.length).toBeGreaterThan(0);
  });
});

describe("every KPI", () => {
  it.each(kpiCatalogue.map((kpi) => [kpi.id, kpi] as const))("%s says its window, its conventions and its relatives", (_, kpi) => {
    expect(kpi.window.length).toBeGreaterThan(8);
    expect(kpi.reach.length).toBeGreaterThan(0);
    expect(kpi.conventions.length).toBeGreaterThan(0);
    expect(kpi.conventions.every((text) => text.length > 5)).toBe(true);
    expect(kpi.related.filter((id) => !kpiCatalogue.some((other) => other.id === id) || id === kpi.id)).toEqual([]);
  });

  it("named sums are explained", () => {
    const words = new Set(kpiCatalogue.flatMap(({ formula }) => formula.match(/[A-Za-z]+/g) ?? []));
    const named = [...words].filter((word) => !(counterNames as readonly string[]).includes(word));
    expect(named.filter((word) => !Object.hasOwn(formulaTerms, word))).toEqual([]);
  });
});
