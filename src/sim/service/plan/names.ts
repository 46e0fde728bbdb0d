/** Rows of names: channels, topics, groups and sites stand in the order of the scenario. */

import type { Scenario } from "../../../scenario/index.ts";
import type { PlanTime } from "./planned-time.ts";

export type ServiceScenario = NonNullable<Scenario["service"]>;

/** What every part of the plan is made from. */
export interface Source {
  readonly scenario: Scenario;
  readonly service: ServiceScenario;
  readonly channels: readonly string[];
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  readonly sites: readonly string[];
  readonly planTime: PlanTime;
}

/** The names of a scenario in their order. */
export function sourceOf(scenario: Scenario, service: ServiceScenario, planTime: PlanTime): Source {
  const sites = Object.values(service.groups).flatMap(({ site }) => (site === undefined ? [] : [site]));
  return {
    scenario,
    service,
    channels: Object.keys(scenario.channels ?? {}),
    topics: Object.keys(service.topics),
    groups: Object.keys(service.groups),
    sites: [...new Set(sites)],
    planTime,
  };
}

/** The value of a name that a user gave; nothing that every object inherits. */
export function own<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** The row of a name that may be left out: −1 then. */
export function rowOf(names: readonly string[], name: string | undefined): number {
  return name === undefined ? -1 : names.indexOf(name);
}
