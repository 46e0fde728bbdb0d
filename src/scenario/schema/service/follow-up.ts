/** The next communication, planned after a contact. */

import { durationDistribution } from "../distributions.ts";
import { name } from "../market.ts";
import { group, parameter } from "../parameter.ts";
import { share } from "../units.ts";
import { ASSUMED } from "./assumed.ts";
import { priorityClass } from "./topics.ts";

/** In force where a strategy has the capability `plannedFollowUp`. */
export const followUp = group({
  contacts: parameter(share, 1, {
    about: "Share of handled contacts, settled or not, after which the company gets in touch to ask whether the problem is solved.",
    source: "source 002 (CRN.pl 2015), practice 3: a planned communication after each contact",
    tag: "S2",
    range: ["0", "1"],
  }),
  orders: parameter(share, 0, {
    about: "Share of orders received without a problem after which the company gets in touch.",
    source: "only contacts are followed up unless stated",
    tag: "A",
    range: ["0", "1"],
  }),
  channel: name
    .optional()
    .describe("Channel in which the company gets in touch; left out, or not offered: the first offered one that serves and is deferred, else live."),
  after: parameter(
    durationDistribution,
    { deterministic: "1d" },
    { about: "From the end of the contact, or from the goods received, to the follow-up.", source: ASSUMED, tag: "A", range: ["0.1d", "7d"], rangeOf: "mean" },
  ),
  handling: parameter(
    durationDistribution,
    { exponential: { mean: "1m" } },
    { about: "Agent's work of asking; who says that the problem is not solved is handled on top.", source: ASSUMED, tag: "A", range: ["20s", "300s"], rangeOf: "mean" },
  ),
  priority: parameter(priorityClass, 9, { about: "Priority class of follow-ups, 1 first.", source: ASSUMED, tag: "A", range: ["1", "9"] }),
});
