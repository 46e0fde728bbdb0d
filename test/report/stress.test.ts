import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stressDocument } from "../../src/kpi/index.ts";
import { renderStress } from "../../src/report/index.ts";
import { describeKpi } from "./descriptions.ts";
import { evilName } from "./fixture.ts";
import { calmFixture, stressFixture } from "./stress-fixture.ts";

const executablePath = "/usr/bin/chromium";
const present = existsSync(executablePath);

/** Text of a page without its tags. */
function words(html: string): string {
  const main = html.slice(html.indexOf("<main>"), html.indexOf("</main>"));
  return main
    .replace(/<svg.*?<\/svg>/gs, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .replaceAll("&#39;", "'");
}

describe("the page of a stress study", () => {
  it("is made from a valid document and is the same every time", async () => {
    expect(stressDocument.safeParse(stressFixture()).error).toBeUndefined();
    const once = await renderStress(stressFixture(), describeKpi);
    const later = await renderStress({ ...stressFixture(), timing: { seconds: 99, workers: 1 } }, describeKpi);
    expect(JSON.stringify(later)).toBe(JSON.stringify(once));
  });

  it("says in a sentence per policy where it breaks, what breaks first, and how sure that is", async () => {
    const text = words((await renderStress(stressFixture(), describeKpi)).html);
    expect(text).toContain(
      "siloed keeps all promises up to 1.27 times the demand (95% interval 1.23 to 1.31); what breaks first is “service level in phone at least 80%”.",
    );
    expect(text).toContain("That is more than siloed takes (+0.32 times the demand, 0.28 to 0.36, on the same luck).");
    expect(text).toContain("always keeps all promises at every load up to 3 times the demand.");
    expect(text).toContain("never does not keep “service level in phone at least 80%” even at 0.5 times the demand.");
    expect(text).toContain("The promise is kept again at load 2.50");
    expect(text).toContain("The contacts of the 1,200 modelled customers follow from their lives and were not scaled.");
  });

  it("lists policies by what they take", async () => {
    const { html } = await renderStress(stressFixture(), describeKpi);
    const table = html.slice(html.indexOf("Breaking points by policy"), html.indexOf("In words"));
    const places = ["always", "siloed", "never"].map((name) => table.indexOf(`<span>${name}</span>`));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual([...places].toSorted((a, b) => a - b));
  });

  it("draws intervals of shares within 0 and 100 %", async () => {
    const study = stressFixture();
    const wide = {
      ...study,
      policies: study.policies.map((policy) => ({
        ...policy,
        curve: policy.curve.map((point) => ({ ...point, values: point.values.map((value) => ({ ...value, low: -0.4, high: 1.4 })) })),
      })),
    };
    const chart = (await renderStress(wide, describeKpi)).charts.find(({ id }) => id === "stress-1");
    const ends = [...JSON.stringify(chart?.spec).matchAll(/"(?:low|high)":(-?[\d.]+),/g)].map(([, end]) => Number(end));
    expect(ends.length).toBeGreaterThan(2);
    expect([Math.min(...ends), Math.max(...ends)]).toEqual([0, 100]);
  });

  it("says that several knock-outs count as one outage", async () => {
    const study = stressFixture();
    const { outage } = study;
    const one = "They count as one outage, from the begin of the first to the end of the last.";
    expect(words((await renderStress(study, describeKpi)).html)).not.toContain(one);
    if (outage === undefined) throw new Error("the made-up study has no outage");
    const two = { ...study, outage: { ...outage, knockOuts: ["site=north at 27h for 1h", "channel=phone at 28h for 1h"] } };
    expect(words((await renderStress(two, describeKpi)).html)).toContain(one);
  });

  it("shades the outage in a grey that no interval has", async () => {
    const { charts } = await renderStress(stressFixture(), describeKpi);
    const spec = charts.find(({ id }) => id === "recovery-2")?.spec as { layer: { mark: { type: string; color?: string } }[] } | undefined;
    const [shade, ...others] = (spec?.layer ?? []).map(({ mark }) => mark);
    expect(shade?.type).toBe("rect");
    const channels = [1, 3, 5].map((at) => Number.parseInt((shade?.color ?? "").slice(at, at + 2), 16));
    expect(Math.max(...channels) - Math.min(...channels)).toBeLessThan(16);
    expect(others.map(({ color }) => color)).not.toContain(shade?.color);
  });

  it("draws a curve per promise and, after an outage, a course per policy", async () => {
    const { charts } = await renderStress(stressFixture(), describeKpi);
    expect(charts.map(({ id }) => id)).toEqual([
      "breaking-points",
      "stress-1",
      "stress-2",
      "recovery-1",
      "recovery-2",
      "recovery-3",
      "recovery-4",
    ]);
    for (const { svg } of charts) expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("has no recovery without an outage", async () => {
    const { html, charts } = await renderStress(calmFixture(), describeKpi);
    expect(charts.map(({ id }) => id)).toEqual(["breaking-points", "stress-1", "stress-2"]);
    expect(words(html)).not.toContain("How long is the outage felt?");
  });

  it("claims nothing from one replication", async () => {
    const one = {
      ...calmFixture(),
      replications: 1,
      policies: calmFixture().policies.map((policy) => ({
        ...policy,
        first: { ...policy.first, low: null, high: null, reason: "one replication gives no interval" },
      })),
    };
    const text = words((await renderStress(one, describeKpi)).html);
    expect(text).toContain("Only one replication was run at each load");
    expect(text).toContain("no interval: one replication gives no interval");
  });
});

describe.skipIf(!present)(`the page of a stress study in a browser${present ? "" : " (skipped: no /usr/bin/chromium)"}`, () => {
  let browser: Browser;
  let folder = "";
  let address = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "journeybench-stress-"));
    const file = join(folder, "stress.html");
    writeFileSync(file, (await renderStress(stressFixture(), describeKpi)).html);
    address = pathToFileURL(file).href;
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["desktop", 1280],
    ["phone", 390],
  ] as const)("fits a %s, loads nothing, shows names as text, and turns every picture interactive", async (_, width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const faults: string[] = [];
    page.on("dialog", (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => faults.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (request.url() !== address) faults.push(`request: ${request.url()}`);
    });
    await page.goto(address);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await page.evaluate("document.body.innerText")).toContain(evilName);
    await page.evaluate(`for (const button of document.querySelectorAll("figcaption button")) button.click()`);
    await page.waitForFunction(
      `[...document.querySelectorAll("figure")].every((figure) => ["live", "failed"].includes(figure.dataset.state))`,
    );
    expect(
      await page.evaluate(
        `[...document.querySelectorAll("figure")].filter((figure) => figure.dataset.state !== "live").map((figure) => figure.id)`,
      ),
    ).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });
});
