/** What a selection says, in sentences for page and terminal. */

import type { SelectionDocument } from "../../kpi/index.ts";
import { listed } from "../sections/parts.ts";
import { counted, fixed, meanText } from "../text/numbers.ts";
import type { Describe } from "../view.ts";

function labelOf({ kpi }: SelectionDocument, describe: Describe): string {
  return describe(kpi.id)?.label ?? kpi.id;
}

/** Who is selected, or who is still in the race. */
export function selectedSentence(document: SelectionDocument, describe: Describe): string {
  const { winner, leader, systems, replications, kpi } = document;
  const after = `after ${counted(replications, "replication")}`;
  const best = `${labelOf(document, describe)}, of which ${kpi.better === "higher" ? "more" : "less"} is better`;
  if (winner !== null) return `${winner} is selected as the best of ${systems.length} in ${best}, ${after}.`;
  const left = systems.filter(({ eliminatedAfter }) => eliminatedAfter === null).map(({ name }) => name);
  return `Not decided ${after}: ${listed(left)} are still in the race for ${best}. ${leader} leads.`;
}

/** An amount of the KPI without a sign. */
export function amountText(document: SelectionDocument, amount: number): string {
  const { kpi, scenario } = document;
  return meanText({ mean: amount, low: null, high: null }, kpi.unit, scenario.currency, "difference").replace(/^\+/u, "");
}

/** What is promised, and what is not. */
export function promiseSentence(document: SelectionDocument, describe: Describe): string {
  const { promise, winner, needed, most } = document;
  const { probability, indifference, isDefault } = promise;
  const amount = `${amountText(document, indifference)}${isDefault ? " (by default)" : ""}`;
  const chance = `${Number((probability * 100).toPrecision(6))}%`;
  if (winner === null)
    return `The promise (the best with a probability of at least ${chance}) was not reached within ${fixed(most, 0)} replications. Judging by the first ones, at most ${fixed(needed, 0)} would be needed to tell differences of ${amount}.`;
  return `With a probability of at least ${chance} this choice is the best in ${labelOf(document, describe)}, if the best is better than all others by at least ${amount}. If others come closer than that, the choice is one of those that are as good.`;
}
