/** What varies in a study: a value of the scenario between two ends, or one of a list. */

import { JourneybenchError } from "../../errors.ts";
import { type LoadedScenario, type Path, pathText } from "../../scenario/index.ts";
import { type Assignment, scenarioValue, withValues } from "./scenario-value.ts";

/** A parameter and the values that it takes. */
export interface ParameterRange {
  readonly path: Path;
  /** As people write it. */
  readonly name: string;
  readonly values:
    | { readonly kind: "between"; readonly low: number; readonly high: number; readonly unit: string; readonly isWhole: boolean }
    | { readonly kind: "list"; readonly values: readonly (string | number | boolean)[] };
}

const NUMBER = String.raw`[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:e[-+]?[0-9]+)?`;
const BETWEEN = new RegExp(String.raw`^(${NUMBER})\s*([%\p{L}/ ]*?)\s*\.\.\s*(${NUMBER})\s*([%\p{L}/ ]*)$`, "u");

function refuse(written: string, reason: string): never {
  throw new JourneybenchError("usage", `--vary ${written}: ${reason}.`, {
    hint: "Write PATH=LOW..HIGH, such as needs.goesOn=50%..90% or service.patience.phone.exponential.mean=5m..20m, or PATH=ONE,OTHER.",
  });
}

/** Parts of a scenario that a study takes from the scenario itself, so that another value at a point would change nothing. */
const UNVARIED: ReadonlySet<string> = new Set([
  "$schema",
  "name",
  "description",
  "seed",
  "replications",
  "confidence",
  "expect",
  "stress",
  "warmUp",
]);

function plainValue(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return new RegExp(`^${NUMBER}$`, "u").test(text) ? Number(text) : text;
}

/** Whether the scenario refuses what lies between whole numbers here. */
function onlyWhole(loaded: LoadedScenario, path: Path, low: number, high: number, unit: string): boolean {
  if (unit !== "" || !Number.isInteger(low) || !Number.isInteger(high)) return false;
  try {
    withValues(loaded, [{ path, value: low + 0.5 }]);
    return false;
  } catch (error) {
    return error instanceof JourneybenchError && error.problems.some(({ expected }) => /whole number/u.test(expected ?? ""));
  }
}

/**
 * Reads `PATH=LOW..HIGH` (a unit behind the second number is enough) or `PATH=ONE,OTHER,…`, and checks that the scenario may have both ends.
 *
 * @throws JourneybenchError `usage`, `bad-input`
 */
export function parseRange(loaded: LoadedScenario, written: string): ParameterRange {
  const equals = written.lastIndexOf("=");
  if (equals <= 0) return refuse(written, 'there is no "="');
  const { path, value: now } = scenarioValue(loaded, written.slice(0, equals));
  if (typeof now === "object" && now !== null) return refuse(written, `${pathText(path)} is a part with values of its own, not a value`);
  if (UNVARIED.has(String(path[0]))) {
    throw new JourneybenchError("usage", `--vary ${written}: ${pathText(path)} is the same at all points, so that it cannot vary.`, {
      hint: "It says how a study is made or told, not what is simulated. --seed and --replications are for the whole study.",
    });
  }
  const text = written.slice(equals + 1).trim();
  const between = BETWEEN.exec(text);
  if (between === null) {
    if (text.includes("..")) return refuse(written, `"${text}" are no two numbers with a unit`);
    const values = text.split(",").map((one) => plainValue(one.trim()));
    if (values.length < 2 || values.includes("")) return refuse(written, "it takes two values or more");
    for (const value of values) withValues(loaded, [{ path, value }]);
    return { path, name: pathText(path), values: { kind: "list", values } };
  }
  const [, from = "", firstUnit = "", to = "", lastUnit = ""] = between;
  if (firstUnit !== "" && lastUnit !== "" && firstUnit !== lastUnit) return refuse(written, "both ends need the same unit");
  const unit = lastUnit === "" ? firstUnit : lastUnit;
  const [low, high] = [Number(from), Number(to)];
  if (!(low < high)) return refuse(written, "the first end must be less than the second");
  const range: ParameterRange = {
    path,
    name: pathText(path),
    values: { kind: "between", low, high, unit, isWhole: onlyWhole(loaded, path, low, high, unit) },
  };
  for (const share of [0, 1]) withValues(loaded, [valueAt(range, share)]);
  return range;
}

/**
 * The value at a place of a range.
 *
 * @param place from 0 (the low end, the first of a list) to 1
 */
export function valueAt({ path, values }: ParameterRange, place: number): Assignment {
  if (values.kind === "list") {
    const row = Math.min(values.values.length - 1, Math.floor(place * values.values.length));
    return { path, value: values.values[row] };
  }
  const { low, high, unit, isWhole } = values;
  if (isWhole) return { path, value: Math.min(high, low + Math.floor(place * (high - low + 1))) };
  // Twelve digits: what people read is what is simulated.
  const number = Number((low + place * (high - low)).toPrecision(12));
  return { path, value: unit === "" ? number : `${number}${unit}` };
}

/** Places at even distances, both ends among them: every value of a list, every whole number if there are no more of them than points. */
export function evenPlaces({ values }: ParameterRange, points: number): number[] {
  const count = values.kind === "list" ? values.values.length : values.isWhole ? Math.min(points, values.high - values.low + 1) : points;
  if (count === 1) return [0];
  if (values.kind === "list" || values.isWhole) {
    const all = values.kind === "list" ? values.values.length : values.high - values.low + 1;
    // The middle of the stretch that belongs to a value.
    return Array.from({ length: count }, (_, k) => (Math.round((k * (all - 1)) / (count - 1)) + 0.5) / all);
  }
  return Array.from({ length: count }, (_, k) => k / (count - 1));
}

/** Number of a value for axes: without its unit; the row of a list. */
export function axisNumber({ values }: ParameterRange, value: unknown): number {
  if (values.kind === "list") return values.values.indexOf(value as string);
  return typeof value === "number" ? value : Number.parseFloat(String(value));
}
