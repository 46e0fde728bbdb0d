// The Shapley value of any cooperative game of few players, by enumeration.
import { requireFinite } from "../refuse.ts";

/** Above this the table of coalitions is too large: 2 to the power 20 are a million. */
const MOST_PLAYERS = 20;

/**
 * The Shapley value: what each player adds to a coalition, averaged over all orders in which players may come.
 *
 * Formula: φ_i = Σ over S without i of |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)). The values add up to v(all) − v(none).
 * Exact up to rounding; v is asked once for every coalition.
 *
 * Source: Shapley 1953, "A value for n-person games".
 * @param players number of players, 0 to 20
 * @param worth v: value of a coalition, given as a bit set (bit i = player i takes part)
 * @throws RangeError when there are too many players, or a coalition's value is not finite
 */
export function shapley(players: number, worth: (coalition: number) => number): number[] {
  if (!(Number.isSafeInteger(players) && players >= 0 && players <= MOST_PLAYERS)) {
    throw new RangeError(`players must be a whole number from 0 to ${MOST_PLAYERS}, got ${players}`);
  }
  const worths = Float64Array.from({ length: 1 << players }, (_, coalition) => worth(coalition));
  for (const value of worths) requireFinite(value, "the value of a coalition");
  const weights = weightsBySize(players);
  const values = Array.from({ length: players }, () => 0);
  for (let coalition = 0; coalition < worths.length; coalition++) {
    const weight = weights[sizeOf(coalition)] as number;
    for (let player = 0; player < players; player++) {
      if ((coalition & (1 << player)) !== 0) continue;
      const adds = (worths[coalition | (1 << player)] as number) - (worths[coalition] as number);
      values[player] = (values[player] as number) + weight * adds;
    }
  }
  return values;
}

/** |S|! (n − |S| − 1)! / n! by |S|, from one to the next: w(0) = 1 / n, w(s) = w(s − 1) · s / (n − s). */
function weightsBySize(players: number): number[] {
  const weights = [1 / players];
  for (let size = 1; size < players; size++) weights.push(((weights[size - 1] as number) * size) / (players - size));
  return weights;
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let left = coalition; left !== 0; left &= left - 1) size++;
  return size;
}
