/** The policies of a study: strategies of the scenario, and the baseline under other routing policies. */

import { JourneybenchError } from "../../errors.ts";
import { nearest, oneOf, routingPolicyNames, type Scenario, scenarioSchema } from "../../scenario/index.ts";
import { baselineOf } from "../../strategies/index.ts";

export interface ChosenPolicies {
  /** The scenario with the derived strategies. */
  readonly scenario: Scenario;
  /** Names of the strategies compared; the first is the one the others are compared with. */
  readonly names: readonly string[];
}

/** A name that no strategy has yet. */
function freeName(routing: string, strategies: Scenario["strategies"]): string {
  let name = routing;
  while (Object.hasOwn(strategies, name)) name = `${name} (policy)`;
  return name;
}

function derived(scenario: Scenario, routing: string): Scenario["strategies"][string] {
  const read = scenarioSchema.shape.strategies.safeParse({ derived: { extends: baselineOf(scenario), routing } });
  const found = read.success ? read.data["derived"] : undefined;
  if (found !== undefined) return found;
  const near = nearest(routing, routingPolicyNames);
  const suggestion = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new JourneybenchError("usage", `There is no routing policy "${routing}".${suggestion}`, {
    hint: `Policies: ${oneOf(routingPolicyNames)}, or a file that ends with .ts or .js, relative to the scenario file.`,
  });
}

/**
 * The strategies to compare: those that are named and, for each routing policy, the baseline under it; all of the scenario when neither
 * is given.
 *
 * @throws JourneybenchError `usage` for a routing policy that does not exist
 */
export function choosePolicies(
  scenario: Scenario,
  strategies: readonly string[] | undefined,
  policies: readonly string[] | undefined,
): ChosenPolicies {
  const named = [...new Set(strategies ?? (policies === undefined ? Object.keys(scenario.strategies) : []))];
  const all = { ...scenario.strategies };
  const added = [...new Set(policies)].map((routing) => {
    const name = freeName(routing, all);
    all[name] = derived(scenario, routing);
    return name;
  });
  return { scenario: { ...scenario, strategies: all }, names: [...named, ...added] };
}
