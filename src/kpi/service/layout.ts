/**
 * What the service records besides the ledger, as one array of numbers per replication and strategy. This file is the only
 * description of the layout: `sim/service/record/` writes it, `cells.ts` reads it.
 *
 *     seconds observed, by hour of day                          24
 *     counters, by type × hour of day × `typeAt`                types × 24 × TYPE_COUNTERS
 *     counters, by group × hour of day × `groupAt`              groups × 24 × GROUP_COUNTERS
 *     totals, by type × `totalAt`                               types × TYPE_TOTALS
 *     waits within thresholds, by type × kind × threshold       types × 2 × (THRESHOLDS + 1)
 *     histograms, by type × kind, each: first bin, length, so many counts
 */

/** Rows of types (channel × topic) and of groups of agents. */
export interface ServiceShape {
  readonly types: number;
  readonly groups: number;
}

/**
 * Counters of a type. Contacts are counted in the hour in which they came to the queue (arrived, for what happens before it), time
 * spent in the hour in which it is over, levels in each hour for its own part.
 */
export const typeAt = {
  /** Came to the company. */
  arrived: 0,
  /** Came from another type, after handling there. */
  transferred: 1,
  blocked: 2,
  balked: 3,
  /** Settled by self-service. */
  contained: 4,
  /** Joined the queue. */
  joined: 5,
  /** Wait again (interrupted), or wait without a customer (calls that the company has to make). */
  rejoined: 6,
  answered: 7,
  answeredInTime: 8,
  reanswered: 9,
  abandoned: 10,
  abandonedSilently: 11,
  disconnected: 12,
  withdrawn: 13,
  redialled: 14,
  calledBack: 15,
  handlingBegun: 16,
  handlingEnded: 17,
  /** Seconds of agents' time, those in which an agent has several in hand counted for each. */
  handlingSeconds: 18,
  wrapUpSeconds: 19,
  /** Seconds waited by those answered, abandoned, and by all others who left the queue. */
  answeredWait: 20,
  abandonedWait: 21,
  otherWait: 22,
  /** Number waiting, integrated over time (contact seconds). */
  waitingSeconds: 23,
  /** At the end of every full hour: number waiting, and sum of their ages in seconds. */
  waitingOnTheHour: 24,
  ageOnTheHour: 25,
  /** Given up after an interruption: answered before. */
  abandonedOnHold: 26,
} as const;
export const TYPE_COUNTERS = 27;

/** Levels of a group, integrated over time (agent seconds, contact seconds). */
export const groupAt = {
  atWork: 0,
  /** At least one contact in hand, or wrapping up. */
  working: 1,
  inHand: 2,
  handlingSeconds: 3,
  wrapUpSeconds: 4,
} as const;
export const GROUP_COUNTERS = 5;

/** Figures of a type that do not add up over hours. */
export const totalAt = {
  /** Longest queue while somebody waited. */
  maxWaiting: 0,
  maxAnsweredWait: 1,
  maxAbandonedWait: 2,
} as const;
export const TYPE_TOTALS = 3;

/** Kinds of waits with a distribution of their own. */
export const waitKinds = { answered: 0, abandoned: 1 } as const;
export type WaitKind = keyof typeof waitKinds;

/** Thresholds of the service-level curve, seconds. */
export const thresholds: readonly number[] = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600];
/** Cells of a curve: waits in (previous threshold, threshold], and beyond the last one. */
export const CURVE = thresholds.length + 1;

/** Where the parts begin. */
export interface ServiceLayout {
  readonly types: number;
  readonly groups: number;
  readonly groupsBegin: number;
  readonly totalsBegin: number;
  readonly curvesBegin: number;
  readonly histogramsBegin: number;
}

const HOURS = 24;
/** Cells before the counters: seconds observed by hour. */
export const HEAD = HOURS;
export const TYPE_ROW = HOURS * TYPE_COUNTERS;
export const GROUP_ROW = HOURS * GROUP_COUNTERS;

export function serviceLayout({ types, groups }: ServiceShape): ServiceLayout {
  const groupsBegin = HEAD + types * TYPE_ROW;
  const totalsBegin = groupsBegin + groups * GROUP_ROW;
  const curvesBegin = totalsBegin + types * TYPE_TOTALS;
  return { types, groups, groupsBegin, totalsBegin, curvesBegin, histogramsBegin: curvesBegin + types * 2 * CURVE };
}
