/** A study of many scenarios that differ in some values: the same strategies, the same luck, at every point. */

import { sumLedger, sumScope, type ScopeSums } from "../../kpi/index.ts";
import type { LoadedScenario, Scenario } from "../../scenario/index.ts";
import { type Calendar, calendarOf, type Outcome } from "../../sim/index.ts";
import { comparedScope } from "../compared-sums.ts";
import { type Assignment, withValues } from "../design/scenario-value.ts";
import type { Executor } from "../executors/executor.ts";
import type { LoadedJourney } from "../journey-file.ts";
import type { LoadedPolicyFile } from "../policy-files.ts";
import type { Damage, OutcomeStore } from "../store/outcome-store.ts";
import { type Progress, Study } from "./study.ts";

export interface PointsOptions {
  readonly loaded: LoadedScenario;
  readonly journey: LoadedJourney | undefined;
  readonly policies: readonly LoadedPolicyFile[];
  /** What differs at each point from the scenario. */
  readonly assignments: readonly (readonly Assignment[])[];
  readonly strategies: readonly string[];
  readonly seed: string;
  readonly executor: () => Executor;
  readonly store: OutcomeStore | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly onDamage?: ((damaged: readonly Damage[]) => void) | undefined;
}

/** A ledger summed over segments and channels: by month, all that KPIs of the whole firm need. */
function collapsed({ ends }: Calendar, { segments = {}, channels = {} }: Scenario, { ledger }: Outcome): Float64Array {
  const shape = { months: ends.length, segments: Object.keys(segments).length, channels: Object.keys(channels).length };
  const months = ends.map((_, month) => sumLedger(shape, ledger, { fromMonth: month, toMonth: month + 1 }));
  const width = months[0]?.length ?? 0;
  const cells = new Float64Array(months.length * width);
  for (const [month, sums] of months.entries()) cells.set(sums, month * width);
  return cells;
}

/** One cell for all segments, one for all channels; `Ledger` keeps one more of each, for "none". */
function sumsOf(calendar: Calendar, ledgers: readonly Float64Array[]): ScopeSums {
  return sumScope({ months: calendar.ends.length, segments: 0, channels: 0 }, ledgers, comparedScope({ calendar }));
}

export class Points {
  /** The scenario of every point. */
  readonly scenarios: readonly Scenario[];
  readonly #calendars: readonly Calendar[];
  readonly #study: Study<Float64Array>;
  #replications = 0;

  /** @throws JourneybenchError `bad-input` when the scenario cannot have the values of a point */
  constructor({ loaded, journey, policies, assignments, strategies, seed, executor, store, onProgress, onDamage }: PointsOptions) {
    const scenarios = assignments.map((values) => ({ ...(values.length === 0 ? loaded.scenario : withValues(loaded, values)), seed }));
    this.scenarios = scenarios;
    this.#calendars = scenarios.map((scenario) => calendarOf(scenario.history, scenario.horizon));
    this.#study = new Study(
      scenarios.map((scenario) => ({
        scenario,
        strategies,
        executor: "compiled",
        journey: journey?.file,
        policies: policies.map(({ file }) => file),
      })),
      {
        keep: (outcome, point) => collapsed(this.#calendars[point] as Calendar, scenarios[point] as Scenario, outcome),
        executor,
        store,
        onProgress,
        onDamage,
      },
    );
  }

  /** Seconds spent computing, by how many, and replications of a strategy that were there already. */
  get spent(): Pick<Study, "seconds" | "events" | "kept" | "computed" | "workers"> {
    const { seconds, events, kept, computed, workers } = this.#study;
    return { seconds, events, kept, computed, workers };
  }

  /**
   * Lives the first `count` replications of every point under every strategy.
   *
   * @throws JourneybenchError `failed`, `interrupted`
   */
  async live(count: number): Promise<void> {
    this.#replications = count;
    await this.#study.live(Array.from({ length: count }, (_, index) => index));
  }

  /** Sums over the time compared, over the whole firm, of a strategy at a point. */
  sums(point: number, strategy: string): ScopeSums {
    return sumsOf(this.#calendars[point] as Calendar, this.#study.first(point, strategy, this.#replications));
  }

  async close(): Promise<void> {
    await this.#study.close();
  }
}
