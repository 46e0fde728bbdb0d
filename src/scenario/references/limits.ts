/** Sizes and times within what one replication can hold. */

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
