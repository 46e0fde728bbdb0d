/** The service side of a scenario: reasons for contact, agent groups, patience, context, promises, outside arrivals. */

import { z } from "zod";
import { durationDistribution } from "./distributions.ts";
import { name } from "./market.ts";
import { group as together, parameter } from "./parameter.ts";
import { count, money, nonNegative, number, positive, positiveDuration, promise, rate, share, weeklyHours } from "./units.ts";

const ASSUMED = "assumption of this project";

const topic = z.strictObject({
  weight: parameter(nonNegative, 1, { about: "How often problems are about this topic, relative to the others.", source: ASSUMED, tag: "A" }),
  settledIn: z
    .array(name)
    .min(1, { error: "at least one channel" })
    .optional()
    .describe("Channels in which the topic can be settled; elsewhere the case has to move. Left out: all."),
  handlingFactor: parameter(positive, 1, { about: "Multiplies the handling time.", source: ASSUMED, tag: "A" }),
  refund: parameter(share, 0, { about: "Share of the order's value paid back when such a case ends.", source: ASSUMED, tag: "A" }),
});

const skill = z.strictObject({
  speed: parameter(positive, 1, { about: "Handling time is divided by it.", source: ASSUMED, tag: "A" }),
  resolution: parameter(positive, 1, { about: "Multiplies the odds of resolving.", source: ASSUMED, tag: "A" }),
});

const group = z.strictObject({
  agents: count.max(10_000, { error: "at most 10,000 agents" }).describe("Number of agents in the group."),
  hours: parameter(weeklyHours, "always", { about: "When the group works.", source: ASSUMED, tag: "A" }),
  home: z.array(name).min(1, { error: "at least one channel that the group serves" }).describe("Channels that the group serves under every strategy."),
  skills: parameter(z.record(name, skill), {}, {
    about: "Speed and resolution by channel; channels beyond `home` are served under contextual routing only.",
    source: ASSUMED,
    tag: "A",
  }),
  costPerHour: parameter(money, 24, { about: "Cost of an agent's paid hour.", source: ASSUMED, tag: "A" }),
});

export const service = z.strictObject({
  topics: parameter(z.record(name, topic), { question: {} }, { about: "Reasons for contact.", source: ASSUMED, tag: "A" }),
  problems: parameter(share, 0.2, { about: "Share of orders that give a reason to contact the company.", source: ASSUMED, tag: "A" }),
  lateProblems: parameter(share, 0.5, { about: "The same for orders that arrive late.", source: ASSUMED, tag: "A" }),
  timeToProblem: parameter(
    durationDistribution,
    { exponential: { mean: "2d" } },
    { about: "From goods in hand to noticing the problem.", source: ASSUMED, tag: "A" },
  ),
  handling: parameter(z.record(name, durationDistribution), {}, {
    about: "Handling time by channel; lognormal with mean 6m and cv 1 where none is given.",
    source: "evidence 3.4: voice AHT 360 s, lognormal (Brown et al. 2005), cv 1",
    tag: "S2",
  }),
  wrapUp: parameter(
    durationDistribution,
    { deterministic: "0s" },
    { about: "After-contact work of the agent.", source: ASSUMED, tag: "A" },
  ),
  patience: parameter(z.record(name, durationDistribution), {}, {
    about: "How long customers wait by channel; left out: exponential with mean 10m where someone waits, lognormal with mean 36h where the answer comes later.",
    source: "evidence 3.3: implied (revealed) mean patience 6–22 min; deferred: evidence 3.4 mean reply 36 h, used as scale",
    tag: "C",
  }),
  firstContactResolution: parameter(share, 0.7, {
    about: "Probability that a contact settles a case, before skill and lost context.",
    source: "evidence 3.1: SQM call FCR 70 %",
    tag: "S",
  }),
  serviceLevelWithin: parameter(positiveDuration, "20s", {
    about: "Threshold of the service level where someone waits.",
    source: "evidence 2.3: default 80/20",
    tag: "S2",
  }),
  groups: z.record(name, group).describe("Agent groups; each agent handles one contact at a time."),
  context: together({
    recorded: parameter(share, 0.9, {
      about: "Share of handled contacts of which a record is kept.",
      source: "evidence 3.1: must re-explain 0.05–0.25 under one record (omnichannel)",
      tag: "S2",
    }),
    sameChannel: parameter(share, 0.7, {
      about: "Without a shared record: share of records found again in the same channel.",
      source: ASSUMED,
      tag: "A",
    }),
    otherChannel: parameter(share, 0.25, {
      about: "Without a shared record: share of records found again in another channel.",
      source: "evidence 3.1: must re-explain at a hand-off 0.56–0.90 (multichannel)",
      tag: "S2",
    }),
    rebuilding: parameter(
      durationDistribution,
      { exponential: { mean: "90s" } },
      { about: "Time to explain again.", source: "evidence 3.1: 60–240 s per switch, vendor figure without method", tag: "S2" },
    ),
    resolutionLoss: parameter(nonNegative, 0.3, {
      about: "Loss of the odds of resolving (log) when the context is lost.",
      source: ASSUMED,
      tag: "A",
    }),
  }),
  recontact: together({
    after: parameter(
      durationDistribution,
      { exponential: { mean: "1d" } },
      { about: "Until the next contact after one that did not help.", source: ASSUMED, tag: "A" },
    ),
    afterMissedCall: parameter(
      durationDistribution,
      { exponential: { mean: "20m" } },
      { about: "Until the next contact after hanging up, or being sent to another channel.", source: ASSUMED, tag: "A" },
    ),
    givesUp: parameter(share, 0.2, { about: "Share that gives the case up instead.", source: ASSUMED, tag: "A" }),
    affinityToOtherChannel: parameter(number, 0, {
      about: "Preference for another channel than the last at a repeat contact (logit scale).",
      source: ASSUMED,
      tag: "A",
    }),
  }),
  workingHours: parameter(
    weeklyHours,
    { "mon-fri": "09:00-18:00" },
    { about: "The hours in which working-time promises run.", source: ASSUMED, tag: "A" },
  ),
  promises: together({
    answers: parameter(z.record(name, promise), {}, {
      about: "Promised time to an answer by channel; left out: 6 working hours in deferred channels, 2m in live ones.",
      source: "evidence 1.1 FT-3: e-mail within 6 working hours (target, not finding)",
      tag: "S2",
    }),
    missedCall: parameter(promise, "1h", {
      about: "Promised time to return a missed call.",
      source: "evidence 1.1 FT-3: call back within 1 hour (target, not finding)",
      tag: "S2",
    }),
  }),
  documentation: parameter(
    durationDistribution,
    { deterministic: "15s" },
    { about: "Extra after-contact work of keeping a shared record.", source: ASSUMED, tag: "A" },
  ),
  handover: parameter(
    durationDistribution,
    { deterministic: "45s" },
    { about: "Extra after-contact work of handing a case over instead of sending the customer away.", source: ASSUMED, tag: "A" },
  ),
  arrivals: parameter(
    z.record(
      name,
      z.strictObject({
        channel: name.describe("Channel in which the contacts arrive."),
        rate: rate.describe("How many arrive per time, on average."),
        topic: name.optional().describe("Topic of the contacts."),
      }),
    ),
    {},
    { about: "Contacts from outside the modelled customers: Poisson streams, while their channel is open. Who is not helped contacts again as customers do.", source: "none unless stated", tag: "A" },
  ),
});
