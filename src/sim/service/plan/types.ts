/** What the service's plan holds: the scenario's service part in the engine's terms. Rows instead of names, seconds, cents. */

import type { QuantileFunction, WeeklyHours } from "../../kernel/index.ts";

/** A time to draw; `constant` spares the draw where it is always the same. */
export interface PlannedTime {
  readonly quantile: QuantileFunction;
  readonly mean: number;
  /** The value if it never varies, else undefined. */
  readonly constant: number | undefined;
}

/** How service works in one channel. */
export interface ServiceChannel {
  readonly name: string;
  /** Somebody waits: in person or live. */
  readonly live: boolean;
  readonly serves: boolean;
  readonly hours: WeeklyHours;
  readonly promise: { readonly seconds: number; readonly working: boolean };
  /** Seconds within which an answer counts for the service level; NaN where the promise counts. */
  readonly within: number;
  /** Cents. */
  readonly contactCost: number;
  /** Contacts in the channel at a time, from self-service to the end of handling; Infinity without limit. */
  readonly lines: number;
  /** Contacts waiting in the channel at a time; Infinity without limit, 0 = whoever finds nobody free is turned away. */
  readonly capacity: number;
  /** Whether those who still wait when the channel closes are cut off; otherwise they are served. */
  readonly disconnectsAtClose: boolean;
  /** Self-service before the queue. */
  readonly selfService: { readonly time: PlannedTime; readonly settles: number } | undefined;
  /** Share of customers who leave at once when they would have to wait. */
  readonly balks: number;
  /** Whether the expected wait is announced: who has less patience leaves at once. */
  readonly announces: boolean;
  /** The company offers to call back instead of waiting. */
  readonly callback: CallbackPlan | undefined;
  /** Customers who leave without telling: the agent finds out only after a while. */
  readonly silent: { readonly share: number; readonly noticedAfter: PlannedTime } | undefined;
}

export interface CallbackPlan {
  /** Offered when at least so many wait in the channel ... */
  readonly waiting: number;
  /** ... and the announced wait is at least so many seconds. */
  readonly announcedWait: number;
  readonly accepted: number;
  /** Priority class of the returned call. */
  readonly priority: number;
  /** Agents who stay free for others. */
  readonly reserve: number;
}

/** A reason for contact. */
export interface TopicPlan {
  readonly name: string;
  /** Share of the order's value paid back. */
  readonly refund: number;
  /** 1 where the topic can be settled, by channel. */
  readonly settledIn: Uint8Array;
  /** The channels it can be settled in, best first. */
  readonly settlingChannels: readonly number[];
}

/** A type of contact: channel × topic. Row = channel × number of topics + topic. */
export interface ContactType {
  readonly channel: number;
  readonly topic: number;
  /** Work of an agent with speed 1. */
  readonly handling: PlannedTime;
  readonly patience: PlannedTime;
  /** Of those who were interrupted; undefined: they stay. */
  readonly patienceOnHold: PlannedTime | undefined;
  /** Log odds of being settled by one contact; Infinity = always. */
  readonly resolutionLogit: number;
  /** Priority class, 1 first. */
  readonly priority: number;
  /** Seconds of waiting that raise a contact by one class; Infinity: never. */
  readonly ageing: number;
  /** Whether contacts of the type may interrupt the handling of lower classes. */
  readonly preempts: boolean;
  /** Agents who stay free for others when a contact of the type would take one; groups may say otherwise. */
  readonly reserve: number;
  /** Where contacts go after handling, before it is asked whether they are settled; shares add up to at most 1. */
  readonly transfers: readonly TransferPlan[];
}

export interface TransferPlan {
  readonly share: number;
  /** Row of types. */
  readonly to: number;
  /** Warm: the agent stays until the next one answers, and for this long to introduce the case; undefined: cold. */
  readonly introduction: PlannedTime | undefined;
}

