/**
 * The main job's speed: events per second of the retail scenario on one core, with 10⁴, 10⁵ and 10⁶ customers, with and without private
 * run-ahead; memory per customer; and tables against live XState actors.
 */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tuneForStudy } from "../src/experiment/tune.ts";
import { parseScenario, type Scenario } from "../src/scenario/index.ts";
import { adopt, begin, runMonths } from "../src/sim/engine.ts";
import { type ExecutorName, type Plan, planScenario, replicate } from "../src/sim/index.ts";
import { rootKeyOf } from "../src/sim/kernel/index.ts";
import { createWorld } from "../src/sim/world.ts";

const MONTH = 31_536_000 / 12;

interface Size {
  readonly customers: number;
  /** Months lived: half of them history. */
  readonly months: number;
  /** Times it is lived. */
  readonly repeats: number;
}

const SIZES: readonly Size[] = [
  { customers: 1e4, months: 36, repeats: 8 },
  { customers: 1e5, months: 12, repeats: 2 },
  { customers: 1e6, months: 4, repeats: 1 },
];

function scenarioOf(name: string): Scenario {
  // From dist-bench/bench/ up to the project.
  const file = new URL(`../../scenarios/${name}.yaml`, import.meta.url);
  return parseScenario(readFileSync(file, "utf8"), { fileName: name }).scenario;
}

function each<T>(values: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

/** The retail scenario for so many customers: people, agents and stock alike. It has no callers from outside. */
function retailOf(customers: number, months: number): Plan {
  const { segments = {}, stock, service, ...rest } = scenarioOf("retail");
  const factor = customers / Object.values(segments).reduce((sum, segment) => sum + segment.size, 0);
  return planScenario({
    ...rest,
    history: (months / 2) * MONTH,
    horizon: (months / 2) * MONTH,
    segments: each(segments, (segment) => ({ ...segment, size: Math.round(segment.size * factor) })),
    ...(stock && { stock: { ...stock, locations: each(stock.locations, (place) => ({ ...place, units: (place.units ?? 0) * factor })) } }),
    ...(service && {
      service: {
        ...service,
        groups: each(service.groups, (group) => ({ ...group, agents: Math.max(1, Math.round((group.agents ?? 0) * factor)) })),
      },
    }),
  });
}

interface Lived {
  readonly eventsPerSecond: number;
  /** Seconds until the first event: people are drawn and enter. */
  readonly setUp: number;
  /** What the process had at its peak so far. */
  readonly peakBytes: number;
  /** Bytes of the whole state (columns, event list, ledger) at the end: what a snapshot copies. */
  readonly stateBytes: number;
}

function live(plan: Plan, runAhead: boolean): Lived {
  const started = performance.now();
  const world = createWorld(plan, rootKeyOf(plan.scenario.seed), 1, "compiled", { runAhead });
  begin(world);
  const begun = performance.now();
  const { adoptionMonth, ends } = plan.calendar;
  runMonths(world, 0, adoptionMonth);
  adopt(world, plan.baseline);
  runMonths(world, adoptionMonth, ends.length);
  const seconds = (performance.now() - begun) / 1000;
  // Before the snapshot by which the state is measured.
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const stateBytes = bytesOf(world.state.snapshot());
  return { eventsPerSecond: world.core.eventCount / seconds, setUp: (begun - started) / 1000, peakBytes, stateBytes };
}

/** Bytes of all typed arrays and buffers inside something. */
function bytesOf(part: unknown): number {
  if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) return part.byteLength;
  if (typeof part !== "object" || part === null) return 0;
  return Object.values(part).reduce((sum: number, value) => sum + bytesOf(value), 0);
}

interface Measured extends Omit<Lived, "peakBytes"> {
  /** What the process grew by, at its peak, when it lived for the first time. */
  readonly residentBytes: number;
}

/** Lives one size in this process, which does nothing else. The fastest counts, as the machine has other things to do. */
function measure({ customers, months, repeats }: Size, runAhead: boolean): Measured {
  const warm = retailOf(1e4, 36);
  // As in a study that is long enough for its speed to matter.
  tuneForStudy(
    Array.from({ length: 100 }, () => ({ scenario: warm.scenario })),
    1,
  );
  for (let repeat = 0; repeat < 4; repeat++) live(warm, runAhead);
  const plan = retailOf(customers, months);
  const { rss } = process.memoryUsage();
  const lived = Array.from({ length: repeats }, () => live(plan, runAhead));
  return {
    eventsPerSecond: Math.max(...lived.map((one) => one.eventsPerSecond)),
    setUp: Math.min(...lived.map((one) => one.setUp)),
    stateBytes: Math.max(...lived.map((one) => one.stateBytes)),
    residentBytes: Math.min(...lived.map((one) => one.peakBytes)) - rss,
  };
}

/** The same in a process of its own, so that memory and warm code are its own. */
function measureApart(size: number, runAhead: boolean): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(size), String(runAhead)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the run with ${SIZES[size]?.customers} customers failed: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

function run(scenario: Scenario, executor: ExecutorName, replications: number): number {
  const plan = planScenario(scenario);
  const strategies = ["multichannel", "omnichannel"];
  replicate({ plan, strategies, replication: 0, executor });
  const started = performance.now();
  let events = 0;
  for (let replication = 1; replication <= replications; replication++) {
    const outcomes = replicate({ plan, strategies, replication, executor });
    // The reference lives the history once for each strategy.
    const histories = executor === "reference" ? outcomes.length : 1;
    events += (outcomes[0]?.historyEvents ?? 0) * histories + outcomes.reduce((sum, outcome) => sum + outcome.events, 0);
  }
  return events / ((performance.now() - started) / 1000);
}

/** Ratios compiled/reference (events per second of `quick`, same process) and run-ahead on/off for each size. */
export async function retailSuite(): Promise<{ ratios: Record<string, number>; samples: Record<string, number> }> {
  const quick = scenarioOf("quick");
  const reference = run(quick, "reference", 2);
  const compiled = run(quick, "compiled", 24);
  const ratios: Record<string, number> = { "compiled/reference": compiled / reference };
  const samples: Record<string, number> = { "quick, reference, events/s": reference, "quick, compiled, events/s": compiled };
  for (const [index, { customers }] of SIZES.entries()) {
    const on = measureApart(index, true);
    const off = measureApart(index, false);
    const name = `retail, ${customers} customers`;
    ratios[`${name}: run-ahead on/off`] = on.eventsPerSecond / off.eventsPerSecond;
    samples[`${name}, run-ahead on, events/s`] = on.eventsPerSecond;
    samples[`${name}, run-ahead off, events/s`] = off.eventsPerSecond;
    samples[`${name}, run-ahead on, set-up, s`] = on.setUp;
    samples[`${name}, run-ahead on, state, bytes per customer`] = on.stateBytes / customers;
    samples[`${name}, run-ahead off, state, bytes per customer`] = off.stateBytes / customers;
    // Less than the state where the process had the memory already, more for what growing and the collector leave behind.
    samples[`${name}, run-ahead on, process, bytes per customer`] = on.residentBytes / customers;
    samples[`${name}, run-ahead off, process, bytes per customer`] = off.residentBytes / customers;
  }
  return { ratios, samples };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , index = "0", runAhead = "true"] = process.argv;
  const size = SIZES[Number(index)];
  if (size === undefined) throw new Error(`no size has the index ${index}`);
  process.stdout.write(JSON.stringify(measure(size, runAhead === "true")));
}
