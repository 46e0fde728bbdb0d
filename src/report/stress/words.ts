/** What a stress study says in plain words; the terminal uses the same. */

import type {
  KpiUnit,
  StressBreaking,
  StressDocument,
  StressDocumentPromise,
  StressLoad,
  StressPolicy,
  StressRecovery,
} from "../../kpi/index.ts";
import { fixed, intervalText, meanText } from "../text/numbers.ts";

/** Loads have as many decimals as the bisection can tell. */
const LOAD_DIGITS = 2;

/** A load as a number: "1.42". */
export function loadNumber(load: number): string {
  return fixed(load, LOAD_DIGITS);
}

/** A bound in the unit of its KPI: "80%", "30 s". */
export function boundText(unit: KpiUnit, bound: number, currency: string): string {
  const exact = unit === "share" ? `${Number((bound * 100).toPrecision(12))}%` : undefined;
  return exact ?? meanText({ mean: bound, low: null, high: null }, unit, currency);
}

/** A promise in words: "Service level in phone at least 80%". */
export function promiseWords({ label, channel, side, unit, bound }: StressDocumentPromise, currency: string): string {
  const where = channel === null ? "" : ` in ${channel}`;
  return `${label}${where} ${side === "atLeast" ? "at least" : "at most"} ${boundText(unit, bound, currency)}`;
}

/** "1.42", or where the break lies when no load can be given: "below 0.5", "above 3", "not known". */
export function breakNumber({ load, beyond }: StressBreaking, range: StressDocument["load"]): string {
  if (load !== null) return loadNumber(load);
  if (beyond === "below") return `below ${fixedRange(range.from)}`;
  return beyond === "above" ? `above ${fixedRange(range.to)}` : "not known";
}

function fixedRange(load: number): string {
  return String(Number(load.toFixed(4)));
}

/** "1.38 to 1.46", or null without an interval. */
export function loadInterval({ low, high }: StressLoad): string | null {
  return low === null || high === null ? null : `${loadNumber(low)} to ${loadNumber(high)}`;
}

/** A difference of loads with its sign: "+0.15". */
export function loadDifference(load: number): string {
  const text = loadNumber(load);
  return load > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Whether the interval of a difference leaves out zero. */
export function isShown({ low, high }: StressLoad): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}

/** The promise that breaks first under a policy, undefined if none does. */
export function firstPromise(document: StressDocument, { first }: StressPolicy): StressDocumentPromise | undefined {
  return first.promise === null ? undefined : document.promises[first.promise];
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function confidenceText(confidence: number): string {
  return `${Number((confidence * 100).toFixed(1))}%`;
}

/** Where the policy breaks, as a clause without its subject. */
export function breakClause(document: StressDocument, policy: StressPolicy): string {
  const { first } = policy;
  const { load: range, scenario, confidence, promises } = document;
  const promise = firstPromise(document, policy);
  const words = promise === undefined ? "" : lowerFirst(promiseWords(promise, scenario.currency));
  if (first.beyond === "below") return `does not keep “${words}” even at ${fixedRange(range.from)} times the demand`;
  if (first.load === null) {
    if (first.beyond === "unknown") return `cannot be judged: ${first.reason ?? "a KPI is undefined"}`;
    return `keeps ${promises.length === 1 ? "the promise" : "all promises"} at every load up to ${fixedRange(range.to)} times the demand`;
  }
  const interval = loadInterval(first);
  const sure = interval === null ? `no interval: ${first.reason ?? "unknown"}` : `${confidenceText(confidence)} interval ${interval}`;
  const kept = promises.length === 1 ? "keeps the promise" : "keeps all promises";
  return `${kept} up to ${loadNumber(first.load)} times the demand (${sure}); ${promises.length === 1 ? "then" : "what breaks first is"} “${words}”${promises.length === 1 ? " breaks" : ""}`;
}

/** How the policy compares with the one it is compared with, as a sentence; undefined for that one itself. */
export function differenceSentence(document: StressDocument, name: string): string | undefined {
  const found = document.differences.find((one) => one.policy === name);
  if (found === undefined) return undefined;
  const { baseline, load, reason } = found;
  if (load === null) return `It cannot be compared with ${baseline}: ${reason ?? "no breaking point"}.`;
  const interval = loadInterval(found);
  if (interval === null) return `Against ${baseline}: ${loadDifference(load)} times the demand (no interval: ${reason ?? "unknown"}).`;
  const figures = `${loadDifference(load)} times the demand, ${loadInterval(found) ?? ""}, on the same luck`;
  if (!isShown(found)) return `No difference from ${baseline} can be told from chance (${figures}).`;
  return `That is ${load > 0 ? "more" : "less"} than ${baseline} takes (${figures}).`;
}

function hours(seconds: number): string {
  return seconds < 5400 ? `${fixed(seconds / 60, 0)} min` : `${fixed(seconds / 3600, 1)} h`;
}

/** Times shorter than this many seconds are none. */
const ONCE = 30;

/** How much worse, in the unit of a difference: "27 pp". */
export function harmText(unit: KpiUnit, harm: number, currency: string): string {
  return meanText({ mean: harm, low: null, high: null }, unit, currency, "difference").replace("+", "");
}

/** "1.6 h (1.2 h to 2.1 h)", or why there is no time. */
export function recoveryText({ seconds, low, high, reason }: StressRecovery): string {
  if (seconds === null) return reason ?? "not seen";
  if (seconds === 0 && reason !== undefined) return reason;
  if (seconds < ONCE && (high ?? 0) < ONCE) return "at once";
  const interval = low === null || high === null ? " (no interval)" : ` (${hours(low)} to ${hours(high)})`;
  return `${hours(seconds)}${interval}`;
}

/** KPIs at the scenario's own load: "service level 86.1% (85.2 to 87.0%)". */
export function ownLoadTexts(policy: StressPolicy, labels: (id: string) => string, currency: string): string[] {
  return Object.entries(policy.atOwnLoad)
    .filter(([, { mean }]) => mean !== null)
    .map(([id, estimate]) => {
      const interval = intervalText(estimate, estimate.unit, currency);
      return `${lowerFirst(labels(id))} ${meanText(estimate, estimate.unit, currency)}${interval === null ? "" : ` (${interval})`}`;
    });
}

/** What was multiplied, in words. */
export function scaledSentence({ load, outage }: StressDocument): string {
  const streams = load.scaled.length === 1 ? "the contacts" : `the ${load.scaled.length} streams of contacts`;
  const base = load.own === 1 ? "" : ` (the scenario's own service.load of ${fixedRange(load.own)} is load 1)`;
  const customers =
    load.customers === 0
      ? ""
      : ` The contacts of the ${fixed(load.customers, 0)} modelled customers follow from their lives and were not scaled.`;
  const knocked = outage === undefined ? "" : ` In every run: ${outage.knockOuts.join("; ")}.`;
  return `Load multiplies the rates of ${streams} from outside (${load.scaled.join(", ")}), from ${fixedRange(load.from)} to ${fixedRange(load.to)} times what the scenario says${base}; who works when stays the same.${customers}${knocked}`;
}
