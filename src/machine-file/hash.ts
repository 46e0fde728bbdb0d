/** The hash of what an author's file is made of. */

import { createHash } from "node:crypto";
import { bytesOf, type FileKind } from "./read-file.ts";

function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

/** SHA-256 of the bytes of a file; with imports, of the hashes of all files, this one first. */
export async function hashOf(bytes: Uint8Array, imports: readonly string[], kind: FileKind): Promise<string> {
  const own = sha256(bytes);
  if (imports.length === 0) return own;
  const others = await Promise.all(imports.map(async (file) => sha256(await bytesOf(file, kind))));
  return sha256([own, ...others.toSorted()].join("\n"));
}
