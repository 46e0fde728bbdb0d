/** Strategies between two: each has some of what the one has and the other has not. */

import { type CapabilityName, capabilityNames, type Scenario } from "../../scenario/index.ts";
import { resolveStrategy, type Strategy } from "../../strategies/index.ts";

/** Something in which two strategies differ. */
export interface Player {
  readonly name: string;
  readonly kind: "capability" | "lever";
}

type Definition = Scenario["strategies"][string];

/** Two strategies, and what lies between. */
export interface Between {
  readonly baseline: Strategy;
  readonly strategy: Strategy;
  readonly players: readonly Player[];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** In what two strategies of a scenario differ: capabilities in catalogue order, then the channels offered, then routing of its own. */
export function between(scenario: Scenario, baselineName: string, name: string): Between {
  const baseline = resolveStrategy(scenario, baselineName);
  const strategy = resolveStrategy(scenario, name);
  const differing = capabilityNames.filter((capability) => baseline.capabilities[capability] !== strategy.capabilities[capability]);
  const levers = (["channels", "routing"] as const).filter((lever) => !same(baseline[lever], strategy[lever]));
  const players: Player[] = [
    ...differing.map((capability) => ({ name: capability, kind: "capability" as const })),
    ...levers.map((lever) => ({ name: lever, kind: "lever" as const })),
  ];
  return { baseline, strategy, players };
}

/**
 * The strategy that has what a coalition (a bit set over the players) brings, and is as the baseline in all else.
 *
 * Every switch is written out; `extends` only carries routing that nobody chose, which cannot be written.
 */
export function coalitionStrategy({ baseline, strategy, players }: Between, coalition: number): Definition {
  const has = (name: string) => players.some((player, bit) => player.name === name && (coalition & (1 << bit)) !== 0);
  const from = (name: string) => (has(name) ? strategy : baseline);
  const { routing } = from("routing");
  const switches = Object.fromEntries(capabilityNames.map((capability) => [capability, from(capability).capabilities[capability]]));
  return {
    ...(switches as Record<CapabilityName, boolean>),
    extends: from("routing").name,
    channels: [...from("channels").channels],
    // The same values: a definition only does not say that they are read-only.
    ...(routing === undefined ? {} : { routing: routing as NonNullable<Definition["routing"]> }),
  };
}
