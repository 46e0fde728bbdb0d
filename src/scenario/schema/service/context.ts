/** What is known about a case at the next contact, and what it costs when it is not. */

import { durationDistribution } from "../distributions.ts";
import { group, parameter } from "../parameter.ts";
import { nonNegative, share } from "../units.ts";
import { ASSUMED } from "./assumed.ts";

export const context = group({
  recorded: parameter(share, 0.9, {
    about: "Share of handled contacts of which a record is kept.",
    source: "assumption of this project, in the range that evidence 3.1 proposes: must re-explain 0.05–0.25 under one record (omnichannel)",
    tag: "A",
    range: ["0.75", "0.95"],
  }),
  sameChannel: parameter(share, 0.7, {
    about: "Without a shared record: share of records found again in the same channel.",
    source: ASSUMED,
    tag: "A",
    range: ["0.3", "0.95"],
  }),
  otherChannel: parameter(share, 0.25, {
    about: "Without a shared record: share of records found again in another channel.",
    source: "assumption of this project, in the range that evidence 3.1 proposes: must re-explain at a hand-off 0.56–0.90 (multichannel)",
    tag: "A",
    range: ["0.1", "0.44"],
  }),
  rebuilding: parameter(
    durationDistribution,
    { exponential: { mean: "90s" } },
    { about: "Time to explain again.", source: "evidence 3.1: 60–240 s per switch, vendor figure without method", tag: "S2", range: ["0.5m", "4m"], rangeOf: "mean" },
  ),
  resolutionLoss: parameter(nonNegative, 0.3, {
    about: "Loss of the odds of resolving (log) when the context is lost.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "1"],
  }),
});
