/** Makes the market of a replication and begins its life: traits drawn, customers entering. */

import type { journeyEvents } from "../../journey/index.ts";
import { type Core, eventKind } from "../core/index.ts";
import { quantileFunction, type SnapshotGroup } from "../kernel/index.ts";
import { purpose } from "../purposes.ts";
import { Awareness } from "./awareness.ts";
import { type Customers, defineCustomers } from "./customers.ts";
import type { Desk } from "./desk.ts";
import { hasOutages, Outages } from "./outages.ts";
import { OwnJourney, type OwnJourneyShape } from "./journey/state.ts";
import { beginLifetimes, Lifetimes, win } from "./lifetimes.ts";
import { introduce, type Market, placeOf } from "./market.ts";
import type { Newcomer } from "./newcomers.ts";
import type { MarketPlan } from "./plan.ts";
import { Stock, type Waiting } from "./stock/index.ts";
import { drawSurvivor, drawTraits } from "./traits.ts";

export interface MarketParts {
  readonly core: Core;
  readonly plan: MarketPlan;
  readonly desk: Desk | undefined;
  readonly offered: Uint8Array;
  readonly timerSlots: number;
  readonly contextFields: number;
  readonly codes: Readonly<Record<string, number>>;
  /** What an author's journey has of its own; undefined for the bundled one. */
  readonly ownJourney: OwnJourneyShape | undefined;
}

/** Makes an empty market and registers its state with `parts`, so that it is saved and restored. */
export function createMarket(
  { core, plan, desk, offered, timerSlots, contextFields, codes, ownJourney }: MarketParts,
  state: SnapshotGroup,
): Market {
  const channels = plan.channels.length;
  const { stock } = plan.scenario;
  const remembering = plan.offer.relevance === undefined ? 0 : channels;
  const habits = plan.visitWeights.ofOrders.length === 0 ? 0 : channels;
  const customers = state.register(
    "customers",
    defineCustomers(plan.customers, { timerSlots, channels, remembering, habits, contextFields }),
  );
  // A journey of an author's may let anybody wait.
  const waits = ownJourney !== undefined || (stock?.onStockOut.wait ?? 0) > 0;
  const clock = { yearStart: 0, adoption: 0, yearToAdoption: 1 };
  const flows = new Float64Array((channels + 1) * (channels + 2));
  state.register("clock", { snapshot: () => ({ ...clock }), restore: (saved) => Object.assign(clock, saved) });
  state.register("flows", { snapshot: () => flows.slice(), restore: (saved) => flows.set(saved as Float64Array) });
  return {
    core,
    plan,
    desk,
    outages: hasOutages(plan) ? new Outages() : undefined,
    offered,
    codes,
    own: ownJourney === undefined ? undefined : state.register("journey", ownStateOf(core, plan, ownJourney)),
    clock,
    flows,
    lifetimes: state.register("lifetimes", new Lifetimes(plan)),
    customers,
    stock:
      stock === undefined
        ? undefined
        : state.register("stock", new Stock(core, plan, stock, waitingOf(customers, waits ? plan.customers : 0, codes))),
    awareness: state.register("awareness", new Awareness(core, plan)),
    weights: new Float64Array(Math.max(1, channels)),
    lastDuration: new Float64Array(4).fill(-1),
    onBooked: undefined,
  };
}

/** How customers who wait for an article hear of it: nothing else is then bound to reach them. */
function waitingOf(customers: Customers, mostWaiting: number, codes: Readonly<Record<string, number>>): Waiting {
  return {
    customers: mostWaiting,
    code: codes["ARTICLE_ARRIVED" satisfies keyof typeof journeyEvents],
    ends: (id) => {
      const place = id * customers.stride;
      customers.columns.awaits[place] = (customers.columns.awaits[place] as number) - 1;
    },
  };
}

function ownStateOf(core: Core, plan: MarketPlan, shape: OwnJourneyShape): OwnJourney {
  return new OwnJourney(core, shape, plan.customers, core.ledger.shape.months);
}

/**
 * Fills the market: every customer gets a row and traits; those who are customers already begin content; the others enter
 * by Bass diffusion, at their entry times, or, in a scenario without awareness, at once. Newcomers come in their own time. What is a
 * function of the replication's draws is drawn.
 *
 * @param start - starts the journey of a row
 */
export function populate(market: Market, start: (id: number) => void): void {
  const { plan } = market;
  const unaware: number[] = [];
  market.lastDuration.fill(-1);
  market.outages?.begin(market);
  // Without history all are followed from the first: a journey may earn money on entering its first state.
  if (plan.scenario.history === 0) beginLifetimes(market);
  for (const [row, segment] of plan.segments.entries()) {
    for (let k = 0; k < segment.size; k++) {
      const id = addPerson(market, row);
      market.customers.columns.inAdoptionBase[placeOf(market, id)] = plan.scenario.history === 0 ? 1 : 0;
      const known = market.core.draws.uniform(purpose.alreadyCustomer, id, 0) < segment.alreadyCustomers;
      if (known) drawSurvivor(market, id);
      else drawTraits(market, id);
      start(id);
      if (known) addCustomer(market, id);
      else unaware.push(id);
    }
  }
  market.stock?.begin();
  enter(market, unaware);
  for (const newcomer of plan.newcomers) addNewcomer(market, newcomer, start);
}

function addPerson({ customers }: Market, segment: number): number {
  const id = customers.allocate();
  customers.columns.segment[id * customers.stride] = segment;
  return id;
}

/** Somebody who was a customer before the start. */
function addCustomer(market: Market, id: number): void {
  market.customers.columns.ordersBefore[placeOf(market, id)] = 1;
  win(market, id, -1);
  introduce(market, id, "ALREADY_CUSTOMER");
}

function addNewcomer(market: Market, { segment, from, length }: Newcomer, start: (id: number) => void): void {
  const { core } = market;
  const id = addPerson(market, segment);
  drawTraits(market, id);
  start(id);
  core.events.schedule(from + length * core.draws.uniform(purpose.newcomerTime, id, 0), eventKind.entry, id, 1);
}

function enter(market: Market, unaware: readonly number[]): void {
  const { plan, core } = market;
  const { awareness } = plan.scenario;
  const known = plan.people - unaware.length;
  if (awareness !== undefined && awareness.entry === undefined) return market.awareness.begin(unaware, known);
  const entry = quantileFunction(awareness?.entry ?? { kind: "deterministic", value: 0 });
  for (const id of unaware) core.events.schedule(entry(core.draws.uniform(purpose.entryTime, id, 0)), eventKind.entry, id, 0);
}
