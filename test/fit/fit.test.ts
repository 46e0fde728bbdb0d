/** Models of buyers fitted to real customers, as their authors and other programs fitted them. */

import { describe, expect, it } from "vitest";
import { fitBgBb, fitBgNbd, fitGammaGamma, fitNbd, fitParetoNbd, fitSbg } from "../../src/fit/index.ts";
import { bgBb, bgNbd, gammaGamma, nbd, paretoNbd, sbg } from "../../src/stats/index.ts";
import { cdnowBuyers, donors } from "../support/buyers-data.ts";
import { clvCase, expectClv } from "../support/clv-cases.ts";

const periods = (until: number): number[] => Array.from({ length: until + 1 }, (_, period) => period);

describe("the shifted beta-geometric model", () => {
  it("of the Regular customers is Fader & Hardie's, and projects their survival to year 12", () => {
    const { survival_pct: percent, n } = clvCase("clv-001").params as { survival_pct: number[]; n: number };
    const { parameters, logLikelihood } = fitSbg([{ survivors: percent.map((share) => (share / 100) * n) }]);
    expectClv("clv-001", {
      ...parameters,
      LL: logLikelihood,
      survival_pct_0_12: periods(12).map((year) => 100 * sbg(parameters).survival(year)),
    });
  });

  it("of the High End customers, whose retention the paper also gives, is Fader & Hardie's", () => {
    const survivors = [1000, 869, 743, 653, 593, 551, 517, 491];
    const { parameters, logLikelihood } = fitSbg([{ survivors }]);
    expect([parameters.alpha.toFixed(3), parameters.beta.toFixed(3), logLikelihood.toFixed(1)]).toEqual(["0.668", "3.806", "-1611.2"]);
    // Observed in years 8 to 12, which the fit has not seen: 46.8, 44.5, 42.7, 40.9, 39.4 %.
    const projected = [8, 9, 10, 11, 12].map((year) => 100 * sbg(parameters).survival(year));
    for (const [row, observed] of [46.8, 44.5, 42.7, 40.9, 39.4].entries())
      expect(Math.abs((projected[row] ?? 0) / observed - 1)).toBeLessThan(0.05);
  });

  it("of the beta-geometric note is the note's, and projects to year 11", () => {
    const { survivors } = clvCase("clv-003").params as { survivors: number[] };
    const { parameters, standardErrors, logLikelihood } = fitSbg([{ survivors }]);
    expectClv("clv-003", {
      ...parameters,
      LL: logLikelihood,
      survivors_0_11: periods(11).map((year) => 1000 * sbg(parameters).survival(year)),
    });
    expect(standardErrors.alpha / parameters.alpha).toBeGreaterThan(0.05);
    expect(standardErrors.alpha / parameters.alpha).toBeLessThan(0.3);
  });

  it("is fitted to several cohorts at once as to each weighed by its size", () => {
    const { survivors } = clvCase("clv-003").params as { survivors: number[] };
    const twice = fitSbg([{ survivors }, { survivors }]);
    const weighted = fitSbg([{ survivors, weight: 2 }]);
    expect(twice.logLikelihood).toBeCloseTo(weighted.logLikelihood, 8);
    expect(twice.standardErrors.beta * Math.SQRT2).toBeCloseTo(fitSbg([{ survivors }]).standardErrors.beta, 4);
  });
});

