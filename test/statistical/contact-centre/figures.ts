/** What replications of a centre came to, as one row of numbers that can be added and taken away again. */

import {
  at,
  CURVE,
  type CounterName,
  cumulated,
  GROUP_COUNTERS,
  GROUP_ROW,
  groupAt,
  HEAD,
  serviceLayout,
  ServiceCells,
  thresholds,
  TYPE_COUNTERS,
  TYPE_ROW,
  typeAt,
  waitBins,
  type WaitKind,
  waitKinds,
  waitQuantile,
  rowAt,
  counterNames,
} from "../../../src/kpi/index.ts";
import type { Plan } from "../../../src/sim/index.ts";

const LEDGER = counterNames.length;

/** Which types of contact: by channel, by topic, or all. */
export interface Which {
  readonly channel?: string;
  readonly topic?: string;
}

/** Hours of the day, [from, to). */
export type Hours = readonly [from: number, to: number];

/** Sums over replications, after the history: counters of the ledger, cells of the service record, distribution of waits, what was observed. */
export class Figures {
  readonly #plan: Plan;
  readonly #row: Float64Array;
  readonly #cells: Float64Array;
  readonly #layout: ReturnType<typeof serviceLayout>;

  constructor(plan: Plan, row: Float64Array) {
    this.#plan = plan;
    this.#row = row;
    this.#layout = layoutOf(plan);
    this.#cells = row.subarray(LEDGER, LEDGER + this.#layout.histogramsBegin);
  }

  ledger(counter: CounterName): number {
    return this.#row[at[counter]] as number;
  }

  /** Seconds observed, of all hours of the day or some. */
  seconds([from, to]: Hours = [0, HEAD]): number {
    return this.#cells.subarray(from, to).reduce((sum, seconds) => sum + seconds, 0);
  }

  /** Sum of a counter of contact types. */
  contacts(counter: keyof typeof typeAt, which: Which = {}): number {
    let sum = 0;
    for (const type of this.#types(which)) {
      for (let hour = 0; hour < HEAD; hour++) sum += this.#cells[HEAD + type * TYPE_ROW + hour * TYPE_COUNTERS + typeAt[counter]] as number;
    }
    return sum;
  }

  /** Sum of a counter of agent groups, of all or one, of all hours of the day or some. */
  agents(counter: keyof typeof groupAt, group?: string, [from, to]: Hours = [0, HEAD]): number {
    let sum = 0;
    for (const [row, { name }] of (this.#plan.service?.groups ?? []).entries()) {
      if (group !== undefined && group !== name) continue;
      const begin = this.#layout.groupsBegin + row * GROUP_ROW + groupAt[counter];
      for (let hour = from; hour < to; hour++) sum += this.#cells[begin + hour * GROUP_COUNTERS] as number;
    }
    return sum;
  }

  /** Waits of at most a threshold of the service-level curve. */
  within(kind: WaitKind, seconds: number, which: Which = {}): number {
    const last = thresholds.indexOf(seconds);
    if (last === -1) throw new Error(`${seconds} s is not a threshold of the curve`);
    let sum = 0;
    for (const type of this.#types(which)) {
      const begin = this.#layout.curvesBegin + (2 * type + waitKinds[kind]) * CURVE;
      for (let cell = begin; cell <= begin + last; cell++) sum += this.#cells[cell] as number;
    }
    return sum;
  }

  /** Waits by bin (`kpi/service/wait-bins.ts`), served and abandoned together. */
  waits(which: Which = {}): Float64Array {
    const sum = new Float64Array(waitBins);
    for (const type of this.#types(which)) {
      const begin = LEDGER + this.#layout.histogramsBegin + 2 * type * waitBins;
      for (let bin = 0; bin < waitBins; bin++) {
        sum[bin] = (sum[bin] as number) + (this.#row[begin + bin] as number) + (this.#row[begin + waitBins + bin] as number);
      }
    }
    return sum;
  }

  /** The wait that a share `p` of the contacts does not exceed, seconds. */
  waitQuantile(p: number): number {
    return waitQuantile(cumulated(this.waits()), p, Number.POSITIVE_INFINITY) ?? Number.NaN;
  }

  /** What was observed beside the record: time integrals and sums of samples, in the order of the observers. */
  observed(place: number): number {
    return this.#row[LEDGER + this.#layout.histogramsBegin + 2 * this.#layout.types * waitBins + place] as number;
  }

  plus(other: Figures): Figures {
    return new Figures(
      this.#plan,
      this.#row.map((value, i) => value + (other.#row[i] as number)),
    );
  }

  minus(other: Figures): Figures {
    return new Figures(
      this.#plan,
      this.#row.map((value, i) => value - (other.#row[i] as number)),
    );
  }

  #types({ channel, topic }: Which): number[] {
    const { service } = this.#plan;
    return (service?.types ?? []).flatMap((type, row) => {
      const isMeant =
        (channel === undefined || service?.channels[type.channel]?.name === channel) &&
        (topic === undefined || service?.topics[type.topic]?.name === topic);
      return isMeant ? [row] : [];
    });
  }
}

function layoutOf({ service }: Plan): ReturnType<typeof serviceLayout> {
  return serviceLayout({ types: service?.types.length ?? 0, groups: service?.groups.length ?? 0 });
}

/** The row of one replication. */
export function figuresOf(plan: Plan, ledger: Float64Array, cells: Float64Array, observed: readonly number[]): Figures {
  const { types, groups, histogramsBegin } = layoutOf(plan);
  const histograms = LEDGER + histogramsBegin;
  const row = new Float64Array(histograms + 2 * types * waitBins + observed.length);
  row.set(ledger);
  row.set(cells.subarray(0, histogramsBegin), LEDGER);
  const record = new ServiceCells({ types, groups }, cells);
  for (let type = 0; type < types; type++) {
    const { histograms: begin } = rowAt;
    row.set(record.typeRow({ types: [type] }).subarray(begin, begin + 2 * waitBins), histograms + 2 * type * waitBins);
  }
  row.set(observed, histograms + 2 * types * waitBins);
  return new Figures(plan, row);
}
