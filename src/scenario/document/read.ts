/** Reads the text of a scenario file, YAML or JSON, into plain values that know their place and their comments. */

import { type Document, parseDocument } from "yaml";
import type { Path } from "../path.ts";
import { build, type PlacedFinding } from "./build.ts";
import { type Comment, commentAt } from "./comments.ts";
import { depthFinding } from "./depth.ts";
import { lineStarts, type Position, positionOf } from "./lines.ts";
import { offsetOf, placeAt } from "./place.ts";
import { jsonFinding, syntaxFindings } from "./syntax.ts";

export type Format = "yaml" | "json";

/** A file that was read; with syntax errors `value` is undefined and only `findings` say something. */
export interface ReadFile {
  readonly value: unknown;
  readonly readable: boolean;
  readonly findings: readonly PlacedFinding[];
  readonly offset: (path: Path, at: "key" | "value") => number;
  readonly position: (offset: number) => Position;
  readonly comment: (path: Path) => Comment;
}

function parsed(text: string, format: Format): Document.Parsed {
  // Tabs in sound JSON are only white space, which the YAML parser does not always allow; a blank keeps the columns.
  const source = format === "json" ? text.replaceAll("\t", " ") : text;
  return parseDocument(source, { schema: format === "json" ? "json" : "core", uniqueKeys: false, prettyErrors: false });
}

function unreadable(findings: readonly PlacedFinding[], position: ReadFile["position"]): ReadFile {
  return { value: undefined, readable: false, findings, position, offset: () => 0, comment: () => [] };
}

/** Reads a text; syntax errors, duplicate keys, reserved names and alias bombs become findings, never exceptions. */
export function readText(text: string, format: Format): ReadFile {
  const starts = lineStarts(text);
  const position = (offset: number): Position => positionOf(starts, offset);
  const lineAt = (offset: number): number => position(offset).line;
  const early = (format === "json" ? jsonFinding(text) : undefined) ?? depthFinding(text, starts);
  if (early !== undefined) return unreadable([early], position);
  const document = parsed(text, format);
  const wrong = syntaxFindings([...document.errors, ...document.warnings], lineAt);
  if (wrong.length > 0) return unreadable(wrong, position);
  const { value, place, findings, longTexts } = build(document, text);
  const lines = { text, starts, longTexts, lineAt };
  return {
    value,
    readable: true,
    findings,
    position,
    offset: (path, at) => offsetOf(place, path, at),
    comment: (path) => commentAt(lines, placeAt(place, path)),
  };
}
