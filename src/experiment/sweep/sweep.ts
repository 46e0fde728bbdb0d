/** What-if over several values: strategies compared at every point of a design, with the same luck everywhere. */

import { JourneybenchError } from "../../errors.ts";
import { contrastKpi, estimateKpi, type Kpi, type SweepDocument, type SweepPoint } from "../../kpi/index.ts";
import type { LoadedScenario } from "../../scenario/index.ts";
import { studyDraws } from "../../sim/index.ts";
import { chosenKpis } from "../chosen-kpi.ts";
import { axisNumber, evenPlaces, type ParameterRange, parseRange, valueAt } from "../design/range.ts";
import { type Assignment, scenarioValue } from "../design/scenario-value.ts";
import { studyHash } from "../journey-file.ts";
import { kpisOf } from "../kpis-of.ts";
import { comparedTo, type CompareOptions, executorOf, prepare, type Prepared, storeOf, workersOf } from "../prepare.ts";
import { Points } from "../study/points.ts";
import { packageVersion } from "../version.ts";
import { breakEvenPoints } from "./break-even.ts";
import { type SweepDesign, sweepPlaces } from "./places.ts";

export interface SweepOptions extends Pick<
  CompareOptions,
  "strategies" | "replications" | "seed" | "workers" | "queue" | "folder" | "signal" | "onProgress" | "onDamage"
> {
  /** `PATH=LOW..HIGH` or `PATH=ONE,OTHER`. */
  readonly vary: readonly string[];
  /** Left out: grid. */
  readonly design?: SweepDesign | undefined;
  /** Grid: values of every parameter (left out: 5); otherwise points in all (left out: 32). */
  readonly points?: number | undefined;
  /** KPIs told, the first in charts; left out: profit, revenue, lifetime value and retention, or what the scenario has instead. */
  readonly kpis?: readonly string[] | undefined;
}

export interface SweepStudy {
  readonly document: SweepDocument;
  readonly prepared: Prepared;
}

/** More would take a day and no chart could show them. */
const MOST_POINTS = 10_000;

function checkedRanges(loaded: LoadedScenario, vary: readonly string[]): ParameterRange[] {
  const ranges = vary.map((written) => parseRange(loaded, written));
  const twice = ranges.find(({ name }, row) => ranges.findIndex((other) => other.name === name) !== row);
  if (twice !== undefined) throw new JourneybenchError("usage", `${twice.name} varies twice.`, { hint: "Give one --vary for it." });
  return ranges;
}

/** What the scenario itself has there, as it is written. */
function writtenNow(loaded: LoadedScenario, { name }: ParameterRange): string {
  const { value } = scenarioValue(loaded, name);
  return value === undefined ? "not said" : typeof value === "string" ? value : JSON.stringify(value);
}

function parameterOf(loaded: LoadedScenario, range: ParameterRange): SweepDocument["parameters"][number] {
  const { values } = range;
  const written = values.kind === "list" ? values.values : [valueAt(range, 0).value, valueAt(range, 1).value];
  return {
    path: range.name,
    about: loaded.assumptions.find(({ path }) => path === range.name)?.about ?? "",
    now: writtenNow(loaded, range),
    values: written.map(String),
    kind: values.kind,
  };
}

interface Swept {
  readonly points: Points;
  readonly assignments: readonly (readonly Assignment[])[];
  readonly ranges: readonly ParameterRange[];
  readonly kpis: readonly Kpi[];
  readonly strategies: readonly string[];
  readonly baseline: string;
  readonly confidence: number;
}

function pointOf({ points, assignments, ranges, kpis, strategies, baseline, confidence }: Swept, row: number): SweepPoint {
  const values = (assignments[row] ?? []).map(({ value }) => value);
  const base = points.sums(row, baseline);
  const others = strategies.filter((name) => name !== baseline);
  const by = <T>(value: (kpi: Kpi) => T) => Object.fromEntries(kpis.map((kpi) => [kpi.id, value(kpi)]));
  return {
    values: values.map(String),
    places: ranges.map((range, axis) => axisNumber(range, values[axis])),
    strategies: strategies.map((name) => {
      const sums = points.sums(row, name);
      return { name, kpis: by((kpi) => estimateKpi(kpi, sums, confidence)) };
    }),
    differences: others.map((strategy) => {
      const sums = points.sums(row, strategy);
      return {
        strategy,
        kpis: by((kpi) => {
          const { difference, relative } = contrastKpi(kpi, sums, base, confidence);
          return { difference, relative };
        }),
      };
    }),
  };
}

