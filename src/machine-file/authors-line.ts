/** Which line of the author's a line of the transpiled program comes from: the compiler keeps most lines where they were, but not all. */

import { createRequire, SourceMap, type SourceMapPayload } from "node:module";
import type { createJiti as CreateJiti } from "jiti";
import type { Script } from "./place-in-script.ts";

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json;charset=utf-8;base64,(?<map>[\w+/=]+)\s*$/u;

const require = createRequire(import.meta.url);

/** Transpiles a script once more as it was loaded, for the map alone: whoever makes no mistakes waits for no map. */
function mapOf({ path, text }: Script): SourceMap | undefined {
  // Only scripts that were loaded throw, and with them the compiler was.
  const { createJiti } = require("jiti") as { readonly createJiti: typeof CreateJiti };
  // A program that was itself made by a compiler is what its author named; where that came from is not asked.
  const transformOptions = { babel: { inputSourceMap: false } };
  const jiti = createJiti(path, { fsCache: false, interopDefault: false, sourceMaps: true, transformOptions });
  const code = jiti.transform({ source: text, filename: path, ts: /\.[cm]?tsx?$/u.test(path), async: true });
  const map = INLINE_MAP.exec(code)?.groups?.["map"];
  return map === undefined ? undefined : new SourceMap(JSON.parse(Buffer.from(map, "base64").toString()) as SourceMapPayload);
}

/** The author's line of a place in the running program, both from 1. */
export function authorsLine(script: Script, line: number, column: number): number {
  // The loader's own words before the program's first line move its columns; nothing of later lines stands there.
  if (line === 1) return line;
  const origin = mapOf(script)?.findOrigin(line, column);
  return origin !== undefined && "lineNumber" in origin ? origin.lineNumber : line;
}
