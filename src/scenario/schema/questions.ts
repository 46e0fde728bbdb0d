/** Questions before buying. */

import { durationDistribution } from "./distributions.ts";
import { name } from "./market.ts";
import { group, parameter } from "./parameter.ts";
import { number, share } from "./units.ts";

export const questions = group({
  share: parameter(share, 0, {
    about: "Share of visitors who have a question before they decide; it becomes a contact in an offered serving channel that is open.",
    source: "nobody asks unless stated",
    tag: "A",
    range: ["0", "0.5"],
  }),
  unanswered: parameter(number, -0.19, {
    about: "Effect on the logit of conversion of a question that is not answered in time, or that nobody is there to answer.",
    source:
      "evidence 1.6, Tan, Wang & Tan 2019: live chat raises purchase probability by 15.99 % (selection-corrected); of conversions of 14 to 25 % that is 0.17 to 0.19",
    tag: "C",
    range: ["-0.4", "0"],
  }),
  patience: durationDistribution.optional().describe("How long a visitor waits for the answer; left out: as at other contacts in the channel."),
  topic: name.optional().describe("Topic of the contact; left out: drawn by the topics' weights."),
});
