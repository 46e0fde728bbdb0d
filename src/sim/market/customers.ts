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
  nextNeedAt: { type: "f64", unit: "s" },
  article: { type: "i32", unit: "row of articles", fill: NONE },
  visit: { type: "u32", unit: "visits of this need" },
  visitAt: { type: "f64", unit: "s" },
  channel: { type: "i32", unit: "row of channels, of the visit planned or under way", fill: NONE },
  channelsUsed: { type: "u32", unit: "bit set of channels" },
  onlineVisitAt: { type: "f64", unit: "s", fill: -1e300 },
  shopVisitAt: { type: "f64", unit: "s", fill: -1e300 },
  lowestPrice: { type: "f64", unit: "price level", fill: 1e300 },
  basketValue: { type: "f64", unit: "cents" },
  // orders
  orders: { type: "u32", unit: "orders so far" },
  ordersBefore: { type: "u8", unit: "1 if a customer before the start" },
  orderValue: { type: "f64", unit: "cents, of the last order" },
  spent: { type: "f64", unit: "cents, all orders" },
  goodsAt: { type: "f64", unit: "s" },
  late: { type: "u8", unit: "1 if the last order came late" },
  firstOrderAt: { type: "f64", unit: "s", fill: -1 },
  secondOrderAt: { type: "f64", unit: "s", fill: -1 },
  ordersThisYear: { type: "u32", unit: "orders" },
  inYearBase: { type: "u8", unit: "1 if active in the year before" },
  inAdoptionBase: { type: "u8", unit: "1 if a customer at adoption" },
  churned: { type: "u8", unit: "1 if lost" },
  // service
  cases: { type: "u32", unit: "cases so far" },
  caseRow: { type: "i32", unit: "row of cases", fill: NONE },
} as const;

/** Widths of the columns that hold several values a row. */
export interface CustomerWidths {
  readonly timerSlots: number;
  readonly channels: number;
  /** Fields of the journey's own context. */
  readonly contextFields: number;
}

/** Declares the customers' table. */
export function defineCustomers(capacity: number, { timerSlots, channels, contextFields }: CustomerWidths) {
  return defineTable(
    "customers",
    {
      ...specs,
      timers: { type: "i32", unit: "handle of an event", width: Math.max(1, timerSlots), fill: NONE },
      parkedAt: { type: "f64", unit: "s, of a timer that is not in the event list", width: Math.max(1, timerSlots), fill: Infinity },
      parkedSub: { type: "i32", unit: "sub of that timer's event", width: Math.max(1, timerSlots) },
      suspended: { type: "u8", unit: "1 within a step that ran ahead up to something shared" },
      context: { type: "f64", unit: "fields of the journey's own context", width: Math.max(1, contextFields) },
      channelSatisfaction: { type: "f32", unit: "0 to 1", width: Math.max(1, channels) },
    } as const,
    Math.max(1, capacity),
    "records",
  );
}

export type Customers = ReturnType<typeof defineCustomers> extends Table<infer C> ? Table<C> : never;
