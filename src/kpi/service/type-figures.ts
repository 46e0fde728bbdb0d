/** Figures of some types of contacts together. */

import { addTo, rowAt, type ServiceCells } from "./cells.ts";
import { CURVE, thresholds, typeAt, waitKinds } from "./layout.ts";
import { type Formula, ratioOrNull, Replicated } from "./replicated.ts";
import type { ServiceTypeRow, ServiceWaits } from "./service-result.ts";
import { waitBins } from "./wait-bins.ts";
import { cumulated, waitQuantile } from "./wait-quantile.ts";

type Counter = keyof typeof typeAt;

/** A counter of a row of types. */
export function count(row: Float64Array, counter: Counter): number {
  return row[rowAt.counters + typeAt[counter]] as number;
}

/** Came to the queue and are out of it. */
export function queued(row: Float64Array): number {
  return count(row, "answered") + count(row, "abandoned") + count(row, "disconnected");
}

/** Came to the queue, or to its door. */
export function offered(row: Float64Array): number {
  return count(row, "joined") + count(row, "balked") + count(row, "blocked");
}

export const serviceLevelOf: Formula = (row) =>
  ratioOrNull(count(row, "answeredInTime"), queued(row) + count(row, "balked") + count(row, "blocked"));
export const abandonmentOf: Formula = (row) => ratioOrNull(count(row, "abandoned"), queued(row));
export const speedOfAnswerOf: Formula = (row) => ratioOrNull(count(row, "answeredWait"), count(row, "answered"));
export const waitingOf: Formula = (row) => ratioOrNull(count(row, "waitingSeconds"), row[rowAt.seconds] as number);

function histogram(row: Float64Array, kind: number): Float64Array {
  return row.subarray(rowAt.histograms + kind * waitBins, rowAt.histograms + (kind + 1) * waitBins);
}

const answeredWaits = (row: Float64Array) => histogram(row, waitKinds.answered);
const abandonedWaits = (row: Float64Array) => histogram(row, waitKinds.abandoned);

function allWaits(row: Float64Array): Float64Array {
  const all = answeredWaits(row).slice();
  addTo(all, 0, abandonedWaits(row));
  return all;
}

/** Answered or abandoned; of them, those who did not wait. */
function atOnce(row: Float64Array): Float64Array {
  const none = (answeredWaits(row)[0] as number) + (abandonedWaits(row)[0] as number);
  return Float64Array.of(count(row, "answered") + count(row, "abandoned"), none);
}

const waitProbabilityOf: Formula = ([all = 0, none = 0]) => ratioOrNull(all - none, all);

/** The rows of some types, by replication, and what is made of them. */
interface TypeRows {
  readonly rows: readonly Float64Array[];
  readonly row: Replicated;
  readonly confidence: number;
}

function waitsOf(
  { rows, row, confidence }: TypeRows,
  counts: (row: Float64Array) => Float64Array,
  mean: Formula,
  longest: number,
): ServiceWaits {
  const waits = new Replicated(
    rows.map((one) => cumulated(counts(one))),
    confidence,
  );
  const quantile = (p: number) => waits.figure((upTo) => waitQuantile(upTo, p, longest));
  return {
    mean: row.figure(mean),
    p50: quantile(0.5),
    p90: quantile(0.9),
    p95: quantile(0.95),
    p99: quantile(0.99),
    longest: (waits.total.at(-1) ?? 0) > 0 ? longest : null,
  };
}

/** How many waited no longer than each threshold. */
function within(row: Float64Array, kind: number, threshold: number): number {
  const begin = rowAt.curves + kind * CURVE;
  return row.subarray(begin, begin + threshold + 1).reduce((sum, counted) => sum + counted, 0);
}

