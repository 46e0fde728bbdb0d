/** Agent groups: skills by type of contact, several contacts in hand, staffing. */

import { own, rowOf, type ServiceScenario, type Source } from "./names.ts";
import { planStaffing, rosterOf } from "./staffing.ts";
import type { GroupPlan } from "./types.ts";

type Group = ServiceScenario["groups"][string];

interface Skill {
  readonly speed: number;
  readonly resolution: number;
  readonly tier: number;
  readonly after: number;
  readonly reserve: number | undefined;
}

const NO_SKILL: Skill = { speed: 0, resolution: 1, tier: 1, after: 0, reserve: undefined };
const PLAIN_SKILL: Skill = { ...NO_SKILL, speed: 1 };

/** What a group can do for a type: the skill of the topic, else of the channel, else an ordinary one at its own desk. */
function skillOf(group: Group, channel: string, topic: string): Skill {
  if (group.topics !== undefined && !group.topics.includes(topic)) return NO_SKILL;
  const skill = own(group.skills, channel);
  if (skill === undefined) return group.home.includes(channel) ? PLAIN_SKILL : NO_SKILL;
  const { speed, resolution, tier, after, reserve } = own(skill.topics, topic) ?? {};
  return {
    speed: speed ?? skill.speed,
    resolution: resolution ?? skill.resolution,
    tier: tier ?? skill.tier,
    after: after ?? skill.after,
    reserve: reserve ?? skill.reserve,
  };
}

/** Speed of each of k contacts in hand, from k = 0 (nobody's, 1) to `atOnce`. */
function paceOf({ atOnce, totalSpeed, slowDown }: Group): Float64Array {
  const pace = new Float64Array(atOnce + 1).fill(1);
  for (let k = 1; k <= atOnce; k++) {
    const slowed = k === 1 ? 1 : (pace[k - 1] as number) * (1 - slowDown);
    pace[k] = totalSpeed === undefined ? slowed : (totalSpeed[k - 1] ?? k) / k;
  }
  return pace;
}

function besideOthers({ atOnce, besideOthers: channels }: Group, channel: string): boolean {
  return atOnce > 1 && (channels === undefined || channels.includes(channel));
}

/** The plan of a group. */
export function planGroup({ channels, topics, sites, service }: Source, name: string, group: Group): GroupPlan {
  const types = channels.flatMap((channel) => topics.map((topic) => ({ channel, topic, skill: skillOf(group, channel, topic) })));
  const able = types.flatMap(({ skill }, type) => (skill.speed > 0 ? [type] : []));
  const staffing = planStaffing(group);
  return {
    name,
    roster: rosterOf(staffing),
    staffing,
    home: Uint8Array.from(channels, (channel) => (group.home.includes(channel) ? 1 : 0)),
    speed: Float64Array.from(types, ({ skill }) => skill.speed),
    resolution: Float64Array.from(types, ({ skill }) => Math.log(skill.resolution)),
    tier: Int32Array.from(types, ({ skill }) => skill.tier),
    overflowAfter: Float64Array.from(types, ({ skill }) => skill.after),
    reserve: Int32Array.from(types, ({ topic, skill }) => skill.reserve ?? service.topics[topic]?.reserve ?? 0),
    types: Int32Array.from(able),
    atOnce: group.atOnce,
    besideOthers: Uint8Array.from(types, ({ channel }) => (besideOthers(group, channel) ? 1 : 0)),
    pace: paceOf(group),
    costPerHour: group.costPerHour,
    site: rowOf(sites, group.site),
  };
}
