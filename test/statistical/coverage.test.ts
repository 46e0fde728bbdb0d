/**
 * Coverage: 95 % intervals of the whole chain (simulated contacts, ledger, KPI, jackknife) hold the true value in 95 % of studies.
 *
 * The truth is Erlang A (Palm 1946) with patience as long as handling, which forgets its past at the rate of one service time. A replication
 * is fifteen minutes of a phone line in its steady state; between two there are ten minutes, after which e^-10 of the past is left. So
 * thousands of replications come from a few long runs. Every study takes replications that no other one has. Seeds are fixed.
 */

import { describe, expect, it } from "vitest";
import { liveUntilPrecise } from "../../src/experiment/study/precision.ts";
import { at, contrastKpi, type CounterName, estimateKpi, type Kpi, kpiById, type ScopeSums, sumLedger, sumScope } from "../../src/kpi/index.ts";
import { type Outcome, type Plan, replicate } from "../../src/sim/index.ts";
import { erlangA, fiellerInterval } from "../../src/stats/index.ts";
import { singleQueue } from "../support/contact-centre.ts";
import { onlyOne, planOf } from "../support/runs.ts";

const CONFIDENCE = 0.95;
const STRATEGY = "multichannel";
/** Calls a second. */
const RATE = 3 / 60;
/** Seconds that a replication counts, and that lie between two. */
const COUNTED = 900;
const BETWEEN = 600;
/** Replications that are cut from one run. */
const PER_RUN = 100;
const SHAPE = { months: 1, segments: 0, channels: 1 };

/** A phone line; replications are kept, and lived when they are asked for. */
class Line {
  /** By which `liveUntilPrecise` reads a replication. */
  readonly plan: Plan;
  readonly truth: ReturnType<typeof erlangA>;
  readonly #cut: Plan;
  readonly #replications: Outcome[] = [];

  constructor(agents: number) {
    const minute = { exponential: { mean: "1min" } } as const;
    const horizon = `${PER_RUN * (COUNTED + BETWEEN)}s` as const;
    const plan = planOf({
      ...singleQueue({ rate: "3/min", agents, handling: minute, patience: minute, history: "15min", horizon }),
      seed: "coverage",
    });
    const { history } = plan.scenario;
    const starts = Array.from({ length: PER_RUN }, (_, row) => history + row * (COUNTED + BETWEEN));
    const ends = [history, ...starts.flatMap((start) => [start + COUNTED, start + COUNTED + BETWEEN])];
    this.#cut = { ...plan, calendar: { ends, adoptionMonth: 1, years: [] } };
    this.plan = { ...plan, calendar: { ends: [COUNTED], adoptionMonth: 0, years: [] } };
    this.truth = erlangA({ arrivalRate: RATE, serviceRate: 1 / 60, patienceRate: 1 / 60, agents });
  }

