/** What the service recorded, under the scenario's names. */

import { type StrategyResult, summariseService } from "../kpi/index.ts";
import type { Outcome, Plan } from "../sim/index.ts";

/**
 * The part `service` of a strategy's result; nothing without a service.
 *
 * @param outcomes - of the strategy, in order of replication
 */
export function serviceOf({ scenario, service, market }: Plan, outcomes: readonly Outcome[]): Pick<StrategyResult, "service"> {
  if (service === undefined) return {};
  const names = {
    channels: market.channels.map(({ name }) => name),
    topics: service.topics.map(({ name }) => name),
    groups: service.groups.map(({ name, atOnce }) => ({ name, atOnce })),
  };
  const records = outcomes.map((outcome) => outcome.service);
  return { service: summariseService(names, records, scenario.confidence) };
}
