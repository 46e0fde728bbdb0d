/** How many agents a formula would ask for: Erlang A hour by hour and channel by channel, beside the agents who were there. */

import { groupAt, rowAt, ServiceCells, type ServiceStaffing, typeAt } from "../kpi/index.ts";
import type { Plan } from "../sim/index.ts";
import { agentsFor } from "../stats/index.ts";
import { observedSlots, openShare, staffedShare } from "./staffed-time.ts";

type ServicePlan = NonNullable<Plan["service"]>;
type Row = Float64Array;

/** The share to be answered in time where the scenario does not promise another. */
const USUAL_SERVICE_LEVEL = 0.8;
/** Whoever waits for a week in person or on the line does not give up: Erlang C. */
const ENDLESS = 604_800;
/** Erlang A needs some patience; this little is none. */
const NO_PATIENCE = 1e-3;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** What the hint reads: the plan and the records of a strategy. */
interface Recorded {
  readonly plan: Plan;
  readonly service: ServicePlan;
  readonly cells: readonly ServiceCells[];
  readonly observed: Float64Array;
}

/** A channel, its types and the groups that can serve them. */
interface Desk {
  readonly channel: number;
  readonly types: readonly number[];
  readonly groups: readonly number[];
}

function sumOf(rows: readonly Row[]): Row {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (row[i] as number);
  return sum;
}

function count(row: Row, ...counters: readonly (keyof typeof typeAt)[]): number {
  return counters.reduce((sum, counter) => sum + (row[rowAt.counters + typeAt[counter]] as number), 0);
}

function level(row: Row, ...counters: readonly (keyof typeof groupAt)[]): number {
  return counters.reduce((sum, counter) => sum + (row[1 + groupAt[counter]] as number), 0);
}

/** The service level that the scenario promises in a channel (`stress.promises`), else the usual one. */
function targetOf({ scenario }: Plan, channel: string): number {
  const promises = (scenario.stress?.promises ?? []).filter(({ kpi, side }) => kpi === "service_level" && side === "atLeast");
  const promise = promises.find((one) => one.channel === channel) ?? promises.find((one) => one.channel === undefined);
  return promise?.bound ?? USUAL_SERVICE_LEVEL;
}

/** Speed of each contact in hand of a group, with so many in hand on average. */
function paceAt(pace: Float64Array, inHand: number): number {
  const below = Math.floor(inHand);
  const from = pace[below] ?? 1;
  return from + (inHand - below) * ((pace[below + 1] ?? from) - from);
}

/**
 * What a second that a contact was in hand is of an agent who has as many in hand as possible: agents who are not busy have fewer, and
 * would do with less time. 1 where contacts of the channel need the agent alone.
 */
function shareOfAgent({ service, cells }: Recorded, { types, groups }: Desk): number {
  const beside = groups.filter((group) => types.some((type) => service.groups[group]?.besideOthers[type] === 1));
  let work = 0;
  let possible = 0;
  for (const group of beside) {
    const { atOnce, pace } = service.groups[group] as ServicePlan["groups"][number];
    const row = sumOf(cells.map((one) => one.groupRow([group])));
    const working = level(row, "working");
    if (working === 0) continue;
    const inHand = Math.min(atOnce, Math.max(1, level(row, "handlingSeconds", "wrapUpSeconds") / working));
    work += working * paceAt(pace, inHand);
    possible += working * atOnce * (pace[atOnce] as number);
  }
  return possible === 0 ? 1 : work / possible;
}

/** Seconds of an agent that a contact takes; undefined if none was handled. */
function workOf(recorded: Recorded, desk: Desk): number | undefined {
  const row = sumOf(recorded.cells.map((one) => one.typeRow({ types: desk.types })));
  const handled = count(row, "handlingEnded");
  const seconds = count(row, "handlingSeconds", "wrapUpSeconds") * shareOfAgent(recorded, desk);
  return handled === 0 || seconds === 0 ? undefined : seconds / handled;
}

/** Mean planned patience of those who came; null: they wait as long as it takes. */
function patienceOf({ service, cells }: Recorded, { types }: Desk): number | null {
  const [sum, all] = types.reduce(
    ([seconds, contacts], type) => {
      const joined = cells.reduce((total, one) => total + count(one.typeRow({ types: [type] }), "joined", "balked", "blocked"), 0);
      return joined === 0 ? [seconds, contacts] : [seconds + joined * (service.types[type]?.patience.mean ?? 0), contacts + joined];
    },
    [0, 0],
  );
  const mean = sum / all;
  return mean < ENDLESS ? mean : null;
}

/** Contacts and agents at work in an hour of the day, per hour of it in which the channel is open. */
function hoursOf({ service, cells, observed }: Recorded, { channel, types, groups }: Desk) {
  const plan = service.channels[channel] as ServicePlan["channels"][number];
  const open = openShare(observed, plan);
  const staffed = groups.map((group) => ({
    group,
    share: staffedShare(observed, plan, service.groups[group] as ServicePlan["groups"][number]),
  }));
  return HOURS.flatMap((hour) => {
    const row = sumOf(cells.map((one) => one.typeRow({ types, hour })));
    const hours = ((row[rowAt.seconds] as number) * (open[hour] as number)) / 3600;
    const offered = count(row, "joined", "balked", "blocked");
    if (hours === 0 || offered === 0) return [];
    const seconds = staffed.reduce(
      (sum, { group, share }) => sum + level(sumOf(cells.map((one) => one.groupRow([group], hour))), "atWork") * (share[hour] as number),
      0,
    );
    return [{ hour, arrivals: offered / hours, atWork: seconds / 3600 / hours }];
  });
}

function channelHint(recorded: Recorded, desk: Desk): ServiceStaffing[] {
  const { name, live, within } = recorded.service.channels[desk.channel] as ServicePlan["channels"][number];
  const serviceLevel = targetOf(recorded.plan, name);
  const work = live ? workOf(recorded, desk) : undefined;
  if (work === undefined || serviceLevel >= 1) return [];
  const patience = patienceOf(recorded, desk);
  const target = {
    serviceRate: 1 / work,
    serviceLevel,
    within,
    ...(patience === null ? {} : { patienceRate: 1 / Math.max(NO_PATIENCE, patience) }),
  };
  const hours = hoursOf(recorded, desk).map(({ hour, arrivals, atWork }) => ({
    hour,
    arrivals,
    needed: agentsFor({ ...target, arrivalRate: arrivals / 3600 }),
    atWork,
  }));
  return hours.length === 0
    ? []
    : [{ channel: name, formula: patience === null ? "Erlang C" : "Erlang A", serviceLevel, within, work, patience, hours }];
}

/**
 * Agents that a formula asks for, by live channel and hour of the day; channels in which nobody came or was served are left out. Steady
 * Poisson arrivals within the hour, one group of agents who are all alike and do nothing else, exponential handling and patience.
 *
 * @param records - `Outcome.service` of each replication
 */
export function staffingHint(plan: Plan, service: ServicePlan, records: readonly Float64Array[]): ServiceStaffing[] {
  const { history, horizon } = plan.scenario;
  const shape = { types: service.types.length, groups: service.groups.length };
  const cells = records.map((one) => new ServiceCells(shape, one));
  const recorded = { plan, service, cells, observed: observedSlots(history, history + horizon) };
  return service.channels.flatMap((_, channel) => {
    const types = [...service.types.keys()].filter((type) => service.types[type]?.channel === channel);
    const groups = [...service.groups.keys()].filter((group) => types.some((type) => (service.groups[group]?.speed[type] ?? 0) > 0));
    return channelHint(recorded, { channel, types, groups });
  });
}
