/** A host of demand that only writes down who comes, with the kernel's own event list, draws and snapshots. */

import {
  Draws,
  EventList,
  type GroupSnapshot,
  meanOf,
  quantileFunction,
  rootKeyOf,
  SnapshotGroup,
  WeeklyHours,
  type DistributionSpec,
} from "../../../../src/sim/kernel/index.ts";
import { arrive, beginArrivals, createDemand, type Demand, type DemandHost } from "../../../../src/sim/service/demand/index.ts";
import type { ArrivalPlan, BusynessPlan, PlannedTime, StreamPlan, SurgePlan } from "../../../../src/sim/service/plan/index.ts";

export const HOUR = 3600;
export const DAY = 86_400;
export const WEEK = 604_800;
/** Nobody, no row. */
export const NONE = -1;

/** A contact that came. */
export interface Contact {
  readonly time: number;
  readonly stream: number;
  readonly caller: number;
  readonly number: number;
}

/** What a test says of the plan; the rest is plain: one channel that never closes, load 1. */
export interface Demanded {
  readonly arrivals: readonly (ArrivalPlan | (Partial<StreamPlan> & { readonly arrivals: ArrivalPlan }))[];
  readonly hours?: readonly WeeklyHours[];
  readonly surges?: readonly SurgePlan[];
  readonly busyness?: readonly BusynessPlan[];
  readonly load?: number;
  readonly seed?: string;
}

export class Host implements DemandHost {
  readonly core: { now: number; readonly events: EventList; readonly draws: Draws };
  readonly plan: DemandHost["plan"];
  readonly offered: Uint8Array;
  readonly demand: Demand;
  readonly state = new SnapshotGroup();
  contacts: Contact[] = [];
  /** Events of arrival that happened, contacts or not. */
  events = 0;
  /** Is told of each contact when it begins. */
  onContact: ((contact: Contact) => void) | undefined;
  /** Is told of events that are no arrivals. */
  onOther: ((entity: number, sub: number) => void) | undefined;

  constructor(demanded: Demanded) {
    const hours = demanded.hours ?? [WeeklyHours.always()];
    this.plan = {
      channels: hours.map((one) => ({ hours: one })),
      streams: demanded.arrivals.map((one, i) => ({
        name: `stream ${i}`,
        channel: 0,
        topic: NONE,
        limit: Infinity,
        batch: undefined,
        ...("kind" in one ? { arrivals: one } : one),
      })),
      surges: demanded.surges ?? [],
      busyness: demanded.busyness ?? [],
      load: demanded.load ?? 1,
    };
    this.offered = new Uint8Array(hours.length).fill(1);
    this.core = { now: 0, events: new EventList(), draws: new Draws(rootKeyOf(demanded.seed ?? "demand"), 0) };
    this.demand = createDemand(this.plan, this.state);
    this.state.register("events", this.core.events);
  }

  begin(stream: number, caller: number, number: number): void {
    const contact = { time: this.core.now, stream, caller, number };
    this.contacts.push(contact);
    this.onContact?.(contact);
  }

  /** Lets everything happen up to a time. */
  run(until: number): void {
    const { events } = this.core;
    while (events.peekTime() <= until) {
      events.pop();
      this.core.now = events.time;
      this.events++;
      if (events.kind === OTHER) this.onOther?.(events.entity, events.sub);
      else arrive(this, events.entity, events.sub);
    }
    this.core.now = until;
  }

  /** Times of the stream's contacts. */
  times(stream = 0): number[] {
    return this.contacts.filter((contact) => contact.stream === stream).map((contact) => contact.time);
  }

  save(): { readonly parts: GroupSnapshot; readonly now: number } {
    return { parts: this.state.snapshot(), now: this.core.now };
  }

  load({ parts, now }: ReturnType<Host["save"]>): void {
    this.state.restore(parts);
    this.core.now = now;
    this.contacts = [];
  }
}

/** A kind of event that is no arrival. */
export const OTHER = 99;

/** A host whose arrivals have begun, run up to a time. */
export function hostAfter(until: number, demanded: Demanded): Host {
  const host = new Host(demanded);
  beginArrivals(host);
  host.run(until);
  return host;
}

export function planned(spec: DistributionSpec): PlannedTime {
  const mean = meanOf(spec);
  return { quantile: quantileFunction(spec), mean, constant: spec.kind === "deterministic" ? spec.value : undefined };
}

export function exponential(mean: number): PlannedTime {
  return planned({ kind: "exponential", mean });
}

export function constantRate(rate: number, busyness = NONE): ArrivalPlan {
  return { kind: "constant", rate, busyness };
}

/** Rates by [start, rate] within a cycle. */
export function steps(cycle: number, rates: readonly (readonly [number, number])[], busyness = NONE): ArrivalPlan {
  return {
    kind: "steps",
    starts: Float64Array.from(rates, ([start]) => start),
    rates: Float64Array.from(rates, ([, rate]) => rate),
    cycle,
    busyness,
  };
}

export function gammaDay(cv: number): BusynessPlan {
  return { quantile: quantileFunction({ kind: "gamma", mean: 1, cv }) };
}
