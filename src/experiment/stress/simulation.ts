/** Measures policies at loads by simulation: the same replications with the same luck at every load. */

import type { LoadedScenario, Scenario } from "../../scenario/index.ts";
import { type Outcome, type Plan, planScenario } from "../../sim/index.ts";
import { Workers } from "../executors/threads.ts";
import { type LoadedJourney, studyHash } from "../journey-file.ts";
import { type LoadedPolicyFile, plannedPolicies } from "../policy-files.ts";
import type { Task } from "../task.ts";
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
  readonly workers: number;
  readonly signal: AbortSignal | undefined;
  readonly onOutcomes: () => void;
}

const NOTHING = new Float64Array(0);

/** An outcome without what a study does not read: it keeps thousands of them. */
function lean(outcome: Outcome): Outcome {
  return { ...outcome, flows: NOTHING, counted: NOTHING, service: NOTHING };
}

/** Threads that live scenarios of one study. */
export class Simulation {
  readonly #options: SimulationOptions;
  readonly #workers: Workers;
  readonly #sha256: string;
  /** Replications of a policy that were lived, and their events. */
  runs = 0;
  events = 0;

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#sha256 = studyHash(options.loaded, options.journey, options.policies);
    this.#workers = new Workers(options.workers, options.signal);
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

  #tasks(setting: Setting): Task[] {
    const { scenario, names, journey, policies } = this.#options;
    const common = {
      scenario: this.scenarioOf(setting),
      // Workers keep the plan of the last scenario by this key.
      sha256: `${this.#sha256} ${setting.load} ${setting.knockedOut} ${setting.course?.end ?? ""}`,
      strategies: setting.policies.map((row) => names[row] ?? ""),
      executor: "compiled" as const,
      journey: journey?.file,
      policies: policies.map(({ file }) => file),
      course: setting.course,
    };
    return Array.from({ length: scenario.replications }, (_, replication) => ({ ...common, replication }));
  }

  /**
   * Lives settings side by side.
   *
   * @returns the policies of each setting in the order of `policies`
   * @throws JourneybenchError `failed`, `interrupted`
   */
  async live(settings: readonly Setting[]): Promise<Lived[][]> {
    const found = settings.map((): Outcome[] => []);
    await Promise.all(
      settings.map(async (setting, index) =>
        this.#workers.run(this.#tasks(setting), (outcomes) => {
          found[index]?.push(...outcomes.map(lean));
          this.runs += outcomes.length;
          this.events += outcomes.reduce((sum, outcome) => sum + outcome.events, outcomes[0]?.historyEvents ?? 0);
          this.#options.onOutcomes();
        }),
      ),
    );
    const { names } = this.#options;
    return settings.map(({ policies }, index) =>
      policies.map((policy) => ({
        policy,
        outcomes: (found[index] ?? [])
          .filter(({ strategy }) => strategy === names[policy])
          .toSorted((a, b) => a.replication - b.replication),
      })),
    );
  }

  async close(): Promise<void> {
    await this.#workers.close();
  }
}
