/**
 * The agents who have room for another contact: by group and number of contacts in hand a list, linked through the agents' own columns,
 * whose head has had that many for longest.
 */

import type { Snapshotable } from "../kernel/index.ts";
import type { GroupPlan } from "./plan/index.ts";
import { type Agents, agentStatus, NONE } from "./tables.ts";

interface FreeAgentsState {
  readonly memory: Int32Array;
}

/** Lists of free agents. A list's row = first list of the group + contacts in hand. */
export class FreeAgents implements Snapshotable<FreeAgentsState> {
  readonly #agents: Agents;
  /** First list of each group, and behind the last group the number of lists. */
  readonly #lists: Int32Array;
  readonly #memory: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #length: Int32Array;
  /** All of the lists together. */
  #all = 0;

  constructor(agents: Agents, groups: readonly GroupPlan[]) {
    this.#agents = agents;
    this.#lists = new Int32Array(groups.length + 1);
    for (const [row, { atOnce }] of groups.entries()) this.#lists[row + 1] = (this.#lists[row] as number) + atOnce;
    const lists = this.#lists[groups.length] as number;
    this.#memory = new Int32Array(3 * lists + 1);
    this.#first = this.#memory.subarray(0, lists).fill(NONE);
    this.#last = this.#memory.subarray(lists, 2 * lists).fill(NONE);
    this.#length = this.#memory.subarray(2 * lists, 3 * lists);
  }

  /** Agents with room, of all groups. */
  get count(): number {
    return this.#all;
  }

  /** Agents of a group with nothing in hand. */
  idle(group: number): number {
    return this.#length[this.#lists[group] as number] as number;
  }

  /** Agents of a group with room; of those with nothing in hand if the contact needs the agent `alone`. */
  withRoom(group: number, alone: boolean): number {
    const end = this.#endOf(group, alone);
    let count = 0;
    for (let list = this.#lists[group] as number; list < end; list++) count += this.#length[list] as number;
    return count;
  }

  /** The agent at a place, ordered by contacts in hand and how long they have been that many; NONE beyond the last. */
  at(group: number, alone: boolean, place: number): number {
    const end = this.#endOf(group, alone);
    let left = place;
    for (let list = this.#lists[group] as number; list < end; list++) {
      const length = this.#length[list] as number;
      if (left >= length) {
        left -= length;
        continue;
      }
      const { next } = this.#agents.columns;
      let agent = this.#first[list] as number;
      while (left-- > 0) agent = next[agent] as number;
      return agent;
    }
    return NONE;
  }

  /** Puts an agent who has room at the end of the right list; an agent who is off, leaving, full, or with a contact that needs all of the agent, nowhere. */
  add(agent: number): void {
    const { group, load, alone, leaving, status, listed, next, previous } = this.#agents.columns;
    const own = load[agent] as number;
    const row = group[agent] as number;
    const list = (this.#lists[row] as number) + own;
    if (status[agent] === agentStatus.off || leaving[agent] === 1 || alone[agent] === 1 || list >= (this.#lists[row + 1] as number)) return;
    const last = this.#last[list] as number;
    previous[agent] = last;
    next[agent] = NONE;
    if (last === NONE) this.#first[list] = agent;
    else next[last] = agent;
    this.#last[list] = agent;
    listed[agent] = list + 1;
    this.#length[list] = (this.#length[list] as number) + 1;
    this.#all++;
  }

  /** Takes an agent out of the lists; one who is in none stays so. */
  remove(agent: number): void {
    const { listed } = this.#agents.columns;
    if (listed[agent] === 0) return;
    const { next, previous } = this.#agents.columns;
    const list = (listed[agent] as number) - 1;
    const ahead = previous[agent] as number;
    const behind = next[agent] as number;
    if (ahead === NONE) this.#first[list] = behind;
    else next[ahead] = behind;
    if (behind === NONE) this.#last[list] = ahead;
    else previous[behind] = ahead;
    listed[agent] = 0;
    this.#length[list] = (this.#length[list] as number) - 1;
    this.#all--;
  }

  /** Whether an agent is in a list. */
  has(agent: number): boolean {
    return this.#agents.columns.listed[agent] !== 0;
  }

  /** One behind the last list that counts. */
  #endOf(group: number, alone: boolean): number {
    return alone ? (this.#lists[group] as number) + 1 : (this.#lists[group + 1] as number);
  }

  snapshot(): FreeAgentsState {
    const memory = this.#memory.slice();
    memory[memory.length - 1] = this.#all;
    return { memory };
  }

  restore(saved: FreeAgentsState): void {
    this.#memory.set(saved.memory);
    this.#all = saved.memory[saved.memory.length - 1] as number;
  }
}
