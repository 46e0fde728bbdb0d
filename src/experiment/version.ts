/** The version of this package. */

import { readFileSync } from "node:fs";

let version: string | undefined;

/** Version of journeybench, as in its package.json. */
export function packageVersion(): string {
  version ??= String((JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: unknown }).version);
  return version;
}
