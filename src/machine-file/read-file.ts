/** Reads the bytes and the text of a file, or says why not. */

import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { JourneybenchError } from "../errors.ts";
import { nearest } from "../scenario/index.ts";

const LARGEST = 5_000_000;
const JOURNEY_FILE = /\.(?:[cm]?[jt]s|json)$/iu;

const REASONS: Readonly<Record<string, string>> = { EACCES: "may not be read", EPERM: "may not be read" };

async function missing(file: string): Promise<JourneybenchError> {
  const folder = dirname(file);
  const names = await readdir(folder).catch((): string[] => []);
  const near = nearest(
    basename(file),
    names.filter((name) => JOURNEY_FILE.test(name)),
  );
  const hint = near === undefined ? "Name a journey file: .ts, .js, .mjs or .json." : `Did you mean "${join(folder, near)}"?`;
  return new JourneybenchError("bad-input", `There is no file ${file}.`, { hint });
}

async function unreadable(file: string, error: unknown): Promise<JourneybenchError> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return missing(file);
  return new JourneybenchError("bad-input", `${file} ${REASONS[code] ?? `cannot be read (${code})`}.`, { cause: error });
}

/**
 * The bytes of a file.
 *
 * @throws JourneybenchError (`bad-input`) when there is none, it may not be read, is no file or larger than 5 MB
 */
export async function bytesOf(file: string): Promise<Uint8Array> {
  const facts = await stat(file).catch(async (error: unknown) => {
    throw await unreadable(file, error);
  });
  if (!facts.isFile()) {
    throw new JourneybenchError("bad-input", `${file} is ${facts.isDirectory() ? "a folder" : "no file"}.`, {
      hint: "Name a journey file.",
    });
  }
  if (facts.size > LARGEST)
    throw new JourneybenchError("bad-input", `${file} is larger than 5 MB.`, { hint: "A journey holds states, not data." });
  return readFile(file).catch(async (error: unknown) => {
    throw await unreadable(file, error);
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
