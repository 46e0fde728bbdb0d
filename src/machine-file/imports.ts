/** The author's own files that a script is made of, found in its text. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Jiti } from "jiti";

/** `from "./x"`, `import "./x"`, `import("./x")`, `require("./x")`: the author's files are named by relative paths. */
const RELATIVE = /\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"'\n]+)["']/gu;

function namedIn(jiti: Jiti, text: string, path: string): string[] {
  const names = [...text.matchAll(RELATIVE)].map(([, name = ""]) => name);
  return names.flatMap((name) => {
    const url = jiti.esmResolve(name, { parentURL: path, try: true });
    return url === undefined ? [] : [url.startsWith("file:") ? fileURLToPath(url) : url];
  });
}

/**
 * Absolute paths of all files that a script imports by relative paths, and those that they import, sorted; without the script.
 * Read from the text and not from the loader, which leaves some files to Node and does not see them again.
 */
export async function importsOf(jiti: Jiti, text: string, path: string): Promise<string[]> {
  const found = new Set<string>([path]);
  const look = async (source: string, from: string): Promise<void> => {
    const fresh = new Set(namedIn(jiti, source, from).filter((one) => !found.has(one)));
    for (const one of fresh) found.add(one);
    await Promise.all([...fresh].map(async (one) => look(await readFile(one, "utf8").catch(() => ""), one)));
  };
  await look(text, path);
  found.delete(path);
  return [...found].toSorted();
}
