/** Topics, and the types of contact: channel × topic with work, patience, resolution, priority and where they are passed on. */

import type { Distribution } from "../../../scenario/index.ts";
import { logit } from "../../core/index.ts";
import { isLive } from "./channels.ts";
import { own, type ServiceScenario, type Source } from "./names.ts";
import { stretched } from "./planned-time.ts";
import type { ContactType, PlannedTime, TopicPlan, TransferPlan } from "./types.ts";

type Topic = ServiceScenario["topics"][string];

const HANDLING: Distribution = { kind: "lognormal", mean: 360, cv: 1 };
const LIVE_PATIENCE: Distribution = { kind: "exponential", mean: 600 };
const DEFERRED_PATIENCE: Distribution = { kind: "lognormal", mean: 129_600, cv: 1 };

/** The plan of a topic. */
export function planTopic({ channels }: Source, name: string, { settledIn, refund }: Topic): TopicPlan {
  return {
    name,
    refund,
    settledIn: Uint8Array.from(channels, (channel) => (settledIn === undefined || settledIn.includes(channel) ? 1 : 0)),
    settlingChannels: (settledIn ?? channels).map((channel) => channels.indexOf(channel)),
  };
}

function handlingOf({ service, planTime }: Source, channel: string, topic: Topic): PlannedTime {
  const time = planTime(own(topic.handling, channel) ?? own(service.handling, channel) ?? HANDLING);
  return topic.handlingFactor === 1 ? time : stretched(time, topic.handlingFactor);
}

function patienceOf(source: Source, channel: string, topic: Topic): PlannedTime {
  const usual = isLive(source, channel) ? LIVE_PATIENCE : DEFERRED_PATIENCE;
  return source.planTime(own(topic.patience, channel) ?? own(source.service.patience, channel) ?? usual);
}

function patienceOnHoldOf({ service, planTime }: Source, channel: string, topic: Topic): PlannedTime | undefined {
  const time = own(topic.patienceOnHold, channel) ?? own(service.patienceOnHold, channel);
  return time === undefined ? undefined : planTime(time);
}

/**
 * Where contacts of a type go; what a transfer leaves open stays as it is. Nobody can be introduced where answers come later: agents who
 * waited for each other with a mail in hand would never be free again.
 */
function transfersFrom(source: Source, channel: string, topic: string): TransferPlan[] {
  const { service, channels, topics, planTime } = source;
  const canIntroduce = (to: string) => isLive(source, channel) && isLive(source, to);
  return service.transfers
    .filter(({ from }) => (from.channel ?? channel) === channel && (from.topic ?? topic) === topic)
    .map(({ to, share, warm }) => ({
      share,
      to: channels.indexOf(to.channel ?? channel) * topics.length + topics.indexOf(to.topic ?? topic),
      introduction: warm === undefined || !canIntroduce(to.channel ?? channel) ? undefined : planTime(warm),
    }));
}

/** The plan of a type of contact. */
function planType(source: Source, channel: string, name: string, topic: Topic): ContactType {
  const resolution = topic.firstContactResolution ?? source.service.firstContactResolution;
  return {
    channel: source.channels.indexOf(channel),
    topic: source.topics.indexOf(name),
    handling: handlingOf(source, channel, topic),
    patience: patienceOf(source, channel, topic),
    patienceOnHold: patienceOnHoldOf(source, channel, topic),
    resolutionLogit: resolution === 1 ? Number.POSITIVE_INFINITY : logit(resolution),
    priority: topic.priority,
    ageing: topic.ageing ?? Number.POSITIVE_INFINITY,
    preempts: topic.preempts,
    reserve: topic.reserve,
    transfers: transfersFrom(source, channel, name),
  };
}

/** All types of contact: row = channel × number of topics + topic. */
export function planTypes(source: Source): ContactType[] {
  return source.channels.flatMap((channel) =>
    Object.entries(source.service.topics).map(([name, topic]) => planType(source, channel, name, topic)),
  );
}
