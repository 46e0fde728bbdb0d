/** Lifetime value in the result document: by the channel in which customers were won, and by cohort. */

import { z } from "zod";

/** With its interval over replications; null where it is undefined, and then with the reason. */
const figure = z.strictObject({
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reason: z.string().optional(),
});
export type LifetimeFigure = z.output<typeof figure>;

const figures = {
  /** Customers at adoption, or won since; mean per replication. */
  customers: figure,
  /** Orders per customer from adoption to the end of the horizon. */
  orders: figure,
  /** Discounted contribution per customer, from adoption or, if that came later, the first order, to the end of the horizon. */
  realised: figure,
  /** The same and what is expected after the horizon. */
  expected: figure,
  /** Customers who ordered in a year after adoption and in the one before / customers who ordered in the one before. */
  retention: figure,
  /** Share that has not left for good at the end of the horizon. */
  still: figure,
};

const acquisitionRow = z.strictObject({
  /** Channel of the first order; null: customers before the start, or won in none. */
  channel: z.string().nullable(),
  ...figures,
});

const cohortRow = z.strictObject({
  /** First orders from and to (seconds since the start of the history); null: customers before the start. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  ...figures,
  /** Realised value per customer by age (seconds since adoption or first order), as far as all of the cohort have come. */
  curve: z.array(z.strictObject({ age: z.number(), value: figure })),
});

export const lifetimeResult = z.strictObject({
  /** How the value after the horizon was found: by closed form, by living on for `tail` seconds, or (null) not at all, and why. */
  residual: z.strictObject({
    by: z.enum(["closed form", "simulation"]).nullable(),
    tail: z.number().optional(),
    reason: z.string().optional(),
  }),
  byAcquisitionChannel: z.array(acquisitionRow),
  byCohort: z.array(cohortRow),
});
export type LifetimeResult = z.output<typeof lifetimeResult>;
export type LifetimeRow = Omit<z.output<typeof acquisitionRow>, "channel">;
export type CohortRow = z.output<typeof cohortRow>;
