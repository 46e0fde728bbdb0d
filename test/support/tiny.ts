/** A whole scenario that runs in a fraction of a second: customers, stock, service, three strategies. */

import { readFileSync } from "node:fs";
import { type LoadedScenario, parseScenario } from "../../src/scenario/index.ts";

const quick = readFileSync(new URL("../../scenarios/quick.yaml", import.meta.url), "utf8");

/** The quick scenario with a tenth of its people, as text. */
export const tinyText = quick.replace("name: quick", "name: tiny").replace("size: 350", "size: 35").replace("size: 250", "size: 25");

/** The tiny scenario, with lines replaced as told. */
export function tiny(...changes: readonly (readonly [string, string])[]): LoadedScenario {
  const text = changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the tiny scenario has no "${from}"`);
    return changed.replace(from, to);
  }, tinyText);
  return parseScenario(text, { fileName: "tiny.yaml" });
}
