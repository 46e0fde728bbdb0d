/** The strategies that a command names, checked against the scenario. */

import { JourneybenchError } from "../errors.ts";
import { didYouMean, presetNames, type Scenario } from "../scenario/index.ts";

/**
 * Checks that all names are strategies of the scenario or presets.
 *
 * @throws JourneybenchError `usage` naming every unknown one, with the nearest known name
 */
export function checkStrategies(scenario: Scenario, names: readonly string[]): void {
  const known = [...new Set([...Object.keys(scenario.strategies), ...presetNames])];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const sentences = unknown.map((name) => `There is no strategy "${name}".${didYouMean(name, known)}`);
  throw new JourneybenchError("usage", sentences.join("\n"), { hint: `Strategies here: ${known.join(", ")}.` });
}
