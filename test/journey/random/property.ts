/** The property: the project does what XState does. Checks it on many random machines and tells what it met. */

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { vi } from "vitest";
import { machines, scripts } from "./arbitraries.ts";
import type { Outcome, Subject, Truth } from "./compare.ts";
import { subjectOf, truthOf } from "./compare.ts";
import { Coverage } from "./coverage.ts";
import { showMachine, showScript } from "./show.ts";
import type { MachineSpec, Step } from "./spec.ts";

/** Milliseconds that a test may take: runs by hand may be long. */
export const HOUR = 3_600_000;

/** How many machines, from which seed: `JOURNEY_RUNS=100000 JOURNEY_SEED=5 npx vitest run test/journey/random`. */
export function settings(runs: number): { readonly seed: number; readonly numRuns: number } {
  const { JOURNEY_SEED, JOURNEY_RUNS } = process.env;
  return { seed: Number(JOURNEY_SEED ?? 17), numRuns: Number(JOURNEY_RUNS ?? runs) };
}

/** XState warns of a context's function in an actor that an action starts: it takes its own `assign` for a call by the author. */
export function silenceXState(): void {
  vi.spyOn(console, "warn").mockReturnValue();
}

/** What became of one machine and script. */
export type Verdict = "equal" | "refused by the compiler" | "refused while running" | { readonly difference: string };

/** Compares what the project did with what XState did. */
export function verdictOf(truth: Truth, outcome: Outcome): Verdict {
  if ("refusedByCompiler" in outcome) return "refused by the compiler";
  if ("refusedWhileRunning" in outcome) {
    // Only what XState does badly may be refused. In a macrostep without end it touches no timer at all.
    const isTwin = truth.twins.length > 0 || truth.lines.at(-1)?.[2] === "restless";
    return isTwin ? "refused while running" : { difference: `refused without need: ${outcome.refusedWhileRunning}` };
  }
  const difference = differenceOf(truth.lines, outcome.lines);
  return difference === undefined ? "equal" : { difference };
}

/** The first lines that are not the same, with a few before. */
export function differenceOf(right: Truth["lines"], found: Truth["lines"]): string | undefined {
  const at = right.findIndex((line, index) => !isDeepStrictEqual(line, found[index]));
  if (at < 0 && right.length === found.length) return undefined;
  const first = at < 0 ? right.length : at;
  const text = (lines: Truth["lines"]): string => lines.map((line) => `    ${JSON.stringify(line)}`).join("\n");
  const before = text(right.slice(Math.max(0, first - 4), first));
  return `${before}\n  XState:\n${text(right.slice(first, first + 3))}\n  here:\n${text(found.slice(first, first + 3))}`;
}

/** What a survey of many random machines met. */
export interface Survey {
  readonly runs: number;
  readonly verdicts: Readonly<Record<string, number>>;
  /** Features by the number of machines, not refused, that went through them. */
  readonly features: Readonly<Record<string, number>>;
  /** The smallest machine on which the project does something else, and how to get it again. */
  readonly failure: string | undefined;
}

class Difference extends Error {
  override readonly name = "Difference";
}

/** Checks the property. */
export function survey(
  run: (subject: Subject, script: readonly Step[]) => Outcome,
  { seed, numRuns }: ReturnType<typeof settings>,
  specs = machines,
): Survey {
  const verdicts: Record<string, number> = {};
  const features: Record<string, number> = {};
  let runs = 0;
  let isShrinking = false;
  const property = fc.property(specs, scripts, (spec, script) => {
    const wasShrinking = isShrinking;
    isShrinking = true;
    const coverage = new Coverage();
    const subject = subjectOf(spec);
    const truth = truthOf(subject, script, coverage.watcher);
    const verdict = verdictOf(truth, run(subject, script));
    if (typeof verdict === "object") throw new Difference(verdict.difference);
    // After a failure, what fast-check tries for a smaller one is not counted.
    isShrinking = wasShrinking;
    if (isShrinking) return;
    runs++;
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    if (verdict !== "equal") return;
    coverage.read(truth);
    for (const feature of coverage.seen) features[feature] = (features[feature] ?? 0) + 1;
  });
  const details = fc.check(property, { seed, numRuns });
  return { runs, verdicts, features, failure: details.failed ? failureText(details) : undefined };
}

function failureText({ counterexample, counterexamplePath, errorInstance, seed }: fc.RunDetails<[MachineSpec, Step[]]>): string {
  const [spec, script] = counterexample ?? [];
  const machine = spec === undefined ? "" : showMachine(spec);
  const isExpected = errorInstance instanceof Difference;
  const error = errorInstance instanceof Error && !isExpected ? errorInstance.stack : String(errorInstance);
  return `seed ${seed}, path ${counterexamplePath ?? ""}\n${machine}\n${script === undefined ? "" : showScript(script)}\n${error ?? ""}`;
}
