/** The service side of a scenario: reasons for contact, agent groups, queues, context, promises, contacts from outside. */

import { z } from "zod";
import { durationDistribution } from "../distributions.ts";
import { name } from "../market.ts";
import { parameter } from "../parameter.ts";
import { positiveDuration, share } from "../units.ts";
import { weeklyHours } from "../week.ts";
import { arrivals, busyness, load } from "./arrivals.ts";
import { ASSUMED } from "./assumed.ts";
import { context } from "./context.ts";
import { disruptions } from "./disruptions.ts";
import { followUp } from "./follow-up.ts";
import { groups } from "./groups.ts";
import { promises } from "./promises.ts";
import { queues } from "./queues.ts";
import { recontact } from "./recontact.ts";
import { topics } from "./topics.ts";
import { training } from "./training.ts";
import { transfers } from "./transfers.ts";

export { arrivalKinds } from "./arrivals.ts";
export { struckKinds } from "./disruptions.ts";

export const service = z.strictObject({
  topics,
  problems: parameter(share, 0.2, { about: "Share of orders that give a reason to contact the company.", source: ASSUMED, tag: "A", range: ["0.02", "0.4"] }),
  lateProblems: parameter(share, 0.5, { about: "The same for orders that arrive late.", source: ASSUMED, tag: "A", range: ["0.1", "0.8"] }),
  timeToProblem: parameter(
    durationDistribution,
    { exponential: { mean: "2d" } },
    { about: "From goods in hand to noticing the problem.", source: ASSUMED, tag: "A", range: ["0.1d", "14d"], rangeOf: "mean" },
  ),
  handling: parameter(z.record(name, durationDistribution), {}, {
    about: "Handling time by channel; lognormal with mean 6m and cv 1 where none is given.",
    source: "evidence 3.4: voice AHT 360 s, lognormal (Brown et al. 2005), cv 1",
    tag: "S2",
  }),
  wrapUp: parameter(
    durationDistribution,
    { deterministic: "0s" },
    { about: "After-contact work of the agent; of somebody with several contacts in hand it takes up one place.", source: ASSUMED, tag: "A", range: ["0s", "180s"], rangeOf: "mean" },
  ),
  patience: parameter(z.record(name, durationDistribution), {}, {
    about: "How long customers wait by channel; left out: exponential with mean 10m where someone waits, lognormal with mean 36h where the answer comes later.",
    source: "evidence 3.3: implied (revealed) mean patience 6–22 min; deferred: evidence 3.4 mean reply 36 h, used as scale",
    tag: "C",
  }),
  patienceOnHold: parameter(z.record(name, durationDistribution), {}, {
    about: "How long customers wait, by channel, whose handling was interrupted for a more urgent contact: anew at every interruption; left out: they stay.",
    source: "classical preemptive priority: who is interrupted stays",
    tag: "A",
  }),
  firstContactResolution: parameter(share, 0.7, {
    about: "Probability that a contact settles a case, before skill and lost context.",
    source: "evidence 3.1: SQM call FCR 70 %",
    tag: "S",
    range: ["0.5", "0.85"],
  }),
  serviceLevelWithin: parameter(positiveDuration, "20s", {
    about: "Threshold of the service level where someone waits.",
    source: "evidence 2.3 and 3.4: default 80/20",
    tag: "S2",
    range: ["10s", "120s"],
  }),
  queues,
  transfers,
  groups,
  context,
  recontact,
  workingHours: parameter(
    weeklyHours,
    { "mon-fri": "09:00-18:00" },
    { about: "The hours in which working-time promises run.", source: ASSUMED, tag: "A" },
  ),
  promises,
  documentation: parameter(
    durationDistribution,
    { deterministic: "15s" },
    { about: "Extra after-contact work of keeping a shared record.", source: ASSUMED, tag: "A", range: ["0s", "60s"], rangeOf: "mean" },
  ),
  handover: parameter(
    durationDistribution,
    { deterministic: "45s" },
    { about: "Extra after-contact work of handing a case over instead of sending the customer away.", source: ASSUMED, tag: "A", range: ["0s", "180s"], rangeOf: "mean" },
  ),
  training,
  followUp,
  arrivals,
  load,
  busyness,
  disruptions,
});
