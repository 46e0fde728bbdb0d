/** Models of buyers against definitions, integrals and each other. */

import { describe, expect, it } from "vitest";
import {
  absorbingChain,
  bass,
  bgBb,
  bgNbd,
  gammaGamma,
  kaplanMeier,
  logitShares,
  marginMultiple,
  migrationValue,
  nbd,
  paretoNbd,
  paretoNbdIndividual,
  retentionValue,
  sbg,
} from "../../../src/stats/index.ts";
import { hypergeometric, logHypergeometric } from "../../../src/stats/buyers/special.ts";

const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const PARETO = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const expectClose = (found: number, right: number, precision = 1e-9) =>
  expect(Math.abs(found / right - 1), `${found} instead of ${right}`).toBeLessThan(precision);

/** Simpson's rule. */
function integral(f: (x: number) => number, from: number, to: number, pieces = 2000): number {
  const h = (to - from) / pieces;
  return (h / 3) * sum(upTo(pieces + 1).map((k) => f(from + k * h) * (k === 0 || k === pieces ? 1 : k % 2 === 1 ? 4 : 2)));
}

describe("the hypergeometric function", () => {
  // mpmath 1.3, 15 digits.
  it.each([
    [0.2426, 2.4258, 2.2186, 78 / 82.41, 2.38783057462499],
    [27.5, 2.4, 28.9, 0.9999, 825882.10742717],
    [200, 3, 201, 0.99, 448103.729557381],
    [1.15, 1.6, 2.15, 0.999999, 7627.943411575933],
  ])("2F1(%f, %f; %f; %f) is that of mpmath", (a, b, c, z, right) => {
    // Near 1 the distance of z from 1 has few digits.
    const precision = z > 0.9999 ? 1e-9 : 1e-11;
    expectClose(hypergeometric(a, b, c, z), right, precision);
    expectClose(logHypergeometric(a, b, c, z), Math.log(right), precision);
  });
});

describe("BG/NBD", () => {
  const model = bgNbd(CDNOW);

  it("has probabilities of counts that sum to 1 and have the expectation as their mean", () => {
    const counts = upTo(1500).map((x) => model.probability(x, 39));
    expectClose(sum(counts), 1, 1e-6);
    expectClose(sum(counts.map((p, x) => p * x)), model.expected(39), 1e-4);
    expect([0, 1, 2].map((x) => model.probability(x, 0))).toEqual([1, 0, 0]);
  });

  it("expects of all buyers together what it expects of each kind: E[X(a + t)] = E[X(a)] + E[E[Y(t) | history]]", () => {
    // Buyers without repeat purchase are one kind; the one-purchase kinds differ by recency, with density from the likelihood.
    const [age, time] = [10, 10];
    const silent = model.probability(0, age) * model.conditional({ frequency: 0, recency: 0, age }, time);
    const densityOf = (recency: number) => Math.exp(model.logLikelihood({ frequency: 1, recency, age }));
    expectClose(integral(densityOf, 0, age), model.probability(1, age), 1e-6);
    const once = integral((recency) => densityOf(recency) * model.conditional({ frequency: 1, recency, age }, time), 0, age);
    // With x purchases and the last at t, the earlier ones lie anywhere before: t^(x−1) / (x − 1)!.
    const more = sum(
      upTo(60)
        .slice(2)
        .map((x) => {
          const places = sum(
            upTo(x)
              .slice(1)
              .map((k) => Math.log(k)),
          );
          const density = (recency: number): number =>
            recency === 0 ? 0 : Math.exp(model.logLikelihood({ frequency: x, recency, age }) + (x - 1) * Math.log(recency) - places);
          return integral((recency) => density(recency) * model.conditional({ frequency: x, recency, age }, time), 0, age, 400);
        }),
    );
    expectClose(silent + once + more, model.expected(age + time) - model.expected(age), 1e-4);
  });

  it("is smooth where its formula has no value, at a = 1", () => {
    const at = (a: number) => bgNbd({ ...CDNOW, a }).expected(39);
    expectClose(at(1), (at(0.999) + at(1.001)) / 2, 1e-5);
  });

  it("discounts what is to come less the lower the rate, towards all of it", () => {
    const history = { frequency: 3, recency: 30, age: 39 };
    // With a above 1 the remaining purchases are finite.
    const leaving = bgNbd({ ...CDNOW, a: 2 });
    const all = ((2 + CDNOW.b + 3 - 1) / (2 - 1)) * leaving.alive(history);
    expectClose(leaving.discountedResidual(history, 1e-7), all, 0.01);
    const steps = integral(
      (t) => Math.exp(-0.01 * t) * (model.conditional(history, t + 1e-3) - model.conditional(history, t)) * 1e3,
      0,
      2500,
      4000,
    );
    expectClose(model.discountedResidual(history, 0.01), steps, 1e-3);
  });
});

