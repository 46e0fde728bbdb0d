/** The study behind `journeybench sensitivity`: which parameters and which capabilities move a KPI. */

import { JourneybenchError } from "../../errors.ts";
import type { Kpi, SensitivityDocument } from "../../kpi/index.ts";
import { type LoadedScenario, shown } from "../../scenario/index.ts";
import { studyDraws } from "../../sim/index.ts";
import { chosenKpi } from "../chosen-kpi.ts";
import { type Assignment, scenarioValue } from "../design/scenario-value.ts";
import { studyHash } from "../journey-file.ts";
import { kpisOf } from "../kpis-of.ts";
import { comparedTo, type CompareOptions, executorOf, prepare, type Prepared, storeOf, workersOf } from "../prepare.ts";
import { Points } from "../study/points.ts";
import { packageVersion } from "../version.ts";
import { gamesOf, tellGames } from "./capabilities.ts";
import { indices } from "./indices.ts";
import type { MakeMethod } from "./method.ts";
import { difference, readValues, type Response, responsesOf } from "./responses.ts";
import { screening } from "./screening.ts";
import { tornado } from "./tornado.ts";
import { type Varied, variationOf } from "./usual-ranges.ts";

export type SensitivityMethod = SensitivityDocument["method"];

export interface SensitivityOptions extends Pick<
  CompareOptions,
  "strategies" | "replications" | "seed" | "workers" | "queue" | "folder" | "signal" | "onProgress" | "onDamage"
> {
  /** Left out: Morris. */
  readonly method?: SensitivityMethod | undefined;
  /** `PATH=LOW..HIGH`; left out: every number that the scenario sets or that has a stated range. */
  readonly vary?: readonly string[] | undefined;
  /** Left out: profit, or what a contact centre has instead. */
  readonly kpi?: string | undefined;
  /** Morris; left out: 10. */
  readonly trajectories?: number | undefined;
  /** Sobol: a power of two; left out: 64. */
  readonly rows?: number | undefined;
  /** Capabilities, where there are too many for exact shares: an even number; left out: 32. */
  readonly orders?: number | undefined;
}

export interface SensitivityStudy {
  readonly document: SensitivityDocument;
  readonly prepared: Prepared;
}

/** More would take a day. */
const MOST_POINTS = 10_000;
/** The Sobol sequence goes further, but so many indices from so few rows say nothing. */
const MOST_SOBOL_PARAMETERS = 50;
const METHODS: Readonly<Record<Exclude<SensitivityMethod, "capabilities">, MakeMethod>> = { morris: screening, tornado, sobol: indices };

function refuse(message: string, hint: string): never {
  throw new JourneybenchError("usage", message, { hint });
}

function checked(options: SensitivityOptions): void {
  const { method = "morris", rows = 64, orders = 32, vary, trajectories } = options;
  if (rows < 2 || (rows & (rows - 1)) !== 0) refuse(`--rows is ${rows}.`, "A Sobol design has 2, 4, 8, 16, 32, 64, 128, … rows.");
  if (orders < 4 || orders % 2 === 1) refuse(`--orders is ${orders}.`, "Orders come in pairs, each with its reverse: 4, 6, 8, …");
  const strange = [
    { option: "--vary", given: vary !== undefined && method === "capabilities" },
    { option: "--trajectories", given: trajectories !== undefined && method !== "morris" },
    { option: "--rows", given: options.rows !== undefined && method !== "sobol" },
    { option: "--orders", given: options.orders !== undefined && method !== "capabilities" },
  ].find(({ given }) => given);
  if (strange !== undefined) refuse(`${strange.option} means nothing to --method ${method}.`, "Leave it out, or choose another --method.");
}

function parameterOf(loaded: LoadedScenario, range: Varied): SensitivityDocument["parameters"][number] {
  const { values, from, name } = range;
  const written = values.kind === "list" ? values.values : [values.low, values.high].map((end) => `${end}${values.unit}`);
  return {
    path: name,
    about: loaded.assumptions.findLast(({ path }) => name === path || name.startsWith(`${path}.`))?.about ?? "",
    now: shown(scenarioValue(loaded, name).value).replaceAll('"', ""),
    values: written.map(String),
    from,
  };
}

/** What differs at a point, in words. */
function wordsFor(parameters: readonly Varied[], assignments: readonly (readonly Assignment[])[]): (point: number) => string {
  return (point) => {
    const [first, ...more] = (assignments[point] ?? []).map(({ path, value }) => {
      const name = parameters.find((one) => one.path.join("\n") === path.join("\n"))?.name ?? "";
      return `${name} = ${String(value)}`;
    });
    return first === undefined ? "" : ` with ${[first, ...more.slice(0, 3), ...(more.length > 3 ? ["…"] : [])].join(", ")}`;
  };
}

type Findings = Pick<SensitivityDocument, "parameters" | "leftOut" | "points" | "screening" | "tornado" | "indices" | "capabilities">;
type Spent = Points["spent"];

