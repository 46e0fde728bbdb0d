/** A market that tests walk through by hand: people with a need, before anything else happens. */

import { at, type CounterName } from "../../src/kpi/index.ts";
import type { CapabilityName } from "../../src/scenario/index.ts";
import { begin } from "../../src/sim/engine.ts";
import { rootKeyOf } from "../../src/sim/kernel/index.ts";
import { beginNeed } from "../../src/sim/market/needs.ts";
import { beginVisit } from "../../src/sim/market/visits.ts";
import { createWorld, type World } from "../../src/sim/world.ts";
import { planOf, type Written } from "./runs.ts";

const channels: NonNullable<Written["channels"]> = {
  web: { kind: "self-service", can: ["inform", "sell"] },
  app: { kind: "self-service", can: ["inform", "sell"] },
  shop: { kind: "in-person", can: ["inform", "sell"] },
  blog: { kind: "self-service", can: ["inform"] },
};

type Columns = World["market"]["customers"]["columns"];

export interface HandMarket {
  readonly world: World;
  readonly market: World["market"];
  /** Lets customers visit channels, one after the other. */
  readonly visit: (id: number, ...names: readonly string[]) => void;
  readonly value: (id: number, column: keyof Columns) => number;
  readonly set: (id: number, column: keyof Columns, value: number) => void;
  /** What was counted so far, over all customers. */
  readonly counted: (counter: CounterName) => number;
  /** The same in one channel. */
  readonly countedIn: (counter: CounterName, channel: string) => number;
}

/**
 * A web shop, an app, a shop and a blog.
 *
 * @param on - capabilities of the strategy in force
 * @param people - customers, each with a need that just began
 */
export function handMarket(written: Partial<Written>, on: readonly CapabilityName[] = [], people = 4): HandMarket {
  const plan = planOf({
    channels,
    segments: { all: { size: people } },
    needs: {},
    offer: {},
    experience: {},
    strategies: { tested: Object.fromEntries(on.map((capability) => [capability, true])) },
    ...written,
  });
  const world = createWorld(plan, rootKeyOf("offer"), 0, "compiled");
  begin(world);
  const { market } = world;
  const { ledger } = world.core;
  const c = market.customers.columns;
  const place = (id: number) => id * market.customers.stride;
  const row = (name: string) => {
    const found = plan.market.channels.findIndex((channel) => channel.name === name);
    if (found < 0) throw new Error(`no channel ${name}`);
    return found;
  };
  for (let id = 0; id < people; id++) beginNeed(market, id);
  ledger.cells.fill(0);
  const sum = (counter: CounterName, channel?: number) => {
    let total = 0;
    for (let cell = at[counter]; cell < ledger.cells.length; cell += Object.keys(at).length) {
      const inChannel = Math.floor(cell / Object.keys(at).length) % (plan.market.channels.length + 1);
      if (channel === undefined || channel === inChannel) total += ledger.cells[cell] ?? 0;
    }
    return total;
  };
  return {
    world,
    market,
    visit: (id, ...names) => {
      for (const name of names) {
        c.visit[place(id)] = (c.visit[place(id)] ?? 0) + 1;
        c.channel[place(id)] = row(name);
        beginVisit(market, id);
      }
    },
    value: (id, column) => c[column][place(id)] ?? Number.NaN,
    set: (id, column, value) => {
      c[column][place(id)] = value;
    },
    counted: (counter) => sum(counter),
    countedIn: (counter, channel) => sum(counter, row(channel)),
  };
}

/** How many standard errors a share of `n` trials is from its probability. */
export function binomialZ(successes: number, n: number, probability: number): number {
  return (successes - n * probability) / Math.sqrt(n * probability * (1 - probability));
}
