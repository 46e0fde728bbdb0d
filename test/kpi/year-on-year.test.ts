/** Changes from one whole year to the next, on years whose figures are known. */

import { expect, it } from "vitest";
import { at, counterNames, kpiById } from "../../src/kpi/index.ts";

/** Change of retention where so many of the customers of each year before were kept, oldest year first. */
function changeOver(years: readonly { readonly kept: number; readonly of: number }[]) {
  const counted = years.map(({ kept, of }) => {
    const sums = new Float64Array(counterNames.length);
    sums[at.baseRetained] = kept;
    sums[at.baseCustomers] = of;
    return sums;
  });
  const sums = new Float64Array(counterNames.length);
  return kpiById("d_retention")?.value({ sums, whole: sums, years: counted, isPeriod: false, replications: 1 });
}

it("is that of the last two years", () => {
  const years = [
    { kept: 0, of: 0 },
    { kept: 20, of: 100 },
    { kept: 50, of: 100 },
    { kept: 60, of: 100 },
  ];
  expect(changeOver(years)).toBeCloseTo(0.2, 12);
});

it("is undefined, and not that of years further apart, where the year before the last had nobody to keep", () => {
  const years = [
    { kept: 20, of: 100 },
    { kept: 0, of: 0 },
    { kept: 60, of: 100 },
  ];
  expect(changeOver(years)).toEqual({ reason: "needs three whole years in a row" });
});
