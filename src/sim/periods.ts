/** The months and years of a run, anchored at adoption. */

const YEAR = 31_536_000;
const MONTH = YEAR / 12;

/** A year (or what the run has of one) as months. */
export interface Period {
  readonly fromMonth: number;
  /** Exclusive. */
  readonly toMonth: number;
  /** Whether it has twelve whole months. */
  readonly full: boolean;
}

export interface Calendar {
  /** Ends of the months in seconds; month i is from ends[i − 1] (or 0) to ends[i]. */
  readonly ends: readonly number[];
  /** The first month after adoption = number of months of the history. */
  readonly adoptionMonth: number;
  readonly years: readonly Period[];
}

/** Splits a length into months; the short one, if any, comes first (`shortFirst`) or last. */
function months(length: number, shortFirst: boolean): number[] {
  const whole = Math.floor(length / MONTH + 1e-9);
  const rest = length - whole * MONTH;
  const lengths = Array.from({ length: whole }, () => MONTH);
  if (rest <= 1e-6) return lengths;
  return shortFirst ? [rest, ...lengths] : [...lengths, rest];
}

/**
 * Months (a twelfth of 365 days) and years of a run: counted back from adoption through the history and forward through the
 * horizon, so that adoption always lies between two years.
 *
 * @param history - seconds before adoption
 * @param horizon - seconds after it
 */
export function calendarOf(history: number, horizon: number): Calendar {
  const before = months(history, true);
  const after = months(horizon, false);
  const lengths = [...before, ...after];
  let end = 0;
  const ends = lengths.map((length) => (end += length));
  if (before.length > 0) ends[before.length - 1] = history;
  ends[ends.length - 1] = history + horizon;
  const years: Period[] = [];
  const total = lengths.length;
  const firstYear = before.length % 12 === 0 ? 12 : before.length % 12;
  for (let from = 0; from < total;) {
    const inHistory = from < before.length;
    const limit = inHistory ? before.length : total;
    const to = Math.min(limit, from + (from === 0 && inHistory ? firstYear : 12));
    const full = lengths.slice(from, to).reduce((sum, length) => sum + length, 0) > YEAR - 1;
    years.push({ fromMonth: from, toMonth: to, full });
    from = to;
  }
  return { ends, adoptionMonth: before.length, years };
}
