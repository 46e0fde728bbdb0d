/** The document of twins (`twin.json`): customers who live the same luck under each strategy, step by step. */

import { z } from "zod";
import { assumption } from "./result.ts";

const contact = z.strictObject({
  /** How-manieth case of the customer, from 1. */
  case: z.int(),
  /** How-manieth contact of the case, from 1; 0: a call of the company that has not reached the customer. */
  number: z.int(),
  topic: z.string(),
  byCompany: z.boolean(),
  callback: z.boolean(),
  /** Group and row of the agent who has it in hand or had it last. */
  group: z.string().nullable(),
  agent: z.int().nullable(),
  /** Seconds, where the step ends a wait. */
  waited: z.number().nullable(),
  /** Seconds in agents' hands, where the step ends the handling. */
  handled: z.number().nullable(),
  explainsAgain: z.boolean(),
  sentTo: z.string().nullable(),
});

const action = z.strictObject({
  name: z.string(),
  /** Booked while it ran, in cents. */
  cents: z.number(),
  /** Satisfaction after it, where it changed. */
  satisfaction: z.number().nullable(),
});

const step = z.strictObject({
  /** Seconds since the start, a Monday 00:00. */
  time: z.number(),
  actor: z.enum(["customer", "contact"]),
  /** The event's type; "timer": a delay is over; "start": the first state. */
  event: z.string(),
  from: z.string(),
  to: z.string(),
  channel: z.string().nullable(),
  actions: z.array(action),
  /** Delays that began to run, seconds; null: never. */
  waits: z.record(z.string(), z.number().nullable()),
  /** What the step counted, by the ledger's counter: counts, milliseconds, cents. */
  counts: z.record(z.string(), z.number()),
  /** Counters of an author's journey that changed. */
  own: z.record(z.string(), z.number()),
  /** Booked to the customer's value, cents, not discounted. */
  cents: z.number(),
  /** Before and after; null in a scenario without experience. */
  satisfaction: z.tuple([z.number(), z.number()]).nullable(),
  /** 1 promoter, 0 passive, -1 detractor, before and after. */
  attitude: z.tuple([z.number(), z.number()]),
  contact: contact.nullable(),
});
export type TwinStep = z.output<typeof step>;

const end = z.strictObject({
  strategy: z.string(),
  /** From adoption to the end, cents, not discounted. */
  contribution: z.number(),
  contacts: z.int(),
  orders: z.int(),
  /** At the end; null in a scenario without experience. */
  satisfaction: z.number().nullable(),
  /** Whether the customer has left for good. */
  lost: z.boolean(),
});
export type TwinEnd = z.output<typeof end>;

const customer = z.strictObject({
  /** Row of the customer, from 0. */
  customer: z.int(),
  segment: z.string(),
  /** Before adoption, which is the same under all strategies. */
  history: z.array(step),
  /** From adoption on, by strategy. */
  lanes: z.array(z.strictObject({ steps: z.array(step), end })),
  /** Time of the first step that is not the same under all strategies; null: they never part. */
  parting: z.number().nullable(),
});
export type TwinCustomer = z.output<typeof customer>;

/** By what customers are found. */
export const twinMeasures = ["value", "satisfaction", "contacts", "orders"] as const;
export type TwinMeasure = (typeof twinMeasures)[number];

const found = z.strictObject({
  customer: z.int(),
  segment: z.string(),
  /** Greatest less least over the strategies: cents, satisfaction, contacts or orders. */
  spread: z.number(),
  ends: z.array(end),
});
export type TwinFound = z.output<typeof found>;

export const twinDocument = z.strictObject({
  format: z.literal("journeybench/twin"),
  version: z.literal(1),
  scenario: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    description: z.string().optional(),
    currency: z.string(),
    /** Seconds. */
    history: z.number(),
    horizon: z.number(),
    customers: z.int(),
    /** The author's journey; null: the bundled one. */
    journey: z.string().nullable(),
  }),
  seed: z.string(),
  package: z.string(),
  /** From 0. */
  replication: z.int(),
  strategies: z.array(z.strictObject({ name: z.string(), capabilities: z.array(z.string()), channels: z.array(z.string()) })),
  channels: z.array(z.strictObject({ name: z.string(), inPerson: z.boolean() })),
  /** How the customers were found; null: they were named. */
  search: z
    .strictObject({
      by: z.enum(twinMeasures),
      /** Whether nobody was named and nothing asked for: the one who differs most was taken. */
      unasked: z.boolean(),
      segment: z.string().nullable(),
      /** Customers looked at, and those of them for whom the measure differs between strategies at all. */
      among: z.int(),
      differing: z.int(),
      found: z.array(found),
    })
    .nullable(),
  customers: z.array(customer),
  /** Every parameter with its source. */
  assumptions: z.array(assumption).optional(),
});
export type TwinDocument = z.output<typeof twinDocument>;

/** JSON Schema (2020-12) of the document of twins. */
export function twinJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(twinDocument, { target: "draft-2020-12" });
  return { $schema, title: "journeybench twins", ...schema };
}
