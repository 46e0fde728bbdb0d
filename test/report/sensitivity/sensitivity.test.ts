/** The page of a sensitivity study. */

import { beforeAll, describe, expect, it } from "vitest";
import { sensitivity } from "../../../src/experiment/index.ts";
import { kpiById, type SensitivityDocument, sensitivityDocument } from "../../../src/kpi/index.ts";
import { movers, renderSensitivity, sensitivityCsv, unmovedSentence } from "../../../src/report/index.ts";
import { tiny } from "../../support/tiny.ts";
import { evilName } from "../fixture.ts";

const methods = ["morris", "tornado", "sobol", "capabilities"] as const;
const documents = new Map<string, SensitivityDocument>();

beforeAll(async () => {
  const loaded = tiny(["history: 1y", "history: 2w"], ["horizon: 2y", "horizon: 5w"]);
  for (const method of methods) {
    const vary = method === "capabilities" ? undefined : ["needs.goesOn=60%..90%", "segments.regulars.size=20..60"];
    const size = { morris: { trajectories: 2 }, tornado: {}, sobol: { rows: 2 }, capabilities: { orders: 4 } }[method];
    const { document } = await sensitivity(loaded, {
      method,
      vary,
      strategies: ["multichannel", "omnichannel"],
      replications: 2,
      workers: 0,
      ...size,
    });
    documents.set(method, document);
  }
}, 120_000);

function of(method: string): SensitivityDocument {
  const found = documents.get(method);
  if (found === undefined) throw new Error(`nothing was found by ${method}`);
  return found;
}

/** Rows of a CSV without quotes. */
function cells(text: string): string[][] {
  return text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
}

describe("the page of a sensitivity study", () => {
  it.each(methods)("of %s has a chart and a table for each response, and is the same again", async (method) => {
    const document = of(method);
    const { html, charts } = await renderSensitivity(document, kpiById);
    const responses = method === "capabilities" ? 1 : 3;
    expect(movers(document).length).toBe(responses);
    expect(charts.length).toBe(method === "morris" ? 2 * responses : responses);
    expect(html).toContain("omnichannel less multichannel");
    for (const { svg } of charts) expect(svg).toMatch(/^<svg/);
    expect(html.slice(html.indexOf("<main>"), html.indexOf("</main>"))).not.toMatch(/NaN|undefined|Infinity/);
    expect((await renderSensitivity({ ...document, timing: { seconds: 9, workers: 9 } }, kpiById)).html).toBe(html);
  });

  it.each(methods)("of %s escapes all texts of a scenario", async (method) => {
    const names = [/"omnichannel"/g, /"segments\.regulars\.size"/g, /"agentTraining"/g, /"tiny"/g];
    const text = names.reduce((changed, name) => changed.replace(name, JSON.stringify(evilName)), JSON.stringify(of(method)));
    const { html, charts } = await renderSensitivity(sensitivityDocument.parse(JSON.parse(text)), kpiById);
    expect(html).not.toContain(evilName);
    expect(html).toContain("&lt;script&gt;alert");
    for (const { svg } of charts) expect(svg).not.toContain("<script");
  });

  it.each(methods)("of %s lists what moves most first", (method) => {
    const sizes = {
      morris: ({ screening }: SensitivityDocument) => screening?.responses[0]?.effects.map(({ muStar }) => muStar.mean),
      tornado: ({ tornado }: SensitivityDocument) => tornado?.responses[0]?.bars.map(({ swing }) => Math.abs(swing.mean ?? 0)),
      sobol: ({ indices }: SensitivityDocument) => indices?.responses[0]?.parameters.map(({ total }) => total.mean),
      capabilities: ({ capabilities }: SensitivityDocument) => capabilities?.games[0]?.players.map(({ adds }) => Math.abs(adds.mean ?? 0)),
    }[method](of(method));
    const [found] = movers(of(method));
    const order = found?.rows.map(({ row }) => sizes?.[row] ?? Number.NaN) ?? [];
    expect(order.length + (found?.unmoved.length ?? 0)).toBe(sizes?.length);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
  });

  it("leaves the share of capabilities open where the difference is not clear", async () => {
    const document = of("capabilities");
    const [game] = document.capabilities?.games ?? [];
    if (game === undefined) throw new Error("there is no game");
    const unclear = { ...game, players: game.players.map((player) => ({ ...player, share: null })) };
    expect(movers({ ...document, capabilities: { games: [unclear] } })[0]?.rows.map(({ cells: [, share] }) => share?.text)).toEqual(
      game.players.map(() => "–"),
    );
  });
});

describe("names on the page", () => {
  it.each(["morris", "tornado", "sobol"])("of %s are words, with the path to copy beside them", async (method) => {
    const { html, charts } = await renderSensitivity(of(method), kpiById);
    expect(html).toContain('Needs › goes on <small class="path"><code>needs.goesOn</code></small>');
    expect(charts.map(({ svg }) => svg).join("")).toContain("Needs › goes on");
    for (const { svg } of charts) expect(svg).not.toContain("needs.goesOn");
    // The path stands in the tooltip; that of shares has two figures instead.
    if (method !== "sobol") expect(JSON.stringify(charts.map(({ spec }) => spec))).toContain('"code":"needs.goesOn"');
  });

  it("of capabilities are those of the catalogue", async () => {
    const { html, charts } = await renderSensitivity(of("capabilities"), kpiById);
    expect(html).toContain('Agent training <small class="path"><code>agentTraining</code></small>');
    expect(charts[0]?.svg).toContain("Agent training");
    expect(charts[0]?.svg).not.toContain("agentTraining");
  });
});

