/** Everything that is wrong with a machine's config, before XState sees it. */

import type { Finding } from "../../scenario/index.ts";
import type { Draft } from "./draft.ts";
import { checkState } from "./states.ts";
import { targetFindings } from "./targets.ts";
import { isMap } from "./words.ts";

/** XState's name for a machine without one. */
const NAMELESS = "(machine)";

/** All findings about the value of a JSON file that should be what `createMachine` takes. */
export function configFindings(config: unknown): Finding[] {
  const draft: Draft = { findings: [], targets: [], states: new Map() };
  const id = isMap(config) && typeof config["id"] === "string" && config["id"] !== "" ? config["id"] : NAMELESS;
  checkState(draft, config, id, [], undefined);
  return [...draft.findings, ...targetFindings(draft)];
}
