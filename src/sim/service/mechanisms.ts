/** Which parts that few services have a plan has; KPIs that could only be 0 without them are left out. */

import type { ServiceMechanism } from "../../kpi/index.ts";
import type { ServicePlan } from "./plan/index.ts";

const UNLIMITED = Number.POSITIVE_INFINITY;

export function mechanismsOf(plan: ServicePlan): ReadonlySet<ServiceMechanism> {
  const { channels, types, groups, disruptions, streams } = plan;
  const fails = disruptions.some(({ channel }) => channel >= 0);
  const has: Readonly<Record<ServiceMechanism, boolean>> = {
    blocking: fails || channels.some(({ lines, capacity }) => lines < UNLIMITED || capacity < UNLIMITED),
    balking: channels.some(({ balks, announces }) => balks > 0 || announces),
    cuttingOff: fails || channels.some(({ disconnectsAtClose }) => disconnectsAtClose),
    selfService: channels.some(({ selfService }) => selfService !== undefined),
    silence: channels.some(({ silent }) => silent !== undefined),
    callback: channels.some(({ callback }) => callback !== undefined),
    redial: streams.length > 0,
    transfers: types.some(({ transfers }) => transfers.length > 0),
    preemption: types.some(({ preempts }) => preempts),
    patienceOnHold: types.some(({ preempts }) => preempts) && types.some(({ patienceOnHold }) => patienceOnHold !== undefined),
    deferred: channels.some(({ live }) => !live),
    atOnce: groups.some(({ atOnce }) => atOnce > 1),
  };
  return new Set((Object.keys(has) as ServiceMechanism[]).filter((name) => has[name]));
}
