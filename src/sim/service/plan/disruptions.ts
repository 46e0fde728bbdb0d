/** What fails for a while. */

import { rowOf, type Source } from "./names.ts";
import type { DisruptionPlan } from "./types.ts";

/** The plans of all disruptions. */
export function planDisruptions(source: Source): DisruptionPlan[] {
  const { service, channels } = source;
  const stated = service.disruptions.map(({ at, for: lasts, channel, group, site, missing = 1 }) => {
    const struck = Object.entries(service.groups).map(
      ([name, own]) => (group !== undefined && group === name) || (site !== undefined && site === own.site),
    );
    return {
      at,
      lasts: lasts ?? Number.POSITIVE_INFINITY,
      channel: rowOf(channels, channel),
      missing: Float64Array.from(struck, (isStruck) => (isStruck ? missing : 0)),
    };
  });
  return [...stated, ...planOutages(source)];
}

/** One for each serving channel that may be out of order; its times are drawn for each replication. */
function planOutages({ scenario, service }: Source): DisruptionPlan[] {
  return Object.values(scenario.channels ?? {}).flatMap(({ can, outages }, channel) => {
    if (!can.includes("serve") || (outages.planned.length === 0 && outages.failures === undefined)) return [];
    const nobody = new Float64Array(Object.keys(service.groups).length);
    return [{ at: Number.POSITIVE_INFINITY, lasts: Number.POSITIVE_INFINITY, channel, missing: nobody, drawn: true }];
  });
}
