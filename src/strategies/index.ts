/** The door of the strategies: capabilities, presets, routing policies. */

export { capabilityCatalogue, type CapabilityDescription } from "./capabilities.ts";
export { makePolicy, routingPolicies, type RoutingDefinition, type RoutingNames, type RoutingPolicyName } from "./routing/catalogue.ts";
export { NONE, type RoutingPolicy, type RoutingView } from "./routing/policy.ts";
export { siloed } from "./routing/siloed.ts";
export { baselineOf, type PolicyFile, resolveStrategy, type Strategy } from "./strategy.ts";
