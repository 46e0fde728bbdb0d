// The Shapley value of games of many players: orders in which they come, drawn at random.

/**
 * Pairs of orders: one at random (Fisher & Yates) and the same backwards, so that whoever comes early in one comes late in the other.
 *
 * Source: antithetic sampling of permutations, Mitchell, Cooper, Frank & Holmes 2022, JMLR 23(43), section 4.1.
 * @param players number of players, 1 or more
 * @param pairs number of pairs, 1 or more
 * @param uniform addressed uniform numbers: pair, index (`players` of them are used)
 * @returns 2 · pairs orders of 0 … players − 1; an order and its reverse stand beside each other
 * @throws RangeError when there are no players or pairs.
 */
export function antitheticOrders(players: number, pairs: number, uniform: (pair: number, index: number) => number): number[][] {
  if (!(Number.isSafeInteger(players) && players >= 1)) throw new RangeError(`orders need players, got ${players}`);
  if (!(Number.isSafeInteger(pairs) && pairs >= 1)) throw new RangeError(`orders come in one pair or more, got ${pairs}`);
  return Array.from({ length: pairs }, (_, pair) => {
    const order = Array.from({ length: players }, (_unused, player) => player);
    for (let last = players - 1; last > 0; last--) {
      const other = Math.floor(uniform(pair, last) * (last + 1));
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    return [order, order.toReversed()];
  }).flat();
}

/** The coalitions (bit sets) that an order passes through, from nobody to all. */
export function coalitionsOf(order: readonly number[]): number[] {
  const passed = [0];
  for (const player of order) passed.push((passed.at(-1) as number) | (1 << player));
  return passed;
}

/**
 * What each player adds when it comes, in each order: v(all before it, and it) − v(all before it). In every order these add up to
 * v(all) − v(none), so their means over orders do too; the mean estimates the Shapley value without bias.
 *
 * Source: Castro, Gómez & Tejada 2009, Computers & Operations Research 36(5).
 * @returns by order, by player
 */
export function contributions(orders: readonly (readonly number[])[], worth: (coalition: number) => number): number[][] {
  return orders.map((order) => {
    const worths = coalitionsOf(order).map((coalition) => worth(coalition));
    const added = order.map(() => 0);
    for (const [at, player] of order.entries()) added[player] = (worths[at + 1] as number) - (worths[at] as number);
    return added;
  });
}
