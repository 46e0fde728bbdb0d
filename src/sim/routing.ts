/** Which routing policy a strategy has. */

import { makePolicy, type RoutingPolicy, type Strategy } from "../strategies/index.ts";
import type { Plan } from "./plan.ts";

/** The policy that the strategy names or brings; else contextual routing where the capability is on, and siloed where it is off. */
export function routingOf(plan: Plan, { routing, capabilities }: Strategy): RoutingPolicy {
  const { service, policies } = plan;
  const names = {
    groups: service?.groups.map((group) => group.name) ?? [],
    channels: service?.channels.map((channel) => channel.name) ?? [],
    topics: service?.topics.map((topic) => topic.name) ?? [],
  };
  if (routing === undefined) return makePolicy({ policy: capabilities.contextualRouting ? "contextual" : "siloed" }, names);
  if (!("file" in routing)) return makePolicy(routing, names);
  const brought = policies.get(routing.file);
  if (brought === undefined) throw new Error(`the routing policy of ${routing.file} was not loaded`);
  return brought;
}
