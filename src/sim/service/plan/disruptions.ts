/** What fails for a while. */

import { rowOf, type Source } from "./names.ts";
import type { DisruptionPlan } from "./types.ts";

/** The plans of all disruptions. */
export function planDisruptions({ service, channels }: Source): DisruptionPlan[] {
  return service.disruptions.map(({ at, for: lasts, channel, group, site, missing = 1 }) => {
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
}
