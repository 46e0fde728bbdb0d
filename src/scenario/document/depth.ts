/**
 * A look at how deep a text nests before it is parsed. The YAML parser recurses, and when its stack ends inside a regular expression
 * V8 ends the whole process instead of throwing; so texts that nest beyond all use never reach it.
 */

import { Lexer } from "yaml";
import { type PlacedFinding, TOO_MUCH } from "./build.ts";

const DEEPEST_BRACKETS = 100;
const LONGEST_INDENT = 300;
const OPENING: ReadonlySet<string> = new Set(["[", "{"]);
const CLOSING: ReadonlySet<string> = new Set(["]", "}"]);
// Each sign of it may open a level: indentation, and the indicators of lists and keys.
const INDENT = /^[ \t?:-]*/;

function deepBracket(text: string): number | undefined {
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (OPENING.has(token)) depth += 1;
    if (CLOSING.has(token)) depth -= 1;
    if (depth > DEEPEST_BRACKETS) return offset;
    // The lexer marks documents, modes and scalars by one control character that is not in the text.
    offset += token === "\u0002" || token === "\u0018" || token === "\u001f" ? 0 : token.length;
  }
  return undefined;
}

function deepIndent(text: string, starts: readonly number[]): number | undefined {
  return starts.find((start) => (INDENT.exec(text.slice(start, start + LONGEST_INDENT + 1))?.[0].length ?? 0) > LONGEST_INDENT);
}

/** The finding of a text that nests far too deep to be parsed. */
export function depthFinding(text: string, starts: readonly number[]): PlacedFinding | undefined {
  const offset = deepIndent(text, starts) ?? deepBracket(text);
  return offset === undefined ? undefined : { path: [], at: "value", expected: TOO_MUCH, found: "far more", offset };
}
