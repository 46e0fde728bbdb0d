/**
 * How long an outage is felt after it has ended.
 *
 * Every replication is lived twice with the same luck, with the outage and without. A promise's KPI is taken over a moving window that
 * looks back, over all replications together. It has recovered at the first moment from which on it is no longer worse than undisturbed
 * by more than the band, and stays so for as long as the outage lasted. Between two moments the crossing is interpolated.
 *
 * The interval is a jackknife over replications (each left out of both runs): sound for a crossing that is well defined, rough where
 * the KPI hovers at the band's edge. The window looks back, so up to its length of the time is its own memory.
 */

import { jackknife } from "../../stats/index.ts";

/** A KPI's margin at one moment: with the outage and without; null where the window holds no contact. */
export interface Moment {
  /** Seconds from the start of the run: the end of the window. */
  readonly time: number;
  /** By replication left out (0 to n − 1), null: none. */
  readonly disturbed: (leaveOut: number | null) => number | null;
  readonly undisturbed: (leaveOut: number | null) => number | null;
}

export interface Outage {
  /** Seconds from the start of the run. */
  readonly from: number;
  readonly to: number;
  /** How much worse than undisturbed is within the band, in the KPI's unit. */
  readonly band: number;
}

/** Seconds from the end of the outage; what cannot be told is null and says why. */
export interface Recovery {
  readonly seconds: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason?: string;
  /** The most by which the KPI was worse than undisturbed, in its unit. */
  readonly worst: number | null;
}

interface Gap {
  readonly time: number;
  /** How much worse than undisturbed. */
  readonly gap: number;
}

function gapsOf(course: readonly Moment[], leaveOut: number | null): Gap[] {
  return course.flatMap((moment) => {
    const [disturbed, undisturbed] = [moment.disturbed(leaveOut), moment.undisturbed(leaveOut)];
    return disturbed === null || undisturbed === null ? [] : [{ time: moment.time, gap: undisturbed - disturbed }];
  });
}

/** When the gap came back to the band between its last moment outside and the next one. */
function enteredAt(outside: Gap, inside: Gap, band: number): number {
  return outside.time + ((outside.gap - band) / (outside.gap - inside.gap)) * (inside.time - outside.time);
}

/** Seconds from the end of the outage to the recovery: 0 if it was within the band all the time since, null if not seen to recover. */
function recoveredAfter(gaps: readonly Gap[], { from, to, band }: Outage): number | null {
  let outside: Gap | undefined;
  // Since when the gap has been inside the band, at the earliest from the end of the outage.
  let since = to;
  for (const one of gaps) {
    if (one.time < from) continue;
    if (one.gap > band) {
      outside = one;
      continue;
    }
    if (outside !== undefined) since = Math.max(to, enteredAt(outside, one, band));
    outside = undefined;
    if (one.time >= since + (to - from)) return since - to;
  }
  return null;
}

/**
 * The recovery of a KPI from an outage.
 *
 * @param course moments at equal distances, from before the outage to well after it
 * @param n number of replications
 */
export function recoveryOf(course: readonly Moment[], outage: Outage, n: number, confidence: number): Recovery {
  const gaps = gapsOf(course, null);
  const during = gaps.filter(({ time }) => time >= outage.from).map(({ gap }) => gap);
  const worst = during.length === 0 ? null : Math.max(0, ...during);
  const none = { seconds: null, low: null, high: null, worst };
  if (worst === null) return { ...none, reason: "nobody contacted the company then" };
  const seconds = recoveredAfter(gaps, outage);
  if (seconds === null) {
    const seen = Math.max(0, (gaps.at(-1)?.time ?? outage.to) - outage.to);
    return { ...none, reason: `not back within ${(seen / 3600).toFixed(1)} h after the outage` };
  }
  if (worst <= outage.band) return { seconds: 0, low: null, high: null, worst, reason: "it never left the band" };
  if (n < 2) return { seconds, low: null, high: null, worst, reason: "one replication gives no interval" };
  return { seconds, worst, ...intervalOf(course, outage, n, confidence, seconds) };
}

function intervalOf(
  course: readonly Moment[],
  outage: Outage,
  n: number,
  confidence: number,
  seconds: number,
): Pick<Recovery, "low" | "high" | "reason"> {
  const statistic = (leaveOut: number | null) => (leaveOut === null ? seconds : recoveredAfter(gapsOf(course, leaveOut), outage));
  const estimate = jackknife(n, statistic, confidence);
  if ("undefined" in estimate || estimate.low === null || estimate.high === null) {
    return { low: null, high: null, reason: "without one of the replications it is not seen to recover" };
  }
  return { low: Math.max(0, estimate.low), high: estimate.high };
}
