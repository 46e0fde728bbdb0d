/** What supply needs of the service, and what it orders the agents' side to do. */

import type { Counter } from "../../../kpi/index.ts";
import type { ServicePlan } from "../plan/types.ts";
import type { Agents } from "../tables.ts";
import type { Supply } from "./supply.ts";

/** The part of the service that supply reads and writes. */
export interface Crew {
  readonly core: {
    readonly now: number;
    readonly events: { schedule(time: number, kind: number, entity: number, sub: number): number };
    readonly strategy: { readonly capabilities: { readonly agentTraining: boolean } };
    readonly draws: { uniform(purpose: number, entity: number, index: number): number };
    count(counter: Counter, segment: number, channel: number, amount: number): void;
  };
  readonly plan: CrewPlan;
  readonly agents: Agents;
  /** Channels offered by the strategy in force, 1 or 0 by row. */
  readonly offered: Uint8Array;
  /** By channel: 1 while at least one disruption keeps it down. The supply's own array, so that it is saved with it. */
  readonly channelDown: Uint8Array;
  readonly supply: Supply;
}

/** The part of the plan that supply reads; of the channels only how many there are. */
export interface CrewPlan extends Pick<ServicePlan, "segments" | "groups" | "disruptions" | "training"> {
  readonly channels: { readonly length: number };
}

/** How orders are carried out. */
export interface Orders<S extends Crew> {
  /** Off: goes to work and looks for it. Leaving: stays. */
  startShift(this: void, service: S, agent: number): void;
  /** Idle: goes off. Otherwise marked leaving: goes off when free, and `service.supply.goesHome` is told. */
  endShift(this: void, service: S, agent: number): void;
  /** Disconnects whoever waits in a channel that has gone down. */
  cutOff(this: void, service: S, channel: number): void;
  /** A channel works again: agents with room look at the queues. */
  lookAgain(this: void, service: S): void;
}
