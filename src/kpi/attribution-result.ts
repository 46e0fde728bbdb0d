/** Attribution of revenue to channels, and the truth about it, as they stand in the result document. */

import { z } from "zod";

/** With its interval over replications; null where it is undefined, and then with the reason. */
const figure = z.strictObject({
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reason: z.string().optional(),
});
export type AttributionFigure = z.output<typeof figure>;

/** Ways to share revenue out that look at paths of touches only. */
export const attributionMethods = ["lastTouch", "firstTouch", "linear", "markov", "shapley"] as const;
export type AttributionMethod = (typeof attributionMethods)[number];

const channelRow = z.strictObject({
  channel: z.string(),
  /** Visits after adoption, per replication. */
  touches: z.number(),
  /** Shares of the revenue that each method credits to the channel (`attr_credit`). */
  credit: z.strictObject({ lastTouch: figure, firstTouch: figure, linear: figure, markov: figure, shapley: figure }),
  /** The truth about the channel: what the same world takes less when none of its touches happens, everything that follows included. */
  incremental: z.strictObject({
    /** Money per replication; below 0: the touches cost revenue. */
    revenue: figure,
    profit: figure,
    /** Of the sum over channels. */
    share: figure,
  }),
  /** The truth about single touches: what is lost when one does not happen and all others may, added up over all touches. */
  single: z.strictObject({
    revenue: figure,
    /** Money per touch. */
    perTouch: figure,
    share: figure,
    /** Touches left out in all replications together. */
    sampled: z.int(),
  }),
});
export type AttributionChannel = z.output<typeof channelRow>;

const methodRow = z.strictObject({
  method: z.enum(attributionMethods),
  /** Mean over channels of |credited share − true share of the channel| (`attribution_error`). */
  error: figure,
  /** Half the sum of these: the share of revenue that is credited to the wrong channel. */
  misplaced: figure,
  /** As `error`, against the true shares of single touches. */
  singleError: figure,
  /** 1 = the smallest error; null where the truth is undefined. */
  rank: z.int().nullable(),
});
export type AttributionMethodRow = z.output<typeof methodRow>;

export const attributionResult = z.strictObject({
  /** Value of orders after adoption that is shared out, money per replication; refunds are not taken off. */
  revenue: figure,
  /** Channels that had touches. */
  channels: z.array(channelRow),
  /** In the order of {@link attributionMethods}. */
  methods: z.array(methodRow),
});
export type AttributionResult = z.output<typeof attributionResult>;
