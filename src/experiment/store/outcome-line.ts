/** An outcome as a line of text: checksum, replication, data. A line that was cut off, changed or moved to another address is not believed. */

import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { constants, deflateSync, inflateSync } from "node:zlib";
import type { Outcome } from "../../sim/index.ts";

/** The address is part of it: a line tells what it was made from only by where it stands. */
function digest(address: string, content: string): string {
  return createHash("sha256").update(`${address} ${content}`).digest("hex").slice(0, 32);
}

/** What a line says: an outcome; that it is empty; or that it cannot be believed, and for which replication if that is legible. */
export type ReadLine =
  | { readonly kind: "outcome"; readonly replication: number; readonly data: string }
  | { readonly kind: "empty" }
  | { readonly kind: "damaged"; readonly replication: number | undefined };

/**
 * The name under which a strategy goes is not part of it.
 *
 * @param address where the line is to stand
 * @returns a line without its end
 */
export function writtenLine(outcome: Outcome, address: string): string {
  // Ledgers are mostly zeros: runs of equal bytes are all there is to find, and looking for more gains nothing.
  const data = deflateSync(serialize({ ...outcome, strategy: "" }), { level: 1, strategy: constants.Z_RLE }).toString("base64");
  const content = `${outcome.replication} ${data}`;
  return `${digest(address, content)} ${content}`;
}

/** @param address where the line stands */
export function readLine(line: string, address: string): ReadLine {
  if (line === "") return { kind: "empty" };
  const [sum = "", written = "", data = ""] = line.split(" ");
  const replication = /^[0-9]+$/.test(written) ? Number(written) : undefined;
  if (replication === undefined || digest(address, `${written} ${data}`) !== sum) return { kind: "damaged", replication };
  return { kind: "outcome", replication, data };
}

/** The outcome of the data of a line, under the name of its strategy. */
export function outcomeOf(data: string, strategy: string): Outcome {
  // Written by `writtenLine`; the checksum vouches for it.
  const outcome = deserialize(inflateSync(Buffer.from(data, "base64"))) as Outcome;
  return { ...outcome, strategy };
}