/** Where strategies cease to be better; only a grid has neighbours. */
function breakEvensOf(design: SweepDesign, found: readonly SweepPoint[], { ranges, kpis, strategies, baseline }: Swept, count: number) {
  if (design !== "grid" || ranges.some(({ values }) => values.kind === "list")) return [];
  const sizes = ranges.map((range) => evenPlaces(range, count).length);
  return strategies
    .filter((name) => name !== baseline)
    .flatMap((strategy) =>
      kpis.map(({ id }) => {
        const grid = found.map(({ places, differences }) => ({
          places,
          difference: differences.find((one) => one.strategy === strategy)?.kpis[id]?.difference.mean ?? undefined,
        }));
        return { strategy, kpi: id, at: breakEvenPoints(grid, sizes) };
      }),
    )
    .filter(({ at }) => at.length > 0);
}

/** A design and where its points lie. */
interface Chosen {
  readonly design: SweepDesign;
  readonly count: number;
  readonly ranges: readonly ParameterRange[];
  readonly assignments: readonly (readonly Assignment[])[];
}

function chosenPoints(loaded: LoadedScenario, seed: string, options: SweepOptions): Chosen {
  const ranges = checkedRanges(loaded, options.vary);
  const design = options.design ?? "grid";
  const count = options.points ?? (design === "grid" ? 5 : 32);
  const places = sweepPlaces(design, ranges, count, studyDraws(seed));
  if (places.length > MOST_POINTS) {
    throw new JourneybenchError("usage", `This design has ${places.length} points.`, {
      hint: `At most ${MOST_POINTS}: fewer --points, or --design lhs.`,
    });
  }
  return { design, count, ranges, assignments: places.map((at) => ranges.map((range, axis) => valueAt(range, at[axis] as number))) };
}

function documentOf(
  { loaded, journey, policies, point }: Prepared,
  { design, count }: Chosen,
  swept: Swept,
  workers: number,
): SweepDocument {
  const { scenario } = point;
  const { points, assignments, ranges, kpis, strategies, baseline, confidence } = swept;
  const found = assignments.map((_, row) => pointOf(swept, row));
  const { seconds, kept } = points.spent;
  return {
    format: "journeybench/sweep",
    version: 1,
    scenario: {
      name: scenario.name,
      sha256: studyHash(loaded, journey, policies),
      ...(scenario.description === undefined ? {} : { description: scenario.description }),
      currency: scenario.currency,
    },
    seed: scenario.seed,
    package: `journeybench ${packageVersion()}`,
    replications: scenario.replications,
    confidence,
    baseline,
    strategies: [...strategies],
    kpis: kpis.map(({ id }) => id),
    design,
    parameters: ranges.map((range) => parameterOf(loaded, range)),
    points: found,
    breakEven: breakEvensOf(design, found, swept, count),
    assumptions: [...loaded.assumptions],
    timing: { seconds, workers, ...(kept === 0 ? {} : { kept }) },
  };
}

/**
 * Compares strategies at every point of a design.
 *
 * @throws JourneybenchError `usage`, `bad-input` (paths, values, KPIs), `failed`, `interrupted`
 */
export async function sweep(written: LoadedScenario, options: SweepOptions): Promise<SweepStudy> {
  const prepared = await prepare(written, options);
  const { loaded, journey, policies, point } = prepared;
  const { strategies } = point;
  const { seed, replications, confidence } = point.scenario;
  const kpis = chosenKpis(kpisOf(prepared.plan), options.kpis);
  const chosen = chosenPoints(loaded, seed, options);
  const { ranges, assignments } = chosen;
  const { onProgress, onDamage } = options;
  const sources = { executor: executorOf(options), store: storeOf(options), onProgress, onDamage };
  const points = new Points({ loaded, journey, policies, assignments, strategies, seed, ...sources });
  try {
    await points.live(replications);
    const swept: Swept = { points, assignments, ranges, kpis, strategies, baseline: comparedTo(point), confidence };
    return { document: documentOf(prepared, chosen, swept, points.spent.workers ?? workersOf(options)), prepared };
  } finally {
    await points.close();
  }
}
