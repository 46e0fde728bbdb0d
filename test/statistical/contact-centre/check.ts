/** What is checked of a case: which scenario, which figures, how precisely; and models that must be told apart. */

import { jackknife, tQuantile } from "../../../src/stats/index.ts";
import type { ScenarioInput } from "../../../src/scenario/schema/index.ts";
import type { Estimate } from "../../support/estimate.ts";
import { caseOf, expectedOf } from "../../support/validation-cases.ts";
import type { Figures } from "./figures.ts";
import type { Observer } from "./observe.ts";
import type { Batches } from "./runs.ts";

/** A figure of a case, read from simulated figures. */
export interface Metric {
  /** As the case calls it. */
  readonly name: string;
  /** What is shown instead of the name. */
  readonly label?: string;
  /** In a list of figures: which. */
  readonly place?: number;
  /** From sums over replications, under the first strategy of the scenario. */
  readonly value: (figures: Figures) => number;
  /** Where the figure is of several strategies: from the sums under each; takes the place of `value`. */
  readonly across?: (byStrategy: readonly Figures[]) => number;
  /** The exact figure where the case gives none for this system (its formula does, tested in test/stats/queueing). */
  readonly exact?: number;
  /** Largest standard error in units of the figure, where it is not that of the check; the reason belongs beside it. */
  readonly precision?: number;
}

export interface Check {
  readonly id: string;
  /** Reference scenario, without `.yaml`. */
  readonly file: string;
  readonly metrics: readonly Metric[];
  readonly observers?: readonly Observer[];
  /** A second check of the same scenario has a name: its figures need observers, which are slow, and few replications. */
  readonly part?: { readonly name: string; readonly replications: number };
  /** Largest standard error in units of the figure; 0.5 % unless said otherwise, 1 % in heavy traffic. */
  readonly precision?: number;
}

/** What a check is called: its scenario, and its part if it has one. */
export function checkName({ file, part }: Check): string {
  return part === undefined ? file : `${file}-${part.name}`;
}

/** A wrong model whose figure must differ from the case's by more than five standard errors. */
export interface Refutation {
  readonly check: Check;
  readonly metric: string;
  /** What is wrong with the model, for the reader. */
  readonly wrong: string;
  readonly change: (written: ScenarioInput) => ScenarioInput;
}

/** The bar of issue 4, and where agents are busy for 90 % or more. */
export const PRECISE = 0.005;
export const HEAVY = 0.01;

/** Batches from which three standard errors are three standard errors. */
const SURE = 64;
/** Probability that a normal figure is not more than three standard errors above its mean. */
const THREE_SIGMA = 0.998_650_101_968_369_9;

/** A figure beside what it should be. */
export interface Finding {
  readonly id: string;
  readonly file: string;
  readonly metric: string;
  readonly expected: number;
  /** What the expected figure itself may be off (a published simulation); else 0. */
  readonly tolerance: number;
  readonly found: Estimate;
  readonly precision: number;
  /** Standard errors above the expected figure. */
  readonly z: number;
  readonly isPrecise: boolean;
  readonly isRight: boolean;
  /** Of the replications that the scenario file asks for; left out: of a run that is not kept. */
  readonly share?: number;
}

/** A figure with its standard error by the jackknife over batches. */
export function estimateOf(batches: Batches, { value, across }: Pick<Metric, "value" | "across">): Estimate {
  const [first] = batches;
  if (first === undefined) throw new Error("nothing was run");
  const total = batches.slice(1).reduce<readonly Figures[]>((sum, batch) => sum.map((one, i) => one.plus(batch[i] as Figures)), first);
  const without = (left: number) => total.map((one, i) => one.minus(batches[left]?.[i] as Figures));
  const read = across ?? (([figures]: readonly Figures[]) => value(figures as Figures));
  const found = jackknife(batches.length, (left) => read(left === null ? total : without(left)), 0.95);
  if ("undefined" in found || found.sd === null) throw new Error("too few replications");
  return { mean: found.estimate, se: found.sd / Math.sqrt(found.n), replications: found.n };
}

/** Three standard errors; as many more with few batches as make the same probability, because the standard error itself is unsure then. */
function threeErrors(batches: number): number {
  return batches >= SURE ? 3 : tQuantile(THREE_SIGMA, batches - 1);
}

function nameOf({ name, label, place }: Metric): string {
  return label ?? (place === undefined ? name : `${name}[${place + 1}]`);
}

/**
 * Compares a figure with its case.
 *
 * @param slack - by how much standard errors may be larger than the check says, in a shorter run
 */
export function findingOf(check: Check, metric: Metric, batches: Batches, slack = 1): Finding {
  const found = estimateOf(batches, metric);
  const given = metric.exact === undefined ? expectedOf(check.id, metric.name, metric.place) : undefined;
  const expected = given?.value ?? metric.exact ?? Number.NaN;
  const isPublished = given?.tol_type === "abs_plus_3se_of_estimate";
  // A published figure is itself known to `tolerance` (three of its standard errors): being three times as precise as that is enough.
  const tolerance = isPublished ? given.tolerance : 0;
  const precision = slack * (metric.precision ?? check.precision ?? PRECISE);
  const off = Math.abs(found.mean - expected);
  return {
    id: check.id,
    file: check.file,
    metric: nameOf(metric),
    expected,
    tolerance,
    found,
    precision,
    // What does not vary must agree to rounding; then no standard error is there to measure by.
    z: off <= 1e-9 * Math.abs(expected) ? 0 : (found.mean - expected) / found.se,
    isPrecise: found.se <= (isPublished ? Math.max(slack * tolerance, precision * Math.abs(expected)) : precision * Math.abs(expected)),
    isRight: off <= Math.max(1e-9 * Math.abs(expected), tolerance + threeErrors(found.replications) * found.se),
  };
}

/** The figures of a case that no check reads, so that none is forgotten. */
export function unread(id: string, checks: readonly Check[]): string[] {
  const read = new Set(checks.flatMap((check) => (check.id === id ? check.metrics.map(({ name }) => name) : [])));
  return Object.keys(caseOf(id).expected).filter((name) => !read.has(name));
}
