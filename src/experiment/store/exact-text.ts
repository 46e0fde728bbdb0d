/** Equal texts for equal contents: by them results are compared, however a machine lays out or compresses them. */

import { createHash } from "node:crypto";

/** Words for numbers that JSON has none for; arrays of numbers as their bytes. */
function exact(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
  return typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))
    ? `number ${Object.is(value, -0) ? "-0" : value}`
    : value;
}

/** Equal texts for equal contents, however they lie in memory. */
export function exactText(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) => exact(inside));
}

/** SHA-256 of a text. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
