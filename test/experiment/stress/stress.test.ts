import { describe, expect, it } from "vitest";
import type { JourneybenchError } from "../../../src/errors.ts";
import { stress, type StressOptions } from "../../../src/experiment/index.ts";
import { type StressDocument, stressDocument } from "../../../src/kpi/index.ts";
import { parseScenario } from "../../../src/scenario/index.ts";
import { erlangA } from "../../../src/stats/queueing/index.ts";
import { tiny } from "../../support/tiny.ts";

/** Erlang A as a scenario: 5 agents, exponential handling and patience of 4 minutes, one call a minute at load 1. */
const erlangText = `
name: erlang
seed: erlang
horizon: 1d
replications: 8
channels: { phone: { kind: live, can: [serve] }, chat: { kind: live, can: [serve] } }
service:
  firstContactResolution: 100%
  recontact: { givesUp: 100% }
  handling: { phone: { exponential: { mean: 4m } }, chat: { exponential: { mean: 4m } } }
  patience: { phone: { exponential: { mean: 4m } }, chat: { exponential: { mean: 4m } } }
  groups:
    callers: { agents: 5, home: [phone], skills: { phone: {}, chat: {} }, site: north }
    writers: { agents: 5, home: [chat], skills: { phone: {}, chat: {} }, site: south }
  arrivals: { calls: { channel: phone, rate: 60/h }, chats: { channel: chat, rate: 60/h } }
strategies: { apart: { routing: siloed } }
`;
const erlang = parseScenario(erlangText, { fileName: "erlang.yaml" });
const short = parseScenario(erlangText.replace("horizon: 1d", "horizon: 8h"), { fileName: "short.yaml" });

async function study(options: StressOptions, scenario = short): Promise<StressDocument> {
  return (await stress(scenario, { workers: 2, ...options })).document;
}

/** All of a document but its timing. */
function bytes(document: StressDocument): string {
  return JSON.stringify({ ...document, timing: null });
}

/** The load at which Erlang A's share of abandonments passes `share`, for agents and calls that grow from 1/min per 5 agents. */
function erlangBreak(agents: number, share: number): number {
  let [low, high] = [0.1, 5];
  for (let step = 0; step < 60; step++) {
    const load = (low + high) / 2;
    const { probabilityOfAbandoning } = erlangA({ arrivalRate: (load * agents) / 5, serviceRate: 1 / 4, agents, patienceRate: 1 / 4 });
    if (probabilityOfAbandoning <= share) low = load;
    else high = load;
  }
  return low;
}

describe("a stress study", () => {
  const options: StressOptions = { policies: ["siloed", "one-queue"], promises: ["abandon <= 10%"], from: 0.5, to: 2.5 };

  it("finds the load at which Erlang A breaks, for two teams apart and for one, and their difference", async () => {
    const { policies, differences } = await study(options, erlang);
    const truth = [erlangBreak(5, 0.1), erlangBreak(10, 0.1)] as const;
    for (const [index, { first }] of policies.entries()) {
      // The half-width of a 95 % interval of 8 replications is 2.4 standard errors; four of them are far out.
      const error = ((first.high ?? 0) - (first.low ?? 0)) / 2 / 2.365;
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThan(0.05);
      expect(Math.abs((first.load ?? 0) - (truth[index] ?? 0))).toBeLessThan(4 * error);
    }
    const [difference] = differences;
    expect(difference?.low).toBeGreaterThan(0);
    const width = (difference?.high ?? 0) - (difference?.low ?? 0);
    expect(Math.abs((difference?.load ?? 0) - (truth[1] - truth[0]))).toBeLessThan(width);
  });

  it("gives a valid document, the same bytes with 1 and 2 workers", async () => {
    const quick = { ...options, replications: 2 };
    const one = await study({ ...quick, workers: 1 });
    expect(stressDocument.safeParse(one).error).toBeUndefined();
    expect(bytes(await study(quick))).toBe(bytes(one));
  });

  it("of the same policy under two names gives a difference of exactly 0", async () => {
    const { differences, policies } = await study({
      policies: ["siloed"],
      strategies: ["apart"],
      promises: ["abandon <= 10%"],
      replications: 3,
      from: 0.5,
      to: 2.5,
    });
    expect(policies.map(({ name }) => name)).toEqual(["apart", "siloed"]);
    expect(differences).toEqual([{ policy: "siloed", baseline: "apart", load: 0, low: 0, high: 0 }]);
  });

  it("says by channel which promise breaks first, and which never does", async () => {
    const { policies } = await study({ promises: ["abandon in chat <= 10%", "asa in phone <= 1h"], replications: 2, from: 0.5, to: 2.5 });
    expect(policies[0]?.first.promise).toBe(0);
    expect(policies[0]?.breaking[1]).toMatchObject({ load: null, beyond: "above", reason: "kept at every load up to 2.5" });
  });

  it("tells what a resolution costs at the scenario's own load, not a contact, which the company's own calls make cheaper", async () => {
    const { policies } = await study({ ...options, replications: 2, from: 0.9, to: 1.1 });
    for (const { atOwnLoad } of policies) {
      expect(atOwnLoad["cost_per_resolution"]?.mean).toBeGreaterThan(0);
      expect(atOwnLoad).not.toHaveProperty("cost_per_contact");
    }
  });

  it("has no intervals from one replication", async () => {
    const { policies } = await study({ ...options, replications: 1 });
    for (const { first } of policies) expect(first).toMatchObject({ low: null, high: null, reason: "one replication gives no interval" });
  });

  it("tells how badly an outage hurts each policy, and that the KPI comes back", async () => {
    const common = { ...options, promises: ["service_level in phone >= 80%"], replications: 4, from: 0.9, to: 1.1 };
    const half = await study({ ...common, knockOuts: ["group=callers 40% at 3h for 1h"] });
    const all = await study({ ...common, knockOuts: ["site=north at 3h for 1h", "site=south at 3h for 1h"] });
    expect(all.outage).toMatchObject({ from: 10_800, to: 14_400, bands: [expect.closeTo(0.05, 10) as number] });
    const [hurt, struck] = [half, all].map(({ policies }) => policies.map(({ recovery }) => recovery?.[0]));
    for (const [index, recovery] of (struck ?? []).entries()) {
      expect(recovery?.seconds).toBeGreaterThan(600);
      expect(recovery?.worst).toBeGreaterThan(0.5);
      expect(recovery?.worst).toBeGreaterThan(hurt?.[index]?.worst ?? 1);
    }
    // One team helps the other: two of its people are hardly missed.
    expect(hurt?.[1]?.worst).toBeLessThan(hurt?.[0]?.worst ?? 0);
  });

  it("before an outage is the same with it and without it", async () => {
    const { policies } = await study({ ...options, replications: 2, from: 0.9, to: 1.1, knockOuts: ["channel=phone at 3h for 1h"] });
    for (const { course } of policies) {
      for (const moment of (course?.[0] ?? []).filter(({ time }) => time <= 10_800)) expect(moment.disturbed.mean).toBe(moment.undisturbed);
    }
  });
});

