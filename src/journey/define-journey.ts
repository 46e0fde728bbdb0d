/** `defineJourney`: XState's `setup(…).createMachine(…)` with the words of this package, so that a misspelt one is a type error. */

import { type AnyStateMachine, type MachineConfig, type MachineContext, setup } from "xstate";
import type { Distribution, DistributionInput, DurationText } from "../scenario/index.ts";
import { callsOfConfig } from "./calls-of.ts";
import { type JourneyEvent, journeyVocabulary } from "./journey-vocabulary.ts";
import { type ParamsOf, stubDelayOf, stubs, type Word } from "./vocabulary.ts";
import { type DelayText, isWritten, readDeclared, readDelay } from "./written-delay.ts";

type Calls<W extends Readonly<Record<string, Word>>> = { [K in keyof W & string]: { type: K; params: ParamsOf<W[K]> } }[keyof W & string];

type DelayName = keyof typeof journeyVocabulary.delays | DelayText;

/** A machine's config in which only words of this package, and the delays `D` that it declares, may be called. */
export type JourneyConfig<C extends MachineContext, D extends string> = MachineConfig<
  C,
  JourneyEvent,
  never,
  Calls<typeof journeyVocabulary.actions>,
  Calls<typeof journeyVocabulary.guards>,
  DelayName | D
>;

/** Delays that a journey declares under names of its own, in the scenario's notation. */
export type DeclaredDelays<D extends string> = { readonly [K in D]: DistributionInput<DurationText> | DurationText };

/**
 * Makes the journey of a business from an XState config whose guards, actions and delays are words of this package
 * (docs/reference/journey-vocabulary.md). Delays may say what they are (`"14d"`, `"exponential(mean=30d)"`), or be declared by name
 * under `delays`. What comes out is an ordinary XState machine.
 */
export function defineJourney<C extends MachineContext = MachineContext, D extends string = never>(
  config: JourneyConfig<C, NoInfer<D>> & { readonly delays?: DeclaredDelays<D> },
): AnyStateMachine {
  const { actions, guards, delays } = stubs(journeyVocabulary);
  const all = { actions, guards, delays: { ...delays, ...meanDelays(config) } };
  return setup(all).createMachine(config as never) as unknown as AnyStateMachine;
}

/** Delays that say how long they are, with their means, so that XState's own tools wait; what cannot be read is told later. */
function meanDelays(config: object): Record<string, () => number> {
  const declared: Readonly<Record<string, unknown>> = "delays" in config ? { ...(config.delays as object) } : {};
  const names = callsOfConfig(config).flatMap(({ kind, name }) => (kind === "delays" && isWritten(name) ? [name] : []));
  const readings = [
    ...names.map((name) => [name, readDelay(name)] as const),
    ...Object.entries(declared).map(([name, written]) => [name, readDeclared(written)] as const),
  ];
  return Object.fromEntries(
    readings.flatMap(([name, reading]) => ("mistake" in reading ? [] : [[name, stubDelayOf(typicalOf(reading.distribution) * 1000)]])),
  );
}

/** The mean in seconds; of a Weibull distribution its scale. */
function typicalOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case "deterministic":
      return distribution.value;
    case "weibull":
      return distribution.scale;
    case "uniform":
      return (distribution.low + distribution.high) / 2;
    case "empirical":
      return weightedMean(
        distribution.values,
        distribution.values.map(() => 1),
      );
    case "discrete":
      return weightedMean(distribution.values, distribution.weights);
    default:
      return distribution.mean;
  }
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
}