export interface GroupPlan {
  readonly name: string;
  /** Agents who ever work at a time; with shifts all agents of all shifts, who are persons of their own. */
  readonly roster: number;
  readonly staffing: StaffingPlan;
  /** 1 for the channels of the group's own desk. */
  readonly home: Uint8Array;
  /** By type; speed 0 = no skill. */
  readonly speed: Float64Array;
  /** Log resolution odds by type, added to the type's. */
  readonly resolution: Float64Array;
  /** By type; 1 = first choice. */
  readonly tier: Int32Array;
  /** By type: seconds that a contact waits before this group may take it. */
  readonly overflowAfter: Float64Array;
  /** By type: agents of the group who stay free for others when a contact of the type would take one. */
  readonly reserve: Int32Array;
  /** Types with speed above 0, ascending. */
  readonly types: Int32Array;
  /** Contacts that an agent may have in hand at a time; 1 = one. */
  readonly atOnce: number;
  /** By type: 1 where a contact may be handled beside others. All 0 if `atOnce` is 1. */
  readonly besideOthers: Uint8Array;
  /** pace[k]: speed of each of k contacts in hand (total speed / k); pace[1] is 1 unless the scenario says otherwise. */
  readonly pace: Float64Array;
  readonly costPerHour: number;
  /** Row of sites, or -1. */
  readonly site: number;
}

/** When how many agents of a group are at work. */
export interface StaffingPlan {
  /** Heads by the calendar, or explicit shifts; never both. */
  readonly heads: HeadSteps | undefined;
  readonly shifts: readonly ShiftPlan[];
  /** Probability that an agent is missing for a day, a night's shift being of the day on which it begins. */
  readonly absence: number;
}

/** Head-count as a step function that recurs. */
export interface HeadSteps {
  /** Seconds after which it recurs: a week. */
  readonly cycle: number;
  /** Times of change within the cycle, ascending, the first 0. */
  readonly starts: Float64Array;
  readonly counts: Int32Array;
  /** When the heads at work came the day before: after midnight, in what was written as one interval. */
  readonly nights: WeeklyHours;
}

/** Agents with the same hours. */
export interface ShiftPlan {
  readonly agents: number;
  /** Working hours with breaks taken out; whoever is in a contact finishes it first. */
  readonly hours: WeeklyHours;
  /** Part of the week in which the shift, breaks included, is one that began the day before. */
  readonly nights: WeeklyHours;
}

/** Contacts from outside the modelled customers. */
export interface StreamPlan {
  readonly name: string;
  readonly channel: number;
  /** Row of topics, -1 = drawn by weight. */
  readonly topic: number;
  readonly arrivals: ArrivalPlan;
  /** How many contacts come together at an arrival; undefined: always one. */
  readonly batch: { readonly size: QuantileFunction; readonly mean: number } | undefined;
  /** Contacts after which the stream ends; Infinity. */
  readonly limit: number;
}

export type ArrivalPlan =
  /** Poisson with a rate (1/s) that is constant. */
  | { readonly kind: "constant"; readonly rate: number; readonly busyness: number }
  /** Poisson with a rate (1/s) that is constant in steps; recurs after `cycle` seconds (Infinity: once, 0 after the last). */
  | {
      readonly kind: "steps";
      readonly starts: Float64Array;
      readonly rates: Float64Array;
      readonly cycle: number;
      readonly busyness: number;
    }
  /** Poisson with rate mean + amplitude·sin(2π (t + shift) / period), never below 0 (amplitude ≤ mean). */
  | {
      readonly kind: "wave";
      readonly mean: number;
      readonly amplitude: number;
      readonly period: number;
      readonly shift: number;
      readonly busyness: number;
    }
  /** Renewal process: times between contacts. */
  | { readonly kind: "renewal"; readonly between: PlannedTime }
  /** So many contacts in each interval, at random times in it; after the last the counts recur if `recurs`. */
  | { readonly kind: "counts"; readonly interval: number; readonly counts: Float64Array; readonly recurs: boolean }
  /** A finite number of callers; each contacts after a while in which no case of theirs is open. */
  | { readonly kind: "callers"; readonly callers: number; readonly until: PlannedTime }
  /** There is always one more to do, whenever an agent is free for it. */
  | { readonly kind: "backlog" };

