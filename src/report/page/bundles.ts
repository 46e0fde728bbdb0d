/** Vega's own browser builds, read from the installed packages so that the page needs no network. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { programForScript, type Html } from "./html.ts";

/** In the order in which they must run. */
const files = [
  { name: "vega", file: "vega.min.js" },
  { name: "vega-lite", file: "vega-lite.min.js" },
  { name: "vega-embed", file: "vega-embed.min.js" },
] as const;

/** The three programs, without the comments that point to source maps nobody ships. */
export async function vegaBundles(): Promise<Html[]> {
  const require = createRequire(import.meta.url);
  return Promise.all(
    files.map(async ({ name, file }) => {
      // The packages export their main file only; the browser build lies beside it.
      const text = await readFile(join(dirname(require.resolve(name)), file), "utf8");
      return programForScript(text.replace(/^\/\/# sourceMappingURL=.*$/gm, ""));
    }),
  );
}
