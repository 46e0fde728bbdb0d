/** The page of a sensitivity study. */

import { beforeAll, describe, expect, it } from "vitest";
import { sensitivity } from "../../../src/experiment/index.ts";
import { kpiById, type SensitivityDocument, sensitivityDocument } from "../../../src/kpi/index.ts";
import { movers, renderSensitivity, sensitivityCsv } from "../../../src/report/index.ts";
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
    const order = movers(of(method))[0]?.rows.map(({ row }) => sizes?.[row] ?? Number.NaN) ?? [];
    expect(order.length).toBe(sizes?.length);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
  });

  it("leaves the share of capabilities open where the difference is not clear", async () => {
    const document = of("capabilities");
    const [game] = document.capabilities?.games ?? [];
    if (game === undefined) throw new Error("there is no game");
    const unclear = { ...game, players: game.players.map((player) => ({ ...player, share: null })) };
    expect(movers({ ...document, capabilities: { games: [unclear] } })[0]?.rows.map(({ cells: [, share] }) => share)).toEqual(
      game.players.map(() => "–"),
    );
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
