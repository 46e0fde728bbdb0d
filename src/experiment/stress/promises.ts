/** The promises of a study: found in the command, the scenario or the default, and checked against what is simulated. */

import { JourneybenchError } from "../../errors.ts";
import { type Kpi, kpiById, kpiCatalogue } from "../../kpi/index.ts";
import { nearest, oneOf, type Scenario, stressDefaults, type StressPromise, stressPromise } from "../../scenario/index.ts";

/** A promise with its KPI and the row of its channel. */
export interface CheckedPromise extends StressPromise {
  readonly text: string;
  readonly definition: Kpi;
  /** Row of the scenario's channels; undefined: over all. */
  readonly row: number | undefined;
}

function refuse(message: string, hint?: string): never {
  throw new JourneybenchError("usage", message, hint === undefined ? {} : { hint });
}

/**
 * Reads a promise of the command line.
 *
 * @throws JourneybenchError `usage`
 */
export function promiseOf(text: string): StressPromise {
  const read = stressPromise.safeParse(text.trim());
  if (!read.success) refuse(`"${text}" is no promise.`, `Expected ${read.error.issues[0]?.message ?? "a promise"}.`);
  return read.data;
}

function unknown(what: string, found: string, known: readonly string[]): never {
  const near = nearest(found, known);
  refuse(`There is no ${what} "${found}".${near === undefined ? "" : ` Did you mean "${near}"?`}`, `Known: ${oneOf(known)}.`);
}

const EXPECTED: Readonly<Record<string, string>> = { share: "a share such as 80% or 0.8", s: "a time such as 30s or 2m" };

/** Refuses a bound that is not in the unit of its KPI. */
function checkBound(kpi: Kpi, { bound, written }: StressPromise, text: string): void {
  const isShare = kpi.unit === "share";
  const fits = isShare ? written !== "time" && bound <= 1 : written === (kpi.unit === "s" ? "time" : "number");
  if (!fits) refuse(`${text}: ${kpi.label} needs ${EXPECTED[kpi.unit] ?? "a plain number"} as bound.`);
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function boundText(kpi: Kpi, bound: number): string {
  if (kpi.unit === "share") return `${numberText(bound * 100)}%`;
  return kpi.unit === "s" ? `${numberText(bound)}s` : numberText(bound);
}

/** A promise as it is written: `service_level in phone >= 80%`. */
function promiseText(kpi: Kpi, { channel, side, bound }: StressPromise): string {
  return `${kpi.id}${channel === undefined ? "" : ` in ${channel}`} ${side === "atLeast" ? ">=" : "<="} ${boundText(kpi, bound)}`;
}

const AMOUNTS: Readonly<Record<StressPromise["written"], string>> = { share: "%", time: "s", number: "" };

/** A promise with its bound in the unit in which it was written, whether or not that is the KPI's. */
function asWritten({ kpi, channel, side, bound, written }: StressPromise): string {
  const amount = numberText(written === "share" ? bound * 100 : bound);
  return `${kpi}${channel === undefined ? "" : ` in ${channel}`} ${side === "atLeast" ? ">=" : "<="} ${amount}${AMOUNTS[written]}`;
}

/** Refuses a promise that a KPI is at least as bad as something. */
function checkSide({ better, label }: Kpi, promise: StressPromise): void {
  const side = { higher: "atLeast", lower: "atMost", none: promise.side }[better];
  if (side === promise.side) return;
  const [more, sign] = side === "atLeast" ? ["more", ">="] : ["less", "<="];
  refuse(`${asWritten(promise)}: ${label} is better the ${more} it is, so it keeps a promise with ${sign}.`);
}

function checked(promise: StressPromise, scenario: Scenario): CheckedPromise {
  const known = kpiCatalogue.filter((kpi) => kpi.needs === "service").map(({ id }) => id);
  const definition = kpiById(promise.kpi);
  if (definition === undefined || !known.includes(promise.kpi)) unknown("KPI of service", promise.kpi, known);
  const text = promiseText(definition, promise);
  checkBound(definition, promise, asWritten(promise));
  checkSide(definition, promise);
  if (promise.channel === undefined) return { ...promise, text, definition, row: undefined };
  const channels = Object.keys(scenario.channels ?? {});
  const row = channels.indexOf(promise.channel);
  if (row < 0) unknown("channel", promise.channel, channels);
  if (!definition.scopes.includes("channel")) refuse(`${text}: ${definition.label} is not measured by channel.`);
  return { ...promise, text, definition, row };
}

/** Says of a promise of the scenario where it stands. */
function located(row: number, check: () => CheckedPromise): CheckedPromise {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof JourneybenchError)) throw error;
    const { code, message, hint } = error;
    throw new JourneybenchError(code, `stress.promises[${row}]: ${message}`, hint === undefined ? {} : { hint });
  }
}

/**
 * What is promised: by the command, else by the scenario's part `stress`, else the default.
 *
 * @throws JourneybenchError `usage` for an unknown KPI or channel, a bound in a wrong unit, or the same promise twice
 */
export function promisesOf(scenario: Scenario, written: readonly StressPromise[] | undefined): CheckedPromise[] {
  const inScenario = written === undefined && scenario.stress !== undefined;
  const promises = (written ?? scenario.stress?.promises ?? stressDefaults.promises).map((promise, row) =>
    inScenario ? located(row, () => checked(promise, scenario)) : checked(promise, scenario),
  );
  const twice = promises.find(({ text }, index) => promises.findIndex((other) => other.text === text) !== index);
  if (twice !== undefined) refuse(`The promise ${twice.text} is stated twice.`);
  return promises;
}
