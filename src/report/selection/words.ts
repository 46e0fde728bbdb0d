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
  return `With a probability of at least ${chance} this choice is the best in ${labelOf(document, describe)}, if the best is better than all others by at least ${amount}. Others that come closer than that are as good by this measure, and which of them is chosen is not promised.`;
}

type System = SelectionDocument["systems"][number];

/**
 * What is shown about one that took part, beside the one that leads:
 *
 * - `worse`: the interval of the difference lies on the worse side of zero, and not all of it within the difference that matters;
 * - `worse by little`: all of it is worse, and by less than matters;
 * - `the same`: no replication tells them apart;
 * - `as good`: all of the interval is closer than the difference that matters;
 * - `ahead`: out of the race by another one, though better than the leader where both were lived;
 * - `open`: nothing of that.
 *
 * That somebody left the race shows less than `worse`: with time the procedure lets go of whoever is behind by any amount, so that one of equals is
 * selected.
 */
export type Standing = "leads" | "in the race" | "worse" | "worse by little" | "the same" | "as good" | "ahead" | "open";

/** What is shown about one that took part. */
export function standingOf({ kpi, promise }: SelectionDocument, { behind, eliminatedAfter }: System): Standing {
  if (behind === null) return "leads";
  if (eliminatedAfter === null) return "in the race";
  const { low, high } = behind;
  if (low === null || high === null) return "open";
  // How much worse, at least and at most.
  const [least, most] = kpi.better === "higher" ? [-high, -low] : [low, high];
  if (least === 0 && most === 0) return "the same";
  if (most < 0) return "ahead";
  const isNear = most < promise.indifference && least > -promise.indifference;
  if (least > 0) return isNear ? "worse by little" : "worse";
  return isNear ? "as good" : "open";
}

/** What is shown about one that took part, for the cell of a table. */
export function standingText(document: SelectionDocument, system: System): string {
  const { winner, leader, promise } = document;
  const amount = amountText(document, promise.indifference);
  return {
    leads: winner === null ? "leads, still in the race" : "selected",
    "in the race": "still in the race",
    worse: `worse than ${leader}`,
    "worse by little": `as good as ${leader}: worse, but by less than ${amount}`,
    "the same": `as good as ${leader}: the same in every replication`,
    "as good": `as good as ${leader}: less than ${amount} apart`,
    ahead: `not shown to be worse than ${leader}`,
    open: `not shown to be worse than ${leader}`,
  }[standingOf(document, system)];
}

const AS_GOOD: ReadonlySet<Standing> = new Set(["worse by little", "the same", "as good"]);
const NOT_SHOWN: ReadonlySet<Standing> = new Set(["ahead", "open"]);

/** Who left the race, in sentences: as good as the one that leads, worse, or neither shown; null if nobody left it. */
export function standingSentences(document: SelectionDocument): string | null {
  const { leader, promise, systems, confidence } = document;
  const of = (isMeant: (standing: Standing) => boolean) =>
    systems.filter((one) => isMeant(standingOf(document, one))).map(({ name }) => name);
  const [good, worse, open] = [of((one) => AS_GOOD.has(one)), of((one) => one === "worse"), of((one) => NOT_SHOWN.has(one))];
  const be = (names: readonly string[]) => (names.length === 1 ? "is" : "are");
  const sentences = [
    ...(good.length === 0
      ? []
      : [
          `${listed(good)} ${be(good)} as good as ${leader}: closer than ${amountText(document, promise.indifference)}, the difference that matters.`,
        ]),
    ...(worse.length === 0 ? [] : [`${listed(worse)} ${be(worse)} worse than ${leader}.`]),
    ...(open.length === 0 ? [] : [`${listed(open)} left the race, but ${be(open)} not shown to be worse than ${leader}.`]),
  ];
  if (sentences.length === 0) return null;
  return `${sentences.join(" ")} (Judged by the ${Math.round(confidence * 100)}% interval of each difference.)`;
}
