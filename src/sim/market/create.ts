/** Makes the market of a replication and begins its life: traits drawn, customers entering. */

import { type Core, eventKind } from "../core/index.ts";
import { quantileFunction, type SnapshotGroup } from "../kernel/index.ts";
import { purpose } from "../purposes.ts";
import { Awareness } from "./awareness.ts";
import { defineCustomers } from "./customers.ts";
import type { Desk } from "./desk.ts";
import { OwnJourney, type OwnJourneyShape } from "./journey/state.ts";
import { introduce, type Market, segmentPlan, placeOf } from "./market.ts";
import type { MarketPlan } from "./plan.ts";
import { Stock } from "./stock.ts";

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
  const clock = { yearStart: 0, adoption: 0, yearToAdoption: 1 };
  const flows = new Float64Array((channels + 1) * (channels + 2));
  state.register("clock", { snapshot: () => ({ ...clock }), restore: (saved) => Object.assign(clock, saved) });
  state.register("flows", { snapshot: () => flows.slice(), restore: (saved) => flows.set(saved as Float64Array) });
  return {
    core,
    plan,
    desk,
    offered,
    codes,
    own: ownJourney === undefined ? undefined : state.register("journey", ownStateOf(core, plan, ownJourney)),
    clock,
    flows,
    customers: state.register("customers", defineCustomers(plan.customers, { timerSlots, channels, contextFields })),
    stock: stock === undefined ? undefined : state.register("stock", new Stock(core, plan, stock)),
    awareness: state.register("awareness", new Awareness(core, plan)),
    weights: new Float64Array(Math.max(1, channels)),
    lastDuration: new Float64Array(4).fill(-1),
  };
}

function ownStateOf(core: Core, plan: MarketPlan, shape: OwnJourneyShape): OwnJourney {
  return new OwnJourney(core, shape, plan.customers, core.ledger.shape.months);
}

/** Draws a customer's lasting traits. */
function drawTraits(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const { plan, core } = market;
  const segment = segmentPlan(market, id);
  const reference = plan.scenario.experience?.reference ?? 0;
  c.needRate[place] = plan.needRate(core.draws.uniform(purpose.needRate, id, 0)) * segment.needFactor;
  c.dropoutTrait[place] = plan.dropout(core.draws.uniform(purpose.dropoutTrait, id, 0));
  c.spendLevel[place] = plan.spend?.level?.(core.draws.uniform(purpose.spendTrait, id, 0)) ?? 1;
  c.satisfaction[place] = reference;
  c.experience[place] = reference;
  const channels = plan.channels.length;
  for (let channel = 0; channel < channels; channel++) c.channelSatisfaction[place + channel] = reference;
}

/**
 * Fills the market: every customer gets a row and traits; those who are customers already begin content; the others enter
 * by Bass diffusion, at their entry times, or, in a scenario without awareness, at once.
 *
 * @param start - starts the journey of a row
 */
export function populate(market: Market, start: (id: number) => void): void {
  const { plan, core, customers } = market;
  const unaware: number[] = [];
  for (const [row, segment] of plan.segments.entries()) {
    for (let k = 0; k < segment.size; k++) {
      const id = customers.allocate();
      const place = placeOf(market, id);
      customers.columns.segment[place] = row;
      drawTraits(market, id);
      // Without history all are followed from the first: a journey may earn money on entering its first state.
      if (plan.scenario.history === 0) customers.columns.inAdoptionBase[place] = 1;
      start(id);
      if (core.draws.uniform(purpose.alreadyCustomer, id, 0) < segment.alreadyCustomers) {
        customers.columns.ordersBefore[place] = 1;
        introduce(market, id, "ALREADY_CUSTOMER");
      } else unaware.push(id);
    }
  }
  enter(market, unaware);
}

function enter(market: Market, unaware: readonly number[]): void {
  const { plan, core } = market;
  const { awareness } = plan.scenario;
  const known = plan.customers - unaware.length;
  if (awareness !== undefined && awareness.entry === undefined) return market.awareness.begin(unaware, known);
  const entry = quantileFunction(awareness?.entry ?? { kind: "deterministic", value: 0 });
  for (const id of unaware) core.events.schedule(entry(core.draws.uniform(purpose.entryTime, id, 0)), eventKind.entry, id, 0);
}
