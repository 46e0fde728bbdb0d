/** Agent groups: how many work when, what they can do, how many contacts one has in hand, what they cost. */

import { z } from "zod";
import { name } from "../market.ts";
import { parameter } from "../parameter.ts";
import { count, duration, money, nonNegative, positive, share, wholeNumber } from "../units.ts";
import { weeklyHours, weeklySteps } from "../week.ts";
import { ASSUMED } from "./assumed.ts";
import { reserve } from "./topics.ts";

const MOST_AGENTS = 10_000;
const MOST_AT_ONCE = 1000;
const TOO_MANY = { error: "at most 10,000 agents" };

const tier = count.max(100, { error: "a tier from 1 (first choice) to 100" });

const topicSkill = z.strictObject({
  speed: nonNegative.optional().describe("Handling time is divided by it, 0: cannot serve the topic here; left out: as in the channel."),
  resolution: positive.optional().describe("Multiplies the odds of resolving; left out: as in the channel."),
  tier: tier.optional().describe("Tier of the group for the topic; left out: as in the channel."),
  after: duration.optional().describe("How long contacts of the topic wait before the group helps; left out: as in the channel."),
  reserve: reserve.optional().describe("Agents of the group who stay free for others when such a contact would take one; left out: as in the channel."),
});

const skill = z.strictObject({
  speed: parameter(positive, 1, { about: "Handling time is divided by it.", source: ASSUMED, tag: "A", range: ["0.5", "2"] }),
  resolution: parameter(positive, 1, { about: "Multiplies the odds of resolving.", source: ASSUMED, tag: "A", range: ["0.3", "3"] }),
  tier: parameter(tier, 1, {
    about: "1: a first choice; routing by tiers asks the lower tiers first.",
    source: "all groups alike unless stated",
    tag: "A",
    range: ["1", "5"],
  }),
  after: parameter(duration, "0s", {
    about: "How long a contact waits before the group may take it, under routing by tiers.",
    source: "at once unless stated",
    tag: "A",
    range: ["0m", "10m"],
  }),
  reserve: reserve
    .optional()
    .describe("Agents of the group who stay free for others when a contact of the channel would take one; left out: as the topic says."),
  topics: parameter(z.record(name, topicSkill), {}, {
    about: "Skills that differ by topic.",
    source: "all topics of a channel alike unless stated",
    tag: "A",
  }),
});

const shift = z.strictObject({
  agents: count.max(MOST_AGENTS, TOO_MANY).describe("Agents who work the shift."),
  hours: weeklyHours.describe('When they work; "22:00-06:00" is one shift into the next day.'),
  breaks: weeklyHours.optional().describe("When they pause, unpaid and within the hours (after midnight: on the next day); left out: never."),
});

const group = z.strictObject({
  agents: count.max(MOST_AGENTS, TOO_MANY).optional().describe("Number of agents in the group, at work in its `hours`; or `schedule`, or `shifts`."),
  hours: parameter(weeklyHours, "always", { about: 'When the group works; "22:00-06:00" runs into the next day.', source: ASSUMED, tag: "A" }),
  home: z.array(name).min(1, { error: "at least one channel that the group serves" }).describe("Channels that the group serves under every strategy."),
  skills: parameter(z.record(name, skill), {}, {
    about: "Speed and resolution by channel; channels beyond `home` are served only under routing that crosses channels.",
    source: ASSUMED,
    tag: "A",
  }),
  schedule: weeklySteps(wholeNumber.max(MOST_AGENTS, TOO_MANY), "4")
    .optional()
    .describe('Agents at work by days and clock times ("22:00-06:00" runs into the next day), none elsewhere; takes the place of `agents` and `hours`.'),
  shifts: z
    .array(shift)
    .min(1, { error: "at least one shift" })
    .max(1000, { error: "at most 1,000 shifts" })
    .optional()
    .describe("Agents by shift, each with hours and breaks; takes the place of `agents` and `hours`."),
  absence: parameter(share, 0, {
    about: "Probability that an agent is missing for a day, which is paid; a shift over midnight belongs to the day on which it begins.",
    source: "everybody comes unless stated",
    tag: "A",
    range: ["0", "0.15"],
  }),
  site: name.optional().describe("Where the group works; a disruption may strike a whole site."),
  topics: z.array(name).min(1, { error: "at least one topic" }).optional().describe("Topics that the group serves; left out: all."),
  atOnce: parameter(count.max(MOST_AT_ONCE, { error: "at most 1,000 contacts" }), 1, {
    about: "Contacts that an agent has in hand at a time.",
    source: "one unless stated (evidence 3.4: two to four for chat)",
    tag: "A",
    range: ["1", "5"],
  }),
  besideOthers: z
    .array(name)
    .min(1, { error: "at least one channel" })
    .optional()
    .describe("Channels whose contacts are handled beside others; those of other channels need the agent alone. Left out: all."),
  slowDown: parameter(share, 0.2, {
    about: "By how much every further contact in hand slows down the work on each: with k in hand each goes at (1 − slow-down)^(k − 1).",
    source: "evidence 3.4: 15–25 % per extra chat (assumption); contacts per hour then peak at 4 to 5 and drop at 6, as reported there",
    tag: "A",
    range: ["0.15", "0.25"],
  }),
  totalSpeed: z
    .array(positive)
    .min(1, { error: "at least one speed" })
    .max(MOST_AT_ONCE, { error: "at most 1,000 speeds" })
    .optional()
    .describe("Work done per time with 1, 2, … contacts in hand, one number for each up to `atOnce`; takes the place of `slowDown`."),
  costPerHour: parameter(money, 24, { about: "Cost of an agent's paid hour.", source: ASSUMED, tag: "A", range: ["10", "60"] }),
});

export const groups = z
  .record(name, group)
  .refine((entries) => Object.keys(entries).length <= 500, { error: "at most 500 groups" })
  .describe("Agent groups.");
