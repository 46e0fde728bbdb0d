/** Labels that break into lines instead of being cut. */

import type { Spec } from "./chart.ts";
import { textWidth } from "./text-width.ts";

const fontSize = 12;
const lineHeight = 13;

/**
 * Breaks a label into lines of at most `limit` pixels, at spaces where there are any, else inside a word. Returns them joined by
 * line feeds; the axis of {@link wrappedAxis} shows them as lines.
 */
export function wrapLabel(label: string, limit: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of label.split(/\s+/).flatMap((part) => pieces(part, limit))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize) <= limit) {
      line = longer;
    } else {
      if (line !== "") lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  // Never shortened: two long names must not become one row.
  return lines.join("\n");
}

/** The height of a row with `bars` things in it that still holds the tallest of its wrapped labels. */
export function rowHeight(wrapped: readonly string[], bars: number): number {
  const lines = Math.max(1, ...wrapped.map((label) => label.split("\n").length));
  return Math.max(14 + 15 * bars, lines * lineHeight + 8);
}

/** A word in pieces that fit; most words are one piece. */
function pieces(word: string, limit: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && textWidth(part + character, fontSize) > limit) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

/** Axis settings that show line feeds as new lines. The expression is constant; labels stay data. */
export const wrappedAxis: Spec = {
  labelExpr: "split(datum.label, '\\n')",
  labelLimit: 0,
  labelColor: "#1f2933",
  labelLineHeight: lineHeight,
};
