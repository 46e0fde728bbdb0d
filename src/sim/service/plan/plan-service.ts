/** The service's plan from a scenario: channels, types of contact, groups, streams. */

import type { Scenario } from "../../../scenario/index.ts";
import { quantileFunction, WeeklyHours } from "../../kernel/index.ts";
import { planChannel } from "./channels.ts";
import { planTopic, planTypes } from "./contact-types.ts";
import { planDisruptions } from "./disruptions.ts";
import { planGroup } from "./groups.ts";
import { type ServiceScenario, sourceOf } from "./names.ts";
import { type PlanTime, timePlanner } from "./planned-time.ts";
import { planBusyness, planStreams, planSurges } from "./streams.ts";
import type { RecontactPlan, ServicePlan } from "./types.ts";

function planRecontact(recontact: ServiceScenario["recontact"], planTime: PlanTime): RecontactPlan {
  const { givesUp, givesUpWaiting = givesUp, givesUpBlocked = givesUp, after, afterMissedCall, afterBlocked } = recontact;
  return {
    givesUp,
    keepsPatience: recontact.patience === "kept",
    givesUpWaiting,
    givesUpBlocked,
    after: planTime(after),
    afterMissedCall: planTime(afterMissedCall),
    afterBlocked: planTime(afterBlocked),
  };
}

/** Makes the service's plan from a valid scenario with a `service` part. */
export function planService(scenario: Scenario, service: ServiceScenario): ServicePlan {
  const planTime = timePlanner();
  const source = sourceOf(scenario, service, planTime);
  const topics = Object.entries(service.topics);
  const { recorded, sameChannel, otherChannel, resolutionLoss, rebuilding } = service.context;
  return {
    channels: source.channels.map((name) => planChannel(source, name)),
    segments: Object.keys(scenario.segments ?? {}).length,
    topics: topics.map(([name, topic]) => planTopic(source, name, topic)),
    topicOf: quantileFunction({ kind: "discrete", values: topics.map((_, row) => row), weights: topics.map(([, topic]) => topic.weight) }),
    types: planTypes(source),
    groups: Object.entries(service.groups).map(([name, group]) => planGroup(source, name, group)),
    streams: planStreams(source),
    surges: planSurges(source),
    busyness: planBusyness(source),
    load: service.load,
    disruptions: planDisruptions(source),
    workingHours: WeeklyHours.fromIntervals(service.workingHours),
    wrapUp: planTime(service.wrapUp),
    documentation: planTime(service.documentation),
    handover: planTime(service.handover),
    rebuilding: planTime(rebuilding),
    context: { recorded, sameChannel, otherChannel, resolutionLoss },
    recontact: planRecontact(service.recontact, planTime),
    missedCall: service.promises.missedCall,
  };
}
