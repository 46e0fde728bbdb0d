/** What a stress study is asked: options and scenario together, checked before anything runs. */

import { JourneybenchError } from "../../errors.ts";
import { type LoadedScenario, type Scenario, stressDefaults } from "../../scenario/index.ts";
import type { CompareOptions } from "../prepare.ts";
import { type KnockOut, knockOutOf } from "./knock-out.ts";
import { choosePolicies } from "./policies.ts";
import { type CheckedPromise, promiseOf, promisesOf } from "./promises.ts";

/** Distances of the grid: the range in so many equal parts. */
const GRID_PARTS = 5;

/** How far a study is. How many replications it will take is known only at its end. */
export interface StressProgress {
  readonly done: number;
  /** What is being looked for. */
  readonly stage: string;
}

export interface StressOptions extends Pick<
  CompareOptions,
  "seed" | "replications" | "workers" | "queue" | "folder" | "signal" | "onDamage"
> {
  /** Strategies of the scenario, or presets; left out: all of the scenario, unless policies are named. */
  readonly strategies?: readonly string[] | undefined;
  /** Routing policies; each becomes the baseline strategy under it. */
  readonly policies?: readonly string[] | undefined;
  /** As they are written: `service_level in phone >= 80%`. Left out: those of the scenario, or the default. */
  readonly promises?: readonly string[] | undefined;
  /** As they are written: `group=team 50% at 2d for 4h`. */
  readonly knockOuts?: readonly string[] | undefined;
  /** Range of loads, in multiples of the scenario's own. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly onProgress?: ((progress: StressProgress) => void) | undefined;
}

export interface LoadRange {
  readonly from: number;
  readonly to: number;
}

/** All that a study is asked, checked before anything runs. */
export interface Question {
  readonly scenario: Scenario;
  readonly names: readonly string[];
  readonly promises: readonly CheckedPromise[];
  readonly knockOuts: readonly KnockOut[];
  readonly range: LoadRange;
}

function rangeOf(scenario: Scenario, { from, to }: StressOptions): LoadRange {
  const { from: least, to: greatest } = scenario.stress ?? stressDefaults;
  const range = { from: from ?? least, to: to ?? greatest };
  if (range.from >= range.to) {
    throw new JourneybenchError("usage", `The loads from ${range.from} to ${range.to} are no range.`, {
      hint: "--from must be below --to.",
    });
  }
  return range;
}

/** Streams from outside that a load multiplies; a backlog has always one more to do, whatever the load. */
export function scaledStreams({ service }: Scenario): string[] {
  return Object.entries(service?.arrivals ?? {}).flatMap(([name, { backlog }]) => (backlog === true ? [] : [name]));
}

function checkLoaded(scenario: Scenario): void {
  const { name, service } = scenario;
  if (service === undefined) throw new JourneybenchError("bad-input", `${name} has no service, so there is nothing to put under stress.`);
  if (scaledStreams(scenario).length === 0 || service.load === 0) {
    throw new JourneybenchError("bad-input", `${name} has no contacts from outside, so there is no load to scale.`, {
      hint: "Add service.arrivals. Contacts of modelled customers follow from their lives and are not scaled.",
    });
  }
}

/**
 * Reads and checks all that a study is asked.
 *
 * @throws JourneybenchError `usage`, `bad-input`
 */
export function questionOf(loaded: LoadedScenario, options: StressOptions): Question {
  const { seed, replications } = options;
  const overridden: Scenario = {
    ...loaded.scenario,
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
  };
  checkLoaded(overridden);
  const { scenario, names } = choosePolicies(overridden, options.strategies, options.policies);
  return {
    scenario,
    names,
    promises: promisesOf(scenario, options.promises?.map(promiseOf)),
    knockOuts: (options.knockOuts ?? []).map((text) => knockOutOf(text, scenario)),
    range: rangeOf(scenario, options),
  };
}

/** The loads that are measured for every policy: the range in equal parts, and the scenario's own load if it lies in it. */
export function gridOf({ from, to }: LoadRange): number[] {
  const parts = Array.from({ length: GRID_PARTS + 1 }, (_, index) => from + ((to - from) * index) / GRID_PARTS);
  const own = from <= 1 && 1 <= to ? [1] : [];
  return [...new Set([...parts, ...own])].toSorted((a, b) => a - b);
}
