/** The study behind `journeybench stress`: loads policies until their promises break, and compares them on the same luck. */

import { estimateKpi, type KpiEstimate, type StressDocument } from "../../kpi/index.ts";
import type { LoadedScenario, Scenario } from "../../scenario/index.ts";
import type { Plan } from "../../sim/index.ts";
import { type LoadedJourney, loadJourney } from "../journey-file.ts";
import { loadPolicies, type LoadedPolicyFile } from "../policy-files.ts";
import { executorOf, storeOf, workersOf } from "../prepare.ts";
import { measured, toldKpis } from "./kpi-sums.ts";
import { aroundOutage, outageOf } from "./outage.ts";
import { gridOf, type Question, questionOf, type StressOptions } from "./question.ts";
import type { Ask, Response } from "./response.ts";
import { search } from "./search.ts";
import { type Setting, Simulation } from "./simulation.ts";
import { documentOf, type Found } from "./study-document.ts";

/** Bisection ends with brackets of this share of the load. */
const TOLERANCE = 0.01;

/** A finished study. */
export interface StressStudy {
  readonly document: StressDocument;
  /** The scenario with the seed, the replications and the derived strategies of the study. */
  readonly scenario: Scenario;
  /** What the author brought besides the scenario. */
  readonly journey: LoadedJourney | undefined;
  readonly policies: readonly LoadedPolicyFile[];
}

/** Asks of one round, a setting for each load. */
function settingsOf(asks: readonly Ask[], knockedOut: boolean): Setting[] {
  const loads = [...new Set(asks.map(({ load }) => load))];
  return loads.map((load) => ({ load, knockedOut, policies: asks.filter((ask) => ask.load === load).map(({ policy }) => policy) }));
}

/** The simulation as the search asks it; KPIs at the scenario's own load are kept aside. */
class Measurements {
  readonly #simulation: Simulation;
  readonly #question: Question;
  readonly #plan: Plan;
  readonly ownLoad = new Map<number, Record<string, KpiEstimate>>();

  constructor(simulation: Simulation, question: Question) {
    this.#simulation = simulation;
    this.#question = question;
    this.#plan = simulation.plan();
  }

  async measure(asks: readonly Ask[]): Promise<Response[]> {
    const { promises, knockOuts } = this.#question;
    const settings = settingsOf(asks, knockOuts.length > 0);
    const lived = await this.#simulation.live(settings);
    return asks.map(({ policy, load }) => {
      const outcomes = lived[settings.findIndex((setting) => setting.load === load)]?.find((one) => one.policy === policy)?.outcomes ?? [];
      if (load === 1) {
        const { confidence } = this.#plan.scenario;
        const told = toldKpis(this.#plan, outcomes).map(({ kpi, sums }) => [kpi.id, estimateKpi(kpi, sums, confidence)] as const);
        this.ownLoad.set(policy, Object.fromEntries(told));
      }
      return measured(this.#plan, outcomes, promises);
    });
  }
}

async function find(simulation: Simulation, question: Question, tell: (stage: string) => void): Promise<Found> {
  const { names, promises, knockOuts, range, scenario } = question;
  const measurements = new Measurements(simulation, question);
  tell("breaking points");
  const curves = await search(async (asks) => measurements.measure(asks), names.length, promises.length, {
    grid: gridOf(range),
    tolerance: TOLERANCE,
    replications: scenario.replications,
    confidence: scenario.confidence,
  });
  if (measurements.ownLoad.size === 0) await measurements.measure(names.map((_, policy) => ({ policy, load: 1 })));
  const outage = outageOf(knockOuts, promises);
  const { ownLoad } = measurements;
  if (outage === undefined) return { curves, ownLoad, outage, around: undefined };
  tell("recovery");
  return { curves, ownLoad, outage, around: await aroundOutage(simulation, outage, promises, names.length) };
}

/**
 * Loads policies until their promises break.
 *
 * @param loaded - from `loadScenario` or `parseScenario`
 * @throws JourneybenchError `usage` (a promise, policy, knock-out or range that cannot be), `bad-input` (nothing to scale), `failed`,
 * `interrupted`
 */
export async function stress(loaded: LoadedScenario, options: StressOptions = {}): Promise<StressStudy> {
  const question = questionOf(loaded, options);
  const { scenario, names, knockOuts } = question;
  const brought = { journey: await loadJourney(loaded), policies: await loadPolicies({ ...loaded, scenario }) };
  let done = 0;
  let stage = "";
  const tell = () => options.onProgress?.({ done, stage });
  const started = performance.now();
  const simulation = new Simulation({
    loaded,
    ...brought,
    scenario,
    disruptions: [...(scenario.service?.disruptions ?? []), ...knockOuts.map(({ disruption }) => disruption)],
    names,
    executor: executorOf(options),
    store: storeOf(options),
    onProgress: (now) => {
      done = now;
      tell();
    },
    onDamage: options.onDamage,
  });
  try {
    const found = await find(simulation, question, (now) => {
      stage = now;
      tell();
    });
    const seconds = (performance.now() - started) / 1000;
    const { sha256, runs, events, kept } = simulation;
    const timing = { seconds, workers: simulation.workers ?? workersOf(options), ...(kept === 0 ? {} : { kept }) };
    const effort = { sha256, runs, events, tolerance: TOLERANCE, assumptions: loaded.assumptions, timing };
    return { document: documentOf(question, found, effort), scenario, ...brought };
  } finally {
    await simulation.close();
  }
}
