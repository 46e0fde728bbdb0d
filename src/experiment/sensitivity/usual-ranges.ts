/** What varies when nobody says: the numbers that the scenario sets, a fifth less and more, or over the range that the schema states; reserves as far as groups allow. */

import { JourneybenchError } from "../../errors.ts";
import { type Assumption, type LoadedScenario, type Path, pathText, scenarioSchema } from "../../scenario/index.ts";
import { type ParameterRange, parseRange } from "../design/range.ts";
import { replaced, resolvedValue } from "../design/resolved-value.ts";
import { largestReserve } from "./reserves.ts";

/** A parameter, and who set its ends. */
export interface Varied extends ParameterRange {
  readonly from: "command" | "range" | "a fifth";
}

export interface Variation {
  readonly varied: readonly Varied[];
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}

/** They say what is measured, not how the world is. */
const MEASURED = new Set(["history", "horizon", "lifetimeValue.tail", "needs.researchWindow", "service.serviceLevelWithin"]);
const SHARE = 0.2;
const QUANTITY = /^([-+]?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?) ?(%|\/? ?[a-z]+)?$/;

interface Leaf {
  readonly path: Path;
  readonly value: number;
  readonly unit: string;
}

function quantity(written: unknown): { value: number; unit: string } | undefined {
  if (typeof written === "number") return { value: written, unit: "" };
  const [, value, unit = ""] = typeof written === "string" ? (QUANTITY.exec(written) ?? []) : [];
  return value === undefined ? undefined : { value: Number(value), unit };
}

/** A range as assumptions state it: `0.5 to 0.9`; `mean 5m to 20m` is that of a distribution's mean. */
const STATED = /^(mean )?(\S+) to (\S+)$/;

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };

/** A quantity in the base unit of its kind: shares of 1, seconds, per second. */
function inBaseUnit({ value, unit }: { readonly value: number; readonly unit: string }): number {
  if (unit === "%") return value / 100;
  if (unit.startsWith("/")) return value / (SECONDS[unit.slice(1).trim()] ?? 1);
  return value * (SECONDS[unit] ?? 1);
}

/** All numbers of a document, with or without a unit; lists are data. */
function leavesOf(node: unknown, path: Path = []): Leaf[] {
  if (typeof node === "object" && node !== null && !Array.isArray(node))
    return Object.entries(node).flatMap(([key, inside]) => leavesOf(inside, [...path, key]));
  const found = quantity(node);
  return found === undefined ? [] : [{ path, ...found }];
}

