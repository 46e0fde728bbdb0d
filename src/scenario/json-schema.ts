/** The scenario's schema as JSON Schema, for editors and other tools. */

import { z } from "zod";
import { scenarioSchema } from "./schema/index.ts";

/** Where an installed package keeps the schema; the first line of a scenario file may name it. */
export const SCHEMA_FILE = "./node_modules/journeybench/schema/scenario.schema.json";

/** JSON Schema (2020-12) of a scenario as it is written, defaults and patterns included. */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(scenarioSchema, { io: "input", target: "draft-2020-12" });
  return {
    $schema,
    title: "journeybench scenario",
    description:
      "A scenario of journeybench: channels, customers, offer, service and the strategies that are compared. Durations carry units (90s, 6m, 2w), rates too (120/h), shares are 0.25 or 25%. Every parameter has a default with its source, so a scenario holds only what differs.",
    ...schema,
  };
}
