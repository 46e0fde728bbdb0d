/** Centres of the families of issue 4 with numbers of our own: simulated, and beside what a chain or a formula says. */

import { afterAll, describe, expect, it } from "vitest";
import type { ScenarioInput } from "../../../src/scenario/schema/index.ts";
import { ENDLESS } from "../../support/contact-centre.ts";
import { estimateOf } from "../contact-centre/check.ts";
import type { Figures } from "../contact-centre/figures.ts";
import type { Observer } from "../contact-centre/observe.ts";
import { batchesOf, endRuns } from "../contact-centre/runs.ts";

type ServiceInput = NonNullable<ScenarioInput["service"]>;
type Routing = NonNullable<NonNullable<ScenarioInput["strategies"]>[string]["routing"]>;
export type Spread = NonNullable<ServiceInput["wrapUp"]>;
export type Queue = NonNullable<ServiceInput["queues"]>[string];

/** A figure, and what it must be. */
export interface Exact {
  readonly what: string;
  readonly value: (figures: Figures) => number;
  readonly exact: number;
  /** Largest standard error in units of the figure; 1 % unless said otherwise. */
  readonly precision?: number;
}

export interface Centre {
  readonly service: Partial<ServiceInput>;
  readonly channels?: ScenarioInput["channels"];
  readonly routing?: Routing;
  readonly history?: string;
  readonly horizon: string;
  readonly replications?: number;
}

const REPLICATIONS = 64;
/** `JB_TIMES=8`: so many times as long, to tell chance from error where a figure is in doubt. */
const TIMES = Number(process.env["JB_TIMES"] ?? 1);
const PRECISE = 0.01;

/** Exponential with a mean in minutes, to the digits that a scenario may have. */
export const exponential = (minutes: number): Spread => ({ exponential: { mean: `${Number(minutes.toFixed(12))}min` } });
export const perMinute = (rate: number) => `${rate}/min` as const;

/** One queue by phone: calls of a minute by a Poisson stream, nobody gives up. */
export function phone(parts: {
  readonly rate: number;
  readonly agents: number;
  readonly handling?: Spread;
  readonly patience?: Spread;
  readonly queue?: Queue;
}): Partial<ServiceInput> {
  return {
    handling: { phone: parts.handling ?? exponential(1) },
    patience: { phone: parts.patience ?? ENDLESS },
    queues: { phone: parts.queue ?? {} },
    groups: { agents: { agents: parts.agents, home: ["phone"] } },
    arrivals: { calls: { channel: "phone", rate: perMinute(parts.rate) } },
  };
}

/** A centre as it is written: who is not served is lost, nothing is explained again, nothing written down. */
function written(
  name: string,
  { service, channels, routing, history = "4h", horizon, replications = REPLICATIONS }: Centre,
): ScenarioInput {
  const nothing: Spread = { deterministic: "0s" };
  return {
    name: "family",
    // Centres that share a seed would be off together.
    seed: `centre of its own: ${name}`,
    history,
    horizon,
    replications: replications * TIMES,
    channels: channels ?? { phone: { kind: "live", can: ["serve"] } },
    service: {
      firstContactResolution: 1,
      recontact: { givesUp: 1 },
      context: { recorded: 1, sameChannel: 1, otherChannel: 1, rebuilding: nothing, resolutionLoss: 0 },
      documentation: nothing,
      handover: nothing,
      groups: {},
      ...service,
    },
    strategies: { reference: routing === undefined ? {} : { routing } },
  };
}

/** States that a centre has the figures that it must have. */
export function agrees(name: string, centre: Centre, figures: () => readonly Exact[], observers: readonly Observer[] = []): void {
  it(name, async () => {
    const batches = await batchesOf(written(name, centre), observers);
    for (const { what, value, exact, precision = PRECISE } of figures()) {
      const { mean, se } = estimateOf(batches, { value });
      const score = (mean - exact) / se;
      const line = `${what}: exact ${exact.toPrecision(7)}, simulated ${mean.toPrecision(7)}, SE ${((se / Math.abs(exact)) * 100).toFixed(2)} %, z ${score.toFixed(2)}`;
      if (process.env["JB_FIGURES"] !== undefined) console.log(`${name} | ${line}`);
      expect.soft(se, `${line}: too imprecise to tell`).toBeLessThanOrEqual(precision * Math.abs(exact));
      expect.soft(Math.abs(score), line).toBeLessThan(3);
    }
  });
}

afterAll(endRuns);

export { describe };
