/** How well a personal offer fits: what is known of a customer, and what that changes. */

import { group, parameter } from "./parameter.ts";
import { number, positive, share } from "./units.ts";

const ASSUMED = "assumption of this project";

/** Behind the capability personalisation; the coefficients are the customers' and the same under every strategy. */
export const relevance = group({
  interactions: parameter(positive, 5, {
    about: "Known interactions k (orders, cases, recognised visits) at which relevance is one half: k / (k + this).",
    source: ASSUMED,
    tag: "A",
    range: ["1", "20"],
  }),
  recognised: parameter(share, 0.5, {
    about: "Share of visits in which the company knows who it is: these are remembered and get a personal offer. Who scans is always known.",
    source: ASSUMED,
    tag: "A",
    range: ["0.1", "1"],
  }),
  conversion: parameter(number, 0, {
    about: "Logit shift of conversion at full relevance, with the capability personalisation.",
    source: "no effect unless stated",
    tag: "A",
    range: ["0", "0.5"],
  }),
  basket: parameter(number.gt(-1, { error: "a number above -1" }), 0, {
    about: "Relative change of an order's value at full relevance, with the capability personalisation.",
    source: "no effect unless stated",
    tag: "A",
    range: ["0", "0.2"],
  }),
});
