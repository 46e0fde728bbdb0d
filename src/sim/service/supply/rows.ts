/** The agents of a group, by what they do. */

import { agentStatus } from "../tables.ts";
import type { Crew } from "./crew.ts";

export type Presence = "off" | "working" | "leaving";

/** At work within the agent's time, still finishing after it, or off. */
export function presenceOf({ agents }: Crew, agent: number): Presence {
  const { status, leaving } = agents.columns;
  if (status[agent] === agentStatus.off) return "off";
  return leaving[agent] === 1 ? "leaving" : "working";
}

/** Agents of a group, all or those of one presence, in the order of rows. */
export function agentsOf(crew: Crew, group: number, presence?: Presence): number[] {
  const { firstAgent } = crew.supply;
  const rows: number[] = [];
  for (let agent = firstAgent[group] as number; agent < (firstAgent[group + 1] as number); agent++) {
    if (presence === undefined || presenceOf(crew, agent) === presence) rows.push(agent);
  }
  return rows;
}
