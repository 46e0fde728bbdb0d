/** All routing policies by name: what each does, where it comes from, and how it is made. */

import { contextual } from "./contextual.ts";
import { earliestDeadline } from "./earliest-deadline.ts";
import { fastestFirst } from "./fastest-first.ts";
import { idlenessRatio } from "./idleness-ratio.ts";
import { leastFlexibleFirst } from "./least-flexible-first.ts";
import { oneQueue, type OrderOfService } from "./one-queue.ts";
import type { RoutingPolicy } from "./policy.ts";
import { random } from "./random.ts";
import { relationship } from "./relationship.ts";
import { siloed } from "./siloed.ts";
import { skillTiers } from "./skill-tiers.ts";
import { valueBased } from "./value-based.ts";

/** A policy that takes no params. */
const fixed = {
  siloed,
  "skill-tiers": skillTiers,
  "least-flexible-first": leastFlexibleFirst,
  "earliest-deadline": earliestDeadline,
  contextual,
  "value-based": valueBased,
  random,
} as const satisfies Record<string, RoutingPolicy>;

/** Weights by name; what is not named weighs 1. */
type Weights = Readonly<Record<string, number>>;

/** A policy of this catalogue and its params, as a scenario states them. */
export type RoutingDefinition =
  | { readonly policy: keyof typeof fixed; readonly params?: Readonly<Record<string, never>> | undefined }
  | { readonly policy: "one-queue"; readonly params?: { readonly order?: OrderOfService | undefined } | undefined }
  | { readonly policy: "fastest-first"; readonly params?: { readonly order?: "fastest" | "slowest" | undefined } | undefined }
  /** waitLimit: seconds. */
  | { readonly policy: "relationship"; readonly params?: { readonly waitLimit?: number | undefined } | undefined }
  | {
      readonly policy: "idleness-ratio";
      readonly params?:
        | { readonly groups?: Weights | undefined; readonly channels?: Weights | undefined; readonly topics?: Weights | undefined }
        | undefined;
    };

export type RoutingPolicyName = RoutingDefinition["policy"];

/** What rows are called. */
export interface RoutingNames {
  readonly groups: readonly string[];
  readonly channels: readonly string[];
  readonly topics: readonly string[];
}

/** Two minutes: a wait that most callers bear. */
const WAIT_LIMIT = 120;

function byRow(names: readonly string[], weights: Weights = {}): number[] {
  return names.map((name) => (Object.hasOwn(weights, name) ? (weights[name] ?? 1) : 1));
}

/**
 * Makes a policy of the catalogue.
 *
 * @param names - of groups, channels and topics by row, to which weights refer; names in `definition` are taken to exist
 */
export function makePolicy(definition: RoutingDefinition, names: RoutingNames): RoutingPolicy {
  switch (definition.policy) {
    case "one-queue":
      return oneQueue(definition.params?.order ?? "first-come");
    case "fastest-first":
      return fastestFirst(definition.params?.order ?? "fastest");
    case "relationship":
      return relationship(definition.params?.waitLimit ?? WAIT_LIMIT);
    case "idleness-ratio": {
      const { groups, channels, topics } = definition.params ?? {};
      return idlenessRatio({
        groups: byRow(names.groups, groups),
        channels: byRow(names.channels, channels),
        topics: byRow(names.topics, topics),
      });
    }
    default:
      return fixed[definition.policy];
  }
}

export interface RoutingPolicyDescription {
  readonly label: string;
  /** One sentence. */
  readonly does: string;
  /** What its params are, and what they are when left out. */
  readonly params?: string;
  /** Where it is described or studied. */
  readonly source: string;
}

/** What each policy does, for documentation and reports. */
export const routingPolicies: Readonly<Record<RoutingPolicyName, RoutingPolicyDescription>> = {
  siloed: {
    label: "Siloed",
    does: "Each desk serves its own channels only, whoever is due first; the longest idle agent of the desk takes an arriving contact.",
    source: "Smith & Whitt 1981, Bell System Technical Journal 60 (separate systems)",
  },
  "one-queue": {
    label: "One queue",
    does: "Whoever waits longest meets whoever is idle longest, among all whose skills match.",
    params:
      "`order`: `first-come` (default), `last-come` or `random`, of the most urgent class; the last two look through the queues, so long queues cost time",
    source:
      "Armony & Ward 2010, Operations Research 58 (longest-idle server first); last come: Riordan 1961, Bell System Technical Journal 40, Kleinrock 1975, Queueing Systems I; random order: Kingman 1962, Proceedings of the Cambridge Philosophical Society 58",
  },
  "skill-tiers": {
    label: "Skill tiers",
    does: "A contact goes to the lowest tier with a free agent, to helping groups only after their overflow delay; agents take first choices first.",
    source: "Wallace & Whitt 2005, Manufacturing & Service Operations Management 7; Stolletz & Helber 2004, OR Spectrum 26",
  },
  "fastest-first": {
    label: "Fastest first",
    does: "A contact goes to the free agent who is fastest for its type, or to the slowest; agents take whoever waits longest.",
    params: "`order`: `fastest` (default) or `slowest`",
    source: "Armony 2005, Queueing Systems 51",
  },
  "least-flexible-first": {
    label: "Least flexible first",
    does: "A contact goes to the free agent whose group serves the fewest types, so the versatile stay free.",
    source: "Pinedo & Reed 2013, Operations Research Letters 41 (least flexible job first)",
  },
  "earliest-deadline": {
    label: "Earliest deadline first",
    does: "Agents take what was promised soonest, whatever its priority class.",
    source: "Doytchinov, Lehoczky & Shreve 2001, Annals of Applied Probability 11",
  },
  contextual: {
    label: "Contextual",
    does: "A contact goes to the agent who served the case last, else to the fastest in the channel; by deadline where promises are made.",
    source: "practice of omnichannel contact centres; speed: Armony 2005",
  },
  relationship: {
    label: "Relationship",
    does: "A contact waits for the agent who served the case last, up to a limit, before anybody else takes it.",
    params: "`waitLimit`: a time, 2 minutes by default",
    source: "last-agent routing in practice; delays: Chan, Koole & L'Ecuyer 2014, Manufacturing & Service Operations Management 16",
  },
  "value-based": {
    label: "Value-based",
    does: "Agents take the customer who has been worth most so far.",
    source: "Gans, Koole & Mandelbaum 2003, Manufacturing & Service Operations Management 5; cμ rule: Cox & Smith 1961",
  },
  "idleness-ratio": {
    label: "Queue and idleness ratio",
    does: "A contact goes to the group that is idle beyond its target share most; agents serve the queue that exceeds its target share most.",
    params:
      "`groups`: weight of each agent of a group; `channels`, `topics`: a queue weighs as its channel times its topic; what is not named weighs 1",
    source: "Gurvich & Whitt 2009, Mathematics of Operations Research 34; 2010, Operations Research 58",
  },
  random: {
    label: "Random",
    does: "A contact goes to any free agent with the same probability; agents take whoever waits longest.",
    source: "Cabral 2005, Queueing Systems 50",
  },
};
