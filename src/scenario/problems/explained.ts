/** What issues are explained with: the schema and the input that they are about. */

import type { AnySchema } from "../schema-walk.ts";

export interface Explained {
  readonly schema: AnySchema;
  readonly input: unknown;
  /** Where keys of the schema live, for keys written in the wrong part. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}
