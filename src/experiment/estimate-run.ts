/** How much a scenario would take: events, time and memory, measured on a smaller one of the same kind. */

import type { LoadedScenario, Scenario } from "../scenario/index.ts";
import { planScenario, replicate } from "../sim/index.ts";

export interface RunEstimate {
  /** Events of the whole run. */
  readonly events: number;
  /** Seconds of one core. */
  readonly seconds: number;
  /** Bytes per worker: state, one saved copy of it, and the engine itself. */
  readonly bytes: number;
}

const SAMPLE_CUSTOMERS = 400;
const SAMPLE_SECONDS = 90 * 86_400;
const BASE_BYTES = 60e6;
/** Columns, timers and event list, twice (state and saved copy), measured at 20,000 customers. */
const BYTES_PER_CUSTOMER = 800;

/** The scenario with fewer customers over a shorter time. */
function sampleOf(scenario: Scenario, customers: number): Scenario {
  const share = Math.min(1, SAMPLE_CUSTOMERS / Math.max(1, customers));
  const segments = Object.entries(scenario.segments ?? {}).map(
    ([name, segment]) => [name, { ...segment, size: Math.ceil(segment.size * share) }] as const,
  );
  return {
    ...scenario,
    ...(scenario.segments === undefined ? {} : { segments: Object.fromEntries(segments) }),
    history: 0,
    horizon: Math.min(scenario.history + scenario.horizon, SAMPLE_SECONDS),
  };
}

/** Runs the sample once and scales it up: by customers, by time, by strategies and replications. */
export function estimateRun({ scenario }: LoadedScenario): RunEstimate {
  const customers = Object.values(scenario.segments ?? {}).reduce((sum, segment) => sum + segment.size, 0);
  const sample = sampleOf(scenario, customers);
  const sampled = Object.values(sample.segments ?? {}).reduce((sum, segment) => sum + segment.size, 0);
  const strategies = Object.keys(scenario.strategies);
  const task = { plan: planScenario(sample), strategies: strategies.slice(0, 1), replication: 0, executor: "compiled" as const };
  replicate(task);
  const started = performance.now();
  const events = replicate(task).reduce((sum, outcome) => sum + outcome.events, 0);
  const seconds = (performance.now() - started) / 1000;
  const time = (scenario.history + scenario.horizon * strategies.length) / sample.horizon;
  const scale = time * (sampled === 0 ? 1 : customers / sampled) * scenario.replications;
  return { events: Math.round(events * scale), seconds: seconds * scale, bytes: BASE_BYTES + customers * BYTES_PER_CUSTOMER };
}
