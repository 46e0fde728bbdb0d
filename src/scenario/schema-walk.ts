/** Walking the zod schema itself: what lies under a path, which keys a map may have, where a key lives. */

import { z } from "zod";
import { parameterNotes, type ParameterNote } from "./schema/parameter.ts";
import { isMap, own } from "./value.ts";
import type { Path } from "./path.ts";

export type AnySchema = z.core.$ZodType;

type Definition = z.core.$ZodTypes["_zod"]["def"];

function definition(schema: AnySchema): Definition {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** The schema inside optional, default and transforming wrappers: what the input is checked against first. */
export function core(schema: AnySchema): AnySchema {
  const def = definition(schema);
  switch (def.type) {
    case "optional":
    case "prefault":
    case "default":
    case "nullable":
    case "readonly":
      return core(def.innerType);
    case "pipe":
      return core(def.in);
    default:
      return schema;
  }
}

/** The fields of a map with fixed keys; undefined for anything else. */
export function fieldsOf(schema: AnySchema): ReadonlyMap<string, AnySchema> | undefined {
  const def = definition(core(schema));
  return def.type === "object" ? new Map(Object.entries(def.shape)) : undefined;
}

/** The schema of the entries of a map with free names; undefined for anything else. */
export function entrySchemaOf(schema: AnySchema): AnySchema | undefined {
  const def = definition(core(schema));
  return def.type === "record" ? def.valueType : undefined;
}

/** The alternatives of a union, inner unions included; undefined for anything else. */
export function alternativesOf(schema: AnySchema): readonly AnySchema[] | undefined {
  const def = definition(core(schema));
  return def.type === "union" ? def.options.flatMap((option) => alternativesOf(option) ?? [option]) : undefined;
}

/** The texts of a schema that takes only certain ones; none for anything else. */
export function wordsOf(schema: AnySchema): string[] {
  const def = definition(core(schema));
  if (def.type === "enum") return Object.values(def.entries).map(String);
  return def.type === "literal" ? def.values.map(String) : [];
}

/** The default of a parameter in input form, when it has one. */
export function presetOf(schema: AnySchema): { readonly value: unknown } | undefined {
  const def = definition(schema);
  return def.type === "prefault" ? { value: def.defaultValue } : undefined;
}

/** What is known about a parameter with a sourced default. */
export function noteOf(schema: AnySchema): ParameterNote | undefined {
  return parameterNotes.get(schema);
}

/** The description of a schema, if it has one. */
export function descriptionOf(schema: AnySchema): string | undefined {
  return z.globalRegistry.get(schema)?.description;
}

/** The alternative that a written map means: the one that knows one of its keys, or takes free names. */
export function alternativeFor(schema: AnySchema, value: unknown): AnySchema | undefined {
  if (!isMap(value)) return undefined;
  const keys = Object.keys(value);
  const alternatives = alternativesOf(schema) ?? [];
  return (
    alternatives.find((option) => keys.some((key) => fieldsOf(option)?.has(key))) ??
    alternatives.find((option) => entrySchemaOf(option) !== undefined)
  );
}

function step(schema: AnySchema, value: unknown, key: string | number): AnySchema | undefined {
  const inner = core(schema);
  const def = definition(inner);
  if (def.type === "object") return Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if (def.type === "record") return def.valueType;
  if (def.type === "array") return def.element;
  const meant = def.type === "union" ? alternativeFor(inner, value) : undefined;
  return meant === undefined ? undefined : step(meant, value, key);
}

/** The schema that the value at `path` of `input` is checked against; undefined where the schema knows nothing. */
export function schemaAt(schema: AnySchema, input: unknown, path: Path): AnySchema | undefined {
  let here: AnySchema | undefined = schema;
  let value = input;
  for (const key of path) {
    if (here === undefined) return undefined;
    here = step(here, value, key);
    value = own(value, key);
  }
  return here;
}

/** Every fixed key of the schema with the places where it lives (`service`, `service.groups.<name>`, …). */
export function placesOfKeys(schema: AnySchema): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  const visit = (here: AnySchema, place: string): void => {
    const entry = entrySchemaOf(here);
    if (entry !== undefined) visit(entry, `${place}.<name>`);
    for (const [key, field] of fieldsOf(here) ?? []) {
      places.set(key, [...(places.get(key) ?? []), place]);
      visit(field, place === "" ? key : `${place}.${key}`);
    }
  };
  visit(schema, "");
  return places;
}