/** Twelve digits: what people read is what is simulated. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

class UsualRanges {
  readonly #document: unknown;
  readonly #scenario: LoadedScenario["scenario"];

  constructor(document: unknown, scenario: LoadedScenario["scenario"]) {
    this.#document = document;
    this.#scenario = scenario;
  }

  /** What the schema has against a value; undefined: nothing. */
  #refusal({ path, unit }: Leaf, value: number): string | undefined {
    const read = scenarioSchema.safeParse(replaced(this.#document, path, unit === "" ? value : `${value}${unit}`));
    return read.success ? undefined : read.error.issues.map(({ message }) => message).join("; ");
  }

  /** The first that the scenario may have, else the value itself. */
  #possible(leaf: Leaf, wanted: readonly number[]): number {
    return wanted.find((value) => this.#refusal(leaf, value) === undefined) ?? leaf.value;
  }

  #isWhole(leaf: Leaf): boolean {
    return leaf.unit === "" && Number.isInteger(leaf.value) && /whole number/u.test(this.#refusal(leaf, leaf.value + 0.5) ?? "");
  }

  /** The range that the schema states, as far as the groups allow; undefined where it states none, or the author's value lies outside. */
  stated(leaf: Leaf, { range = "", path: part }: Assumption): ParameterRange | undefined {
    const [, ofMean, from, to] = STATED.exec(range) ?? [];
    const [low, end] = [quantity(from), quantity(to)];
    const path = pathText(leaf.path);
    const isMeant = ofMean === undefined ? path === part : leaf.path.at(-1) === "mean";
    if (!isMeant || low === undefined || end === undefined || low.unit !== end.unit) return undefined;
    const high = { ...end, value: Math.min(end.value, largestReserve(this.#scenario, leaf.path) ?? Infinity) };
    const now = inBaseUnit(leaf);
    const inUnit = { ...leaf, unit: low.unit };
    if (now < inBaseUnit(low) || now > inBaseUnit(high)) return undefined;
    if ([low, high].some(({ value }) => this.#refusal(inUnit, value) !== undefined)) return undefined;
    const isWhole = Number.isInteger(low.value) && Number.isInteger(high.value) && this.#isWhole(leaf);
    return { path: leaf.path, name: path, values: { kind: "between", low: low.value, high: high.value, unit: low.unit, isWhole } };
  }

  around(leaf: Leaf): ParameterRange | undefined {
    const { path, value, unit } = leaf;
    const isWhole = this.#isWhole(leaf);
    const step = isWhole ? Math.max(1, Math.round(SHARE * Math.abs(value))) : SHARE * Math.abs(value);
    const most = unit === "%" ? 100 : 1;
    const low = this.#possible(leaf, [rounded(value - step)]);
    const high = this.#possible(leaf, value < most ? [rounded(value + step), most] : [rounded(value + step)]);
    return low < high ? { path, name: pathText(path), values: { kind: "between", low, high, unit, isWhole } } : undefined;
  }
}

/** The assumption to which a value belongs: its own, or that of the part that is written around it. */
function assumptionOf(assumptions: ReadonlyMap<string, Assumption>, path: Path): Assumption | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = assumptions.get(pathText(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function usualVariation(loaded: LoadedScenario): Variation {
  const document = resolvedValue(loaded);
  const ranges = new UsualRanges(document, loaded.scenario);
  const assumptions = new Map(loaded.assumptions.map((assumption) => [assumption.path, assumption]));
  const varied: Varied[] = [];
  const leftOut: { path: string; reason: string }[] = [];
  for (const leaf of leavesOf(document)) {
    const assumption = assumptionOf(assumptions, leaf.path);
    if (assumption === undefined || MEASURED.has(assumption.path)) continue;
    const path = pathText(leaf.path);
    if (largestReserve(loaded.scenario, leaf.path) === 0) {
      leftOut.push({ path, reason: "the smallest group that serves these contacts has nobody to spare" });
      continue;
    }
    const stated = ranges.stated(leaf, assumption);
    if (stated !== undefined) {
      varied.push({ ...stated, from: "range" });
      continue;
    }
    // What neither the scenario nor the schema says something about stays as it is.
    if (assumption.setBy !== "scenario") continue;
    const range = ranges.around(leaf);
    if (leaf.value === 0) leftOut.push({ path, reason: "it is zero, and a fifth of that is nothing" });
    else if (range === undefined) leftOut.push({ path, reason: "the scenario can have no other value near" });
    else varied.push({ ...range, from: "a fifth" });
  }
  return { varied, leftOut };
}

/**
 * The parameters of a study.
 *
 * @param vary `PATH=LOW..HIGH`, as the command says it; left out: all numbers that the scenario sets
 * @throws JourneybenchError `usage`, `bad-input`
 */
export function variationOf(loaded: LoadedScenario, vary: readonly string[] | undefined): Variation {
  if (vary !== undefined && vary.length > 0) {
    const varied = vary.map((written): Varied => ({ ...parseRange(loaded, written), from: "command" }));
    const twice = varied.find(({ name }, row) => varied.findIndex((other) => other.name === name) !== row);
    if (twice === undefined) return { varied, leftOut: [] };
    throw new JourneybenchError("usage", `${twice.name} varies twice.`, { hint: "Give one --vary for it." });
  }
  const usual = usualVariation(loaded);
  if (usual.varied.length > 0) return usual;
  throw new JourneybenchError("usage", `${loaded.fileName} sets no number that could vary.`, {
    hint: "Name what varies with --vary PATH=LOW..HIGH.",
  });
}
