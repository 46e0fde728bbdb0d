/** A mistake before its place in the text is known: what parts of the check hand over. */

import type { Path } from "../path.ts";

export interface Finding {
  readonly path: Path;
  /** Whether the key itself is wrong (then its position is shown) or its value. */
  readonly at: "key" | "value";
  readonly expected: string;
  readonly found: string;
  readonly suggestion?: string | undefined;
}
