/** Comments of a file as sources: the one beside a value, or the ones directly above its key. */

import type { Place } from "./place.ts";

/** Lines of a comment without `#`, trimmed; empty when there is none. */
export type Comment = readonly string[];

const BESIDE_VALUE = /^[ \t]*,?[ \t]+#(.*)$/;
const BESIDE_KEY = /^[ \t]*:[ \t]+#(.*)$/;
const WHOLE_LINE = /^([ \t]*)#(.*)$/;
const MOST_LINES = 20;
const FOR_EDITORS = /^yaml-language-server:/;

/** A text cut into lines. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
  /** Texts over several lines, in which `#` begins no comment. */
  readonly longTexts: readonly (readonly [number, number])[];
  readonly lineAt: (offset: number) => number;
}

function lineText({ text, starts }: Lines, line: number): string {
  return text.slice(starts[line - 1] ?? 0, starts[line] ?? text.length).replace(/\r?\n$/, "");
}

function rest(lines: Lines, offset: number): string {
  const line = lines.lineAt(offset);
  return lineText(lines, line).slice(offset - (lines.starts[line - 1] ?? 0));
}

function cleaned(text: string): string[] {
  const plain = text.replace(/^[#\s]+/, "").trim();
  return plain === "" || FOR_EDITORS.test(plain) ? [] : [plain];
}

function beside(lines: Lines, key: readonly [number, number], value: readonly [number, number]): string[] {
  // A block ends where the next key begins, or with its line break: only what stands beside its own key is about it.
  const block = lines.lineAt(key[0]) !== lines.lineAt(value[0]) || lines.text[value[1] - 1] === "\n";
  const comment = block ? BESIDE_KEY.exec(rest(lines, key[1])) : BESIDE_VALUE.exec(rest(lines, value[1]));
  return cleaned(comment?.[1] ?? "");
}

function above(lines: Lines, key: readonly [number, number]): string[] {
  const line = lines.lineAt(key[0]);
  const start = lines.starts[line - 1] ?? 0;
  const indent = lines.text.slice(start, key[0]);
  if (indent.trim() !== "") return [];
  const found: string[] = [];
  for (let up = line - 1; up >= Math.max(1, line - MOST_LINES); up--) {
    const offset = lines.starts[up - 1] ?? 0;
    const comment = WHOLE_LINE.exec(lineText(lines, up));
    const inText = lines.longTexts.some(([from, to]) => from <= offset && offset < to);
    if (comment === null || inText || comment[1] !== indent) break;
    found.unshift(...cleaned(comment[2] ?? ""));
  }
  return found;
}

/** The comment that belongs to a value: beside it, else directly above its key at the same indentation. */
export function commentAt(lines: Lines, place: Place | undefined): Comment {
  if (place?.key === undefined) return [];
  const next = beside(lines, place.key, place.value);
  return next.length > 0 ? next : above(lines, place.key);
}
