/** Needs and purchases alone are BG/NBD; without dropout, NBD. */

import { afterAll, describe, expect, it } from "vitest";
import { bgNbd, nbd } from "../../src/stats/index.ts";
import { type Estimate, estimate, expectRefuted, ratio } from "../support/estimate.ts";
import { type Plan, planScenario } from "../../src/sim/index.ts";
import { referencePlan } from "../support/reference.ts";
import { outcomesOf, sumsOf } from "../support/runs.ts";
import { liveThrough, valuesOf } from "../support/worlds.ts";
import { figuresOf } from "./customers/figure.ts";

const DAY = 86_400;
const WEEK = 7 * DAY;
const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const model = bgNbd(CDNOW);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A plan that ends sooner; the same customers live the same life until then. */
const until = (plan: Plan, horizon: number, size?: number): Plan => {
  const segments = Object.entries(plan.scenario.segments ?? {}).map(
    ([name, segment]) => [name, { ...segment, size: size ?? segment.size }] as const,
  );
  return planScenario({ ...plan.scenario, horizon, segments: Object.fromEntries(segments) });
};

describe("BG/NBD as fitted to CDNOW by Fader, Hardie & Lee (scenarios/reference/bg-nbd-cdnow.yaml)", async () => {
  const plan = await referencePlan("bg-nbd-cdnow");
  const figures = figuresOf("bg-nbd-cdnow");
  afterAll(figures.keep);

  const repeats = (days: number, size: number): Estimate => {
    const sooner = until(plan, days * DAY, size);
    const outcomes = outcomesOf(sooner, { replications: 10, strategy: "reference" });
    return estimate(outcomes.map((outcome) => (sumsOf(sooner, outcome)("orders") - size) / size));
  };

  it.each([
    [7, 12_000],
    [21, 12_000],
    [223, 6_000],
    [546, 6_000],
  ])("makes E[X(t)] repeat purchases in %i days", (days, size) => {
    figures.expect(`E[X(${days} d)]`, repeats(days, size), model.expected(days / 7), 0.02);
  });

  it("is told apart from a model in which the first purchase may be the last", () => {
    // Then each later purchase is also survived with probability 1 − p, so the expectation at one week is at most E(1 − p) of it.
    const mean = CDNOW.a / (CDNOW.a + CDNOW.b);
    expectRefuted("dropout after the first purchase", repeats(223, 3_000), model.expected(223 / 7) * (1 - mean));
  });

  describe("given the first 39 weeks of a customer", () => {
    // The same customers at week 39 and at week 78: what they did, and what they go on to do.
    const lives = upTo(plan.scenario.replications).map((replication) => {
      const [then, later] = [until(plan, 39 * WEEK), plan].map((one) => liveThrough(one, { replication, strategy: "reference" }));
      if (then === undefined || later === undefined) throw new Error("two worlds expected");
      const next = valuesOf(later, "orders");
      const [last, churned] = [valuesOf(then, "needBegan"), valuesOf(then, "churned")];
      return valuesOf(then, "orders").map((orders, id) => {
        const history = { frequency: orders - 1, recency: orders === 1 ? 0 : (last[id] as number) / WEEK, age: 39 };
        return { history, next: (next[id] as number) - orders, isAlive: churned[id] === 0 };
      });
    });
    type Life = (typeof lives)[number][number];

    /** Means over customers of a kind: of what they do, and of what the model says that they do, with the error of the difference. */
    const compared = (isMeant: (life: Life) => boolean, does: (life: Life) => number, says: (life: Life) => number) => {
      const kinds = lives.map((all) => all.filter(isMeant));
      const exact = sum(kinds.flatMap((kind) => kind.map(says))) / sum(kinds.map((kind) => kind.length));
      const gap = ratio(kinds.map((kind) => [sum(kind.map((life) => does(life) - says(life))), kind.length]));
      return { found: { ...gap, mean: gap.mean + exact }, exact };
    };

    it.each([
      ["0", 0, 0],
      ["1", 1, 1],
      ["2", 2, 2],
      ["3", 3, 3],
      ["4 to 6", 4, 6],
      ["7 or more", 7, 1000],
    ])("with %s repeat purchases, the next 39 weeks bring the conditional expectation", (name, from, to) => {
      const isMeant = ({ history: { frequency } }: Life) => frequency >= from && frequency <= to;
      const { found, exact } = compared(
        isMeant,
        (life) => life.next,
        ({ history }) => model.conditional(history, 39),
      );
      figures.expect(`E[purchases in weeks 40–78 | ${name} in weeks 1–39]`, found, exact, 0.04);
    });

    it.each([
      ["1", 1, 1],
      ["2", 2, 2],
      ["3 or more", 3, 1000],
    ])("with %s, they are still customers with P(alive)", (name, from, to) => {
      const isMeant = ({ history: { frequency } }: Life) => frequency >= from && frequency <= to;
      const { found, exact } = compared(
        isMeant,
        (life) => (life.isAlive ? 1 : 0),
        ({ history }) => model.alive(history),
      );
      figures.expect(`P(alive at week 39 | ${name} in weeks 1–39)`, found, exact, 0.02);
    });

    it("is told apart from purchases at the customer's rate so far, forever", () => {
      const { found } = compared(
        ({ history }) => history.frequency === 2,
        (life) => life.next,
        () => 0,
      );
      expectRefuted("no dropout", found, nbd(CDNOW).conditional(2, 39, 39));
    });
  });

  it("has the distribution of P(X(39 w) = x)", () => {
    const sooner = until(plan, 39 * WEEK);
    const counts = upTo(20).map((replication) =>
      valuesOf(liveThrough(sooner, { replication, strategy: "reference" }), "orders").map((all) => all - 1),
    );
    for (const x of [0, 1, 2, 3]) {
      const share = estimate(counts.map((all) => all.filter((count) => count === x).length / all.length));
      figures.expect(`P(X(39 w) = ${x})`, share, model.probability(x, 39), 0.03);
    }
  });
});

