/** Reasons for contact: where they are settled, how much work they are, how long people wait, who comes first. */

import { z } from "zod";
import { durationDistribution } from "../distributions.ts";
import { name } from "../market.ts";
import { parameter } from "../parameter.ts";
import { count, nonNegative, positive, positiveDuration, share, wholeNumber } from "../units.ts";
import { ASSUMED } from "./assumed.ts";

const MOST_TOPICS = 100;
const LOWEST_CLASS = 99;

/** Priority class of contacts: 1 comes first. */
export const priorityClass = count.max(LOWEST_CLASS, { error: `a priority class from 1 (first) to ${LOWEST_CLASS}` });

/** Agents who stay free for others. */
export const reserve = wholeNumber.max(10_000, { error: "at most 10,000 agents" });

const topic = z.strictObject({
  weight: parameter(nonNegative, 1, { about: "How often problems are about this topic, relative to the others.", source: ASSUMED, tag: "A", range: ["0.2", "5"] }),
  settledIn: z
    .array(name)
    .min(1, { error: "at least one channel" })
    .optional()
    .describe("Channels in which the topic can be settled; elsewhere the case has to move. Left out: all."),
  handlingFactor: parameter(positive, 1, { about: "Multiplies the handling time.", source: ASSUMED, tag: "A", range: ["0.3", "3"] }),
  refund: parameter(share, 0, { about: "Share of the order's value paid back when such a case ends.", source: ASSUMED, tag: "A", range: ["0", "1"] }),
  handling: parameter(z.record(name, durationDistribution), {}, {
    about: "Handling time of the topic by channel; left out: the channel's.",
    source: "one handling time for all topics of a channel unless stated",
    tag: "A",
  }),
  patience: parameter(z.record(name, durationDistribution), {}, {
    about: "How long customers with the topic wait by channel; left out: as in the channel.",
    source: "one patience for all topics of a channel unless stated",
    tag: "A",
  }),
  patienceOnHold: parameter(z.record(name, durationDistribution), {}, {
    about: "How long customers with the topic wait, by channel, when they are interrupted for a more urgent contact; left out: as in the channel.",
    source: "as all topics of a channel unless stated",
    tag: "A",
  }),
  firstContactResolution: share
    .optional()
    .describe("Probability that a contact settles a case of the topic, before skill and lost context; left out: the service's."),
  priority: parameter(priorityClass, 1, { about: "Priority class, 1 first.", source: "one class unless stated", tag: "A", range: ["1", "9"] }),
  ageing: positiveDuration.optional().describe("Waiting so long raises a contact by one priority class, each time, beyond class 1 if need be; left out: never."),
  preempts: parameter(z.boolean({ error: "true or false" }), false, {
    about: "Whether contacts of the topic interrupt the handling of lower classes, which goes on later where it stopped.",
    source: "nobody is interrupted unless stated",
    tag: "A",
  }),
  reserve: parameter(reserve, 0, {
    about: "Agents of a group who stay free for others when a contact of the topic would take one.",
    source: "nobody is kept free unless stated",
    tag: "A",
    range: ["0", "5"],
  }),
});

export const topics = parameter(
  z
    .record(name, topic)
    .refine((entries) => Object.keys(entries).length <= MOST_TOPICS, { error: `at most ${MOST_TOPICS} topics` }),
  { question: {} },
  { about: "Reasons for contact.", source: ASSUMED, tag: "A" },
);
