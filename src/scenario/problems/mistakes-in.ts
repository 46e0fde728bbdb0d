/** Checks a plain value against a schema outside a scenario file: the same words for the same mistakes. */

import type { z } from "zod";
import type { Finding } from "./finding.ts";
import { expectedWords, fromIssues } from "./from-issues.ts";

/** All mistakes of a value, each with its path inside the value; none when the schema takes it. */
export function mistakesIn(schema: z.ZodType, value: unknown): Finding[] {
  const parsed = schema.safeParse(value, { error: expectedWords });
  return parsed.success ? [] : fromIssues(schema, value, parsed.error.issues);
}
