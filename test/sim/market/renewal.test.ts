/** Contracts: paid by the period, renewed or not at the end of each. */

import { describe, expect, it } from "vitest";
import { JourneybenchError } from "../../../src/errors.ts";
import { contractVocabulary, customerVocabulary, inspectJourney, subscriberMachine, type Vocabulary } from "../../../src/journey/index.ts";
import { parseScenario } from "../../../src/scenario/index.ts";
import { type ExecutorName, replicate } from "../../../src/sim/index.ts";
import { retailer } from "../../support/retail.ts";
import { onlyOne, outcomesOf, planOf, sumsOf, type Written } from "../../support/runs.ts";
import { tracedLife, valuesOf } from "../../support/worlds.ts";

const MONTH = 2_592_000;
const contract: NonNullable<Written["needs"]> = { renewal: { every: "30d", a: 2, b: 8 } };
const simple: Written = {
  horizon: "200d",
  segments: { members: { size: 300 } },
  needs: contract,
  offer: { spend: { deterministic: 20 }, grossMargin: 0.5 },
};

describe("customers with a contract", () => {
  const plan = planOf(simple);
  const { counts, world } = tracedLife(plan, ["orders", "renewalsDue", "renewalsKept", "dropouts"]);
  const of = (counter: string) => counts.filter((count) => count.counter === counter);

  it("pay at once and at each renewal, 30 days apart, and visit nothing", () => {
    expect(new Set(of("orders").map(({ time }) => time / MONTH))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    expect(of("orders")).toHaveLength(300 + of("renewalsKept").length);
    const outcome = onlyOne(outcomesOf(plan));
    const sums = sumsOf(plan, outcome);
    expect(sums("revenue")).toBe(2000 * sums("orders"));
    expect(sums("goodsMargin")).toBe(1000 * sums("orders"));
    expect([sums("visits"), sums("needs"), sums("needsMet")]).toEqual([0, 0, 0]);
  });

  it("decide each renewal that falls due once: kept, or lost for good", () => {
    expect(of("renewalsDue")).toHaveLength(of("renewalsKept").length + of("dropouts").length);
    expect(of("dropouts")).toHaveLength(valuesOf(world, "churned").reduce((sum, lost) => sum + lost, 0));
    expect(of("dropouts").length).toBeGreaterThan(100);
  });
});

describe("the journey of a subscriber", () => {
  it("has nothing wrong with it, and every word that only contracts have", () => {
    const inspection = inspectJourney(subscriberMachine, contractVocabulary);
    expect(inspection).toMatchObject({
      unreachable: [],
      deadEnds: [],
      guardedOnly: [],
      missing: [],
      wrongParams: [],
      refusals: [],
      runs: true,
    });
    const words = (vocabulary: Vocabulary) => Object.values(vocabulary).flatMap((kind) => Object.keys(kind));
    const used = new Set(inspection.words.map(({ name }) => name));
    expect(words(contractVocabulary).filter((name) => !words(customerVocabulary).includes(name) && !used.has(name))).toEqual([]);
  });
});

describe("customers of old", () => {
  it("are somewhere within a period, so that renewals are spread over it", () => {
    const { counts } = tracedLife(planOf({ ...simple, horizon: "30d", segments: { members: { size: 3000, alreadyCustomers: 1 } } }), [
      "renewalsDue",
    ]);
    expect(counts).toHaveLength(3000);
    for (const quarter of [0, 1, 2, 3]) {
      const share = counts.filter(({ time }) => Math.floor((4 * time) / MONTH) === quarter).length / 3000;
      expect(Math.abs(share - 0.25)).toBeLessThan(3 * Math.sqrt((0.25 * 0.75) / 3000));
    }
  });
});

/** Members who call when something is wrong with the period they pay for. */
function withService(changes: Partial<Written> = {}): Written {
  const { channels, service, strategies } = retailer();
  return {
    ...simple,
    history: "60d",
    ...(channels && { channels }),
    ...(service && { service }),
    ...(strategies && { strategies }),
    experience: {},
    awareness: {},
    segments: { members: { size: 120, alreadyCustomers: 0.7 } },
    ...changes,
  };
}

describe("with a service desk", () => {
  const lived = (executor: ExecutorName, runAhead: boolean) =>
    replicate({ plan: planOf(withService()), strategies: ["multichannel", "omnichannel"], replication: 0, executor, runAhead });

  it("live ahead, by the event list and as live actors alike", () => {
    const ahead = lived("compiled", true);
    expect(lived("compiled", false)).toEqual(ahead);
    expect(lived("reference", true)).toEqual(ahead);
    const sums = sumsOf(planOf(withService()), ahead[0] ?? onlyOne([]));
    expect(sums("casesClosed")).toBeGreaterThan(100);
    expect(sums("renewalsDue")).toBeGreaterThan(100);
  });

  it("leave more often the less satisfied they are, and by their own probability where satisfaction has no effect", () => {
    const kept = (slope: number, firstContactResolution: number) => {
      const { service, ...rest } = withService({ experience: { dropoutSlope: slope } });
      const plan = planOf({ ...rest, ...(service && { service: { ...service, problems: 1, firstContactResolution } }) });
      const sums = sumsOf(plan, onlyOne(outcomesOf(plan)));
      return sums("renewalsKept") / sums("renewalsDue");
    };
    expect(kept(8, 0.2)).toBeLessThan(kept(8, 1) - 0.03);
    expect(kept(0, 0.2)).toBeCloseTo(kept(0, 1), 1);
  });
});

describe("a scenario with contracts", () => {
  it("takes nothing from stock, and is no journey of an author's own", () => {
    const { channels, offer, stock } = retailer();
    const errors = (more: object): string => {
      const text = JSON.stringify({ name: "gym", segments: { members: { size: 10 } }, needs: contract, ...more });
      try {
        parseScenario(text, { fileName: "gym.json" });
        return "";
      } catch (error) {
        return error instanceof JourneybenchError
          ? error.problems.map(({ path, message }) => `${path}: ${message}`).join("\n")
          : String(error);
      }
    };
    expect(errors({})).toBe("");
    expect(errors({ channels, offer, stock })).toMatch(/^needs.renewal: .*stock/m);
    expect(errors({ journey: "./mine.ts" })).toMatch(/^needs.renewal: .*journey/m);
  });

  it("needs no channel that sells, and says what is wrong in a contract", () => {
    const text = (renewal: string) =>
      `name: gym\nchannels: { phone: { kind: live, can: [serve] } }\nsegments: { members: { size: 10 } }\nneeds: { renewal: ${renewal} }\n`;
    expect(parseScenario(text("{ every: 1y }"), { fileName: "gym.yaml" }).scenario.needs?.renewal).toEqual({
      every: 31_536_000,
      a: 0.704,
      b: 1.182,
    });
    expect(() => parseScenario(text("{ every: 0y }"), { fileName: "gym.yaml" })).toThrow(/gym.yaml/);
  });
});
