/** Channels: hours, promises, limits of the queue, what is offered while somebody waits. */

import { WeeklyHours } from "../../kernel/index.ts";
import { own, type ServiceScenario, type Source } from "./names.ts";
import type { PlanTime } from "./planned-time.ts";
import type { ServiceChannel } from "./types.ts";

type Queue = ServiceScenario["queues"][string];
type Waiting = Pick<
  ServiceChannel,
  "lines" | "capacity" | "disconnectsAtClose" | "selfService" | "balks" | "announces" | "callback" | "silent"
>;

const LIVE_PROMISE = { seconds: 120, working: false };
const DEFERRED_PROMISE = { seconds: 21_600, working: true };

function planWaiting(queue: Queue | undefined, planTime: PlanTime): Waiting {
  const { selfService, callback, silent } = queue ?? {};
  return {
    lines: queue?.lines ?? Number.POSITIVE_INFINITY,
    capacity: queue?.capacity ?? Number.POSITIVE_INFINITY,
    disconnectsAtClose: queue?.atClose === "disconnect",
    selfService: selfService === undefined ? undefined : { time: planTime(selfService.time), settles: selfService.settles },
    balks: queue?.balks ?? 0,
    announces: queue?.announce ?? false,
    callback,
    silent: silent === undefined ? undefined : { share: silent.share, noticedAfter: planTime(silent.noticedAfter) },
  };
}

/** Whether somebody waits for the answer. */
export function isLive({ scenario }: Source, name: string): boolean {
  return own(scenario.channels ?? {}, name)?.kind !== "deferred";
}

/** The plan of a channel. */
export function planChannel(source: Source, name: string): ServiceChannel {
  const { scenario, service, planTime } = source;
  const channel = own(scenario.channels ?? {}, name);
  const live = isLive(source, name);
  return {
    name,
    live,
    serves: channel?.can.includes("serve") ?? false,
    hours: WeeklyHours.fromIntervals(channel?.hours ?? []),
    promise: own(service.promises.answers, name) ?? (live ? LIVE_PROMISE : DEFERRED_PROMISE),
    within: live ? service.serviceLevelWithin : Number.NaN,
    contactCost: Math.round((channel?.contactCost ?? 0) * 100),
    ...planWaiting(own(service.queues, name), planTime),
  };
}