  #live(): void {
    const replication = this.#replications.length / PER_RUN;
    const outcome = onlyOne(replicate({ plan: this.#cut, strategies: [STRATEGY], replication, executor: "compiled" }));
    const width = outcome.ledger.length / this.#cut.calendar.ends.length;
    for (let row = 0; row < PER_RUN; row++) {
      const month = 1 + 2 * row;
      const ledger = outcome.ledger.slice(month * width, (month + 1) * width);
      this.#replications.push({ ...outcome, replication: this.#replications.length, ledger });
    }
  }

  take(from: number, count: number): Outcome[] {
    while (this.#replications.length < from + count) this.#live();
    return this.#replications.slice(from, from + count);
  }
}

function kpi(id: string): Kpi {
  const found = kpiById(id);
  if (found === undefined) throw new Error(`there is no KPI ${id}`);
  return found;
}

function sums(outcomes: readonly Outcome[]): ScopeSums {
  const ledgers = outcomes.map(({ ledger }) => ledger);
  return sumScope(SHAPE, ledgers, { fromMonth: 0, toMonth: 1, years: [], isPeriod: false });
}

/** A counter of each replication. */
function counts(outcomes: readonly Outcome[], counter: CounterName): number[] {
  return outcomes.map(({ ledger }) => sumLedger(SHAPE, ledger, { fromMonth: 0, toMonth: 1 })[at[counter]] as number);
}

interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** The standard error of a coverage of 95 % in so many studies is 0.9 percentage points. */
const STUDIES = 600;
const REPLICATIONS = 12;
const three = new Line(3);
const four = new Line(4);

function studied(line: Line, study: number, replications = REPLICATIONS): Outcome[] {
  return line.take(study * replications, replications);
}

/** The share of intervals that hold the truth. */
function coverage(intervals: readonly Interval[], truth: number): number {
  const holding = intervals.filter(({ low, high }) => low !== null && high !== null && low <= truth && truth <= high);
  return holding.length / intervals.length;
}

function ofStudies(intervalOf: (study: number) => Interval): Interval[] {
  return Array.from({ length: STUDIES }, (_, study) => intervalOf(study));
}

function expectNominal(intervals: readonly Interval[], truth: number): void {
  const share = coverage(intervals, truth);
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.97);
}

const abandon = kpi("abandon");
const wait = kpi("mean_wait_all");

describe("probe", () => {
  it("times", async () => {
    const t0 = performance.now();
    console.log("truth", three.truth.probabilityOfAbandoning, four.truth.probabilityOfAbandoning);
    const show = (name: string, intervals: Interval[], truth: number) => console.log(name, coverage(intervals, truth), intervals.filter((i) => i.low === null).length, intervals.reduce((s, i) => s + ((i.high ?? 0) - (i.low ?? 0)) / 2, 0) / intervals.length / truth, performance.now() - t0);
    const A = three.truth, B = four.truth;
    const u = B.probabilityOfAbandoning / A.probabilityOfAbandoning - 1;
    show("abandon", ofStudies((s) => estimateKpi(abandon, sums(studied(three, s)), CONFIDENCE)), A.probabilityOfAbandoning);
    show("wait", ofStudies((s) => estimateKpi(wait, sums(studied(three, s)), CONFIDENCE)), A.meanWait);
    show("abandon4", ofStudies((s) => estimateKpi(abandon, sums(studied(four, s)), CONFIDENCE)), B.probabilityOfAbandoning);
    const cs = Array.from({ length: STUDIES }, (_, s) => contrastKpi(abandon, sums(studied(four, s)), sums(studied(three, s)), CONFIDENCE));
    show("diff", cs.map((c) => c.difference), B.probabilityOfAbandoning - A.probabilityOfAbandoning);
    show("rel", cs.map((c) => c.relative), u);
    console.log("vr", cs.reduce((s, c) => s + (c.varianceReduction ?? 0), 0) / STUDIES);
    const ws = Array.from({ length: STUDIES }, (_, s) => contrastKpi(wait, sums(studied(four, s)), sums(studied(three, s)), CONFIDENCE));
    show("wait diff", ws.map((c) => c.difference), B.meanWait - A.meanWait);
    show("wait rel", ws.map((c) => c.relative), B.meanWait / A.meanWait - 1);
    show("fieller", ofStudies((s) => fiellerInterval(counts(studied(four, s), "contactsAbandoned"), counts(studied(three, s), "contactsAbandoned"), CONFIDENCE)), u + 1);
    for (const [target, cap] of [[0.1, 1000]] as const) {
      let at0 = 0;
      const ns: number[] = [];
      const got: Interval[] = [];
      for (let s = 0; s < 600; s++) {
        const start = at0;
        const study = { live: async () => {}, first: (_p: number, name: string, n: number) => (name === "four" ? four : three).take(start, n) };
        const { replications } = await liveUntilPrecise(study as never, three.plan, ["three", "four"], "three", { target, kpi: "abandon", cap });
        ns.push(replications);
        got.push(contrastKpi(abandon, sums(four.take(start, replications)), sums(three.take(start, replications)), CONFIDENCE).relative);
        at0 += replications;
      }
      show("seq", got, u);
      console.log("mean n", ns.reduce((a, b) => a + b, 0) / ns.length, "first", ns.filter((n) => n === 10).length);
    }
  }, 200000);
});
void expectNominal;
