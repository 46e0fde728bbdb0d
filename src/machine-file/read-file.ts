/** Reads the bytes and the text of a file, or says why not. */

import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { JourneybenchError } from "../errors.ts";
import { nearest } from "../scenario/index.ts";

const LARGEST = 5_000_000;

/** What kind of file is wanted, as errors put it. */
export interface FileKind {
  /** Its name in a sentence. */
  readonly name: string;
  readonly endings: RegExp;
  /** The endings, in words. */
  readonly ending: string;
  /** What it holds. */
  readonly holds: string;
}

/** Endings of scripts. */
export const SCRIPTS: ReadonlySet<string> = new Set([".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"]);

export const JOURNEY: FileKind = {
  name: "journey",
  endings: /\.(?:[cm]?[jt]s|json)$/iu,
  ending: ".ts, .js, .mjs or .json",
  holds: "A journey holds states",
};
export const POLICY: FileKind = {
  name: "policy",
  endings: /\.[cm]?[jt]s$/iu,
  ending: ".ts, .js or .mjs",
  holds: "A policy holds rules",
};

const REASONS: Readonly<Record<string, string>> = { EACCES: "may not be read", EPERM: "may not be read" };

async function missing(file: string, kind: FileKind): Promise<JourneybenchError> {
  const folder = dirname(file);
  const names = await readdir(folder).catch((): string[] => []);
  const near = nearest(
    basename(file),
    names.filter((name) => kind.endings.test(name)),
  );
  const hint = near === undefined ? `Name a ${kind.name} file: ${kind.ending}.` : `Did you mean "${join(folder, near)}"?`;
  return new JourneybenchError("bad-input", `There is no file ${file}.`, { hint });
}

async function unreadable(file: string, error: unknown, kind: FileKind): Promise<JourneybenchError> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return missing(file, kind);
  return new JourneybenchError("bad-input", `${file} ${REASONS[code] ?? `cannot be read (${code})`}.`, { cause: error });
}

/**
 * The bytes of a file.
 *
 * @throws JourneybenchError (`bad-input`) when there is none, it may not be read, is no file or larger than 5 MB
 */
export async function bytesOf(file: string, kind: FileKind): Promise<Uint8Array> {
  const facts = await stat(file).catch(async (error: unknown) => {
    throw await unreadable(file, error, kind);
  });
  if (!facts.isFile()) {
    throw new JourneybenchError("bad-input", `${file} is ${facts.isDirectory() ? "a folder" : "no file"}.`, {
      hint: `Name a ${kind.name} file.`,
    });
  }
  if (facts.size > LARGEST) throw new JourneybenchError("bad-input", `${file} is larger than 5 MB.`, { hint: `${kind.holds}, not data.` });
  return readFile(file).catch(async (error: unknown) => {
    throw await unreadable(file, error, kind);
  });
}

/** The text of a file's bytes without a byte-order mark; @throws JourneybenchError (`bad-input`) when they are not UTF-8 or nothing. */
export function textOf(file: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new JourneybenchError("bad-input", `${file} is not a text in UTF-8.`, { hint: "Save it as UTF-8.", cause: error });
  }
  if (text.trim() === "") throw new JourneybenchError("bad-input", `${file} is empty.`);
  return text;
}
