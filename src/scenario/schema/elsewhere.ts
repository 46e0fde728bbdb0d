/** Other companies: the outside option of every need. */

import { group, parameter } from "./parameter.ts";
import { positive, share } from "./units.ts";

/** What becomes of needs that are not met here, and what customers see of other companies' prices. */
export const elsewhere = group({
  share: parameter(share, 0, {
    about: "Share of the needs not met here that are met at another company.",
    source: "not modelled unless stated",
    tag: "A",
    range: ["0", "1"],
  }),
  price: parameter(positive, 1, {
    about: "Price level of other companies (1 = list price here).",
    source: "assumption of this project",
    tag: "A",
    range: ["0.8", "1.25"],
  }),
  compared: parameter(share, 0, {
    about: "Share of online visits where something is sold, and of scans in the shop, in which another company's price is looked up.",
    source: "nobody looks unless stated",
    tag: "A",
    range: ["0", "0.5"],
  }),
});
