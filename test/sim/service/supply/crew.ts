/** A crew of agents without the rest of the contact centre: they take contacts when told, and supply sends them to work and home. */

import { at } from "../../../../src/kpi/index.ts";
import { eventKind } from "../../../../src/sim/core/index.ts";
import { Draws, EventList, rootKeyOf, SnapshotGroup, WeeklyHours } from "../../../../src/sim/kernel/index.ts";
import type { DisruptionPlan, GroupPlan, HeadSteps, ShiftPlan } from "../../../../src/sim/service/plan/types.ts";
import type { Crew } from "../../../../src/sim/service/supply/crew.ts";
import { payStaff } from "../../../../src/sim/service/supply/pay.ts";
import { hire, staffingBy } from "../../../../src/sim/service/supply/staffing.ts";
import { createSupply } from "../../../../src/sim/service/supply/supply.ts";
import { agentStatus, defineAgents } from "../../../../src/sim/service/tables.ts";

export const HOUR = 3600;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** Head-count that changes at the hours given: `{ 0: 0, 8: 4 }` is nobody from Monday 00:00, four from 08:00. */
export function steps(counts: Readonly<Record<number, number>>, cycle = WEEK): HeadSteps {
  const starts = Object.keys(counts).map(Number);
  const counted = Int32Array.from(Object.values(counts));
  return { cycle, starts: Float64Array.from(starts, (hour) => hour * HOUR), counts: counted, nights: hours() };
}

/** Hours of the week as pairs of hours since Monday 00:00. */
export function hours(...intervals: readonly (readonly [number, number])[]): WeeklyHours {
  return WeeklyHours.fromIntervals(intervals.map(([from, to]) => [from * HOUR, to * HOUR]));
}

export interface Team {
  readonly heads?: HeadSteps | undefined;
  /** Without nights: each day is one of its own. */
  readonly shifts?: readonly (Omit<ShiftPlan, "nights"> & Partial<ShiftPlan>)[];
  readonly absence?: number;
  /** Row of the channel of its desk. */
  readonly home?: number;
  readonly costPerHour?: number;
}

function groupOf({ heads, shifts = [], absence = 0, home = 0, costPerHour = 36 }: Team, row: number): GroupPlan {
  const roster = heads === undefined ? shifts.reduce((sum, shift) => sum + shift.agents, 0) : Math.max(...heads.counts);
  return {
    name: `team ${row}`,
    roster,
    staffing: { heads, shifts: shifts.map((shift) => ({ nights: hours(), ...shift })), absence },
    home: Uint8Array.from([0, 1], (channel) => (channel === home ? 1 : 0)),
    speed: Float64Array.of(1, 1),
    resolution: new Float64Array(2),
    tier: Int32Array.of(1, 1),
    overflowAfter: new Float64Array(2),
    reserve: new Int32Array(2),
    types: Int32Array.of(0, 1),
    atOnce: 3,
    besideOthers: Uint8Array.of(1, 1),
    pace: Float64Array.of(0, 1, 1, 1),
    costPerHour,
    site: -1,
  };
}

export interface CrewOptions {
  readonly teams: readonly Team[];
  readonly disruptions?: readonly Partial<DisruptionPlan>[];
  readonly seed?: string;
  readonly replication?: number;
}

function planOf({ teams, disruptions = [] }: CrewOptions): Crew["plan"] {
  return {
    segments: 0,
    channels: { length: 2 },
    training: { speed: 1, resolution: 0, time: 0 },
    groups: teams.map(groupOf),
    disruptions: disruptions.map((one) => ({ at: 0, lasts: Infinity, channel: -1, missing: new Float64Array(teams.length), ...one })),
  };
}

/** A crew at time 0, hired and at work. */
export class TestCrew implements Crew {
  readonly state = new SnapshotGroup();
  readonly core: { now: number } & Crew["core"] & { readonly events: EventList };
  readonly plan: Crew["plan"];
  readonly agents;
  readonly supply;
  readonly channelDown;
  readonly offered = Uint8Array.of(1, 1);
  /** What was booked since the last look: staffed seconds and paid cents. */
  booked = { seconds: 0, cents: 0 };
  /** What happened to whom, in order. */
  readonly log: string[] = [];
  readonly staffing = staffingBy<TestCrew>({
    startShift: (crew, agent) => crew.#startShift(agent),
    endShift: (crew, agent) => crew.#endShift(agent),
    cutOff: (crew, channel) => crew.log.push(`cut off ${channel}`),
    lookAgain: (crew) => crew.log.push("look again"),
  });