describe("Pareto/NBD", () => {
  const model = paretoNbd(PARETO);

  it("is NBD for buyers who hardly ever stop", () => {
    const forever = paretoNbd({ r: 0.8, alpha: 5, s: 1e-9, beta: 10 });
    const counts = nbd({ r: 0.8, alpha: 5 });
    expectClose(forever.expected(30), counts.mean(30), 1e-6);
    // The counts' likelihood holds all orders of purchases, the history's one: 30^x / x! of them.
    const ways = 4 * Math.log(30) - Math.log(24);
    expectClose(forever.logLikelihood({ frequency: 4, recency: 20, age: 30 }) + ways, counts.logLikelihood(4, 30), 1e-6);
  });

  it("has a likelihood that integrates to the probability of the count, whichever of alpha and beta is larger", () => {
    for (const given of [PARETO, { r: 0.553, alpha: 11.669, s: 0.606, beta: 10.578 }, { r: 1, alpha: 5, s: 2, beta: 5 }]) {
      const some = paretoNbd(given);
      const [age, time] = [10, 7];
      const ways = (x: number, recency: number): number =>
        x === 0
          ? 1
          : Math.exp(
              (x - 1) * Math.log(recency) -
                sum(
                  upTo(x)
                    .slice(1)
                    .map((k) => Math.log(k)),
                ),
            );
      const over = (f: (frequency: number, recency: number) => number): number =>
        f(0, 0) +
        sum(
          upTo(70)
            .slice(1)
            .map((x) => integral((recency) => f(x, Math.max(recency, 1e-12)), 0, age, 200)),
        );
      const density = (frequency: number, recency: number): number =>
        Math.exp(some.logLikelihood({ frequency, recency, age })) * ways(frequency, recency);
      expectClose(over(density), 1, 1e-6);
      const next = over((frequency, recency) => density(frequency, recency) * some.conditional({ frequency, recency, age }, time));
      expectClose(next, some.expected(age + time) - some.expected(age), 1e-5);
    }
  });

  it("is the mixture of its buyers' likelihoods", () => {
    // r = s = 1: rates of buying and stopping are exponential with means 1 / alpha and 1 / beta.
    const history = { frequency: 3, recency: 5, age: 8 };
    const density = (rate: number, stopRate: number) =>
      8 * Math.exp(paretoNbdIndividual({ rate, stopRate }, history) - 2 * rate - 4 * stopRate);
    const mixed = integral((rate) => integral((stopRate) => density(rate, stopRate), 1e-9, 4, 400), 1e-9, 6, 300);
    expectClose(paretoNbd({ r: 1, alpha: 2, s: 1, beta: 4 }).logLikelihood(history), Math.log(mixed), 1e-4);
  });

  it("discounts as the integral of e^{−δt} over what it expects", () => {
    const history = { frequency: 5, recency: 30, age: 39 };
    const steps = integral((t) => 0.01 * Math.exp(-0.01 * t) * model.conditional(history, t), 0, 4000, 8000);
    expectClose(model.discountedResidual(history, 0.01), steps, 1e-6);
  });
});

