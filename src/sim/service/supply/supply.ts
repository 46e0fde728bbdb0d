/** The state of supply: how many of each group are at work and paid since when, and which disruptions are under way. */

import { defineTable, type SnapshotGroup, type Table } from "../../kernel/index.ts";
import type { GroupPlan } from "../plan/types.ts";
import type { CrewPlan } from "./crew.ts";

function defineLevels(groups: number) {
  return defineTable(
    "supply",
    {
      scheduled: { type: "i32", unit: "agents on schedule, 0 if the group is not employed" },
      knockedOut: { type: "i32", unit: "agents on schedule and present whom disruptions keep away" },
      atWork: { type: "i32", unit: "agents at work within their time" },
      leaving: { type: "i32", unit: "agents who still finish what they have in hand" },
      since: { type: "f64", unit: "s: up to when the two times below are added up" },
      staffed: { type: "f64", unit: "s at work, time after the end included; since the last pay" },
      paid: { type: "f64", unit: "s paid; since the last pay" },
    } as const,
    Math.max(1, groups),
  );
}

type Rows<T> = T extends Table<infer C> ? Table<C> : never;

/** Agents that have a row of their own. */
function rowsOf({ roster, staffing }: GroupPlan): number {
  return staffing.heads === undefined ? staffing.shifts.reduce((sum, shift) => sum + shift.agents, 0) : roster;
}

/** Levels and their integrals over time, by group; disruptions under way. */
export class Supply {
  /** First agent of each group, and behind the last group the number of agents. Agents of a group stand together. */
  readonly firstAgent: Int32Array;
  readonly levels: Rows<ReturnType<typeof defineLevels>>;
  /** By row of disruptions: 1 while it lasts. */
  readonly underWay: Uint8Array;
  /** By channel: 1 while at least one disruption keeps it down. Stays the same array when a snapshot is restored. */
  readonly channelDown: Uint8Array;

  constructor({ groups, disruptions, channels }: CrewPlan) {
    this.firstAgent = new Int32Array(groups.length + 1);
    for (const [row, group] of groups.entries()) this.firstAgent[row + 1] = (this.firstAgent[row] as number) + rowsOf(group);
    this.levels = defineLevels(groups.length);
    for (let group = 0; group < groups.length; group++) this.levels.allocate();
    this.underWay = new Uint8Array(disruptions.length);
    this.channelDown = new Uint8Array(channels.length);
  }

  /** An agent of the group who was marked leaving goes off. */
  goesHome(group: number, now: number): void {
    this.addUp(group, now);
    const { leaving } = this.levels.columns;
    leaving[group] = (leaving[group] as number) - 1;
  }

  /**
   * Adds up the group's times with the levels that held until now; before every change of a level.
   *
   * Paid is whoever is scheduled, absent and knocked-out agents included, and whoever finishes after the end. Those who finish
   * although they are scheduled (a disruption keeps them away) are paid once.
   */
  addUp(group: number, now: number): void {
    const { scheduled, knockedOut, atWork, leaving, since, staffed, paid } = this.levels.columns;
    const seconds = now - (since[group] as number);
    const late = leaving[group] as number;
    staffed[group] = (staffed[group] as number) + ((atWork[group] as number) + late) * seconds;
    const overtime = Math.max(0, late - (knockedOut[group] as number));
    paid[group] = (paid[group] as number) + ((scheduled[group] as number) + overtime) * seconds;
    since[group] = now;
  }
}

/** Makes the supply of a replication and registers its state with `state`. */
export function createSupply(plan: CrewPlan, state: SnapshotGroup): Supply {
  const supply = new Supply(plan);
  state.register("supply", supply.levels);
  registerArray(state, "disruptions", supply.underWay);
  registerArray(state, "channelDown", supply.channelDown);
  return supply;
}

function registerArray(state: SnapshotGroup, name: string, array: Uint8Array): void {
  state.register(name, { snapshot: () => array.slice(), restore: (saved: unknown) => array.set(saved as Uint8Array) });
}
