/** The service's parameters as the engine reads them: channels, topics, agents, distributions as quantile functions. */

import type { Distribution, Scenario } from "../../scenario/index.ts";
import { logit } from "../core/index.ts";
import { type QuantileFunction, quantileFunction, WeeklyHours } from "../kernel/index.ts";

type ServiceScenario = NonNullable<Scenario["service"]>;

/** How service works in one channel. */
export interface ServiceChannel {
  readonly name: string;
  /** Somebody waits: in person or live. */
  readonly live: boolean;
  readonly serves: boolean;
  readonly hours: WeeklyHours;
  readonly handling: QuantileFunction;
  readonly patience: QuantileFunction;
  readonly promise: { readonly seconds: number; readonly working: boolean };
  /** Seconds within which an answer counts for the service level. */
  readonly within: number;
  /** Cents. */
  readonly contactCost: number;
}

export interface TopicPlan {
  readonly name: string;
  readonly handlingFactor: number;
  readonly refund: number;
  /** 1 where the topic can be settled, by channel. */
  readonly settledIn: Uint8Array;
  /** The channels it can be settled in, best first. */
  readonly settlingChannels: readonly number[];
}

export interface GroupPlan {
  readonly name: string;
  readonly agents: number;
  readonly hours: WeeklyHours;
  /** 1 for the channels of the group's own desk. */
  readonly home: Uint8Array;
  /** Speed and log resolution odds by channel; speed 0 = no skill. */
  readonly speed: Float64Array;
  readonly resolution: Float64Array;
  readonly costPerHour: number;
}

export interface StreamPlan {
  readonly name: string;
  readonly channel: number;
  /** Contacts per second. */
  readonly rate: number;
  /** Row of topics, −1 = drawn by weight. */
  readonly topic: number;
}

export interface ServicePlan {
  readonly service: ServiceScenario;
  readonly channels: readonly ServiceChannel[];
  readonly segments: number;
  readonly topics: readonly TopicPlan[];
  readonly topicOf: QuantileFunction;
  readonly groups: readonly GroupPlan[];
  readonly streams: readonly StreamPlan[];
  readonly workingHours: WeeklyHours;
  readonly resolutionLogit: number;
  readonly wrapUp: QuantileFunction;
  readonly documentation: QuantileFunction;
  readonly handover: QuantileFunction;
  readonly rebuilding: QuantileFunction;
  readonly recontactAfter: QuantileFunction;
  readonly recontactAfterMissedCall: QuantileFunction;
}

const HANDLING: Distribution = { kind: "lognormal", mean: 360, cv: 1 };
const LIVE_PATIENCE: Distribution = { kind: "exponential", mean: 600 };
const DEFERRED_PATIENCE: Distribution = { kind: "lognormal", mean: 129_600, cv: 1 };
const LIVE_PROMISE = { seconds: 120, working: false };
const DEFERRED_PROMISE = { seconds: 21_600, working: true };

function own<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function planChannel(scenario: Scenario, service: ServiceScenario, name: string): ServiceChannel {
  const channel = own(scenario.channels ?? {}, name);
  const live = channel?.kind !== "deferred";
  const promise = own(service.promises.answers, name) ?? (live ? LIVE_PROMISE : DEFERRED_PROMISE);
  return {
    name,
    live,
    serves: channel?.can.includes("serve") ?? false,
    hours: WeeklyHours.fromIntervals(channel?.hours ?? []),
    handling: quantileFunction(own(service.handling, name) ?? HANDLING),
    patience: quantileFunction(own(service.patience, name) ?? (live ? LIVE_PATIENCE : DEFERRED_PATIENCE)),
    promise,
    within: live ? service.serviceLevelWithin : Number.NaN,
    contactCost: Math.round((channel?.contactCost ?? 0) * 100),
  };
}

function planTopic(topic: ServiceScenario["topics"][string], name: string, names: readonly string[]): TopicPlan {
  const { settledIn, handlingFactor, refund } = topic;
  const settles = names.map((channel) => settledIn === undefined || settledIn.includes(channel));
  return {
    name,
    handlingFactor,
    refund,
    settledIn: Uint8Array.from(settles, Number),
    settlingChannels: (settledIn ?? names).map((channel) => names.indexOf(channel)),
  };
}

function planGroup(group: ServiceScenario["groups"][string], name: string, names: readonly string[]): GroupPlan {
  const skill = (channel: string) => own(group.skills, channel);
  const isHome = (channel: string) => group.home.includes(channel);
  return {
    name,
    agents: group.agents,
    hours: WeeklyHours.fromIntervals(group.hours),
    home: Uint8Array.from(names, (channel) => (isHome(channel) ? 1 : 0)),
    speed: Float64Array.from(names, (channel) => skill(channel)?.speed ?? (isHome(channel) ? 1 : 0)),
    resolution: Float64Array.from(names, (channel) => Math.log(skill(channel)?.resolution ?? 1)),
    costPerHour: group.costPerHour,
  };
}

/** Makes the service's plan from a valid scenario with a `service` part. */
export function planService(scenario: Scenario, service: ServiceScenario): ServicePlan {
  const names = Object.keys(scenario.channels ?? {});
  const topics = Object.entries(service.topics);
  const topicNames = topics.map(([name]) => name);
  return {
    service,
    channels: names.map((name) => planChannel(scenario, service, name)),
    segments: Object.keys(scenario.segments ?? {}).length,
    topics: topics.map(([name, topic]) => planTopic(topic, name, names)),
    topicOf: quantileFunction({ kind: "discrete", values: topics.map((_, row) => row), weights: topics.map(([, topic]) => topic.weight) }),
    groups: Object.entries(service.groups).map(([name, group]) => planGroup(group, name, names)),
    streams: Object.entries(service.arrivals).map(([name, stream]) => ({
      name,
      channel: names.indexOf(stream.channel),
      rate: stream.rate,
      topic: stream.topic === undefined ? -1 : topicNames.indexOf(stream.topic),
    })),
    workingHours: WeeklyHours.fromIntervals(service.workingHours),
    resolutionLogit: service.firstContactResolution === 1 ? Number.POSITIVE_INFINITY : logit(service.firstContactResolution),
    wrapUp: quantileFunction(service.wrapUp),
    documentation: quantileFunction(service.documentation),
    handover: quantileFunction(service.handover),
    rebuilding: quantileFunction(service.context.rebuilding),
    recontactAfter: quantileFunction(service.recontact.after),
    recontactAfterMissedCall: quantileFunction(service.recontact.afterMissedCall),
  };
}
