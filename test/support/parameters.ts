/** All parameters with a default, found by walking the schema: for tests of them and for the pages that list them. */

import { stringify } from "yaml";
import type { z } from "zod";
import { scenarioSchema } from "../../src/scenario/index.ts";
import { parameterNotes, type ParameterNote, rangeText } from "../../src/scenario/schema/parameter.ts";
import { alternativesOf, type AnySchema, core, entrySchemaOf, fieldsOf, presetOf } from "../../src/scenario/schema-walk.ts";

export interface Parameter {
  /** With `*` for names and rows that a scenario gives. */
  readonly path: string;
  readonly schema: z.ZodType;
  readonly note: ParameterNote;
}

function elementOf(schema: AnySchema): AnySchema | undefined {
  const { def } = (core(schema) as z.core.$ZodTypes)._zod;
  return def.type === "array" ? def.element : undefined;
}

function parametersIn(schema: AnySchema, path: string): Parameter[] {
  const note = parameterNotes.get(schema);
  const own = note === undefined ? [] : [{ path, schema: schema as z.ZodType, note }];
  const inside = [
    ...[...(fieldsOf(schema) ?? [])].map(([key, field]) => [field, path === "" ? key : `${path}.${key}`] as const),
    ...[entrySchemaOf(schema), ...(alternativesOf(schema) ?? []), elementOf(schema)].flatMap((one) =>
      one === undefined ? [] : [[one, `${path}.*`] as const],
    ),
  ];
  return [...own, ...inside.flatMap(([one, place]) => parametersIn(one, place))];
}

/** In the order of the schema. */
export const parameters: readonly Parameter[] = parametersIn(scenarioSchema, "");

/** The default as a scenario file would have it. */
export function defaultOf({ schema }: Parameter): string {
  return stringify(presetOf(schema)?.value, { collectionStyle: "flow", lineWidth: 0 }).trim();
}

/** What is plausible; empty where there is no such thing. */
export function plausible({ note }: Parameter): string {
  return rangeText(note) ?? "";
}

/** What values are measured in. */
export function unitOf({ schema }: Parameter): string {
  if (entrySchemaOf(schema) !== undefined || elementOf(schema) !== undefined) return "";
  const takes = (value: unknown) => schema.safeParse(value).success;
  if (takes("1s") || takes({ deterministic: "1s" })) return "time";
  if (takes("1/s")) return "1/time";
  if (takes({ deterministic: 1.5 })) return "money";
  if (takes("1 working hour")) return "time";
  if (takes("50%")) return "share";
  const refused = schema.safeParse("no value");
  const said = refused.success ? "" : (refused.error.issues[0]?.message ?? "");
  if (said.includes("money")) return "money";
  return said.includes("number") || said.includes("score") || said.includes("class") || said.includes("tier") ? "number" : "";
}
