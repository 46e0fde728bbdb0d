/** What is wrong with a text before it is a document: YAML and JSON syntax errors in words for people. */

import type { ErrorCode, YAMLError } from "yaml";
import { shown } from "../problems/shown.ts";
import type { PlacedFinding } from "./build.ts";

const EXPECTED: Partial<Readonly<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: "spaces for indentation",
  BAD_INDENT: "keys of one map indented alike",
  MULTIPLE_DOCS: "one document in the file",
  BAD_ALIAS: "an alias of an anchor that stands above it",
  MISSING_CHAR: "a complete value",
};

const FOUND: Partial<Readonly<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: "a tab",
  MULTIPLE_DOCS: "a second document (---)",
};

function wordsFor(error: YAMLError): { readonly expected: string; readonly found: string } {
  const expected = error.code === "TAG_RESOLVE_FAILED" ? "plain values without tags" : (EXPECTED[error.code] ?? "valid YAML");
  return { expected, found: FOUND[error.code] ?? `a mistake in the syntax: ${error.message}` };
}

/** The findings of the YAML parser, the first of each line: the others on it follow from the first. */
export function syntaxFindings(errors: readonly YAMLError[], lineAt: (offset: number) => number): PlacedFinding[] {
  const byLine = new Map<number, PlacedFinding>();
  for (const error of errors) {
    const offset = error.pos[0];
    const finding: PlacedFinding = { path: [], at: "value", ...wordsFor(error), offset };
    const line = lineAt(offset);
    if (!byLine.has(line)) byLine.set(line, finding);
  }
  return [...byLine.values()];
}

/** The finding of JSON's own parser, if the text is not JSON. */
export function jsonFinding(text: string): PlacedFinding | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position ([0-9]+)/.exec(message)?.[1];
    const offset = position === undefined ? (/end of JSON/.test(message) ? text.length : 0) : Number(position);
    const sign = text.slice(offset, offset + 1);
    return { path: [], at: "value", expected: "valid JSON", found: sign === "" ? "the end of the file" : shown(sign), offset };
  }
}
