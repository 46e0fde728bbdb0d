/**
 * An observer of one replication. It looks on and changes nothing: it reads columns before and after a step, wraps words and executors
 * by ones that call them in the same order with the same arguments, draws nothing and sends nothing. A replication without one is
 * lived by exactly the code that it was before.
 */

import type { JourneyImplementation } from "../../journey/index.ts";
import type { Market } from "../market/index.ts";
import type { Plan } from "../plan.ts";
import type { World } from "../world.ts";
import { StepRecorder } from "./step-recorder.ts";
import type { ObservedLane, ObservedStep } from "./step.ts";
import { Totals } from "./totals.ts";
import { countingContacts, recordingContacts, recordingCustomers } from "./watched-executors.ts";
import { watchedWords } from "./watched-words.ts";

type Steps = ReadonlyMap<number, readonly ObservedStep[]>;

/** Watches some customers of a replication step by step, and all of them by what becomes of them. */
export class Observer {
  /** Rows of the customers who are watched step by step; with none, customers may run ahead. */
  readonly watched: ReadonlySet<number>;
  /** The common history, by customer watched. */
  history: Steps = new Map();
  /** The time after adoption, by strategy. */
  readonly lanes: ObservedLane[] = [];
  #recorder: StepRecorder | undefined;
  #totals: Totals | undefined;

  constructor(watched: readonly number[]) {
    this.watched = new Set(watched);
  }

  /** The plan with words that tell what they do. */
  planned(plan: Plan): Plan {
    if (this.watched.size === 0) return plan;
    const words: JourneyImplementation<Market> = watchedWords(plan.journey.words, () => this.#recorder);
    return { ...plan, journey: { ...plan.journey, words } };
  }

  /** A replication begins in a fresh world: returns the world that is to be lived. */
  enters(world: World): World {
    const { customerJourney, contactJourney, service } = world;
    const recorder = new StepRecorder(world, this.watched);
    const totals = new Totals(world);
    this.#recorder = recorder;
    this.#totals = totals;
    world.market.onBooked = (id, cents) => {
      totals.book(id, cents);
      recorder.book(id, cents);
    };
    const isWatching = this.watched.size > 0;
    const counted =
      contactJourney === undefined || service === undefined ? undefined : countingContacts(contactJourney, service, totals.contacts);
    return {
      ...world,
      customerJourney: isWatching ? recordingCustomers(customerJourney, recorder) : customerJourney,
      contactJourney: isWatching && counted !== undefined ? recordingContacts(counted, recorder) : counted,
    };
  }

  /** The history is over: a strategy is adopted. */
  adopts(): void {
    const recorder = this.#require(this.#recorder);
    if (this.lanes.length === 0) this.history = recorder.taken();
    else recorder.taken();
    this.#require(this.#totals).begin();
  }

  /** The replication under a strategy has ended. */
  ends(strategy: string): void {
    const steps = this.#require(this.#recorder).taken();
    const totals = this.#require(this.#totals).end();
    for (const [id, told] of steps) {
      const sum = told.reduce((cents, step) => cents + step.cents, 0);
      const booked = totals.contribution[id] as number;
      if (sum !== booked) throw new Error(`customer ${id}: ${booked} cents were booked, and ${sum} in the steps that were observed`);
    }
    this.lanes.push({ strategy, steps, totals });
  }

  #require<T>(part: T | undefined): T {
    if (part === undefined) throw new Error("an observer enters a world before anything happens there");
    return part;
  }
}
