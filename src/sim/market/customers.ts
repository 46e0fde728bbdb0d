/** The customers' columns. */

import { defineTable, type Table } from "../kernel/index.ts";

/** No channel, no article, no case. */
export const NONE = -1;

const specs = {
  state: { type: "u32", unit: "state of the journey" },
  timerSerial: { type: "u32", unit: "timers planned so far" },
  awaits: { type: "u8", unit: "messages that may come: 1 while unaware, 1 for each open case", fill: 1 },
  segment: { type: "u8", unit: "row of segments" },
  needRate: { type: "f64", unit: "needs per second" },
  dropoutTrait: { type: "f64", unit: "probability after a repeat purchase, at reference satisfaction" },
  spendLevel: { type: "f64", unit: "money" },
  satisfaction: { type: "f64", unit: "0 to 1" },
  experience: { type: "f64", unit: "0 to 1, of the purchase under way" },
  attitude: { type: "i32", unit: "1 promoter, 0 passive, -1 detractor" },
  lastChannel: { type: "i32", unit: "row of channels", fill: NONE },
  // the need under way
  need: { type: "u32", unit: "needs so far" },
  needBegan: { type: "f64", unit: "s" },
  needOpen: { type: "u8", unit: "1 from the begin of a need to its end" },
  nextNeedAt: { type: "f64", unit: "s" },
  article: { type: "i32", unit: "row of articles", fill: NONE },
  visit: { type: "u32", unit: "visits of this need" },
  visitAt: { type: "f64", unit: "s" },
  channel: { type: "i32", unit: "row of channels, of the visit planned or under way", fill: NONE },
  channelsUsed: { type: "u32", unit: "bit set of channels" },
  onlineVisitAt: { type: "f64", unit: "s", fill: -1e300 },
  shopVisitAt: { type: "f64", unit: "s", fill: -1e300 },
  lowestPrice: { type: "f64", unit: "price level", fill: 1e300 },
  cheapestSeen: { type: "u8", unit: "1 + row of the channel with the lowest price seen for this need; 0: none seen" },
  dearestSeen: { type: "u8", unit: "1 + row of the channel with the highest" },
  informed: { type: "u8", unit: "visits of this need that informed, and scans" },
  basketAt: { type: "f64", unit: "s, of the last online basket", fill: -1e300 },
  firstBasketAt: {
    type: "f64",
    unit: "s, of the need's first online basket; long ago if there is none, or the need has ended",
    fill: -1e300,
  },
  unanswered: { type: "u32", unit: "the visit whose question was not answered: need × visits per need + visit" },
  basketValue: { type: "f64", unit: "cents" },
  // orders
  orders: { type: "u32", unit: "orders so far" },
  ordersBefore: { type: "u8", unit: "1 if a customer before the start" },
  orderValue: { type: "f64", unit: "cents, of the last order" },
  spent: { type: "f64", unit: "cents, all orders" },
  goodsAt: { type: "f64", unit: "s" },
  late: { type: "u8", unit: "1 if the last order came late" },
  collected: { type: "u8", unit: "1 if the last order is collected in a shop" },
  firstOrderAt: { type: "f64", unit: "s", fill: -1 },
  wonIn: { type: "u8", unit: "1 + row of the channel of the first order (one more: none); 0 if not a customer whose value is followed" },
  secondOrderAt: { type: "f64", unit: "s", fill: -1 },
  ordersThisYear: { type: "u32", unit: "orders" },
  soldInThisYear: { type: "u32", unit: "bit set of channels" },
  spentThisYear: { type: "f64", unit: "cents" },
  inYearBase: { type: "u8", unit: "1 if active in the year before" },
  inAdoptionBase: { type: "u8", unit: "1 if a customer at adoption" },
  churned: { type: "u8", unit: "1 if lost" },
  joinedAt: { type: "f64", unit: "s, when a member (or who would be one) joined; -1 not asked yet, Infinity declined", fill: -1 },
  // service
  cases: { type: "u32", unit: "cases so far" },
  caseRow: { type: "i32", unit: "row of cases", fill: NONE },
} as const;

/** Widths of the columns that hold several values a row. */
export interface CustomerWidths {
  readonly timerSlots: number;
  readonly channels: number;
  /** Channels that remember interactions; 0 if nobody makes use of it. */
  readonly remembering: number;
  /** Channels whose orders are counted, of which habits are made; 0 if there are no habits. */
  readonly habits: number;
  /** Fields of the journey's own context. */
  readonly contextFields: number;
}

/** Declares the customers' table. */
export function defineCustomers(capacity: number, { timerSlots, channels, remembering, habits, contextFields }: CustomerWidths) {
  return defineTable(
    "customers",
    {
      ...specs,
      timers: { type: "i32", unit: "handle of an event", width: Math.max(1, timerSlots), fill: NONE },
      parkedAt: { type: "f64", unit: "s, of a timer that is not in the event list", width: Math.max(1, timerSlots), fill: Infinity },
      parkedSub: { type: "i32", unit: "sub of that timer's event", width: Math.max(1, timerSlots) },
      suspended: { type: "u8", unit: "1 within a step that ran ahead up to something shared" },
      context: { type: "f64", unit: "fields of the journey's own context", width: Math.max(1, contextFields) },
      known: { type: "u8", unit: "interactions that a channel remembers, at most 255", width: Math.max(1, remembering) },
      boughtIn: { type: "u8", unit: "orders placed in a channel, at most 255", width: Math.max(1, habits) },
      channelSatisfaction: { type: "f32", unit: "0 to 1", width: Math.max(1, channels) },
    } as const,
    Math.max(1, capacity),
    "records",
  );
}

export type Customers = ReturnType<typeof defineCustomers> extends Table<infer C> ? Table<C> : never;
