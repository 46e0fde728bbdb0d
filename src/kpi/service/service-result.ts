/** What a service recorded, as it stands in the result document: by channel × topic, by hour of day, by group of agents. */

import { z } from "zod";

/** A figure with its interval over replications; null where it is undefined, or where one replication gives no interval. */
const figure = z.strictObject({ mean: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
export type ServiceFigure = z.output<typeof figure>;

const plain = z.number().nullable();

const waits = z.strictObject({
  /** Seconds; quantiles are read from a histogram with bins of at most 3 %. */
  mean: figure,
  p50: figure,
  p90: figure,
  p95: figure,
  p99: figure,
  /** The longest of all replications. */
  longest: plain,
});
export type ServiceWaits = z.output<typeof waits>;

/**
 * Shares answered within T under each usual convention about those who give up early. Offered = joined the queue, balked or were blocked;
 * those who balk count as given up at once.
 */
const serviceLevel = z.strictObject({
  /** T, seconds. */
  within: z.number(),
  /** Answered within T / offered. */
  ofOffered: plain,
  /** Answered within T / (offered − given up within T). */
  ofOfferedLessShortAbandons: plain,
  /** Answered within T / answered. */
  ofAnswered: plain,
  /** Answered within T / (answered + given up after T). */
  ofAnsweredAndLongAbandons: plain,
  /** (Answered or given up within T) / offered. */
  withShortAbandons: plain,
});

/** Contacts of a channel and topic; null = all of them. Counts are per replication, after adoption. */
const typeRow = z.strictObject({
  channel: z.string().nullable(),
  topic: z.string().nullable(),
  /** Customers' contacts; `transferred` ones come from another type, after handling there. */
  arrived: z.number(),
  transferred: z.number(),
  blocked: z.number(),
  balked: z.number(),
  /** Settled by self-service. */
  contained: z.number(),
  /** Accepted to be called back. */
  calledBack: z.number(),
  joined: z.number(),
  answered: z.number(),
  abandoned: z.number(),
  abandonedSilently: z.number(),
  disconnected: z.number(),
  redialled: z.number(),
  /** Answered within the scenario's threshold or promise / (answered, abandoned, disconnected, balked or blocked). */
  serviceLevel: figure,
  /** Abandoned / (answered, abandoned or disconnected). */
  abandonment: figure,
  /** Waited at all / (answered or abandoned). */
  waitProbability: figure,
  /** Seconds in an agent's hands, after-contact work apart. */
  handlingTime: figure,
  /** Mean number waiting over time, calls that the company has to make included. */
  waiting: figure,
  /** Longest queue of all replications; of several types, of the one that had it. */
  longestQueue: z.number(),
  /** Mean age of those waiting, seconds, looked at on every full hour. */
  backlogAge: figure,
  waits: z.strictObject({ answered: waits, abandoned: waits, all: waits }),
  serviceLevels: z.array(serviceLevel),
});
export type ServiceTypeRow = z.output<typeof typeRow>;

/** Contacts that came to the queue in an hour of the day (blocked and balked: arrived), all days together. */
const hourFigures = {
  /** Joined, balked or blocked, per replication. */
  offered: z.number(),
  serviceLevel: plain,
  /** Mean wait of those answered, live or not. */
  asa: plain,
  abandonment: plain,
  /** Mean number waiting in that hour. */
  waiting: plain,
};

const hourRow = z.strictObject({
  /** 0 = from midnight to one. */
  hour: z.int(),
  ...hourFigures,
  /** Mean number of agents at work in that hour. */
  atWork: plain,
  /** Share of their time with a contact in hand or wrapping up. */
  occupancy: plain,
  byChannel: z.array(z.strictObject({ channel: z.string(), ...hourFigures })),
});
export type ServiceHourRow = z.output<typeof hourRow>;

const groupRow = z.strictObject({
  group: z.string(),
  /** Mean number of agents at work over all hours. */
  atWork: figure,
  /** Share of the time at work with a contact in hand or wrapping up. */
  occupancy: figure,
  /** Contacts in hand / contacts that the agents at work may have in hand. */
  utilisation: figure,
  /** Mean number of contacts in hand. */
  inHand: figure,
});
export type ServiceGroupRow = z.output<typeof groupRow>;

/** What a formula says about a channel in which somebody waits. Means are over the time in which the channel is open. */
const staffing = z.strictObject({
  channel: z.string(),
  /** Erlang C where customers wait for a week or more. */
  formula: z.enum(["Erlang A", "Erlang C"]),
  /** Share of all contacts to be answered ... */
  serviceLevel: z.number(),
  /** ... within so many seconds. */
  within: z.number(),
  /** Seconds of an agent that a contact takes: handling and wrap-up as simulated, divided by the contacts that an agent has in hand at a time. */
  work: z.number(),
  /** Mean planned patience, seconds; null: endless. */
  patience: plain,
  /** Hours of the day without contacts are left out. */
  hours: z.array(
    z.strictObject({
      hour: z.int(),
      /** Joined, balked or blocked, per hour. */
      arrivals: z.number(),
      /** Agents that the formula asks for. */
      needed: z.int(),
      /** Mean number of agents at work who have the skill for the channel, whatever else they do. */
      atWork: z.number(),
    }),
  ),
});
export type ServiceStaffing = z.output<typeof staffing>;

export const serviceResult = z.strictObject({
  /** Seconds observed, per replication. */
  seconds: z.number(),
  /** Types without any contact are left out. */
  byType: z.array(typeRow),
  byHour: z.array(hourRow),
  groups: z.array(groupRow),
  /** How many agents a formula would ask for; not there where nobody waits live. */
  staffing: z.array(staffing).optional(),
});
export type ServiceResult = z.output<typeof serviceResult>;
