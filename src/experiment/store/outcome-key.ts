/** The content address of outcomes: everything that decides what a strategy's replications are, and nothing else. */

import { createHash } from "node:crypto";
import type { Scenario } from "../../scenario/index.ts";
import type { ExecutorName } from "../../sim/index.ts";
import { baselineOf, resolveStrategy } from "../../strategies/index.ts";
import type { Course } from "../stress/course-calendar.ts";
import type { JourneyFile, Luck, PolicyFile } from "../task.ts";

/** What outcomes are made from. */
export interface Making {
  readonly scenario: Scenario;
  readonly executor: ExecutorName;
  readonly journey: JourneyFile | undefined;
  readonly policies?: readonly PolicyFile[] | undefined;
  readonly course?: Course | undefined;
  readonly luck?: Luck | undefined;
}

/** Parts of a scenario that no replication feels. */
const UNFELT = new Set([
  "$schema",
  "name",
  "description",
  "replications",
  "confidence",
  "strategies",
  "baseline",
  "expect",
  "stress",
  "journey",
  // What it finds is the history.
  "warmUp",
]);

/** JSON with the keys of all objects in order, so that equal contents are equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) =>
    typeof inside === "object" && inside !== null && !Array.isArray(inside) && !ArrayBuffer.isView(inside)
      ? Object.fromEntries(Object.entries(inside).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
}

/** A strategy without its name, and with the content of its policy file instead of the path. */
function strategyContent({ scenario, policies = [] }: Making, name: string): object {
  const { routing, ...rest } = resolveStrategy(scenario, name);
  const file = routing !== undefined && "file" in routing ? policies.find(({ named }) => named === routing.file) : undefined;
  return { ...rest, name: "", routing: file === undefined ? routing : { sha256: file.sha256 } };
}

/**
 * The address of a strategy's outcomes: scenario (without what no replication feels), common history, strategy, seed, engine. Replications are
 * told apart inside.
 *
 * @param engine from `engineFingerprint`
 */
export function outcomeKey(making: Making, strategy: string, engine: string): string {
  const { scenario, executor, journey, course, luck } = making;
  const felt = Object.fromEntries(Object.entries(scenario).filter(([part]) => !UNFELT.has(part)));
  const content = {
    felt,
    journey: journey?.sha256 ?? null,
    history: strategyContent(making, baselineOf(scenario)),
    strategy: strategyContent(making, strategy),
    executor,
    course: course ?? null,
    luck: luck ?? null,
    engine,
  };
  return createHash("sha256").update(canonical(content)).digest("hex");
}
