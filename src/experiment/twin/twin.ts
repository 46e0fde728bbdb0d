/** The study behind `journeybench twin`: one replication, the same customer under each strategy, step by step. */

import { JourneybenchError } from "../../errors.ts";
import type { TwinCustomer, TwinDocument, TwinStep } from "../../kpi/index.ts";
import type { LoadedScenario, Scenario } from "../../scenario/index.ts";
import { observeReplication, type ObservedReplication, type ObservedStep, type Plan, planScenario } from "../../sim/index.ts";
import { resolveStrategy } from "../../strategies/index.ts";
import { type LoadedJourney, loadJourney, studyHash } from "../journey-file.ts";
import { loadPolicies, type LoadedPolicyFile, plannedPolicies } from "../policy-files.ts";
import { packageVersion } from "../version.ts";
import { endOf, findTwins, segmentOf } from "./find.ts";
import { partingOf } from "./parting.ts";
import { questionOf, requireCustomers, type Search, type TwinOptions } from "./question.ts";

/** A finished study of twins. */
export interface TwinStudy {
  readonly document: TwinDocument;
  /** The scenario with the seed that was used. */
  readonly scenario: Scenario;
  /** What the author brought besides the scenario. */
  readonly journey: LoadedJourney | undefined;
  readonly policies: readonly LoadedPolicyFile[];
}

/** One replication of a study, looked at as often as needed. */
interface Lives {
  readonly plan: Plan;
  readonly strategies: readonly string[];
  readonly replication: number;
}

function live({ plan, strategies, replication }: Lives, watched: readonly number[]): ObservedReplication {
  try {
    return observeReplication({ plan, strategies, replication, executor: "compiled" }, watched);
  } catch (error) {
    throw new JourneybenchError("failed", error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function writable(steps: readonly ObservedStep[] = []): TwinStep[] {
  return steps.map((step) => ({
    ...step,
    actions: [...step.actions],
    satisfaction: step.satisfaction === null ? null : [...step.satisfaction],
    attitude: [...step.attitude],
  }));
}

function storiesOf(plan: Plan, { history, lanes }: ObservedReplication, customers: readonly number[]): TwinCustomer[] {
  return customers.map((customer) => {
    const told = lanes.map((lane) => ({ steps: writable(lane.steps.get(customer)), end: endOf(lane, customer, plan) }));
    return {
      customer,
      segment: lanes[0] === undefined ? "" : segmentOf(plan, lanes[0], customer),
      history: writable(history.get(customer)),
      lanes: told,
      parting: partingOf(told.map(({ steps }) => steps)),
    };
  });
}

/** Looks for customers in a first pass in which nobody is watched step by step. */
function searched(lives: Lives, search: Search): NonNullable<TwinDocument["search"]> {
  const { by, unasked, segment } = search;
  return { by, unasked, segment, ...findTwins(lives.plan, live(lives, []).lanes, search) };
}

function strategiesOf(scenario: Scenario, names: readonly string[]): TwinDocument["strategies"] {
  return names.map((name) => {
    const { capabilities, channels } = resolveStrategy(scenario, name);
    const switchedOn = Object.entries(capabilities).flatMap(([capability, on]) => (on ? [capability] : []));
    return { name, capabilities: switchedOn, channels: [...channels] };
  });
}

function documentOf(lives: Lives, sha256: string, found: Pick<TwinDocument, "search" | "customers" | "assumptions">): TwinDocument {
  const { plan, strategies, replication } = lives;
  const { scenario } = plan;
  return {
    format: "journeybench/twin",
    version: 1,
    scenario: {
      name: scenario.name,
      sha256,
      ...(scenario.description === undefined ? {} : { description: scenario.description }),
      currency: scenario.currency,
      history: scenario.history,
      horizon: scenario.horizon,
      customers: plan.market.customers,
      journey: plan.journey.own?.machine ?? null,
    },
    seed: scenario.seed,
    package: `journeybench ${packageVersion()}`,
    replication,
    strategies: strategiesOf(scenario, strategies),
    channels: plan.market.channels.map(({ name, inPerson }) => ({ name, inPerson })),
    ...found,
  };
}

/**
 * Follows customers through one replication under each strategy.
 *
 * @param loaded - from `loadScenario` or `parseScenario`
 * @throws JourneybenchError `usage` (a customer or segment that is not there), `bad-input` (nobody lives a journey), `failed`
 */
export async function twin(loaded: LoadedScenario, options: TwinOptions = {}): Promise<TwinStudy> {
  const journey = await loadJourney(loaded);
  const policies = await loadPolicies(loaded);
  const scenario: Scenario = { ...loaded.scenario, ...(options.seed === undefined ? {} : { seed: options.seed }) };
  const plan = planScenario(scenario, { journey: journey?.brought, policies: plannedPolicies(policies) });
  requireCustomers(scenario, plan);
  const strategies = [...new Set(options.strategies ?? Object.keys(scenario.strategies))];
  const question = questionOf(plan, strategies, options);
  const lives: Lives = { plan, strategies, replication: options.replication ?? 0 };
  const search = typeof question === "number" ? null : searched(lives, question);
  const wanted = typeof question === "number" ? [question] : (search?.found ?? []).map(({ customer }) => customer);
  const customers = storiesOf(plan, live(lives, wanted), wanted);
  return {
    document: documentOf(lives, studyHash(loaded, journey, policies), { search, customers, assumptions: [...loaded.assumptions] }),
    scenario,
    journey,
    policies,
  };
}
