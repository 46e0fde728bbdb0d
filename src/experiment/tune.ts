/** What the JavaScript engine is told about the work that comes. */

import { setFlagsFromString } from "node:v8";
import type { Plan } from "../sim/index.ts";

/**
 * Bytecode that V8 takes into a function from those that it calls; 920 unless told. An event of a contact centre is some fifty short calls, and
 * with room for them a quarter more contacts are lived in a second (`npm run bench -- contacts`). Whole markets have more code than time to
 * compile it: their first replications would take longer.
 */
const INLINED_BYTECODE = 4000;

let isTuned = false;

/** Prepares the process for a plan that is about to be lived. Once is enough for all threads: V8's flags belong to the process. */
export function tuneFor({ market, service }: Plan): void {
  if (isTuned || service === undefined || market.customers > 0) return;
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED_BYTECODE}`);
  isTuned = true;
}
