/** How a value that was found is shown in an error: short, texts in quotes, nothing as "nothing". */

import { isMap } from "../value.ts";

const LONGEST = 60;
const MOST_ITEMS = 4;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function listed(parts: readonly string[], total: number): string {
  return [...parts, ...(total > parts.length ? ["…"] : [])].join(", ");
}

function sketch(value: unknown, depth: number): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  const list = Array.isArray(value);
  const size = list ? value.length : Object.keys(value).length;
  if (size === 0) return list ? "[]" : "{}";
  if (depth === 0) return list ? "[…]" : "{ … }";
  if (list)
    return `[${listed(
      value.slice(0, MOST_ITEMS).map((item) => sketch(item, depth - 1)),
      size,
    )}]`;
  const entries = isMap(value) ? Object.entries(value).slice(0, MOST_ITEMS) : [];
  return `{ ${listed(
    entries.map(([key, item]) => `${shortened(key)}: ${sketch(item, depth - 1)}`),
    size,
  )} }`;
}

/** A value as an error shows it, at most about 60 characters. */
export function shown(value: unknown): string {
  return shortened(sketch(value, 2));
}
