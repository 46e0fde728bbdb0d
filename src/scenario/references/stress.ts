/** The promises of the part `stress` name KPIs and channels that exist. */

import type { Finding } from "../problems/finding.ts";
import { stressPromise } from "../schema/stress.ts";
import { itemsOf, valueAt } from "../value.ts";
import type { Check, Draft } from "./draft.ts";
import { unknownName } from "./unknown-name.ts";

function promiseFindings(draft: Draft, text: unknown, row: number): Finding[] {
  const read = stressPromise.safeParse(text);
  if (!read.success) return [];
  const { kpi, channel } = read.data;
  const path = ["stress", "promises", row];
  const { knownKpis } = draft;
  return [
    ...(knownKpis === undefined || knownKpis.includes(kpi) ? [] : [unknownName({ name: kpi, path, at: "value" }, "KPI", knownKpis)]),
    ...(channel === undefined || draft.channels.has(channel)
      ? []
      : [unknownName({ name: channel, path, at: "value" }, "channel", [...draft.channels.keys()])]),
  ];
}

/** All promises can be judged. */
export const promisesCanBeJudged: Check = (draft) =>
  itemsOf(valueAt(draft.input, ["stress", "promises"])).flatMap((text, row) => promiseFindings(draft, text, row));
