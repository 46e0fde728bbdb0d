/** What zod found, as findings for people: the innermost wrong value, the known keys, the nearest name. */

import { z } from "zod";
import type { Path } from "../path.ts";
import { pathText } from "../path.ts";
import { type AnySchema, fieldsOf, placesOfKeys, schemaAt } from "../schema-walk.ts";
import { valueAt } from "../value.ts";
import type { Explained } from "./explained.ts";
import type { Finding } from "./finding.ts";
import { nearest, oneOf } from "./nearest.ts";
import { shown } from "./shown.ts";
import { unionFindings } from "./unions.ts";

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  object: "a map of keys and values",
  record: "a map of names and values",
  array: "a list such as [a, b]",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** What was expected, in words, where the schema itself does not say. */
export function expectedWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") return KINDS[issue.expected];
  if (issue.code === "invalid_value") return oneOf(issue.values.map(String));
  return undefined;
}

function unknownKey(explained: Explained, path: Path, key: string): Finding {
  const schema = schemaAt(explained.schema, explained.input, path);
  const known = [...((schema && fieldsOf(schema))?.keys() ?? [])].filter((name) => name !== "$schema");
  const elsewhere = explained.places.get(key)?.map((place) => (place === "" ? "the top of the file" : place)) ?? [];
  const belongs = elsewhere.length === 0 ? "" : `, which belongs under ${oneOf(elsewhere.slice(0, 3))}`;
  return {
    path: [...path, key],
    at: "key",
    expected: known.length === 0 ? "no such key" : `one of the keys ${oneOf(known)}`,
    found: `the key ${shown(key)}${belongs}`,
    suggestion: elsewhere.length === 0 ? nearest(key, known) : undefined,
  };
}

function expectedAt(explained: Explained, issue: Issue, path: Path): string {
  if (issue.code !== "invalid_type" || issue.expected !== "object") return issue.message;
  const schema = schemaAt(explained.schema, explained.input, path);
  const keys = [...((schema && fieldsOf(schema))?.keys() ?? [])];
  if (keys.length === 0 || path.length === 0) return issue.message;
  return `a map with ${keys.length > 6 ? `keys such as ${keys.slice(0, 4).join(", ")}` : keys.join(", ")}`;
}

/** What was found where a whole part is left blank: `needs:` means nothing, `needs: {}` all defaults. */
function foundNothing(explained: Explained, path: Path): string {
  const schema = schemaAt(explained.schema, explained.input, path);
  const optionalInside = schema !== undefined && fieldsOf(schema) !== undefined && z.safeParse(schema, {}).success;
  return optionalInside ? "nothing (write {} for all defaults)" : "nothing";
}

function foundAt(explained: Explained, path: Path, expected: string): string {
  const value = valueAt(explained.input, path);
  if (value === null) return foundNothing(explained, path);
  return typeof value === "number" && expected.includes("with unit") ? `${value}, a number without unit` : shown(value);
}

function plainFinding(explained: Explained, issue: Issue, path: Path): Finding {
  const expected = expectedAt(explained, issue, path);
  return { path, at: "value", expected, found: foundAt(explained, path, expected) };
}

/** An issue of a check that names itself what it found, and whether the key is wrong. */
function customFinding(explained: Explained, issue: z.core.$ZodIssueCustom, path: Path): Finding {
  const finding = plainFinding(explained, issue, path);
  const { at, found } = issue.params ?? {};
  return { ...finding, at: at === "key" ? "key" : finding.at, found: typeof found === "string" ? found : finding.found };
}

/** One issue as findings; `base` is the path in front of the issue's own (issues inside unions have relative paths). */
function explain(explained: Explained, issue: Issue, base: Path): Finding[] {
  const path: Path = [...base, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(explained, path, key));
    case "invalid_union":
      return unionFindings(explained, issue, path, explain);
    case "invalid_key":
      return [{ path, at: "key", expected: issue.issues[0]?.message ?? "another name", found: shown(path.at(-1)) }];
    case "custom":
      return [customFinding(explained, issue, path)];
    default:
      return [plainFinding(explained, issue, path)];
  }
}

/** All issues as findings, one per value or key. */
export function fromIssues(schema: AnySchema, input: unknown, issues: readonly Issue[]): Finding[] {
  const explained: Explained = { schema, input, places: placesOfKeys(schema) };
  const byPath = new Map<string, Finding>();
  for (const finding of issues.flatMap((issue) => explain(explained, issue, []))) {
    const id = pathText(finding.path);
    if (!byPath.has(id)) byPath.set(id, finding);
  }
  return [...byPath.values()];
}
