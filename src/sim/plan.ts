/** A scenario made ready to run: numbers, distributions, calendar, strategies. Made once, used by every replication. */

import type { Scenario } from "../scenario/index.ts";
import { resolveStrategy, type Strategy } from "../strategies/index.ts";
import { type MarketPlan, planMarket } from "./market/index.ts";
import { type Calendar, calendarOf } from "./periods.ts";
import { planService, type ServicePlan } from "./service/index.ts";

export interface Plan {
  readonly scenario: Scenario;
  readonly market: MarketPlan;
  readonly service: ServicePlan | undefined;
  readonly calendar: Calendar;
  /** The strategy of the history. */
  readonly baseline: Strategy;
}

/** The strategy of a scenario's history: the one it names, or the first. */
export function baselineOf(scenario: Scenario): string {
  return scenario.baseline ?? Object.keys(scenario.strategies)[0] ?? "multichannel";
}

/** Makes a valid scenario ready to run. */
export function planScenario(scenario: Scenario): Plan {
  return {
    scenario,
    market: planMarket(scenario),
    service: scenario.service === undefined ? undefined : planService(scenario, scenario.service),
    calendar: calendarOf(scenario.history, scenario.horizon),
    baseline: resolveStrategy(scenario, baselineOf(scenario)),
  };
}
