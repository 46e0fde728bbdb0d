/** Where customers' lifetime value is counted: by the channel of their first order and by cohort. */

/** What is counted of the customers of a cell, in whole numbers; money in cents. */
export const lifetimeMeasures = [
  /** Customers at adoption, or won since. */
  "customers",
  /** Discounted contribution from adoption, or from the first order if that came later, to the end of the horizon. */
  "value",
  /** The same from the end of the horizon on, by closed form or by living on; 0 where neither was done. */
  "residual",
  "orders",
  /** Customers of a whole year's base, and those of them who ordered in the year after. */
  "yearBase",
  "yearRetained",
  /** Customers who have not left for good at the end of the horizon. */
  "still",
] as const;
export type LifetimeMeasure = (typeof lifetimeMeasures)[number];

/** Place of each measure within a cell. */
export const lifetimeAt = Object.fromEntries(lifetimeMeasures.map((name, index) => [name, index])) as Readonly<
  Record<LifetimeMeasure, number>
>;

const M = lifetimeMeasures.length;

export interface LifetimeShape {
  /** Channels of the scenario; one more row is for those won in none, or before the start. */
  readonly channels: number;
  readonly cohorts: number;
  /** Months of the horizon: ages at which value is counted. */
  readonly months: number;
}

/** How many cells there are: measures by channel and cohort, then value by cohort and age. */
export function lifetimeSize({ channels, cohorts, months }: LifetimeShape): number {
  return (channels + 1) * cohorts * M + cohorts * months;
}

/** Where the measures of a channel (row `channels`: none) and a cohort begin. */
export function lifetimeCell({ cohorts }: LifetimeShape, channel: number, cohort: number): number {
  return (channel * cohorts + cohort) * M;
}

/** The value (cents) of a cohort in a month of its age: months since adoption or, if later, since the first order. */
export function lifetimeAge({ channels, cohorts, months }: LifetimeShape, cohort: number, age: number): number {
  return (channels + 1) * cohorts * M + cohort * months + age;
}
