/** Expectations name strategies and KPIs that exist, and say at least one bound. */

import type { Path } from "../path.ts";
import type { Finding } from "../problems/finding.ts";
import { isMap, itemsOf, own } from "../value.ts";
import type { Check, Draft } from "./draft.ts";
import { unknownName } from "./unknown-name.ts";

function unknownIn(item: unknown, path: Path, key: string, what: string, known: readonly string[]): Finding[] {
  const name = own(item, key);
  return typeof name !== "string" || known.includes(name) ? [] : [unknownName({ name, path: [...path, key], at: "value" }, what, known)];
}

function bounds(item: unknown, path: Path): Finding[] {
  const atLeast = own(item, "atLeast");
  const atMost = own(item, "atMost");
  if (atLeast === undefined && atMost === undefined) return [{ path, at: "value", expected: "atLeast, atMost or both", found: "neither" }];
  if (typeof atLeast !== "number" || typeof atMost !== "number" || atLeast <= atMost) return [];
  return [{ path: [...path, "atMost"], at: "value", expected: `a bound of at least ${atLeast} (atLeast)`, found: String(atMost) }];
}

function itemFindings(draft: Draft, item: unknown, path: Path): Finding[] {
  const strategies = [...draft.strategies.keys()];
  return [
    ...(draft.knownKpis === undefined ? [] : unknownIn(item, path, "kpi", "KPI", draft.knownKpis)),
    ...unknownIn(item, path, "strategy", "strategy", strategies),
    ...unknownIn(item, path, "over", "strategy", strategies),
    ...bounds(item, path),
  ];
}

/** All expectations can be judged. */
export const expectationsCanBeJudged: Check = (draft) =>
  itemsOf(own(draft.input, "expect")).flatMap((item, i) => (isMap(item) ? itemFindings(draft, item, ["expect", i]) : []));