describe("the same without dropout (NBD, scenarios/reference/nbd.yaml)", async () => {
  const plan = await referencePlan("nbd");
  const figures = figuresOf("nbd");
  afterAll(figures.keep);
  const counts = upTo(plan.scenario.replications).map((replication) =>
    valuesOf(liveThrough(plan, { replication, strategy: "reference" }), "orders").map((all) => all - 1),
  );
  const closed = nbd(CDNOW);
  const size = counts[0]?.length ?? 0;

  it.each([0, 1, 2, 5])("leaves the closed form's share of customers with %i repeat purchases", (x) => {
    figures.expect(
      `P(X(52 w) = ${x})`,
      estimate(counts.map((c) => c.filter((count) => count === x).length / size)),
      closed.probability(x, 52),
      0.03,
    );
  });

  it("has the mean r t / α", () => {
    figures.expect("E[X(52 w)]", estimate(counts.map((c) => sum(c) / size)), closed.mean(52), 0.02);
  });

  it("has the variance r t / α + r (t / α)²", () => {
    const mean = closed.mean(52);
    const variance = estimate(counts.map((c) => sum(c.map((x) => (x - mean) * (x - mean))) / size));
    figures.expect("Var[X(52 w)]", variance, closed.variance(52), 0.05);
    expectRefuted("Poisson", variance, mean);
  });

  it("has the whole distribution, by chi-square over 0, 1, … 29 and more", () => {
    const bins = 30;
    const observed = upTo(bins + 1).map((x) =>
      sum(counts.map((c) => c.filter((count) => (x < bins ? count === x : count >= bins)).length)),
    );
    const chances = upTo(bins).map((x) => closed.probability(x, 52));
    const statistic = (expected: readonly number[]) => {
      const all = [...expected, 1 - sum(expected)].map((chance) => chance * size * counts.length);
      return sum(all.map((mean, x) => (((observed[x] as number) - mean) * ((observed[x] as number) - mean)) / mean));
    };
    // Wilson & Hilferty 1931: the cube root of chi-square over its degrees of freedom is nearly normal; here 3 standard errors.
    const spread = 2 / (9 * bins);
    const bar = bins * (1 - spread + 3 * Math.sqrt(spread)) ** 3;
    expect(statistic(chances)).toBeLessThan(bar);
    // A shape 20 % off, of the same mean, would be seen.
    const other = nbd({ r: CDNOW.r * 1.2, alpha: CDNOW.alpha * 1.2 });
    expect(statistic(upTo(bins).map((x) => other.probability(x, 52)))).toBeGreaterThan(2 * bar);
  });
});