/** A study's points, lived; whatever happens, its workers are let go. */
async function lived<T>(points: Points, replications: number, tell: () => T): Promise<{ told: T; spent: Spent }> {
  try {
    await points.live(replications);
    return { told: tell(), spent: points.spent };
  } finally {
    await points.close();
  }
}

function pointsOf(
  { journey, policies, point }: Prepared,
  options: SensitivityOptions,
  what: Pick<ConstructorParameters<typeof Points>[0], "loaded" | "assignments" | "strategies">,
): Points {
  const { onProgress, onDamage } = options;
  const { seed } = point.scenario;
  return new Points({ ...what, journey, policies, seed, onProgress, onDamage, executor: executorOf(options), store: storeOf(options) });
}

async function overParameters(prepared: Prepared, options: SensitivityOptions, kpi: Kpi, method: keyof typeof METHODS) {
  const { loaded, point } = prepared;
  const { scenario, strategies } = point;
  const { varied, leftOut } = variationOf(loaded, options.vary);
  if (method === "sobol" && varied.length > MOST_SOBOL_PARAMETERS)
    refuse(
      `Sobol indices of ${varied.length} parameters would need too many runs: at most ${MOST_SOBOL_PARAMETERS}.`,
      "Screen them by --method morris first, then name those that matter with --vary PATH=LOW..HIGH.",
    );
  const size = method === "sobol" ? (options.rows ?? 64) : (options.trajectories ?? 10);
  const { assignments, tell } = METHODS[method](varied, size, studyDraws(scenario.seed));
  if (assignments.length > MOST_POINTS)
    refuse(
      `This design has ${assignments.length} points, more than ${MOST_POINTS}.`,
      "Take fewer --trajectories or --rows, or name fewer parameters.",
    );
  const points = pointsOf(prepared, options, { loaded, assignments, strategies });
  const words = wordsFor(varied, assignments);
  const { told, spent } = await lived(points, scenario.replications, () => {
    const read = new Map(strategies.map((name) => [name, readValues(points, kpi, name, words)]));
    const valuesOf = ({ strategy, less }: Response) => {
      const one = read.get(strategy) ?? [];
      const other = less === null ? undefined : read.get(less);
      return other === undefined ? one : one.map((value, at) => difference(value, other[at] ?? value));
    };
    return tell(responsesOf(strategies, comparedTo(point)), valuesOf, scenario.confidence, kpi.unit);
  });
  const parameters = varied.map((range) => parameterOf(loaded, range));
  const findings: Findings = { ...told, parameters, leftOut: [...leftOut], points: assignments.length };
  return { findings, spent };
}

async function overCapabilities(prepared: Prepared, options: SensitivityOptions, kpi: Kpi) {
  const { loaded, point } = prepared;
  const { scenario, strategies } = point;
  const baseline = comparedTo(point);
  const others = strategies.filter((name) => name !== baseline);
  if (others.length === 0) refuse("There is no strategy to take apart.", "Name two or more with --strategies.");
  const known = { ...loaded, scenario };
  const { games, loaded: widened, names } = gamesOf(known, baseline, others, (options.orders ?? 32) / 2, studyDraws(scenario.seed));
  const points = pointsOf(prepared, options, { loaded: widened, assignments: [[]], strategies: names });
  const { told, spent } = await lived(points, scenario.replications, () => tellGames(games, points, kpi, scenario.confidence));
  const findings: Findings = { parameters: [], leftOut: [], points: 1, capabilities: { games: told } };
  return { findings, spent };
}

/**
 * Asks which parameters, or which capabilities, move a KPI and the difference that strategies make to it.
 *
 * @throws JourneybenchError `usage`, `bad-input` (paths, values, a KPI that is undefined somewhere), `failed`, `interrupted`
 */
export async function sensitivity(loaded: LoadedScenario, options: SensitivityOptions = {}): Promise<SensitivityStudy> {
  checked(options);
  const { method = "morris" } = options;
  const prepared = await prepare(loaded, options);
  const { journey, policies, point } = prepared;
  const { scenario, strategies } = point;
  const kpi = chosenKpi(kpisOf(prepared.plan), options.kpi);
  const { findings, spent } =
    method === "capabilities" ? await overCapabilities(prepared, options, kpi) : await overParameters(prepared, options, kpi, method);
  const { name, description, currency, seed, replications, confidence } = scenario;
  const document: SensitivityDocument = {
    format: "journeybench/sensitivity",
    version: 1,
    scenario: { name, sha256: studyHash(loaded, journey, policies), ...(description === undefined ? {} : { description }), currency },
    seed,
    package: `journeybench ${packageVersion()}`,
    replications,
    confidence,
    baseline: comparedTo(point),
    strategies: [...strategies],
    kpi: { id: kpi.id, unit: kpi.unit },
    method,
    ...findings,
    timing: { seconds: spent.seconds, workers: spent.workers ?? workersOf(options), ...(spent.kept === 0 ? {} : { kept: spent.kept }) },
  };
  return { document, prepared };
}
