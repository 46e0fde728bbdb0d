/** What demand needs of the service: its clock, events, draws and plan, and somebody who takes a contact. */

import type { ServiceChannel, ServicePlan } from "../plan/index.ts";
import type { Demand } from "./demand.ts";

/** The part of the plan that says who contacts when. */
export interface DemandPlan extends Pick<ServicePlan, "streams" | "surges" | "busyness" | "load"> {
  readonly channels: readonly Pick<ServiceChannel, "hours">[];
}

/** The service as demand sees it. */
export interface DemandHost {
  readonly core: {
    /** Seconds since the calendar's start. */
    readonly now: number;
    readonly events: { schedule(time: number, kind: number, entity: number, sub: number): number };
    readonly draws: { uniform(purpose: number, entity: number, index: number): number };
  };
  readonly plan: DemandPlan;
  /** Channels offered by the strategy in force, 1 or 0 by row. */
  readonly offered: Uint8Array;
  readonly demand: Demand;
  /**
   * A contact comes through the channel of its stream: a case is opened and its first contact starts.
   *
   * @param caller - the caller of a finite source, who is to be given back to `callerIsBack`; 0 for a contact of a backlog, whose answer
   * is to be told to `backlogTaken`; else NONE
   * @param number - addresses the draws of the case, with entity OUTSIDE + stream: unique among the stream's cases (`numbers.ts`)
   */
  begin(stream: number, caller: number, number: number): void;
}