function serviceLevelsOf(row: Float64Array): ServiceTypeRow["serviceLevels"] {
  return thresholds.map((seconds, threshold) => {
    const answered = within(row, waitKinds.answered, threshold);
    const soon = within(row, waitKinds.abandoned, threshold) + count(row, "balked");
    const late = count(row, "abandoned") + count(row, "balked") - soon;
    return {
      within: seconds,
      ofOffered: ratioOrNull(answered, offered(row)),
      ofOfferedLessShortAbandons: ratioOrNull(answered, offered(row) - soon),
      ofAnswered: ratioOrNull(answered, count(row, "answered")),
      ofAnsweredAndLongAbandons: ratioOrNull(answered, count(row, "answered") + late),
      withShortAbandons: ratioOrNull(answered + soon, offered(row)),
    };
  });
}

/** Plain counts of a row. */
const COUNTS = [
  "arrived",
  "transferred",
  "blocked",
  "balked",
  "contained",
  "calledBack",
  "joined",
  "answered",
  "abandoned",
  "abandonedSilently",
  "disconnected",
  "redialled",
] as const;

/** Whether anything happened to contacts of these types. */
export function isUsed(cells: readonly ServiceCells[], types: readonly number[]): boolean {
  return cells.some((one) => {
    const row = one.counterRow({ types });
    return (
      count(row, "arrived") + count(row, "transferred") + count(row, "joined") + count(row, "rejoined") > 0 ||
      count(row, "waitingSeconds") > 0
    );
  });
}

function countsOf(row: Float64Array, replications: number): Record<(typeof COUNTS)[number], number> {
  // Made from COUNTS, so it has exactly these keys.
  return Object.fromEntries(COUNTS.map((name) => [name, count(row, name) / replications])) as Record<(typeof COUNTS)[number], number>;
}

const sumOver =
  (numerators: readonly Counter[], denominators: readonly Counter[]): Formula =>
  (row) => {
    const sum = (counters: readonly Counter[]) => counters.reduce((total, counter) => total + count(row, counter), 0);
    return ratioOrNull(sum(numerators), sum(denominators));
  };

const handlingTimeOf = sumOver(["handlingSeconds"], ["handlingEnded"]);
const backlogAgeOf = sumOver(["ageOnTheHour"], ["waitingOnTheHour"]);
const timeToAbandonOf = sumOver(["abandonedWait"], ["abandoned"]);
const meanWaitOf = sumOver(["answeredWait", "abandonedWait"], ["answered", "abandoned"]);

/** The row of some types in the result document. */
export function typeFigures(
  cells: readonly ServiceCells[],
  types: readonly number[],
  confidence: number,
): Omit<ServiceTypeRow, "channel" | "topic"> {
  const rows = cells.map((one) => one.typeRow({ types }));
  // Counters and curves are left out one at a time for every figure; the long histograms only where quantiles need them.
  const row = new Replicated(
    rows.map((one) => one.subarray(0, rowAt.histograms)),
    confidence,
  );
  const of: TypeRows = { rows, row, confidence };
  const most = (total: "maxWaiting" | "maxAnsweredWait" | "maxAbandonedWait") =>
    Math.max(0, ...cells.map((one) => one.greatest(types, total)));
  const [longestAnswered, longestAbandoned] = [most("maxAnsweredWait"), most("maxAbandonedWait")];
  return {
    ...countsOf(row.total, cells.length),
    serviceLevel: row.figure(serviceLevelOf, 0, 1),
    abandonment: row.figure(abandonmentOf, 0, 1),
    waitProbability: new Replicated(rows.map(atOnce), confidence).figure(waitProbabilityOf, 0, 1),
    handlingTime: row.figure(handlingTimeOf),
    waiting: row.figure(waitingOf),
    longestQueue: most("maxWaiting"),
    backlogAge: row.figure(backlogAgeOf),
    waits: {
      answered: waitsOf(of, answeredWaits, speedOfAnswerOf, longestAnswered),
      abandoned: waitsOf(of, abandonedWaits, timeToAbandonOf, longestAbandoned),
      all: waitsOf(of, allWaits, meanWaitOf, Math.max(longestAnswered, longestAbandoned)),
    },
    serviceLevels: serviceLevelsOf(row.total),
  };
}
