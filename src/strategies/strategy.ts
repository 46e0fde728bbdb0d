/** A strategy: switches and levers, nothing else. No number in it touches a customer's behaviour. */

import {
  type CapabilityName,
  capabilityNames,
  type PresetName,
  presetNames,
  type Scenario,
  type StrategyDefinition,
} from "../scenario/index.ts";
import type { RoutingDefinition } from "./routing/catalogue.ts";

/** A file with a routing policy; its path as the scenario names it. */
export interface PolicyFile {
  readonly file: string;
}

/** Which mechanisms are on, which channels are offered, what that costs. */
export interface Strategy {
  readonly name: string;
  readonly capabilities: Readonly<Record<CapabilityName, boolean>>;
  /** Offered channels, in the scenario's order. */
  readonly channels: readonly string[];
  /** How contacts find agents: a policy of the catalogue, or the author's file; undefined: as the capabilities say. */
  readonly routing: RoutingDefinition | PolicyFile | undefined;
  /** Whether the scenario's loyalty programme is in force. */
  readonly loyaltyProgramme: boolean;
  /** Running cost, money per year. */
  readonly costPerYear: number;
}

type Switches = Partial<Record<CapabilityName, boolean>>;
interface Levers {
  switches: Switches;
  channels: readonly string[] | undefined;
  routing: Strategy["routing"];
  loyaltyProgramme: boolean;
}

const ALL_OFF: Switches = {};
const ALL_ON: Switches = Object.fromEntries(capabilityNames.map((capability) => [capability, true]));

/** The one channel that sells and, where it cannot serve, the first that does. */
function oneChannel(scenario: Scenario): string[] {
  const channels = Object.entries(scenario.channels ?? {});
  const selling = channels.find(([, channel]) => channel.can.includes("sell"));
  if (selling?.[1].can.includes("serve")) return [selling[0]];
  const serving = channels.find(([, channel]) => channel.can.includes("serve"));
  return [selling, serving].filter((entry) => entry !== undefined).map(([name]) => name);
}

function preset(scenario: Scenario, name: PresetName): Levers {
  if (name === "single-channel") return { switches: ALL_OFF, channels: oneChannel(scenario), routing: undefined, loyaltyProgramme: false };
  return { switches: name === "omnichannel" ? ALL_ON : ALL_OFF, channels: undefined, routing: undefined, loyaltyProgramme: false };
}

function isPreset(name: string): name is PresetName {
  return (presetNames as readonly string[]).includes(name);
}

function own(definition: StrategyDefinition): Switches {
  return Object.fromEntries(
    capabilityNames.flatMap((capability) => {
      const value = definition[capability];
      return value === undefined ? [] : [[capability, value]];
    }),
  );
}

function levers(scenario: Scenario, name: string): Levers {
  const definition = Object.hasOwn(scenario.strategies, name) ? scenario.strategies[name] : undefined;
  if (definition === undefined) return preset(scenario, isPreset(name) ? name : "multichannel");
  const parent = definition.extends ?? (isPreset(name) ? name : "multichannel");
  const base =
    parent === name || !Object.hasOwn(scenario.strategies, parent)
      ? preset(scenario, isPreset(parent) ? parent : "multichannel")
      : levers(scenario, parent);
  return {
    switches: { ...base.switches, ...own(definition) },
    channels: definition.channels ?? base.channels,
    routing: definition.routing ?? base.routing,
    loyaltyProgramme: definition.loyaltyProgramme ?? base.loyaltyProgramme,
  };
}

/**
 * Works out a strategy of a valid scenario: preset or parent, own switches, costs of what is on.
 *
 * @param name - a strategy of the scenario, or a preset
 */
export function resolveStrategy(scenario: Scenario, name: string): Strategy {
  const { switches, channels, routing, loyaltyProgramme } = levers(scenario, name);
  const on = capabilityNames.filter((capability) => switches[capability] === true);
  const all = Object.keys(scenario.channels ?? {});
  const programmeCost = loyaltyProgramme ? (scenario.loyaltyProgramme?.cost.perYear ?? 0) : 0;
  return {
    name,
    // Built from the full list, so every capability is present.
    capabilities: Object.fromEntries(capabilityNames.map((c) => [c, on.includes(c)])) as Strategy["capabilities"],
    channels: channels === undefined ? all : all.filter((channel) => channels.includes(channel)),
    routing,
    loyaltyProgramme,
    costPerYear: on.reduce((total, capability) => total + scenario.costs[capability].perYear, programmeCost),
  };
}

/** The strategy of a scenario's history: the one it names, or the first. */
export function baselineOf(scenario: Scenario): string {
  return scenario.baseline ?? Object.keys(scenario.strategies)[0] ?? "multichannel";
}
