/** The study behind `journeybench select`: which of several strategies is best, with a promise. */

import { JourneybenchError } from "../../errors.ts";
import { type Kpi, possible, type SelectionDocument } from "../../kpi/index.ts";
import type { LoadedScenario } from "../../scenario/index.ts";
import { mean, type TInterval, tInterval } from "../../stats/index.ts";
import { chosenKpi } from "../chosen-kpi.ts";
import { studyHash } from "../journey-file.ts";
import { kpisOf } from "../kpis-of.ts";
import { type CompareOptions, executorOf, prepare, type Prepared, storeOf, workersOf } from "../prepare.ts";
import { choosePolicies } from "../stress/policies.ts";
import { Study } from "../study/study.ts";
import { packageVersion } from "../version.ts";
import { type Indifference, indifferenceOf } from "./indifference.ts";
import { kpiOfOne, type Race, type RaceEnd, runRace } from "./race.ts";

export interface SelectOptions extends Pick<
  CompareOptions,
  "strategies" | "seed" | "luck" | "workers" | "queue" | "folder" | "signal" | "onProgress" | "onDamage"
> {
  /** The KPI in which the best is best. */
  readonly kpi: string;
  /** Routing policies: the baseline strategy under each. */
  readonly policies?: readonly string[] | undefined;
  /** Smallest difference worth detecting, such as `500`, `1pp`, `30s`; may be left out for shares. */
  readonly indifference?: string | undefined;
  /** Probability of a correct selection; left out: 0.95. */
  readonly probability?: number | undefined;
  /** Replications before anything is decided; left out: 10. */
  readonly first?: number | undefined;
  /** Most replications; left out: 1000. */
  readonly most?: number | undefined;
}

export interface SelectionStudy {
  readonly document: SelectionDocument;
  readonly prepared: Prepared;
}

function refuse(message: string, hint: string): never {
  throw new JourneybenchError("usage", message, { hint });
}

function directed(kpi: Kpi): "higher" | "lower" {
  return kpi.better === "none"
    ? refuse(
        `More of ${kpi.id} is neither better nor worse by itself.`,
        "Choose another KPI with --on: `journeybench kpis` says which way is better.",
      )
    : kpi.better;
}

function raceOf(kpi: Kpi, names: readonly string[], options: SelectOptions, indifference: number): Race {
  const { probability = 0.95, first = 10, most = 1000 } = options;
  if (names.length < 2) refuse("There is only one strategy to choose from.", "Name two or more with --strategies or --policies.");
  if (!(probability > 1 / names.length && probability < 1))
    refuse(
      `--probability is ${probability}.`,
      `Among ${names.length} it lies above ${Math.ceil(100 / names.length)}%, which chance alone gives, and below 100%.`,
    );
  if (first < 2 || first > most)
    refuse(`--first is ${first} and --most is ${most}.`, "The first stage has 2 replications or more, and not more than the most.");
  return { kpi, names, first, most, alpha: 1 - probability, indifference };
}

/** The one still in the race that is best so far. */
function leaderOf({ state, values }: RaceEnd, better: "higher" | "lower"): number {
  const sign = better === "higher" ? 1 : -1;
  const of = (at: number) => sign * mean(values[at] as readonly number[]);
  return state.survivors.reduce((best, at) => (of(at) > of(best) ? at : best));
}

function spanOf(values: readonly number[], confidence: number): Pick<TInterval, "mean" | "low" | "high"> {
  const { mean: centre, low, high } = tInterval(values, confidence);
  return { mean: centre, low, high };
}

/** What the KPI itself is; its interval ends where it can be no more. */
function levelOf(kpi: Kpi, values: readonly number[], confidence: number) {
  const { mean: centre, low, high } = spanOf(values, confidence);
  return { mean: centre, ...possible(kpi.unit, low, high) };
}

function systemsOf(
  kpi: Kpi,
  { state, values }: RaceEnd,
  names: readonly string[],
  leader: number,
  confidence: number,
): SelectionDocument["systems"] {
  const best = values[leader] as readonly number[];
  return names.map((name, at) => {
    const own = values[at] as readonly number[];
    const behind = own.map((value, replication) => value - (best[replication] as number));
    return {
      name,
      eliminatedAfter: state.eliminatedAfter[at] ?? null,
      replications: own.length,
      kpi: levelOf(kpi, own, confidence),
      behind: at === leader ? null : spanOf(behind, confidence),
    };
  });
}

function findingsOf(race: Race, end: RaceEnd, indifference: Indifference, confidence: number) {
  const { kpi, names, first, most, alpha } = race;
  const better = directed(kpi);
  const leader = leaderOf(end, better);
  const leads = names[leader] as string;
  return {
    kpi: { id: kpi.id, unit: kpi.unit, better },
    promise: { probability: Number((1 - alpha).toPrecision(12)), indifference: indifference.value, isDefault: indifference.isDefault },
    procedure: "Kim and Nelson 2001",
    first,
    most,
    replications: end.replications,
    needed: end.state.most,
    winner: end.state.isDecided ? leads : null,
    leader: leads,
    systems: systemsOf(kpi, end, names, leader, confidence),
  } as const;
}

/**
 * Selects the best of several strategies, or of the baseline under several routing policies.
 *
 * @throws JourneybenchError `usage` (fewer than two, a KPI without a direction, an indifference or probability that cannot be), `bad-input`
 * (a KPI that is undefined in a replication), `failed`, `interrupted`
 */
export async function select(loaded: LoadedScenario, options: SelectOptions): Promise<SelectionStudy> {
  const { scenario: widened, names } = choosePolicies(loaded.scenario, options.strategies, options.policies);
  const prepared = await prepare({ ...loaded, scenario: widened }, { ...options, strategies: names });
  const { journey, policies, point, plan } = prepared;
  const { scenario } = point;
  const kpi = chosenKpi(kpisOf(plan), options.kpi);
  directed(kpi);
  const indifference = indifferenceOf(kpi, options.indifference);
  const race = raceOf(kpi, names, options, indifference.value);
  const { onProgress, onDamage } = options;
  const study = new Study<number>([point], {
    keep: (outcome) => kpiOfOne(plan, kpi, outcome),
    executor: executorOf(options),
    store: storeOf(options),
    onProgress,
    onDamage,
  });
  try {
    const end = await runRace(study, race);
    const { name, description, currency, seed, confidence } = scenario;
    const document: SelectionDocument = {
      format: "journeybench/selection",
      version: 1,
      scenario: { name, sha256: studyHash(loaded, journey, policies), ...(description === undefined ? {} : { description }), currency },
      seed,
      package: `journeybench ${packageVersion()}`,
      confidence,
      ...findingsOf(race, end, indifference, confidence),
      timing: { seconds: study.seconds, workers: study.workers ?? workersOf(options), ...(study.kept === 0 ? {} : { kept: study.kept }) },
    };
    return { document, prepared };
  } finally {
    await study.close();
  }
}