describe("BG/BB", () => {
  const model = bgBb({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 });
  // All sequences of six opportunities, by their sufficient figures.
  const sequences = upTo(64).map((bits) => {
    const bought = upTo(6).filter((k) => Math.floor(bits / 2 ** k) % 2 === 1);
    return { frequency: bought.length, recency: (bought.at(-1) ?? -1) + 1, opportunities: 6 };
  });
  const likelihood = (history: (typeof sequences)[number]): number => Math.exp(model.logLikelihood(history));

  it("gives all sequences together the probability 1 and the expected number of purchases", () => {
    expectClose(sum(sequences.map(likelihood)), 1);
    expectClose(sum(sequences.map((one) => one.frequency * likelihood(one))), model.expected(6));
  });

  it("expects of all sequences what it expects of the population", () => {
    const next = sum(sequences.map((one) => likelihood(one) * model.conditional(one, 5)));
    expectClose(next, model.expected(11) - model.expected(6));
  });

  it("discounts the purchases of all opportunities to come", () => {
    const history = { frequency: 3, recency: 5, opportunities: 6 };
    const each = upTo(4000).map(
      (k) => (model.conditional(history, k + 1) - model.conditional(history, k)) * Math.exp(-(k + 1) * Math.log(1.1)),
    );
    expectClose(model.discountedResidual(history, 0.1), sum(each), 1e-6);
  });

  it("refuses histories that cannot be", () => {
    expect(() => model.alive({ frequency: 3, recency: 2, opportunities: 6 })).toThrow(/impossible/);
    expect(() => model.alive({ frequency: 0, recency: 2, opportunities: 6 })).toThrow(/impossible/);
    expect(() => model.alive({ frequency: 1, recency: 7, opportunities: 6 })).toThrow(/at most/);
  });
});

describe("the shifted beta-geometric model", () => {
  const model = sbg({ alpha: 0.668, beta: 3.806 });

  it("keeps the share that its retention rates multiply to, and loses the rest", () => {
    const kept = upTo(12).reduce((share, k) => share * model.retention(k + 1), 1);
    expectClose(model.survival(12), kept);
    expectClose(model.survival(12) + sum(upTo(12).map((k) => model.churn(k + 1))), 1);
    expect(model.retention(5)).toBeGreaterThan(model.retention(1));
  });

  it("lives the sum of its survival, discounted or not", () => {
    const discounted = upTo(2000).map((t) => model.survival(t) * Math.exp(-t * Math.log(1.1)));
    expectClose(model.discountedLifetime(0.1), sum(discounted));
    const left = upTo(2000).map((t) => (model.survival(t + 5) / model.survival(4)) * Math.exp(-t * Math.log(1.1)));
    expectClose(model.discountedResidual(4, 0.1), sum(left));
    expect(model.expectedLifetime()).toBeNull();
    const leaving = sbg({ alpha: 3, beta: 5 });
    expectClose(sum(upTo(20000).map((t) => leaving.survival(t))), leaving.expectedLifetime() ?? Number.NaN, 1e-6);
  });
});

describe("NBD", () => {
  it("has probabilities with its mean and variance", () => {
    const model = nbd({ r: 0.3, alpha: 4 });
    const counts = upTo(600).map((x) => model.probability(x, 20));
    expectClose(sum(counts), 1);
    expectClose(sum(counts.map((p, x) => p * x)), model.mean(20));
    expectClose(sum(counts.map((p, x) => p * (x - 1.5) * (x - 1.5))), model.variance(20));
    expectClose(sum(counts.map((p, x) => p * model.conditional(x, 20, 30))), model.mean(30));
  });
});

describe("Bass's curve", () => {
  it("is the integral of its rate, which is highest at the peak", () => {
    const model = bass({ innovation: 0.03, imitation: 0.38 });
    expectClose(
      integral((t) => model.rate(t), 0, 7),
      model.adopted(7),
    );
    expectClose(model.peakRate(), (0.41 * 0.41) / (4 * 0.38));
    expect(model.rate(model.peakTime())).toBeGreaterThan(model.rate(model.peakTime() + 0.01));
    expect(model.rate(model.peakTime())).toBeGreaterThan(model.rate(model.peakTime() - 0.01));
    expect(bass({ innovation: 0.3, imitation: 0 }).peakTime()).toBe(0);
  });
});

describe("gamma–gamma", () => {
  it("has a density of means whose mean is the population's, and draws each customer's own mean towards it", () => {
    const model = gammaGamma({ p: 6.25, q: 3.74, gamma: 15.44 });
    const density = (mean: number): number => (mean === 0 ? 0 : Math.exp(model.logLikelihood({ purchases: 3, mean })));
    expectClose(integral(density, 0, 3000, 40000), 1, 1e-5);
    expectClose(
      integral((mean) => mean * density(mean), 0, 6000, 40000),
      model.populationMean() ?? Number.NaN,
      1e-3,
    );
    const fair = model.populationMean() ?? Number.NaN;
    expectClose(model.conditionalMean({ purchases: 5, mean: fair }), fair);
    expect(model.conditionalMean({ purchases: 5, mean: 100 })).toBeLessThan(100);
    expect(gammaGamma({ p: 2, q: 1, gamma: 3 }).populationMean()).toBeNull();
  });
});

