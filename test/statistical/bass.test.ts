/** Awareness without word of mouth is the diffusion model of Bass (Management Science 15(5), 1969). */

import { afterAll, describe, expect, it } from "vitest";
import { bass } from "../../src/stats/index.ts";
import { type Estimate, expectExact, expectRefuted, ratio } from "../support/estimate.ts";
import { livedReference } from "../support/reference.ts";
import { outcomesOf, planOf, type Sums, sumsOf } from "../support/runs.ts";
import { figuresOf } from "./customers/figure.ts";

const MARKET = 10_000;
const P = 0.03;
const Q = 0.38;
/** Share of adopters at t years, Bass's closed form. */
const share = (t: number, p = P, q = Q) => bass({ innovation: p, imitation: q }).adopted(t);

interface Diffusion {
  readonly wordOfMouth?: number;
  readonly campaigns?: { at: string; length: string; hazard: string }[];
  readonly innovation?: string;
  readonly imitation?: string;
}

/** Who hears of the company by the end of each year; nobody needs anything afterwards. */
function awareByYear(
  years: number,
  replications: number,
  awareness: Diffusion,
  experience?: { reference: number },
): (year: number) => Estimate {
  const plan = planOf({
    horizon: `${years}y`,
    segments: { people: { size: MARKET } },
    awareness: { innovation: "0.03/y", imitation: "0.38/y", wordOfMouth: 0, ...awareness },
    needs: { r: 1000, alpha: "1000000y", timeBetweenVisits: { deterministic: "0s" } },
    ...(experience === undefined ? {} : { experience }),
  });
  const outcomes = outcomesOf(plan, { replications });
  const until = (year: number): Sums[] => outcomes.map((outcome) => sumsOf(plan, outcome, { toMonth: year * 12 }));
  return (year) => ratio(until(year).map((s) => [s("becameAware"), MARKET]));
}

describe("innovation 0.03 and imitation 0.38 a year (scenarios/reference/bass.yaml)", async () => {
  const { sums } = await livedReference("bass");
  const aware = (year: number) => ratio(sums({ toMonth: year * 12 }).map((s) => [s("becameAware"), MARKET]));
  const figures = figuresOf("bass");
  afterAll(figures.keep);
  const curve = Array.from({ length: 12 }, (_, k) => aware(k + 1));

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 10, 12])("reach after %i years the share of Bass's closed form", (year) => {
    figures.expect(`F(${year} y)`, aware(year), share(year), 0.02);
  });

  it("win most people in the year of Bass's peak, ln(q/p)/(p+q) = 6.2 years", () => {
    const wins = curve.map(({ mean }, k) => mean - (curve[k - 1]?.mean ?? 0));
    const peak = bass({ innovation: P, imitation: Q }).peakTime();
    expect(Math.floor(peak)).toBe(6);
    // Year 7 is from 6 to 7; the density is symmetric about 6.19, so years 6 and 7 are above all others.
    const closed = Array.from({ length: 12 }, (_, k) => share(k + 1) - share(k));
    expect(wins.indexOf(Math.max(...wins))).toBe(closed.indexOf(Math.max(...closed)));
  });

  it("are told apart from an imitation of 0.40", () => expectRefuted("q = 0.40", aware(6), share(6, P, 0.4)));
});

describe("word of mouth", () => {
  // Everybody buys on hearing of the company, and is a promoter from then on (or a detractor): net share of promoters 1 (−1), so
  // imitation is q (1 ± weight) and the curve Bass's with that.
  it.each([
    ["promoters speed", 0.9, Q * 1.5],
    ["detractors slow", 0.3, Q * 0.5],
  ])("by %s it: satisfaction %f gives the curve of imitation %f", (_, reference, imitation) => {
    const aware = awareByYear(6, 8, { wordOfMouth: 0.5 }, { reference });
    expectExact(`Bass with q ${imitation.toFixed(2)}, 4 y`, aware(4), share(4, P, imitation), 0.02);
    expectExact(`Bass with q ${imitation.toFixed(2)}, 6 y`, aware(6), share(6, P, imitation), 0.02);
    expectRefuted("no word of mouth", aware(6), share(6));
  });
});

describe("a campaign", () => {
  it("adds its hazard while it runs: without imitation, F = 1 − exp(−p t − h × length)", () => {
    const aware = awareByYear(3, 8, {
      innovation: "0.1/y",
      imitation: "0/y",
      campaigns: [{ at: "1y", length: "0.5y", hazard: "0.8/y" }],
    });
    expectExact("before the campaign", aware(1), 1 - Math.exp(-0.1), 0.02);
    expectExact("after the campaign", aware(2), 1 - Math.exp(-0.2 - 0.4), 0.02);
    expectExact("a year later", aware(3), 1 - Math.exp(-0.3 - 0.4), 0.02);
  });
});
