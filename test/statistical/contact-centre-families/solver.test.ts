/** The solver and the formulas, beside the cases of issue 4 and each other: they must be right before they judge the simulation. */

import { describe, expect, it } from "vitest";
import { erlangB } from "../../support/erlang-b.ts";
import { chainOf, meanOver, type State } from "../../support/markov/chain.ts";
import { stationary } from "../../support/markov/stationary.ts";
import { certain, pass, passThrough } from "../../support/markov/transient.ts";
import { expectedOf } from "../../support/validation-cases.ts";
import { cobham, constantService, impatient, renewalArrivals } from "./formulas.ts";
import { lineFigures, lineOf } from "./line.ts";
import { skilledFigures } from "./skilled.ts";

const given = (id: string, name: string) => expectedOf(id, name).value;
const waiting = ([n = 0]: State) => Math.max(0, n - 12);

describe("the long run", () => {
  it("loses what Erlang's formula says", () => {
    expect(lineFigures({ arrivals: () => 6, service: 1, agents: 6, most: 6 }).blocking).toBeCloseTo(erlangB(6, 6), 12);
  });

  it("is that of case cc-036, Erlang A", () => {
    const { abandoning, wait, delay } = lineFigures({ arrivals: () => 48, service: 1, leaving: 0.5, agents: 45, most: 200 });
    expect(abandoning).toBeCloseTo(given("cc-036", "P_abandon"), 9);
    expect(wait).toBeCloseTo(given("cc-036", "Wq"), 9);
    expect(delay).toBeCloseTo(given("cc-036", "P_wait"), 9);
  });

  it("is that of case cc-065ssf, slow agents first", () => {
    const { queues, occupancies } = skilledFigures({
      arrivals: [12],
      leaving: [0.5],
      pools: [
        { agents: 4, rates: [2], takes: [0] },
        { agents: 6, rates: [1], takes: [0] },
      ],
      asks: [[1, 0]],
      most: 60,
    });
    expect(queues[0]).toBeCloseTo(given("cc-065ssf", "Lq"), 7);
    expect(occupancies[0]).toBeCloseTo(given("cc-065ssf", "occ0"), 7);
  });
});

describe("a day", () => {
  it("is that of case cc-053", () => {
    const day = { service: 0.5, leaving: 1, agents: 12, most: 60 };
    const passed = passThrough([
      { chain: lineOf({ arrivals: () => 4.2, ...day }), time: 480 },
      { chain: lineOf({ arrivals: () => 0, ...day }), time: 120 },
    ]);
    expect(passed.reduce((sum, { integral }) => sum + integral(waiting), 0)).toBeCloseTo(given("cc-053", "E_abandoned"), 6);
    expect((passed[0]?.integral(([n = 0]) => Math.min(n, 12)) ?? Number.NaN) / 12 / 480).toBeCloseTo(
      given("cc-053", "occupancy_during_day"),
      9,
    );
  });

  it("comes to the long run", () => {
    const chain = chainOf([0], ([n = 0]) => [...(n < 20 ? [{ to: [n + 1], rate: 2 }] : []), ...(n > 0 ? [{ to: [n - 1], rate: n }] : [])]);
    const number = ([n = 0]: State) => n;
    expect(meanOver(chain, pass(chain, certain(chain), 60).after, number)).toBeCloseTo(meanOver(chain, stationary(chain), number), 9);
  });
});

describe("formulas", () => {
  it("of any patience agree with the chain where patience is exponential", () => {
    const line = lineFigures({ arrivals: () => 7, service: 1, leaving: 0.5, agents: 7, most: 120 });
    const found = impatient({ rate: 7, service: 1, agents: 7, survival: (x) => Math.exp(-x / 2), until: 20 });
    expect(found.abandoning).toBeCloseTo(line.abandoning, 6);
    expect(found.wait).toBeCloseTo(line.wait, 6);
    expect(found.delay).toBeCloseTo(line.delay, 6);
  });

  it("of constant service give half the wait of exponential service with one agent", () => {
    expect(constantService({ rate: 0.8, time: 1, agents: 1 })).toBeCloseTo(given("cc-040", "Wq_det"), 6);
  });

  it("of renewal arrivals give that of a Poisson stream", () => {
    expect(renewalArrivals((s) => 0.8 / (0.8 + s), 1).wait).toBeCloseTo(given("cc-040", "Wq_exp"), 9);
  });

  it("of priorities are those of case cc-020", () => {
    const found = cobham([0.2, 0.6, 1.2], 3, 2);
    expect(found[0]).toBeCloseTo(given("cc-020", "Wq_np_s2_class1"), 9);
    expect(found[2]).toBeCloseTo(given("cc-020", "Wq_np_s2_class3"), 9);
  });
});
