/** The service's plan from a scenario: channels, types of contact, groups, streams. */

import type { Scenario } from "../../../scenario/index.ts";
import { quantileFunction, WeeklyHours } from "../../kernel/index.ts";
import { planChannel } from "./channels.ts";
import { planTopic, planTypes } from "./contact-types.ts";
import { planDisruptions } from "./disruptions.ts";
import { planGroup } from "./groups.ts";
import { rowOf, type ServiceScenario, type Source, sourceOf } from "./names.ts";
import { type PlanTime, timePlanner } from "./planned-time.ts";
import { planBusyness, planStreams, planSurges } from "./streams.ts";
import type { FollowUpPlan, RecontactPlan, ServicePlan } from "./types.ts";

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
    afterOpening: planTime(recontact.afterOpening),
    returns: recontact.returns,
    returnsAfter: planTime(recontact.returnsAfter),
    tellsFollowUp: recontact.tellsFollowUp,
  };
}

/** Whom nothing but a channel's name says how to reach: written channels before live ones; nobody is visited. */
function planFollowUp({ scenario, channels, planTime, service }: Source): FollowUpPlan {
  const { contacts, orders, channel, after, handling, priority } = service.followUp;
  const kindOf = (name: string) => scenario.channels?.[name]?.kind;
  const serving = channels.filter((name) => scenario.channels?.[name]?.can.includes("serve"));
  const ofKind = (kind: string) => serving.filter((name) => kindOf(name) === kind);
  const named = channel === undefined ? [] : [channel];
  const order = [...new Set([...named, ...ofKind("deferred"), ...ofKind("live")])];
  return {
    contacts,
    orders,
    channels: order.map((name) => channels.indexOf(name)),
    after: planTime(after),
    handling: planTime(handling),
    priority,
  };
}

/** Questions before buying; without an offer there are none. */
function planQuestions({ scenario, topics, planTime }: Source): ServicePlan["questions"] {
  const { topic, patience } = scenario.offer?.questions ?? {};
  return { topic: rowOf(topics, topic), patience: patience === undefined ? undefined : planTime(patience) };
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
    training: { ...service.training, resolution: Math.log(service.training.resolution) },
    followUp: planFollowUp(source),
    questions: planQuestions(source),
    missedCall: service.promises.missedCall,
  };
}
