/** What a customer's life came to under a strategy, summed over the steps after adoption. */

import type { TwinCustomer, TwinDocument, TwinStep } from "../../kpi/index.ts";
import { fixed } from "../text/numbers.ts";
import { moneyText, satisfactionText, spanText } from "./words/line.ts";

type Lane = TwinCustomer["lanes"][number];

/** A row of sums: what it is, and its text by strategy. */
export interface Sum {
  readonly label: string;
  readonly cells: readonly string[];
  /** Whether the strategies differ in it. */
  readonly differs: boolean;
}

interface Figure {
  readonly label: string;
  readonly text: (lane: Lane, currency: string) => string | null;
}

function counted(steps: readonly TwinStep[], counter: string): number {
  return steps.reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0);
}

function waited(steps: readonly TwinStep[]): number {
  return steps.reduce((sum, { contact }) => sum + (contact === null || contact.byCompany ? 0 : (contact.waited ?? 0)), 0);
}

/** A count that is left out where it is zero under every strategy. */
function figure(label: string, counter: string): Figure {
  return {
    label,
    text: ({ steps }) => {
      const count = counted(steps, counter);
      return count === 0 ? null : fixed(count, 0);
    },
  };
}

const figures: readonly Figure[] = [
  { label: "Contribution", text: ({ end }, currency) => moneyText(end.contribution, currency) },
  {
    label: "Satisfaction at the end (0 to 100)",
    text: ({ end }) => (end.satisfaction === null ? null : satisfactionText(end.satisfaction)),
  },
  { label: "Orders", text: ({ end }) => fixed(end.orders, 0) },
  { label: "Revenue", text: ({ steps }, currency) => moneyText(counted(steps, "revenue"), currency) },
  figure("Needs", "needs"),
  figure("Needs given up", "needsUnmet"),
  figure("Visits", "visits"),
  figure("Shelf empty", "stockOuts"),
  figure("Baskets lost between devices", "basketsLostOnDevice"),
  figure("Problems", "casesOpened"),
  { label: "Contacts", text: ({ end }) => (end.contacts === 0 ? null : fixed(end.contacts, 0)) },
  { label: "Waited for answers", text: ({ steps }) => (waited(steps) === 0 ? null : spanText(waited(steps))) },
  figure("Gave up waiting", "contactsAbandoned"),
  figure("Explained the problem again", "handOffsRepeated"),
  figure("Sent to another channel", "contactsSentAway"),
  figure("Handed over with the story", "contactsHandedOver"),
  { label: "Still a customer at the end", text: ({ end }) => (end.lost ? "no, left for good" : "yes") },
];

/** The sums of a customer's lives; those that are nothing under every strategy are left out. */
export function sumsOf({ scenario }: TwinDocument, { lanes }: TwinCustomer): Sum[] {
  return figures.flatMap(({ label, text }) => {
    const cells = lanes.map((lane) => text(lane, scenario.currency));
    if (cells.every((cell) => cell === null)) return [];
    return [{ label, cells: cells.map((cell) => cell ?? "0"), differs: new Set(cells).size > 1 }];
  });
}