describe("a question that cannot be answered is refused before anything runs:", () => {
  async function refused(options: StressOptions, loaded = erlang): Promise<JourneybenchError> {
    const error: unknown = await stress(loaded, { workers: 1, ...options }).catch((reason: unknown) => reason);
    expect(error).toHaveProperty("code");
    return error as JourneybenchError;
  }

  it.each([
    ["a promise that is none", { promises: ["phones are answered"] }, "is no promise"],
    ["an unknown KPI", { promises: ["servicelevel >= 80%"] }, 'Did you mean "service_level"?'],
    ["a KPI that is not of service", { promises: ["retention >= 80%"] }, 'no KPI of service "retention"'],
    ["an unknown channel", { promises: ["abandon in phon <= 5%"] }, 'Did you mean "phone"?'],
    ["a KPI that is not measured by channel", { promises: ["occupancy in phone <= 90%"] }, "not measured by channel"],
    ["a share as a time", { promises: ["service_level >= 20s"] }, "needs a share"],
    ["a share above all", { promises: ["service_level >= 80"] }, "needs a share"],
    ["a time without unit", { promises: ["asa <= 30"] }, "asa <= 30: Speed of answer, live needs a time"],
    ["a promise to be bad", { promises: ["abandon in phone >= 5%"] }, "abandon in phone >= 5%: Abandonment is better the less it is"],
    ["the same promise twice", { promises: ["abandon <= 5%", "abandon <= 0.05"] }, "stated twice"],
    ["an unknown policy", { policies: ["one-que"] }, 'Did you mean "one-queue"?'],
    ["an empty range", { from: 2, to: 2 }, "are no range"],
  ] as const)("%s", async (_, options, reason) => {
    const error = await refused(options);
    expect(error.code).toBe("usage");
    expect(error.message + (error.hint ?? "")).toContain(reason);
  });

  it("a promise of the scenario, saying where it stands", async () => {
    const text = `${erlangText}stress: { promises: ["abandon <= 10%", "asa >= 30s"] }\n`;
    const error = await refused({}, parseScenario(text, { fileName: "promises.yaml" }));
    expect(error).toMatchObject({ code: "usage", message: expect.stringMatching(/^stress\.promises\[1\]: asa >= 30s: /u) as unknown });
  });

  it("a scenario without contacts from outside, because there is nothing to scale", async () => {
    const error = await refused({}, tiny(["  arrivals:\n    suppliers: { channel: phone, rate: 1/h, topic: question }\n", ""]));
    expect(error).toMatchObject({ code: "bad-input", message: expect.stringContaining("no contacts from outside") as unknown });
  });
});

it("a scenario with modelled customers says that their contacts are not scaled", async () => {
  const { document } = await stress(tiny(), { replications: 1, workers: 2, from: 0.5, to: 1.5, strategies: ["multichannel"] });
  expect(document.load).toMatchObject({ scaled: ["suppliers"], customers: 60 });
});
