/** Not the long run: the first customers of a day, demand that changes, a day with an end. */

import type { Check, Refutation } from "../check.ts";
import type { Figures } from "../figures.ts";
import { withService } from "./changes.ts";
import { DAY, meanWait, MINUTE } from "./common.ts";

const first: Check = { id: "cc-050", file: "cc-050", metrics: [{ name: "d25", value: (f) => meanWait(f) / MINUTE }] };

/** Once a day at the phase t of the wave, which begins at midnight. */
const TIMES = [0, 0.5, 1, 2];
const wave: Check = {
  id: "cc-051",
  file: "cc-051",
  observers: TIMES.map((t) => ({
    looks: { offset: (t / (2 * Math.PI)) * DAY, every: DAY },
    level: ({ service }) => service?.contacts.live ?? 0,
  })),
  metrics: TIMES.map((t, place) => ({ name: `EN(t=${t})`, value: (f: Figures) => f.observed(place) / (f.seconds() / DAY) })),
};

export const DAY_OF_EIGHT_HOURS = [0, 8] as const;
/** Days that a run lived through. */
export const days = (f: Figures): number => f.seconds() / DAY;
/** Share of agents' time in the opening hours. */
export const occupancyOpen = (f: Figures): number =>
  f.agents("working", undefined, DAY_OF_EIGHT_HOURS) / f.agents("atWork", undefined, DAY_OF_EIGHT_HOURS);

const day: Check = {
  id: "cc-053",
  file: "cc-053",
  metrics: [
    { name: "E_abandoned", value: (f) => f.contacts("abandoned") / days(f) },
    { name: "occupancy_during_day", value: occupancyOpen },
  ],
};

export const transient: readonly Check[] = [first, wave, day];

export const transientRefuted: readonly Refutation[] = [
  {
    check: wave,
    metric: "EN(t=0)",
    wrong: "the rate of the moment instead of what came before",
    change: withService({
      // Ten minutes are a moment of a day.
      handling: { phone: { exponential: { mean: "600s" } } },
      arrivals: { calls: { channel: "phone", wave: { mean: "14400/d", amplitude: "2880/d", period: "1d" } } },
    }),
  },
];
