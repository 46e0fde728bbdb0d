/** Writes down the steps of the customers who are watched. */

import type { World } from "../world.ts";
import { type ContactBefore, contactNote, rowBefore } from "./contact-note.ts";
import { CountedSince } from "./counted.ts";
import type { ObservedAction, ObservedContact, ObservedStep } from "./step.ts";

/** How the customer stood when the step under way began. */
interface Before {
  readonly id: number;
  readonly event: string;
  readonly from: string;
  readonly satisfaction: number;
  readonly attitude: number;
  readonly own: readonly number[];
}

/** What only one kind of step has. */
type Kind = Pick<ObservedStep, "actor" | "channel" | "contact">;

export class StepRecorder {
  readonly #world: World;
  readonly #watched: ReadonlySet<number>;
  readonly #counted: CountedSince;
  #steps = new Map<number, ObservedStep[]>();
  #before: Before | undefined;
  #actions: ObservedAction[] = [];
  #waits: Record<string, number | null> = {};
  #cents = 0;
  #centsBeforeAction = 0;
  #satisfactionBeforeAction = 0;

  constructor(world: World, watched: ReadonlySet<number>) {
    this.#world = world;
    this.#watched = watched;
    this.#counted = new CountedSince(world.core.ledger);
    this.taken();
  }

  isWatching(id: number): boolean {
    return this.#watched.has(id);
  }

  /** All steps so far, which are forgotten here. */
  taken(): ReadonlyMap<number, readonly ObservedStep[]> {
    const steps = this.#steps;
    this.#steps = new Map([...this.#watched].map((id) => [id, []]));
    return steps;
  }

  /** Customer whose contact it is; −1 for one from outside, or one that nobody waits for any more. */
  customerOf(contact: number): number {
    const { service } = this.#world;
    const row = service?.contacts.columns.caseRow[contact] ?? -1;
    return row < 0 ? -1 : (service?.cases.columns.customer[row] ?? -1);
  }

  beginStep(id: number, event: string, from: string): void {
    if (this.#before !== undefined) throw new Error(`a step of customer ${id} began within a step of customer ${this.#before.id}`);
    const { satisfaction, attitude } = this.#feelings(id);
    this.#before = { id, event, from, satisfaction, attitude, own: this.#ownCounters(id) };
    this.#actions = [];
    this.#waits = {};
    this.#cents = 0;
    this.#counted.begin();
  }

  /** The words of an action of the step under way are about to be done. */
  beginAction(): void {
    this.#centsBeforeAction = this.#cents;
    this.#satisfactionBeforeAction = this.#before === undefined ? 0 : this.#feelings(this.#before.id).satisfaction;
  }

  endAction(id: number, name: string): void {
    if (this.#before?.id !== id) throw new Error(`customer ${id} did "${name}" outside of a step`);
    const { satisfaction } = this.#feelings(id);
    const changed = satisfaction !== this.#satisfactionBeforeAction;
    this.#actions.push({ name, cents: this.#cents - this.#centsBeforeAction, satisfaction: changed ? satisfaction : null });
  }

  /** A delay of a customer began to run. */
  delay(id: number, name: string, seconds: number): void {
    if (this.#before?.id === id) this.#waits[name] = seconds === Number.POSITIVE_INFINITY ? null : seconds;
  }

  /** Cents are booked to a customer's value. */
  book(id: number, cents: number): void {
    if (this.#before?.id === id) this.#cents += cents;
  }

  endCustomerStep(id: number, to: string): void {
    const { columns, stride } = this.#world.market.customers;
    this.#end(id, to, { actor: "customer", channel: this.#channelName(columns.channel[id * stride] as number), contact: null });
  }

  contactBefore(contact: number): ContactBefore {
    return rowBefore(this.#world, contact);
  }

  endContactStep(contact: number, to: string, before: ContactBefore): void {
    const note: ObservedContact = contactNote(this.#world, contact, before, to);
    this.#end(before.customer, to, { actor: "contact", channel: this.#channelName(before.channel), contact: note });
  }

  #end(id: number, to: string, kind: Kind): void {
    const before = this.#before;
    if (before?.id !== id) throw new Error(`a step of customer ${id} ended that did not begin`);
    this.#before = undefined;
    const { satisfaction, attitude } = this.#feelings(id);
    this.#steps.get(id)?.push({
      time: this.#world.core.now,
      actor: kind.actor,
      event: before.event,
      from: before.from,
      to,
      channel: kind.channel,
      actions: this.#actions,
      waits: this.#waits,
      counts: this.#counted.counts(),
      own: this.#ownChanges(id, before.own),
      cents: this.#cents,
      satisfaction: this.#world.plan.scenario.experience === undefined ? null : [before.satisfaction, satisfaction],
      attitude: [before.attitude, attitude],
      contact: kind.contact,
    });
  }

  #channelName(channel: number): string | null {
    return this.#world.plan.market.channels[channel]?.name ?? null;
  }

  #feelings(id: number): { readonly satisfaction: number; readonly attitude: number } {
    const { columns, stride } = this.#world.market.customers;
    return { satisfaction: columns.satisfaction[id * stride] as number, attitude: columns.attitude[id * stride] as number };
  }

  #ownCounters(id: number): number[] {
    const { own } = this.#world.market;
    return own === undefined ? [] : own.shape.counters.map((_, row) => own.counter(id, row));
  }

  #ownChanges(id: number, before: readonly number[]): Record<string, number> {
    const names = this.#world.market.own?.shape.counters ?? [];
    const changes = this.#ownCounters(id).flatMap((value, row) => (value === before[row] ? [] : [[names[row] ?? "", value] as const]));
    return Object.fromEntries(changes);
  }
}
