/**
 * Numbers of cases: with them the draws of the cases of one stream are told apart, so no two are equal. Arrivals of a stream count up
 * from 0, contacts of its surges down from the top: both have half of the numbers, 67 million.
 */

import { CONTACTS_PER_CASE } from "../../purposes.ts";

/** Numbers below this have draws of their own for each contact: an index of draws has 32 bits. */
const CASES_PER_STREAM = 0x1_0000_0000 / CONTACTS_PER_CASE;

/** Indices of surges' contacts are below this. */
export const SURGE_CONTACTS_PER_STREAM = CASES_PER_STREAM / 2;

/**
 * The index of a contact of a surge among those of all surges of its stream: each surge has every so-manieth, so they stay the same when
 * a surge becomes larger.
 *
 * @param rank - of the surge among those of its stream, from 0
 * @param surges - of the stream
 */
export function surgeIndex(rank: number, surges: number, contact: number): number {
  return contact * surges + rank;
}

/** The number of the case of the surge's contact with this index. */
export function surgeNumber(index: number): number {
  return CASES_PER_STREAM - 1 - index;
}
