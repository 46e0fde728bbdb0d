/** Where something stands in a script, as far as its text tells. */

/** The file that was loaded: how it was named, where it lies, what it says. */
export interface Script {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

function placeOfOffset(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** Where a name stands in quotes, when it stands there once. */
export function placeOfName(name: string, { file, text }: Script): Place | undefined {
  const pattern = new RegExp(
    `(["'\`])[#.]?(?:[^"'\`\\n]*\\.)?${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?:\\.[^"'\`\\n]*)?\\1`,
    "gu",
  );
  const found = [...text.matchAll(pattern)];
  const [only] = found;
  return found.length === 1 && only !== undefined ? { file, ...placeOfOffset(text, only.index) } : undefined;
}
