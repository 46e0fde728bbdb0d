/** How contacts wait in a channel: limits, self-service before the queue, balking, announcements, callbacks, silent leaving. */

import { z } from "zod";
import { durationDistribution } from "../distributions.ts";
import { name } from "../market.ts";
import { parameter } from "../parameter.ts";
import { count, duration, share, wholeNumber } from "../units.ts";
import { ASSUMED } from "./assumed.ts";
import { priorityClass, reserve } from "./topics.ts";

const MOST_CONTACTS = 1_000_000;
const TOO_MANY = { error: "at most 1,000,000 contacts" };

const callback = z.strictObject({
  waiting: parameter(wholeNumber.max(MOST_CONTACTS, TOO_MANY), 3, {
    about: "A callback is offered when at least so many wait in the channel.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "20"],
  }),
  announcedWait: parameter(duration, "0s", {
    about: "A callback is offered when the announced wait is at least this long.",
    source: ASSUMED,
    tag: "A",
    range: ["0m", "15m"],
  }),
  accepted: parameter(share, 0.6, { about: "Share of customers who take the offer.", source: ASSUMED, tag: "A", range: ["0.2", "0.9"] }),
  priority: parameter(priorityClass, 9, { about: "Priority class of the returned call, 1 first.", source: ASSUMED, tag: "A", range: ["1", "9"] }),
  reserve: parameter(reserve, 0, { about: "Agents of a group who stay free for others when a call is returned.", source: ASSUMED, tag: "A", range: ["0", "5"] }),
});

const silent = z.strictObject({
  share: parameter(share, 0.4, {
    about: "Share of those who stop waiting without telling.",
    source: "evidence 3.3: 30–67 % of chat abandoners are silent (arXiv 2304.11754)",
    tag: "S",
    range: ["0.3", "0.67"],
  }),
  noticedAfter: parameter(
    durationDistribution,
    { exponential: { mean: "1m" } },
    { about: "How long an agent is occupied until it is noticed that nobody is there.", source: ASSUMED, tag: "A", range: ["20s", "180s"], rangeOf: "mean" },
  ),
});

const selfService = z.strictObject({
  time: parameter(durationDistribution, { exponential: { mean: "30s" } }, { about: "Time in self-service.", source: ASSUMED, tag: "A", range: ["10s", "300s"], rangeOf: "mean" }),
  settles: parameter(share, 0.13, {
    about: "Share of contacts that self-service settles; the others join the queue.",
    source: "evidence 3.1: 9 % of cases resolve wholly in self-service and 70 % touch it, 9 / 70",
    tag: "C",
    range: ["0.05", "0.4"],
  }),
});

const queue = z.strictObject({
  capacity: wholeNumber
    .max(MOST_CONTACTS, TOO_MANY)
    .optional()
    .describe("Contacts that may wait at a time; 0: whoever finds nobody free is turned away. Left out: no limit."),
  lines: count
    .max(MOST_CONTACTS, TOO_MANY)
    .optional()
    .describe("Contacts in the channel at a time, from self-service to the end of handling; left out: no limit."),
  atClose: parameter(z.enum(["finish", "disconnect"], { error: "finish or disconnect" }), "finish", {
    about: "What happens to those who still wait when the channel closes: they are served (finish) or cut off (disconnect).",
    source: ASSUMED,
    tag: "A",
  }),
  balks: parameter(share, 0, {
    about: "Share of customers who leave at once when they would have to wait.",
    source: "nobody unless stated (evidence 3.3: surveys overstate it)",
    tag: "A",
    range: ["0", "0.3"],
  }),
  announce: parameter(z.boolean({ error: "true or false" }), false, {
    about: "Whether the expected wait is announced: whoever has less patience leaves at once.",
    source: ASSUMED,
    tag: "A",
  }),
  callback: callback.optional().describe("The company offers to call back instead of waiting; left out: it does not."),
  silent: silent.optional().describe("Some who stop waiting do not tell, and an agent finds out only after a while; left out: everybody tells."),
  selfService: selfService.optional().describe("Self-service before the queue, such as a voice menu; left out: none."),
});

export const queues = parameter(z.record(name, queue), {}, {
  about: "How contacts wait, by channel.",
  source: "an endless queue in every channel unless stated",
  tag: "A",
});
