/** Measures policies at loads by simulation: the same replications with the same luck at every load. */

import type { LoadedScenario, Scenario } from "../../scenario/index.ts";
import { type Outcome, type Plan, planScenario } from "../../sim/index.ts";
import type { Executor } from "../executors/executor.ts";
import { type LoadedJourney, studyHash } from "../journey-file.ts";
import { type LoadedPolicyFile, plannedPolicies } from "../policy-files.ts";
import { firstReplications } from "../prepare.ts";
import type { Damage, OutcomeStore } from "../store/outcome-store.ts";
import { Study, type StudyPoint } from "../study/study.ts";
import type { Course } from "./course-calendar.ts";

/** A world that the policies live in. */
export interface Setting {
  /** Multiple of the scenario's own load. */
  readonly load: number;
  /** Whether the study's knock-outs happen. */
  readonly knockedOut: boolean;
  /** Rows of the policies. */
  readonly policies: readonly number[];
  /** Time course, and when it ends. Left out: the whole run, by months. */
  readonly course?: Course & { readonly end: number };
}

/** The outcomes of a policy in a setting, in order of replication. */
export interface Lived {
  readonly policy: number;
  readonly outcomes: readonly Outcome[];
}

export interface SimulationOptions {
  readonly loaded: LoadedScenario;
  readonly journey: LoadedJourney | undefined;
  /** Routing policies that the author brought. */
  readonly policies: readonly LoadedPolicyFile[];
  /** With seed, replications and policies as they are to be used, without knock-outs. */
  readonly scenario: Scenario;
  /** `service.disruptions` with the knock-outs. */
  readonly disruptions: NonNullable<Scenario["service"]>["disruptions"];
  readonly names: readonly string[];
  readonly executor: () => Executor;
  readonly store: OutcomeStore | undefined;
  /** Told how many replications are done, of all settings so far. */
  readonly onProgress: (done: number) => void;
  readonly onDamage: ((damaged: readonly Damage[]) => void) | undefined;
}

const NOTHING = new Float64Array(0);

/** An outcome without what a study does not read: it keeps thousands of them. */
function lean(outcome: Outcome): Outcome {
  return { ...outcome, flows: NOTHING, counted: NOTHING, service: NOTHING };
}

/** Lives the settings that a study asks for, one round after the other, by one executor; what the store holds is not lived again. */
export class Simulation {
  readonly #options: SimulationOptions;
  readonly #sha256: string;
  #executor: Executor | undefined;
  #done = 0;
  /** Replications of a policy that were lived, now or earlier, and their events. */
  runs = 0;
  events = 0;
  /** Replications of a policy that were there already. */
  kept = 0;

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#sha256 = studyHash(options.loaded, options.journey, options.policies);
  }

  /** How many ran tasks; undefined when none were run. */
  get workers(): number | undefined {
    return this.#executor?.workers;
  }

  get sha256(): string {
    return this.#sha256;
  }

  /** The scenario of a setting. */
  scenarioOf({ load, knockedOut, course }: Setting): Scenario {
    const { scenario, disruptions } = this.#options;
    const { service } = scenario;
    if (service === undefined) throw new Error("a scenario without service was put under stress");
    return {
      ...scenario,
      ...(course === undefined ? {} : { horizon: course.end - scenario.history }),
      service: { ...service, load: service.load * load, ...(knockedOut ? { disruptions } : {}) },
    };
  }

  /** The plan by which outcomes of the main search are read. Loads and knock-outs do not change what is counted where. */
  plan(): Plan {
    const { scenario, journey, policies } = this.#options;
    return planScenario(scenario, { journey: journey?.brought, policies: plannedPolicies(policies) });
  }

  #point(setting: Setting): StudyPoint {
    const { names, journey, policies } = this.#options;
    return {
      scenario: this.scenarioOf(setting),
      strategies: setting.policies.map((row) => names[row] ?? ""),
      executor: "compiled",
      journey: journey?.file,
      policies: policies.map(({ file }) => file),
      course: setting.course,
    };
  }

  /**
   * Lives settings side by side.
   *
   * @returns the policies of each setting in the order of `policies`
   * @throws JourneybenchError `failed`, `interrupted`
   */
  async live(settings: readonly Setting[]): Promise<Lived[][]> {
    const { scenario, names, executor, store, onProgress, onDamage } = this.#options;
    const before = this.#done;
    const study = new Study<Outcome>(
      settings.map((setting) => this.#point(setting)),
      {
        keep: lean,
        executor: () => (this.#executor ??= executor()),
        store,
        onDamage,
        onProgress: ({ done }) => {
          this.#done = before + done;
          onProgress(this.#done);
        },
      },
    );
    await study.live(firstReplications(scenario.replications));
    this.kept += study.kept;
    return settings.map(({ policies }, row) => {
      const lived = policies.map((policy) => ({ policy, outcomes: study.first(row, names[policy] ?? "", scenario.replications) }));
      this.#count(lived);
      return lived;
    });
  }

  /** The history of a replication is lived once for all policies. */
  #count(lived: readonly Lived[]): void {
    for (const [index, { outcomes }] of lived.entries()) {
      this.runs += outcomes.length;
      for (const { events, historyEvents } of outcomes) this.events += events + (index === 0 ? historyEvents : 0);
    }
  }

  async close(): Promise<void> {
    await this.#executor?.close();
  }
}