describe("2,357 customers of CDNOW", () => {
  it("give BG/NBD its published parameters, expectations and probabilities", () => {
    const { parameters, logLikelihood } = fitBgNbd(cdnowBuyers);
    const model = bgNbd(parameters);
    const frequent = { frequency: 26, recency: 30.86, age: 31 };
    expectClv("clv-010", {
      ...parameters,
      LL: logLikelihood,
      E_X_t: [0.1429, 1, 3, 31.8571, 32, 78].map((weeks) => model.expected(weeks)),
      cond_E_39w_x2: bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }).conditional({ frequency: 2, recency: 30.43, age: 38.86 }, 39),
      P_alive_x26: model.alive(frequent),
      cond_E_52w_x26: model.conditional(frequent, 52),
      total_holdout_39w: cdnowBuyers.reduce((sum, buyer) => sum + model.conditional(buyer, 39), 0),
    });
  });

  it("give Pareto/NBD its published parameters, expectations, and the paradox of increasing frequency", () => {
    const { parameters, logLikelihood } = fitParetoNbd(cdnowBuyers);
    const model = paretoNbd(parameters);
    const frequent = { frequency: 26, recency: 30.86, age: 31 };
    const rounded = paretoNbd({ r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562 });
    expectClv("clv-011", {
      ...parameters,
      LL: logLikelihood,
      E_X_52: model.expected(52),
      cond_E_52_x26: model.conditional(frequent, 52),
      P_alive_x26: model.alive(frequent),
      // In the walkthrough of BTYD these are expectations over the next 52 weeks.
      increasing_frequency_paradox: [10, 15, 20, 25].map((frequency) => rounded.conditional({ frequency, recency: 20, age: 39 }, 52)),
    });
  });

  it("give gamma–gamma its published parameters from the 946 who came back", () => {
    const spent = cdnowBuyers.filter(({ frequency }) => frequency > 0).map(({ frequency, mean }) => ({ purchases: frequency, mean }));
    expect(spent).toHaveLength(946);
    const { parameters, logLikelihood } = fitGammaGamma(spent);
    const published = gammaGamma({ p: 6.25, q: 3.74, gamma: 15.44 });
    expectClv("clv-014", {
      ...parameters,
      LL: logLikelihood,
      cond_mean_first10: cdnowBuyers.slice(0, 10).map(({ frequency, mean }) => published.conditionalMean({ purchases: frequency, mean })),
    });
  });

  it("give NBD a likelihood below that of BG/NBD, which has it inside", () => {
    const counts = cdnowBuyers.map(({ frequency, age }) => ({ purchases: frequency, time: age }));
    const { parameters, logLikelihood } = fitNbd(counts);
    const total = counts.reduce((sum, { purchases, time }) => sum + nbd(parameters).logLikelihood(purchases, time), 0);
    expect(logLikelihood).toBeCloseTo(total, 6);
    // As CLVTools and lifetimes do, and Fader & Hardie: whether the last purchases came late tells of dropout; counts alone do not.
    const mean = counts.reduce((sum, { time }) => sum + nbd(parameters).mean(time), 0);
    expect(Math.abs(mean / counts.reduce((sum, { purchases }) => sum + purchases, 0) - 1)).toBeLessThan(0.01);
  });
});

describe("11,104 donors at six opportunities", () => {
  it("give BG/BB the parameters that Fader, Hardie & Shang published", () => {
    const histories = donors.map(({ frequency, recency, periods: opportunities, weights: weight }) => ({
      frequency,
      recency,
      opportunities,
      weight,
    }));
    const { parameters, logLikelihood } = fitBgBb(histories);
    // Table 3 of the paper: 1.204, 0.750, 0.657, 2.783; log likelihood −33,225.6.
    expect(parameters.alpha).toBeCloseTo(1.204, 3);
    expect(parameters.beta).toBeCloseTo(0.75, 3);
    expect(parameters.gamma).toBeCloseTo(0.657, 3);
    expect(parameters.delta).toBeCloseTo(2.783, 2);
    expect(logLikelihood).toBeCloseTo(-33225.6, 1);
    const all = histories.reduce((sum, { weight }) => sum + weight, 0);
    const gifts = histories.reduce((sum, { frequency, weight }) => sum + frequency * weight, 0);
    expect(Math.abs((bgBb(parameters).expected(6) * all) / gifts - 1)).toBeLessThan(0.01);
  });
});

describe("a fit", () => {
  it("says so when data have no maximum inside, or are none", () => {
    expect(() => fitSbg([{ survivors: [100, 50, 25, 12.5] }])).toThrow(/no maximum/);
    expect(() => fitBgNbd([])).toThrow(/at least one observation/);
  });
});
