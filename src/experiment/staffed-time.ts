/** Open and staffed time by hour of the day: what turns means over all days into means over the time in which a channel is open. */

import type { Plan } from "../sim/index.ts";

type ServicePlan = NonNullable<Plan["service"]>;
type Group = ServicePlan["groups"][number];

const WEEK = 604_800;
/** Hours and shifts begin and end on the quarter of an hour; where they do not, this is an approximation. */
const SLOT = 900;
const SLOTS = WEEK / SLOT;
const SLOTS_PER_DAY = 96;
const SLOTS_PER_HOUR = 4;

/** How often each quarter of an hour of the week was observed between two times. */
export function observedSlots(from: number, to: number): Float64Array {
  const weeks = Math.floor((to - from) / WEEK);
  const slots = new Float64Array(SLOTS).fill(weeks);
  for (let time = from + weeks * WEEK; time < to; time += SLOT) {
    const slot = Math.floor(time / SLOT) % SLOTS;
    slots[slot] = (slots[slot] as number) + Math.min(1, (to - time) / SLOT);
  }
  return slots;
}

/** Agents of a group who are scheduled at a second of the week. */
function scheduled({ staffing: { heads, shifts } }: Group, second: number): number {
  if (heads === undefined) return shifts.reduce((sum, { agents, hours }) => sum + (hours.isOpenAtSecond(second) ? agents : 0), 0);
  const step = heads.starts.findLastIndex((start) => start <= second % heads.cycle);
  return heads.counts[step] ?? 0;
}

/** The share of a weight that falls into open time, by hour of the day; 0 where there is no weight. */
function shareOpen(observed: Float64Array, isOpen: (second: number) => boolean, weight: (second: number) => number): Float64Array {
  const [open, all] = [new Float64Array(24), new Float64Array(24)];
  for (let slot = 0; slot < SLOTS; slot++) {
    const hour = Math.floor((slot % SLOTS_PER_DAY) / SLOTS_PER_HOUR);
    const amount = (observed[slot] as number) * weight(slot * SLOT);
    all[hour] = (all[hour] as number) + amount;
    if (isOpen(slot * SLOT)) open[hour] = (open[hour] as number) + amount;
  }
  return open.map((amount, hour) => (amount === 0 ? 0 : amount / (all[hour] as number)));
}

/** The share of the time in which a channel is open, by hour of the day. */
export function openShare(observed: Float64Array, channel: ServicePlan["channels"][number]): Float64Array {
  return shareOpen(
    observed,
    (second) => channel.hours.isOpenAtSecond(second),
    () => 1,
  );
}

/** The share of a group's scheduled working time in which a channel is open, by hour of the day. */
export function staffedShare(observed: Float64Array, channel: ServicePlan["channels"][number], group: Group): Float64Array {
  return shareOpen(
    observed,
    (second) => channel.hours.isOpenAtSecond(second),
    (second) => scheduled(group, second),
  );
}