/** Contacts that come in batches, on top of a stream. */
export interface SurgePlan {
  readonly stream: number;
  /** Seconds. */
  readonly at: number;
  readonly contacts: number;
  /** Spread over so many seconds; 0 = all at once. */
  readonly over: number;
}

/** A daily factor on the rates of streams that share it: Gamma with mean 1. */
export interface BusynessPlan {
  readonly quantile: QuantileFunction;
}

/** Something fails for a while. */
export interface DisruptionPlan {
  readonly at: number;
  /** Seconds; Infinity: to the end. */
  readonly lasts: number;
  /** Row of channels that is down, or -1. */
  readonly channel: number;
  /** Share of the agents who are missing, by group. */
  readonly missing: Float64Array;
  /** Whether its times are not these but drawn for each replication (outages of a channel). */
  readonly drawn?: boolean;
}

export interface RecontactPlan {
  /** Share that gives the case up after an answer that did not help, after giving up waiting, after being turned away. */
  readonly givesUp: number;
  /** Whether patience is drawn once per case instead of once per contact. */
  readonly keepsPatience: boolean;
  readonly givesUpWaiting: number;
  readonly givesUpBlocked: number;
  readonly after: PlannedTime;
  readonly afterMissedCall: PlannedTime;
  readonly afterBlocked: PlannedTime;
  /** Opening time from the opening of a closed channel to the contact of somebody who meant to come before. */
  readonly afterOpening: PlannedTime;
  /** Share of settled contacts after which the customer comes back with the problem, and when. */
  readonly returns: number;
  readonly returnsAfter: PlannedTime;
  /** Share of customers with a problem that is not settled who say so when they are asked. */
  readonly tellsFollowUp: number;
}

/** What the training of agents does; 1, 0 and 0 without it. */
export interface TrainingPlan {
  readonly speed: number;
  /** Log odds of resolving, added to the agent's. */
  readonly resolution: number;
  /** Share of the days in training. */
  readonly time: number;
}

/** The communication planned after a contact. */
export interface FollowUpPlan {
  readonly contacts: number;
  readonly orders: number;
  /** Channels in which the company gets in touch, best first. */
  readonly channels: readonly number[];
  readonly after: PlannedTime;
  readonly handling: PlannedTime;
  readonly priority: number;
}

export interface ContextPlan {
  readonly recorded: number;
  readonly sameChannel: number;
  readonly otherChannel: number;
  readonly resolutionLoss: number;
}

export interface ServicePlan {
  readonly channels: readonly ServiceChannel[];
  readonly segments: number;
  readonly topics: readonly TopicPlan[];
  readonly topicOf: QuantileFunction;
  /** By channel × topic. */
  readonly types: readonly ContactType[];
  readonly groups: readonly GroupPlan[];
  readonly streams: readonly StreamPlan[];
  readonly surges: readonly SurgePlan[];
  /** Rows that streams' `busyness` names; -1 = none. */
  readonly busyness: readonly BusynessPlan[];
  /** Multiplies the rates of all streams. */
  readonly load: number;
  readonly disruptions: readonly DisruptionPlan[];
  readonly workingHours: WeeklyHours;
  readonly wrapUp: PlannedTime;
  readonly documentation: PlannedTime;
  readonly handover: PlannedTime;
  readonly rebuilding: PlannedTime;
  readonly context: ContextPlan;
  readonly recontact: RecontactPlan;
  readonly training: TrainingPlan;
  readonly followUp: FollowUpPlan;
  /** Questions before buying: row of topics (below 0: drawn) and patience (undefined: the type's). */
  readonly questions: { readonly topic: number; readonly patience: PlannedTime | undefined };
  readonly missedCall: { readonly seconds: number; readonly working: boolean };
}
