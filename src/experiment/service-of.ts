/** What the service recorded, under the scenario's names. */

import { type StrategyResult, summariseService } from "../kpi/index.ts";
import type { Outcome, Plan } from "../sim/index.ts";
import { staffingHint } from "./staffing-hint.ts";

/**
 * The part `service` of a strategy's result; nothing without a service.
 *
 * @param outcomes - of the strategy, in order of replication
 */
export function serviceOf(plan: Plan, outcomes: readonly Outcome[]): Pick<StrategyResult, "service"> {
  const { scenario, service, market } = plan;
  if (service === undefined) return {};
  const names = {
    channels: market.channels.map(({ name }) => name),
    topics: service.topics.map(({ name }) => name),
    groups: service.groups.map(({ name, atOnce }) => ({ name, atOnce })),
  };
  const records = outcomes.map((outcome) => outcome.service);
  const staffing = staffingHint(plan, service, records);
  return { service: { ...summariseService(names, records, scenario.confidence), ...(staffing.length === 0 ? {} : { staffing }) } };
}
