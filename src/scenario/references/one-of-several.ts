/** Keys that exclude each other: exactly one has to be there. */

import type { Path } from "../path.ts";
import type { Finding } from "../problems/finding.ts";
import { oneOf } from "../problems/nearest.ts";
import { isMap, own } from "../value.ts";

/** The finding when a map has none of the keys, or more than one; nothing about what is no map. */
export function exactlyOne(value: unknown, path: Path, keys: readonly string[]): Finding[] {
  if (!isMap(value)) return [];
  const written = keys.filter((key) => own(value, key) !== undefined);
  const [first, second] = written;
  if (first === undefined) return [{ path, at: "key", expected: `one of ${oneOf(keys)}`, found: "none" }];
  if (second === undefined) return [];
  return [{ path: [...path, second], at: "key", expected: `only one of ${oneOf(keys)}`, found: written.join(" and ") }];
}
