/** Customers with a contract buy no goods one by one, and live a journey of their own. */

import { isMap, valueAt } from "../value.ts";
import { type Check, has } from "./draft.ts";

/** Parts that mean nothing where all customers have a contract. */
const MEANINGLESS: readonly (readonly [part: string, why: string])[] = [
  ["stock", "contracts take nothing from stock"],
  ["journey", "an author's journey says itself when contracts end"],
];

/** A contract stands beside no part that it would leave without effect. */
export const contractsStandAlone: Check = (draft) => {
  const path = ["needs", "renewal"];
  if (!isMap(valueAt(draft.input, path))) return [];
  return MEANINGLESS.filter(([part]) => has(draft, part)).map(([part, why]) => ({
    path,
    at: "key",
    expected: `no part ${part} beside it (${why})`,
    found: part,
  }));
};
