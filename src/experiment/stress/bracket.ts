/** Where on a measured curve a promise breaks for the first time. */

import type { Curve, Point } from "./response.ts";

export type Bracket =
  /** Kept at `below`, broken at `above`, nothing measured between them. */
  | { readonly kind: "found"; readonly below: Point; readonly above: Point }
  /** Broken at the least load already. */
  | { readonly kind: "broken"; readonly at: number }
  /** Kept at every load. */
  | { readonly kind: "kept"; readonly upTo: number }
  /** The KPI is undefined at some load, so it cannot be told. */
  | { readonly kind: "undefined"; readonly at: number };

/** The margin over all replications. */
export function marginAt({ response }: Point, promise: number): number | null {
  return response.margin(promise, null);
}

/** The first break of a promise (row) on a curve. A margin of exactly 0 keeps the promise. */
export function bracketOf(curve: Curve, promise: number): Bracket {
  let below: Point | undefined;
  for (const point of curve) {
    const margin = marginAt(point, promise);
    if (margin === null) return { kind: "undefined", at: point.load };
    if (margin >= 0) below = point;
    else return below === undefined ? { kind: "broken", at: point.load } : { kind: "found", below, above: point };
  }
  return { kind: "kept", upTo: below?.load ?? Number.NaN };
}

/** The first load after a break at which the promise is kept again, by a curve that is not monotone; undefined: none. */
export function keptAgain(curve: Curve, promise: number, after: number): number | undefined {
  return curve.find((point) => point.load > after && (marginAt(point, promise) ?? -1) >= 0)?.load;
}
