/** Sizes and times within what one replication can hold, and what somebody may have meant. */

import type { Finding } from "../problems/finding.ts";
import { duration } from "../schema/units.ts";
import { entriesOf, own } from "../value.ts";
import type { Check } from "./draft.ts";

const MOST_CUSTOMERS = 5_000_000;
const YEAR = 31_536_000;
const MOST_YEARS = 50;

/** At most five million customers in all segments together. */
export const notTooManyCustomers: Check = (draft) => {
  const sizes = entriesOf(own(draft.input, "segments")).map(([, segment]) => own(segment, "size"));
  const total = sizes.reduce<number>((sum, size) => sum + (typeof size === "number" && size > 0 ? size : 0), 0);
  if (total <= MOST_CUSTOMERS) return [];
  const expected = `sizes that add up to at most ${MOST_CUSTOMERS} customers`;
  return [{ path: ["segments"], at: "key", expected, found: `${total} in all segments together` }];
};

/** At most fifty years of history, and of comparison. */
export const notTooLong: Check = (draft) =>
  ["history", "horizon"].flatMap((key): Finding[] => {
    const written = own(draft.input, key);
    const seconds = duration.safeParse(written);
    if (!seconds.success || seconds.data <= MOST_YEARS * YEAR) return [];
    return [{ path: [key], at: "value", expected: `at most ${MOST_YEARS}y`, found: String(written) }];
  });

/** `m` is minutes, in which no customer does anything: months were meant. Contacts from outside alone may be looked at for minutes. */
export const monthsAreNotMinutes: Check = (draft) => {
  if (entriesOf(own(draft.input, "segments")).length === 0) return [];
  return ["history", "horizon"].flatMap((key): Finding[] => {
    const written = own(draft.input, key);
    const [, amount] = typeof written === "string" ? (/^([0-9.]+) ?m$/.exec(written) ?? []) : [];
    if (amount === undefined || Number(amount) === 0) return [];
    const expected = "days, weeks or years: m is minutes (write min if they are meant), and months differ in length";
    const suggestion = `${Math.round((Number(amount) * 365) / 12)}d`;
    return [{ path: [key], at: "value", expected, found: String(written), suggestion }];
  });
};
