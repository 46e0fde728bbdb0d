/** How much a scenario would take: events, time and memory, measured on two smaller ones of the same kind. */

import type { LoadedScenario, Scenario } from "../scenario/index.ts";
import { meanArrivalRate, type Plan, type PlanOptions, planScenario, replicate } from "../sim/index.ts";
import { loadJourney } from "./journey-file.ts";
import { loadPolicies, plannedPolicies } from "./policy-files.ts";
import { withoutExit } from "./without-exit.ts";

export interface RunEstimate {
  /** Events of the whole run. */
  readonly events: number;
  /** Seconds of one core. */
  readonly seconds: number;
  /** Bytes per worker: state, one saved copy of it, and the engine itself. */
  readonly bytes: number;
  /** Bytes of the main thread, which makes the report. */
  readonly mainBytes: number;
}

const SMALL = 300;
const LARGER = 900;
const TIMED_RUNS = 4;
/** Arrivals from outside that a sample may have; with more, the sample is shorter. */
const SAMPLE_ARRIVALS = 50_000;
/**
 * One process that runs the retail scenario peaked at 106, 122 and 184 MB with 2,000, 20,000 and 100,000 customers (state and its
 * saved copy, Node 20).
 */
const BASE_BYTES = 105e6;
const BYTES_PER_CUSTOMER = 800;
/** With two workers, `compare retail` peaked at 320 MB, 80 more than they. */
const MAIN_BYTES = 80e6;

function customersOf({ segments = {} }: Scenario): number {
  return Object.values(segments).reduce((sum, segment) => sum + segment.size, 0);
}

/** The part of the time that a sample lives: all of it, unless arrivals from outside would make it long. */
function shareOfTime({ scenario, service }: Plan): number {
  const { history, horizon, lifetimeValue, strategies } = scenario;
  const rate = service === undefined ? 0 : meanArrivalRate(service);
  const arrivals = rate * (history + (horizon + lifetimeValue.tail) * Object.keys(strategies).length);
  return arrivals === 0 ? 1 : Math.min(1, SAMPLE_ARRIVALS / arrivals);
}

/** The scenario with about so many customers over a part of the time. */
function sampleOf(scenario: Scenario, customers: number, time: number): Scenario {
  const share = Math.min(1, customers / Math.max(1, customersOf(scenario)));
  const segments = Object.entries(scenario.segments ?? {}).map(
    ([name, segment]) => [name, { ...segment, size: Math.ceil(segment.size * share) }] as const,
  );
  return {
    ...scenario,
    ...(scenario.segments === undefined ? {} : { segments: Object.fromEntries(segments) }),
    history: scenario.history * time,
    horizon: scenario.horizon * time,
    lifetimeValue: { ...scenario.lifetimeValue, tail: scenario.lifetimeValue.tail * time },
  };
}

/** A warm-up that is still to be found is at most as long as it is looked for. */
function withLongestHistory({ warmUp, ...scenario }: Scenario): Scenario {
  return warmUp === undefined ? scenario : { ...scenario, history: warmUp.upTo };
}

interface Measured {
  readonly customers: number;
  readonly events: number;
  readonly seconds: number;
}

function measure(scenario: Scenario, brought: PlanOptions): Measured {
  const started = performance.now();
  const task = {
    plan: planScenario(scenario, brought),
    strategies: Object.keys(scenario.strategies),
    replication: 0,
    executor: "compiled" as const,
  };
  const outcomes = withoutExit(() => replicate(task));
  const events = outcomes.reduce((sum, outcome) => sum + outcome.events, outcomes[0]?.historyEvents ?? 0);
  return { customers: customersOf(scenario), events, seconds: (performance.now() - started) / 1000 };
}

/**
 * Lives one replication with few customers and one with more: what grows with customers is scaled to all of them, what does not
 * (shifts, arrivals from outside) stays. The fastest of several runs tells the time: code that runs for the first time is slow.
 *
 * @throws JourneybenchError `bad-input` when the scenario's journey or a routing policy is missing or wrong
 */
export async function estimateRun(loaded: LoadedScenario): Promise<RunEstimate> {
  const scenario = withLongestHistory(loaded.scenario);
  const brought = { journey: (await loadJourney(loaded))?.brought, policies: plannedPolicies(await loadPolicies(loaded)) };
  const time = shareOfTime(planScenario(scenario, brought));
  const small = measure(sampleOf(scenario, SMALL, time), brought);
  const runs = Array.from({ length: TIMED_RUNS }, () => measure(sampleOf(scenario, LARGER, time), brought));
  const [larger] = runs.toSorted((a, b) => a.seconds - b.seconds) as [Measured];
  const more = larger.customers - small.customers;
  const perCustomer = more === 0 ? 0 : Math.max(0, larger.events - small.events) / more;
  const events = ((larger.events + perCustomer * (customersOf(scenario) - larger.customers)) / time) * scenario.replications;
  const perEvent = larger.events === 0 ? 0 : larger.seconds / larger.events;
  return {
    events: Math.round(events),
    seconds: events * perEvent,
    bytes: BASE_BYTES + customersOf(scenario) * BYTES_PER_CUSTOMER,
    mainBytes: MAIN_BYTES,
  };
}
