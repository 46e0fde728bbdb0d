/** Strategies run against each other on the same luck until one is left; whoever is out is simulated no more. */

import { JourneybenchError } from "../../errors.ts";
import { type Kpi, sumScope } from "../../kpi/index.ts";
import type { Outcome, Plan } from "../../sim/index.ts";
import { knSelection, type KnState } from "../../stats/index.ts";
import { comparedScope, shapeOf } from "../compared-sums.ts";
import { firstReplications } from "../prepare.ts";
import type { Study } from "../study/study.ts";

/** A stage adds a quarter of what is there: many replications keep threads busy, few are wasted on who would have been out before. */
const GROWTH = 0.25;

export interface Race {
  readonly kpi: Kpi;
  readonly names: readonly string[];
  readonly first: number;
  readonly most: number;
  readonly alpha: number;
  readonly indifference: number;
}

export interface RaceEnd {
  readonly state: KnState;
  /** Replications after which one was left, or the cap was reached. */
  readonly replications: number;
  /** By system: the KPI of each replication that counts for it. */
  readonly values: readonly (readonly number[])[];
}

/** The KPI of one replication alone. */
export function kpiOfOne(plan: Plan, kpi: Kpi, outcome: Outcome): number {
  const value = kpi.value(sumScope(shapeOf(plan), [outcome.ledger], comparedScope(plan)).slice(null));
  if (typeof value === "number") return value;
  throw new JourneybenchError(
    "bad-input",
    `${kpi.label} of ${outcome.strategy} is undefined in replication ${outcome.replication}: ${value.reason}.`,
    {
      hint: "Choose another KPI with --on; each replication needs a value of its own.",
    },
  );
}

/**
 * Lives replications until one system is left or the cap is reached. What it decides does not depend on how many are lived at once: replications
 * are looked at one after the other.
 *
 * @param study with one point; keeps the KPI of each replication
 * @throws what `Study.live` throws, JourneybenchError `bad-input` where the KPI is undefined
 */
export async function runRace(study: Study<number>, { kpi, names, first, most, alpha, indifference }: Race): Promise<RaceEnd> {
  let done = Math.min(first, most);
  let among: ReadonlySet<string> = new Set(names);
  for (;;) {
    // A stage asks who the one before has left.
    await study.live(firstReplications(done), among);
    const lived = names.map((name) => study.first(0, name, done));
    // What is worse when it is more is better when it is less.
    const observations = kpi.better === "lower" ? lived.map((values) => values.map((value) => -value)) : lived;
    const state = knSelection(observations, first, { alpha, indifference });
    if (state.isDecided || done >= most) {
      const replications = state.isDecided ? Math.max(first, ...state.eliminatedAfter.map((after) => after ?? 0)) : done;
      return { state, replications, values: lived.map((values, at) => values.slice(0, state.eliminatedAfter[at] ?? replications)) };
    }
    among = new Set(state.survivors.map((at) => names[at] as string));
    done = Math.min(most, done + Math.ceil(done * GROWTH));
  }
}