describe("lifetime value of customers who are alike", () => {
  it("is the sum over all periods, with and without the first", () => {
    const given = { retention: 0.8, discountRate: 0.1 };
    const ratio = 0.8 / 1.1;
    expectClose(retentionValue(given), 1.1 / 0.3);
    expectClose(marginMultiple(given), 0.8 / 0.3);
    expectClose(retentionValue(given, 5), sum(upTo(5).map((k) => ratio ** k)));
    expectClose(marginMultiple({ ...given, growth: 0.06 }), (0.8 * 1.06) / (1.1 - 0.8 * 1.06));
    expect(() => marginMultiple({ retention: 1, discountRate: 0 })).toThrow(/infinite/);
  });

  it("is that of a chain with one state that is left", () => {
    const chain = [
      [0.8, 0.2],
      [0, 1],
    ];
    expectClose(migrationValue(chain, [1, 0], 0.1)[0] as number, retentionValue({ retention: 0.8, discountRate: 0.1 }));
    expectClose(migrationValue(chain, [1, 0], 0.1, 4)[0] as number, retentionValue({ retention: 0.8, discountRate: 0.1 }, 5));
  });
});

describe("an absorbing chain", () => {
  it("of one state left with probability 1/4 has the mean and variance of the geometric distribution", () => {
    const chain = absorbingChain([
      [0.75, 0.25],
      [0, 1],
    ]);
    expect(chain).toEqual({
      absorbing: [1],
      meanSteps: [4, 0],
      stepsVariance: [12, 0],
      absorption: [[1], [1]],
      visits: [
        [4, 0],
        [0, 0],
      ],
    });
  });

  it("is refused if it may run for ever, or its rows are no probabilities", () => {
    expect(() =>
      absorbingChain([
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 1],
      ]),
    ).toThrow(/state 0 never reaches/);
    expect(() =>
      absorbingChain([
        [0.5, 0.4],
        [0, 1],
      ]),
    ).toThrow(/row 0/);
  });
});

describe("Kaplan–Meier", () => {
  // Remission times of 21 patients on 6-MP (Freireich et al. 1963; Cox & Oakes 1984): the textbooks' table.
  const times = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, ended: true }));
  const cut = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, ended: false }));
  const curve = kaplanMeier([...cut, ...times]);

  it("gives the textbooks' survival and Greenwood's errors", () => {
    expect(curve.steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [6, 21],
      [7, 17],
      [10, 15],
      [13, 12],
      [16, 11],
      [22, 7],
      [23, 6],
    ]);
    expect(curve.steps.map(({ survival }) => survival.toFixed(3))).toEqual(["0.857", "0.807", "0.753", "0.690", "0.627", "0.538", "0.448"]);
    expect(curve.steps.map(({ standardError }) => standardError?.toFixed(3))).toEqual([
      "0.076",
      "0.087",
      "0.096",
      "0.107",
      "0.114",
      "0.128",
      "0.135",
    ]);
    expect(curve.median()).toBe(23);
    expect([curve.survival(5), curve.survival(6), curve.survival(100)].map((s) => s.toFixed(3))).toEqual(["1.000", "0.857", "0.448"]);
  });

  it("has the mean of the times if nobody is cut off", () => {
    expectClose(kaplanMeier(times).mean(100), sum(times.map(({ time }) => time)) / times.length);
  });
});

describe("logit shares", () => {
  it("are in proportion to exp(V), and bear any utility", () => {
    const shares = logitShares([0, Math.log(2), Number.NEGATIVE_INFINITY]);
    expectClose(shares[0] as number, 1 / 3);
    expect(shares[2]).toBe(0);
    expect(logitShares([1000, 1000])).toEqual([0.5, 0.5]);
    expect(() => logitShares([])).toThrow(/finite utility/);
  });
});
