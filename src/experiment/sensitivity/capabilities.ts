/** What each capability adds: the difference between two strategies, shared out over what they differ in. */

import type { Kpi, SensitivityDocument } from "../../kpi/index.ts";
import type { LoadedScenario, Scenario } from "../../scenario/index.ts";
import { antitheticOrders, coalitionsOf, contributions, mean, shapley, tInterval } from "../../stats/index.ts";
import type { Points } from "../study/points.ts";
import { type Between, between, coalitionStrategy } from "./coalitions.ts";
import type { Uniform } from "./method.ts";
import { difference, luckSpan, overLuck, readValues, type Values, widened } from "./responses.ts";

/** Up to so many players all coalitions are lived: 256. */
export const MOST_EXACT = 8;

/** One strategy against the baseline: which coalitions are lived, and under which names. */
export interface Game extends Between {
  readonly name: string;
  /** Orders that are tried; null: all coalitions are lived. */
  readonly orders: readonly (readonly number[])[] | null;
  /** Strategies by coalition. */
  readonly names: ReadonlyMap<number, string>;
}

/** All coalitions, or those of the orders and of what each player does alone and last. */
function livedCoalitions(players: number, orders: Game["orders"]): number[] {
  const all = (1 << players) - 1;
  if (orders === null) return Array.from({ length: all + 1 }, (_, coalition) => coalition);
  const ends = Array.from({ length: players }, (_, player) => [1 << player, all & ~(1 << player)]);
  return [...new Set([...orders.flatMap(coalitionsOf), ...ends.flat()])];
}

/** A name that no strategy has yet. */
function freeName(wanted: string, strategies: Scenario["strategies"]): string {
  return Object.hasOwn(strategies, wanted) ? freeName(`${wanted}'`, strategies) : wanted;
}

/**
 * The games of the strategies, and the scenario in which their coalitions are strategies.
 *
 * @param pairs pairs of orders for games of many players
 */
export function gamesOf(
  loaded: LoadedScenario,
  baseline: string,
  strategies: readonly string[],
  pairs: number,
  uniform: Uniform,
): { readonly games: readonly Game[]; readonly loaded: LoadedScenario; readonly names: readonly string[] } {
  const { scenario } = loaded;
  const all: Record<string, Scenario["strategies"][string]> = { ...scenario.strategies };
  const games = strategies.map((name): Game => {
    const two = between(scenario, baseline, name);
    const { length } = two.players;
    const orders = length <= MOST_EXACT ? null : antitheticOrders(length, pairs, uniform);
    const names = new Map<number, string>();
    for (const coalition of livedCoalitions(length, orders)) {
      const isEnd = coalition === 0 || coalition === 2 ** length - 1;
      const called = isEnd ? (coalition === 0 ? baseline : name) : freeName(`${name} (combination ${coalition})`, all);
      if (!isEnd) all[called] = coalitionStrategy(two, coalition);
      names.set(coalition, called);
    }
    return { ...two, name, orders, names };
  });
  const names = [...new Set([baseline, ...games.flatMap((game) => [...game.names.values()])])];
  return { games, loaded: { ...loaded, scenario: { ...scenario, strategies: all } }, names };
}

type Told = NonNullable<SensitivityDocument["capabilities"]>["games"][number];

/** Shapley values with intervals: luck, and for drawn orders what other orders would have said. */
function addsOf({ players, orders, names }: Game, values: readonly Values[], confidence: number) {
  const rows = new Map([...names.keys()].map((coalition, row) => [coalition, row]));
  const worth = (at: readonly number[]) => (coalition: number) => at[rows.get(coalition) as number] as number;
  if (orders === null) {
    const exact = overLuck(values, confidence, (at) => shapley(players.length, worth(at)));
    return players.map((_, player) => luckSpan(exact, player));
  }
  const byPair = (at: readonly number[]) => {
    const added = contributions(orders, worth(at));
    return players.map((_, player) =>
      Array.from({ length: added.length / 2 }, (_unused, pair) =>
        mean([added[2 * pair]?.[player] as number, added[2 * pair + 1]?.[player] as number]),
      ),
    );
  };
  const { luck } = overLuck(values, confidence, (at) => byPair(at).map(mean));
  return byPair(values.map(({ all }) => all)).map((pairs, player) => widened(tInterval(pairs, confidence), luck[player] ?? null));
}

/** The differences that a game is told by, as statistics of its coalitions' values. */
function told(game: Game, values: readonly Values[], confidence: number): Told {
  const { players, names, orders, name } = game;
  const coalitions = [...names.keys()];
  const of = (coalition: number) => values[coalitions.indexOf(coalition)] as Values;
  const all = 2 ** players.length - 1;
  const less = (one: number, other: number) =>
    luckSpan(
      overLuck([difference(of(one), of(other))], confidence, (at) => at),
      0,
    );
  const uplift = less(all, 0);
  const isClear = uplift.mean !== null && uplift.low !== null && uplift.high !== null && (uplift.low > 0 || uplift.high < 0);
  const adds = addsOf(game, values, confidence);
  return {
    strategy: name,
    orders: orders?.length ?? null,
    coalitions: coalitions.length,
    uplift,
    players: players.map((player, row) => {
      const own = adds[row] ?? { mean: null, low: null, high: null };
      const share = isClear && own.mean !== null ? own.mean / (uplift.mean as number) : null;
      return { ...player, adds: own, share, alone: less(1 << row, 0), last: less(all, all & ~(1 << row)) };
    }),
  };
}

/** @throws JourneybenchError `bad-input` where the KPI is undefined */
export function tellGames(games: readonly Game[], points: Points, kpi: Kpi, confidence: number): Told[] {
  return games.map((game) => {
    const values = [...game.names.values()].flatMap((name) => readValues(points, kpi, name, () => ""));
    return told(game, values, confidence);
  });
}
