/** Issues of values that may be written in several ways: the way that was meant is found by its key, and only its issues count. */

import type { z } from "zod";
import type { Path } from "../path.ts";
import { alternativeFor, alternativesOf, type AnySchema, fieldsOf, schemaAt, wordsOf } from "../schema-walk.ts";
import { isMap, valueAt } from "../value.ts";
import type { Explained } from "./explained.ts";
import type { Finding } from "./finding.ts";
import { nearest, oneOf } from "./nearest.ts";
import { shown } from "./shown.ts";

type Issue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;

/** The issues of each alternative, those of unions inside the union laid out flat (as `alternativesOf` does). */
function issuesByAlternative(issue: UnionIssue): readonly (readonly Issue[])[] {
  return issue.errors.flatMap((issues) => {
    const [only] = issues;
    return issues.length === 1 && only?.code === "invalid_union" && only.path.length === 0 ? issuesByAlternative(only) : [issues];
  });
}

function kindsOf(alternatives: readonly AnySchema[]): string[] {
  return alternatives.flatMap((option) => [...(fieldsOf(option)?.keys() ?? [])]);
}

/** The words that stand for themselves among the alternatives. */
function literalsOf(schema: AnySchema): string[] {
  return (alternativesOf(schema) ?? []).flatMap(wordsOf);
}

/** Findings about the keys that choose the alternative: unknown, missing or more than one. */
function choiceFinding(path: Path, value: Readonly<Record<string, unknown>>, kinds: readonly string[]): Finding | undefined {
  const keys = Object.keys(value);
  const unknown = keys.find((key) => !kinds.includes(key));
  const listing = `one of ${oneOf(kinds)}`;
  if (unknown !== undefined) {
    const suggestion = nearest(unknown, kinds);
    return { path: [...path, unknown], at: "key", expected: listing, found: `the key ${shown(unknown)}`, suggestion };
  }
  return keys.length > 1 ? { path, at: "value", expected: `only ${listing}`, found: keys.join(" and ") } : undefined;
}

/** Explains one issue whose path is relative to `base`. */
type Explain = (explained: Explained, issue: Issue, base: Path) => Finding[];

/** The findings of a value that fits none of its alternatives; `explain` explains the issues of the one that was meant. */
export function unionFindings(explained: Explained, issue: UnionIssue, path: Path, explain: Explain): Finding[] {
  const value = valueAt(explained.input, path);
  const schema = schemaAt(explained.schema, explained.input, path);
  const suggestion = typeof value === "string" && schema !== undefined ? nearest(value, literalsOf(schema)) : undefined;
  const whole: Finding = { path, at: "value", expected: issue.message, found: shown(value), suggestion };
  if (schema === undefined || !isMap(value) || Object.keys(value).length === 0) return [whole];
  const alternatives = alternativesOf(schema) ?? [];
  const kinds = kindsOf(alternatives);
  const choice = kinds.length === 0 ? undefined : choiceFinding(path, value, kinds);
  if (choice !== undefined) return [choice];
  const meant = alternatives.indexOf(alternativeFor(schema, value) as AnySchema);
  const issues = issuesByAlternative(issue)[meant] ?? [];
  const findings = issues.flatMap((inner) => explain(explained, inner, path));
  return findings.length > 0 ? findings : [whole];
}
