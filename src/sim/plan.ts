/** A scenario made ready to run: numbers, distributions, calendar, strategies. Made once, used by every replication. */

import { JourneybenchError } from "../errors.ts";
import type { Scenario } from "../scenario/index.ts";
import { baselineOf, resolveStrategy, type RoutingPolicy, type Strategy } from "../strategies/index.ts";
import { marketMechanismsOf, type MarketPlan, planMarket } from "./market/index.ts";
import { type BroughtJourney, bundledJourneyOf, type CustomerJourney, planCustomerJourney } from "./customer-journey.ts";
import { type Calendar, calendarOf } from "./periods.ts";
import { type Residual, residualOf } from "./residual.ts";
import type { Mechanism } from "../kpi/index.ts";
import { mechanismsOf, planService, type ServicePlan } from "./service/index.ts";

/** Routing policies of the author's by path as the scenario names them. */
export type Policies = ReadonlyMap<string, RoutingPolicy>;

export interface Plan {
  readonly scenario: Scenario;
  readonly market: MarketPlan;
  readonly service: ServicePlan | undefined;
  readonly calendar: Calendar;
  /** How what customers are worth after the horizon comes to be known. */
  readonly residual: Residual;
  /** The strategy of the history. */
  readonly baseline: Strategy;
  /** What the customers live. */
  readonly journey: CustomerJourney;
  /** Routing policies that the author brought, by path as strategies name them (`Strategy.routing.file`). */
  readonly policies: Policies;
}

export interface PlanOptions {
  /** The machine that the scenario's `journey` names. */
  readonly journey?: BroughtJourney | undefined;
  /** The routing policies that the scenario's strategies name by file. */
  readonly policies?: Policies | undefined;
}

/** Paths of the files with routing policies that strategies of a scenario name, each once. */
export function policyFilesOf({ strategies }: Scenario): string[] {
  const files = Object.values(strategies).flatMap(({ routing }) => (routing !== undefined && "file" in routing ? [routing.file] : []));
  return [...new Set(files)];
}

/** Only an experiment can find it, by running something else first. */
function warmUpNotFound(): JourneybenchError {
  return new JourneybenchError("bad-input", "This study does not look for a warm-up, which the scenario asks for (warmUp).", {
    hint: "Write the length of the history instead: `journeybench compare` tells what it found.",
  });
}

/**
 * Makes a valid scenario ready to run.
 *
 * @throws JourneybenchError (`bad-input`) with all mistakes of the journey that the author brought
 */
export function planScenario(scenario: Scenario, { journey, policies = new Map() }: PlanOptions = {}): Plan {
  if (journey === undefined && scenario.journey !== undefined) throw new Error(`the machine of ${scenario.journey} was not loaded`);
  const missing = policyFilesOf(scenario).find((file) => !policies.has(file));
  if (missing !== undefined) throw new Error(`the routing policy of ${missing} was not loaded`);
  if (scenario.warmUp !== undefined) throw warmUpNotFound();
  const market = planMarket(scenario);
  return {
    scenario,
    market,
    journey: journey === undefined ? bundledJourneyOf(scenario) : planCustomerJourney(journey, scenario, market),
    service: scenario.service === undefined ? undefined : planService(scenario, scenario.service),
    policies,
    calendar: calendarOf(scenario.history, scenario.horizon),
    residual: residualOf(scenario),
    baseline: resolveStrategy(scenario, baselineOf(scenario)),
  };
}

/** Actions by which a journey earns or spends money. */
const MONEY = ["placeOrder", "earn", "spend"];

/** What a plan simulates: the parts that the scenario has, and what an author's journey does without them. */
export function simulatedParts({
  scenario,
  journey,
}: Plan): Readonly<Record<"market" | "offer" | "stock" | "service" | "experience", boolean>> {
  const isOwn = journey.own !== undefined;
  return {
    market: scenario.needs !== undefined || isOwn,
    offer: scenario.offer !== undefined || (isOwn && MONEY.some((action) => journey.actions.has(action))),
    stock: scenario.stock !== undefined,
    service: scenario.service !== undefined,
    experience: scenario.experience !== undefined,
  };
}

/** Parts that a plan has and few others do. */
export function simulatedMechanisms({ service, market }: Plan): ReadonlySet<Mechanism> {
  return new Set<Mechanism>([...(service === undefined ? [] : mechanismsOf(service)), ...marketMechanismsOf(market)]);
}
