/** What training makes of the agents, and what it takes. */

import { group, parameter } from "../parameter.ts";
import { positive, share } from "../units.ts";
import { ASSUMED } from "./assumed.ts";

/** Properties of the training that this company gives; in force where a strategy has the capability `agentTraining`. */
export const training = group({
  speed: parameter(positive, 1.05, { about: "Handling time of trained agents is divided by it.", source: ASSUMED, tag: "A", range: ["1", "1.15"] }),
  resolution: parameter(positive, 1.1, { about: "Multiplies the odds of resolving of trained agents.", source: ASSUMED, tag: "A", range: ["1", "1.5"] }),
  time: parameter(share, 0, {
    about: "Share of the working days that agents are in training instead of at work, which is paid.",
    source: "costs of the capability only, unless stated",
    tag: "A",
    range: ["0", "0.05"],
  }),
});
