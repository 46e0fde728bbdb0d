/** The state of outside demand: what is fixed by the plan, and tables of what changes. */

import { defineTable, type SnapshotGroup } from "../../kernel/index.ts";
import type { ArrivalPlan } from "../plan/index.ts";
import { NONE } from "../tables.ts";
import type { DemandPlan } from "./host.ts";
import { type RateSteps, rateStepsOf, topRateOf } from "./rate-steps.ts";

/** How the time of a stream's next contact is found. */
export const arrivalProcess = { constant: 0, steps: 1, renewal: 2, counts: 3, callers: 4, backlog: 5 } as const;

/** One row a stream. */
function defineStreams(capacity: number) {
  return defineTable(
    "streams",
    {
      arrived: { type: "u32", unit: "arrivals so far, those at a closed channel included; the next one's number" },
      begun: { type: "u32", unit: "contacts so far, without surges" },
      waits: { type: "u8", unit: "1 if the planned event is not an arrival (`look-ahead.ts`), or a backlog's contact is planned" },
      rate: { type: "f64", unit: "1/s, in the segment that the planned arrival lies in" },
      segmentEnd: { type: "f64", unit: "s" },
      left: { type: "f64", unit: "expected arrivals that must still pass before the next one, -1 = to be drawn", fill: -1 },
      step: { type: "i32", unit: "row of the rate's steps" },
      cycleStart: { type: "f64", unit: "s: when the steps began anew" },
      interval: { type: "f64", unit: "recorded interval since time 0, -1 = before the first", fill: -1 },
      inInterval: { type: "f64", unit: "contacts still to come in the interval" },
    } as const,
    Math.max(1, capacity),
  );
}

/** One row a caller of a finite source; row = the stream's first caller + caller. */
function defineCallers(capacity: number) {
  return defineTable("callers", { times: { type: "u32", unit: "times drawn so far" } } as const, Math.max(1, capacity));
}

/** One row a surge. */
function defineSurges(capacity: number) {
  return defineTable(
    "surges",
    {
      contacts: { type: "f64", unit: "contacts in all" },
      come: { type: "f64", unit: "contacts so far" },
    } as const,
    Math.max(1, capacity),
  );
}

/** Outside demand of one replication. Arrays are by stream. */
export interface Demand {
  /** One of {@link arrivalProcess}. */
  readonly process: Uint8Array;
  readonly channel: Int32Array;
  /** 1 if the stream's channel never closes. */
  readonly alwaysOpen: Uint8Array;
  /** Contacts after which the stream ends. */
  readonly limit: Float64Array;
  /** 1 if the rate is a wave: the stream's arrivals are candidates. */
  readonly isWave: Uint8Array;
  /** 1 if several contacts may come together at an arrival. */
  readonly isBatched: Uint8Array;
  /** Of streams with rates that change in steps or by day. */
  readonly steps: readonly (RateSteps | undefined)[];
  /** First row of the callers. */
  readonly firstCaller: Int32Array;
  /** Number of surges. */
  readonly surgesOf: Int32Array;
  /** By surge: which of its stream it is, from 0. */
  readonly surgeRank: Int32Array;
  readonly streams: ReturnType<typeof defineStreams>;
  readonly callers: ReturnType<typeof defineCallers>;
  readonly surges: ReturnType<typeof defineSurges>;
}

/** Makes the demand of a replication and registers its state with `state`. */
export function createDemand(plan: DemandPlan, state: SnapshotGroup): Demand {
  const { streams, load } = plan;
  const callersOf = streams.map(({ arrivals }) => (arrivals.kind === "callers" ? arrivals.callers : 0));
  const callers = callersOf.reduce((sum, number) => sum + number, 0);
  const demand = {
    process: Uint8Array.from(streams, ({ arrivals }) => processOf(arrivals)),
    channel: Int32Array.from(streams, ({ channel }) => channel),
    alwaysOpen: Uint8Array.from(streams, ({ channel }) => (plan.channels[channel]?.hours.isAlwaysOpen === true ? 1 : 0)),
    limit: Float64Array.from(streams, ({ limit }) => limit),
    isWave: Uint8Array.from(streams, ({ arrivals }) => (arrivals.kind === "wave" ? 1 : 0)),
    isBatched: Uint8Array.from(streams, ({ batch }) => (batch === undefined ? 0 : 1)),
    steps: streams.map(({ arrivals }) => rateStepsOf(arrivals, load)),
    firstCaller: Int32Array.from(streams, (_, stream) => callersOf.slice(0, stream).reduce((sum, number) => sum + number, 0)),
    surgesOf: Int32Array.from(streams, (_, stream) => plan.surges.filter((surge) => surge.stream === stream).length),
    surgeRank: Int32Array.from(
      plan.surges,
      ({ stream }, row) => plan.surges.slice(0, row).filter((surge) => surge.stream === stream).length,
    ),
    streams: state.register("outside streams", defineStreams(streams.length)),
    callers: state.register("outside callers", defineCallers(callers)),
    surges: state.register("outside surges", defineSurges(plan.surges.length)),
  };
  for (const { arrivals } of streams) demand.streams.columns.rate[demand.streams.allocate()] = topRateOf(arrivals) * load;
  for (let caller = 0; caller < callers; caller++) demand.callers.allocate();
  for (let surge = 0; surge < plan.surges.length; surge++) demand.surges.allocate();
  return demand;
}

function processOf(arrivals: ArrivalPlan): number {
  switch (arrivals.kind) {
    case "constant":
    case "wave":
      return arrivals.busyness === NONE ? arrivalProcess.constant : arrivalProcess.steps;
    default:
      return arrivalProcess[arrivals.kind];
  }
}
