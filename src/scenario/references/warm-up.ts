/** A warm-up is that of a KPI that exists, has steps enough, and does not contradict a stated history. */

import type { Finding } from "../problems/finding.ts";
import { duration } from "../schema/units.ts";
import { LEAST_STEPS } from "../schema/warm-up.ts";
import { own, valueAt } from "../value.ts";
import type { Check, Draft } from "./draft.ts";
import { unknownName } from "./unknown-name.ts";

function seconds(value: unknown): number | undefined {
  const read = duration.safeParse(value);
  return read.success ? read.data : undefined;
}

function kpiFindings({ input, knownKpis }: Draft): Finding[] {
  const kpi = valueAt(input, ["warmUp", "of"]);
  if (typeof kpi !== "string" || knownKpis === undefined || knownKpis.includes(kpi)) return [];
  return [unknownName({ name: kpi, path: ["warmUp", "of"], at: "value" }, "KPI", knownKpis)];
}

function stepFindings({ input }: Draft): Finding[] {
  const [upTo, step] = ["upTo", "step"].map((key) => seconds(valueAt(input, ["warmUp", key])));
  if (upTo === undefined) return [];
  const tooShort = step === undefined ? upTo < LEAST_STEPS : step * LEAST_STEPS > upTo;
  if (!tooShort) return [];
  const path = ["warmUp", step === undefined ? "upTo" : "step"];
  return [{ path, at: "value", expected: `at least ${LEAST_STEPS} steps in upTo`, found: String(valueAt(input, path)) }];
}

function historyFindings({ input }: Draft): Finding[] {
  const history = own(input, "history");
  if (own(input, "warmUp") === undefined || (seconds(history) ?? 0) === 0) return [];
  return [{ path: ["history"], at: "key", expected: "only one of history and warmUp, which finds it", found: "both" }];
}

/** The part `warmUp` can be looked for. */
export const warmUpCanBeFound: Check = (draft) => [...kpiFindings(draft), ...stepFindings(draft), ...historyFindings(draft)];