  constructor(options: CrewOptions) {
    this.plan = planOf(options);
    this.core = {
      now: 0,
      strategy: { capabilities: { agentTraining: false } },
      events: this.state.register("events", new EventList()),
      draws: new Draws(rootKeyOf(options.seed ?? "supply"), options.replication ?? 0),
      count: (counter, _segment, _channel, amount) => {
        if (counter === at.staffedMs) this.booked.seconds += amount / 1000;
        if (counter === at.staffCost) this.booked.cents += amount;
      },
    };
    this.agents = this.state.register("agents", defineAgents(1));
    this.supply = createSupply(this.plan, this.state);
    this.channelDown = this.supply.channelDown;
    hire(this);
    this.staffing.restaff(this);
  }

  #startShift(agent: number): void {
    const { status, leaving, idleSince } = this.agents.columns;
    if (status[agent] === agentStatus.off) {
      status[agent] = agentStatus.idle;
      idleSince[agent] = this.core.now;
      this.log.push(`${agent} comes`);
    } else {
      this.log.push(`${agent} stays`);
    }
    leaving[agent] = 0;
  }

  #endShift(agent: number): void {
    const { status, leaving } = this.agents.columns;
    if (status[agent] === agentStatus.idle) {
      status[agent] = agentStatus.off;
      this.log.push(`${agent} goes`);
    } else {
      leaving[agent] = 1;
      this.log.push(`${agent} leaves when free`);
    }
  }

  /** Gives an agent who is at work so many contacts more; they end after the seconds given, if any. */
  take(agent: number, contacts = 1, seconds?: number): void {
    const { status, leaving, load } = this.agents.columns;
    if (status[agent] === agentStatus.off || leaving[agent] === 1) throw new Error(`agent ${agent} takes no contacts`);
    status[agent] = agentStatus.busy;
    load[agent]! += contacts;
    if (seconds !== undefined) this.core.events.schedule(this.core.now + seconds, eventKind.agentFree, agent, 0);
  }

  /** The agent has only to wrap up. */
  hangUp(agent: number): void {
    this.agents.columns.status[agent] = agentStatus.wrapUp;
  }

  /** The agent is done with everything in hand, as the engine's agents are: off if the shift is over, else idle. */
  finish(agent: number): void {
    const { status, leaving, load, group, idleSince } = this.agents.columns;
    load[agent] = 0;
    idleSince[agent] = this.core.now;
    status[agent] = leaving[agent] === 1 ? agentStatus.off : agentStatus.idle;
    if (leaving[agent] === 0) return;
    leaving[agent] = 0;
    this.supply.goesHome(group[agent]!, this.core.now);
    this.log.push(`${agent} goes late`);
  }

  /** Lets happen what is due before a time, and sets the clock to it. */
  runTo(end: number, onEvent: () => void = () => undefined): void {
    const { events } = this.core;
    while (events.peekTime() < end) {
      events.pop();
      this.core.now = events.time;
      if (events.kind === eventKind.staffing) this.staffing.changeStaffing(this, events.entity);
      if (events.kind === eventKind.disruption) this.staffing.disrupt(this, events.entity, events.sub);
      if (events.kind === eventKind.agentFree) this.finish(events.entity);
      onEvent();
    }
    this.core.now = end;
  }

  /** Runs to just behind a time: what is due at it has happened. */
  runPast(time: number): void {
    this.runTo(time + 1e-6);
    this.core.now = time;
  }

  pay(from: number, to: number): { seconds: number; cents: number } {
    this.runTo(to);
    this.booked = { seconds: 0, cents: 0 };
    payStaff(this, from, to);
    return this.booked;
  }

  /** Rows of agents at work within their time; those who only finish are not among them. */
  working(group = 0): number[] {
    return this.#rows(group, (agent) => this.agents.columns.leaving[agent] === 0);
  }

  /** Rows of agents who still finish what they have in hand. */
  leaving(group = 0): number[] {
    return this.#rows(group, (agent) => this.agents.columns.leaving[agent] === 1);
  }

  #rows(group: number, is: (agent: number) => boolean): number[] {
    const { status, group: groups } = this.agents.columns;
    const rows = Array.from({ length: this.agents.used }, (_, agent) => agent);
    return rows.filter((agent) => groups[agent] === group && status[agent] !== agentStatus.off && is(agent));
  }
}
