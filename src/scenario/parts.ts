/**
 * A scenario with every default filled in, still in the form in which scenarios are written: a tree of parts that remember whether
 * they were written in the file or come from the schema. The assumptions of a run and the resolved file are both read from it.
 */

import type { Path } from "./path.ts";
import type { ParameterNote } from "./schema/parameter.ts";
import { alternativesOf, type AnySchema, descriptionOf, entrySchemaOf, fieldsOf, noteOf, presetOf } from "./schema-walk.ts";
import { entriesOf, isMap, own } from "./value.ts";

export type SetBy = "scenario" | "default";

/** One value of the resolved scenario; `children` when it is a structure with parts of its own. */
export interface Part {
  readonly path: Path;
  readonly value: unknown;
  readonly setBy: SetBy;
  /** Whether the value is the schema's default, whoever wrote it. */
  readonly isPreset: boolean;
  readonly note: ParameterNote | undefined;
  readonly about: string;
  readonly children: readonly Part[] | undefined;
}

function isStructure(schema: AnySchema): boolean {
  const fields = fieldsOf(schema);
  if (fields !== undefined) return noteOf(schema) === undefined || [...fields.values()].some((field) => noteOf(field) !== undefined);
  const entry = entrySchemaOf(schema);
  return entry !== undefined && (isStructure(entry) || alternativesOf(entry) !== undefined || noteOf(schema) === undefined);
}

function fieldParts(fields: ReadonlyMap<string, AnySchema>, value: unknown, path: Path, setBy: SetBy): Part[] {
  return [...fields].flatMap(([key, schema]): Part[] => {
    const written = own(value, key);
    const inside = [...path, key];
    if (written !== undefined) return [partOf(schema, written, inside, setBy)];
    const preset = presetOf(schema);
    return preset === undefined ? [] : [partOf(schema, preset.value, inside, "default")];
  });
}

function childrenOf(schema: AnySchema, value: unknown, path: Path, setBy: SetBy): Part[] | undefined {
  if (!isMap(value) || !isStructure(schema)) return undefined;
  const fields = fieldsOf(schema);
  if (fields !== undefined) return fieldParts(fields, value, path, setBy);
  const entry = entrySchemaOf(schema);
  if (entry === undefined) return undefined;
  const inherited = noteOf(schema);
  return entriesOf(value).map(([name, item]) => {
    const part = partOf(entry, item, [...path, name], setBy);
    if (part.children !== undefined) return part;
    return { ...part, note: part.note ?? inherited, about: part.about === "" ? (inherited?.about ?? "") : part.about };
  });
}

function partOf(schema: AnySchema, value: unknown, path: Path, setBy: SetBy): Part {
  const note = noteOf(schema);
  const about = note?.about ?? descriptionOf(schema) ?? "";
  const preset = presetOf(schema);
  const isPreset = preset !== undefined && JSON.stringify(preset.value) === JSON.stringify(value);
  return { path, value, setBy, isPreset, note, about, children: childrenOf(schema, value, path, setBy) };
}

/** The tree of a valid input: the fields of the schema in its order, then defaults where nothing was written. */
export function resolveParts(schema: AnySchema, input: unknown): Part {
  return partOf(schema, input, [], "scenario");
}