describe("parameters that change nothing", () => {
  /** The screening with more parameters, of which only the first has an effect in any response. */
  function screened(silent: number): SensitivityDocument {
    const document = of("morris");
    const [first] = document.parameters;
    if (first === undefined || document.screening === undefined) throw new Error("nothing was screened");
    const none = { mu: 0, muStar: { mean: 0, low: 0, high: 0 }, sigma: 0 };
    const parameters = [first, ...Array.from({ length: silent }, (_, at) => ({ ...first, path: `segments.s${at + 1}.size` }))];
    const some = { mu: -900, muStar: { mean: 1000, low: 900, high: 1100 }, sigma: 10 };
    const responses = document.screening.responses.map((response) => ({
      ...response,
      effects: parameters.map((_, row) => (row === 0 ? some : none)),
    }));
    return { ...document, parameters, screening: { ...document.screening, responses } };
  }

  it("are told in one sentence, and fill no table and no chart", async () => {
    const document = screened(3);
    const [found] = movers(document);
    if (found === undefined) throw new Error("there is no response");
    expect(found.rows.map(({ code }) => code)).toEqual(["needs.goesOn"]);
    expect(unmovedSentence(found, 4)).toBe(
      "3 parameters changed nothing: Segments › s1 › size, Segments › s2 › size and Segments › s3 › size.",
    );
    expect(unmovedSentence(found, 2)).toBe("3 parameters changed nothing: Segments › s1 › size, Segments › s2 › size and 1 more.");
    const { html, charts } = await renderSensitivity(document, kpiById);
    expect(html).toContain('3 parameters changed nothing: <span title="segments.s1.size">Segments › s1 › size</span>, ');
    expect(html.match(/<td>€0/gu)).toBeNull();
    for (const { svg } of charts) expect(svg).not.toContain("Segments");
  });

  it("are folded away when there are many, and all named", async () => {
    const { html } = await renderSensitivity(screened(40), kpiById);
    expect(html).toContain('<details class="fold" open><summary>40 parameters changed nothing.</summary>');
    for (let at = 1; at <= 40; at++) expect(html).toContain(`<code>segments.s${at}.size</code>`);
  });

  it("leave no empty chart where nothing at all has an effect", async () => {
    const document = screened(2);
    const still = document.screening?.responses.map((response) => ({
      ...response,
      effects: response.effects.map(() => ({ mu: 0, muStar: { mean: 0, low: null, high: null }, sigma: null })),
    }));
    if (document.screening === undefined || still === undefined) throw new Error("nothing was screened");
    const { html, charts } = await renderSensitivity({ ...document, screening: { ...document.screening, responses: still } }, kpiById);
    expect(charts).toEqual([]);
    expect(html).toContain("Nothing that varied changed anything (3 parameters): ");
  });

  it("are not those that only luck evens out, nor those that bend", () => {
    const document = screened(1);
    const [response] = document.screening?.responses ?? [];
    if (document.screening === undefined || response === undefined) throw new Error("nothing was screened");
    const even = { mu: 0, muStar: { mean: 0, low: 0, high: 3 }, sigma: 0 };
    const effects = [response.effects[0] ?? even, even];
    const found = movers({ ...document, screening: { ...document.screening, responses: [{ ...response, effects }] } });
    expect(found[0]?.unmoved).toEqual([]);
    const tornado = of("tornado");
    const [swung] = tornado.tornado?.responses ?? [];
    if (swung === undefined) throw new Error("nothing was swung");
    const now = { mean: 5, low: 4, high: 6 };
    const bent = { low: { ...now, mean: 9 }, high: { ...now, mean: 9 }, swing: { mean: 0, low: 0, high: 0 } };
    const still = { low: now, high: now, swing: { mean: 0, low: 0, high: 0 } };
    const [bars] = movers({ ...tornado, tornado: { responses: [{ ...swung, now, bars: [bent, still] }] } });
    expect(bars?.rows.map(({ row }) => row)).toEqual([0]);
    expect(bars?.unmoved.map(({ code }) => code)).toEqual(["segments.regulars.size"]);
  });
});

describe("sensitivity.csv", () => {
  it.each([
    ["morris", 3 * 2 * 3],
    ["tornado", 3 * 2 * 3],
    ["sobol", 3 * 2 * 2],
    ["capabilities", 11 * 3],
  ])("of %s has a row per response, parameter and measure", (method, rows) => {
    const [head, ...found] = cells(sensitivityCsv(of(method)));
    expect(head).toEqual(["strategy", "less", "what", "measure", "mean", "low", "high"]);
    expect(found.length).toBe(rows);
    for (const [strategy, , what, measure, mean] of found) {
      expect([strategy, what, measure].every((cell) => cell !== "")).toBe(true);
      expect(Number.isFinite(Number(mean))).toBe(true);
    }
  });
});
