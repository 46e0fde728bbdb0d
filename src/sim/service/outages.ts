/** Outages of channels as the service lives them: the same as disruptions of these channels, at times that the replication drew. */

import { eventKind } from "../core/index.ts";
import type { Service } from "./service.ts";

/** When channels are down: flat pairs of begin and end, seconds. */
interface OutageTimes {
  timesOf(channel: number): Float64Array;
}

/** Plans the begins and ends of all outages of channels that serve. */
export function planOutages({ core, plan }: Service, outages: OutageTimes | undefined): void {
  if (outages === undefined) return;
  for (const [row, { channel, drawn }] of plan.disruptions.entries()) {
    if (!drawn) continue;
    const times = outages.timesOf(channel);
    for (let i = 0; i < times.length; i += 2) {
      core.events.schedule(times[i] as number, eventKind.disruption, row, 0);
      core.events.schedule(times[i + 1] as number, eventKind.disruption, row, 1);
    }
  }
}
