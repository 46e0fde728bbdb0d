/**
 * Delays that say what they are: `after: { "14d": … }`, `after: { "exponential(mean=30d)": … }`. XState's delays have no params, so
 * the name is the text: a duration, or a distribution in the scenario's own notation with round brackets.
 */

import { type Distribution, type DurationText, durationDistribution, mistakesIn } from "../scenario/index.ts";

/** Names of delays that are their own text, for the types of authors. */
export type DelayText =
  | DurationText
  | `${"exponential" | "deterministic" | "lognormal" | "gamma" | "weibull" | "uniform" | "empirical" | "discrete"}(${string})`;

const CALL = /^(?<kind>[a-z]+)\((?<inside>[^()]*)\)$/u;
const NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/u;

/** A delay that was read, or what is wrong with it. */
export type DelayReading = { readonly distribution: Distribution } | { readonly mistake: string };

function plain(text: string): string | number {
  return NUMBER.test(text) ? Number(text) : text;
}

/** `mean=30d, cv=1` → `{ mean: "30d", cv: 1 }` */
function keyed(items: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    items.map((item) => {
      const [key = "", ...value] = item.split("=");
      return [key.trim(), plain(value.join("=").trim())];
    }),
  );
}

/** `1d: 0.5, 7d: 0.5` → `[{ value: "1d", weight: 0.5 }, …]` */
function weighted(items: readonly string[]): unknown[] {
  return items.map((item) => {
    const [value = "", ...weight] = item.split(":");
    return { value: plain(value.trim()), weight: plain(weight.join(":").trim()) };
  });
}

function inside(kind: string, text: string): unknown {
  const items = text.split(",").map((item) => item.trim());
  if (kind === "deterministic") return plain(text.trim());
  if (kind === "empirical") return items.map(plain);
  return kind === "discrete" ? weighted(items) : keyed(items);
}

/** The distribution as it stands in a scenario: `{ exponential: { mean: "30d" } }`; a duration alone is always the same. */
function writtenAs(text: string): unknown {
  const { kind, inside: arguments_ } = CALL.exec(text.trim())?.groups ?? {};
  return kind === undefined || arguments_ === undefined ? { deterministic: text.trim() } : { [kind]: inside(kind, arguments_) };
}

/** Reads a distribution of durations in the scenario's notation. */
function readDistribution(written: unknown): DelayReading {
  const [mistake] = mistakesIn(durationDistribution, written);
  if (mistake !== undefined) {
    const found = mistake.path.length === 0 ? "" : `${mistake.path.join(".")}: `;
    return { mistake: `${found}expected ${mistake.expected}, found ${mistake.found}` };
  }
  return { distribution: durationDistribution.parse(written) };
}

/** Whether the name of a delay is meant to say what it is: it begins with a digit or calls a distribution. */
export function isWritten(delay: string): boolean {
  return /^\s*[0-9]/u.test(delay) || /^[A-Za-z]+\s*\(/u.test(delay);
}

/** Reads the name of a delay that says what it is. */
export function readDelay(delay: string): DelayReading {
  return readDistribution(writtenAs(delay));
}

/**
 * The distributions of all delays that a machine writes out or declares, by name, sorted.
 *
 * @param used - names of the delays that the machine calls
 * @param declared - delays declared by name
 * @throws Error on one that cannot be read; `checkJourney` tells of them before
 */
export function delaysOf(used: readonly string[], declared: Readonly<Record<string, unknown>>): ReadonlyMap<string, Distribution> {
  const names = [...new Set([...used.filter((name) => Object.hasOwn(declared, name) || isWritten(name)), ...Object.keys(declared)])].sort();
  return new Map(
    names.map((name) => {
      const reading = Object.hasOwn(declared, name) ? readDeclared(declared[name]) : readDelay(name);
      if ("mistake" in reading) throw new Error(`delay "${name}": ${reading.mistake}`);
      return [name, reading.distribution] as const;
    }),
  );
}

/** Reads a declared delay: a distribution, or a duration that is always the same. */
export function readDeclared(written: unknown): DelayReading {
  return readDistribution(typeof written === "string" ? { deterministic: written } : written);
}
