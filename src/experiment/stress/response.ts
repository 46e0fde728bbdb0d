/** What the search asks of a simulation, and what it hears: it knows nothing else about it. */

/** A policy (row) at a load (multiple of the scenario's own). */
export interface Ask {
  readonly policy: number;
  readonly load: number;
}

/** What was measured at one load, on the same replications as at every other. */
export interface Response {
  /**
   * The margin of a promise (row) over all replications, or over all but one (0 to n − 1); negative: broken; null: the KPI is
   * undefined.
   */
  margin(promise: number, leaveOut: number | null): number | null;
}

/** Measures several points; the answers are in the order of the asks. */
export type Measure = (asks: readonly Ask[]) => Promise<readonly Response[]>;

/** A measured point of a policy's stress curve. */
export interface Point {
  readonly load: number;
  readonly response: Response;
}

/** Points by ascending load, no load twice. */
export type Curve = readonly Point[];
