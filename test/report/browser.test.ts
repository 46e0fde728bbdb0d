import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderReport } from "../../src/report/index.ts";
import { describeKpi } from "./descriptions.ts";
import { evilName, retailResult } from "./fixture.ts";
import { longNamesResult } from "./variants.ts";

const executablePath = "/usr/bin/chromium";
const present = existsSync(executablePath);
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** Runs in the page: what is wrong with the visible pictures. */
const pictureFaults = `
  [...document.querySelectorAll("figure .static svg")].filter((svg) => svg.getClientRects().length > 0).flatMap((svg) => {
    const id = svg.closest("figure").dataset.chart;
    const box = svg.getBoundingClientRect();
    if (box.width < 100 || box.height < 40) return [id + ": too small"];
    return [...svg.querySelectorAll("text")].flatMap((text) => {
      const inner = text.getBoundingClientRect();
      if (inner.width === 0) return [];
      const inside = inner.left >= box.left - 1 && inner.right <= box.right + 1 && inner.top >= box.top - 1 && inner.bottom <= box.bottom + 1;
      return inside ? [] : [id + ": " + text.textContent + " stands outside"];
    });
  })`;

it("Chromium is there to look at the report", (context) => {
  if (present) return;
  if (process.env["CI"])
    expect.fail(`${executablePath} is missing: in CI the report must be looked at in a real browser (apt-get install chromium)`);
  context.skip(`${executablePath} is missing, so the report is not looked at`);
});

describe.skipIf(!present)(`the report in a browser${present ? "" : " (skipped: no /usr/bin/chromium)"}`, () => {
  let browser: Browser;
  let folder = "";
  let address = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "journeybench-report-"));
    const file = join(folder, "report.html");
    writeFileSync(file, (await renderReport(retailResult(), describeKpi)).html);
    address = pathToFileURL(file).href;
    const quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    browser = await chromium.launch({ executablePath, args: quiet });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the report and collects everything that should not happen. */
  async function open(options: BrowserContextOptions): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage(options);
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
    return { page, faults };
  }

  it.each([
    ["desktop", desktop],
    ["phone", phone],
  ] as const)("fits a %s, with whole pictures and nothing loaded", async (_, viewport) => {
    const { page, faults } = await open({ viewport });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
    expect(await page.evaluate(`document.querySelectorAll("figure .static svg").length`)).toBeGreaterThan(20);
    expect(await page.evaluate(pictureFaults)).toEqual([]);
    expect(await page.evaluate("document.body.innerText")).toContain(evilName);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each([
    ["desktop", desktop],
    ["phone", phone],
  ] as const)("turns every picture interactive on a %s", async (_, viewport) => {
    const { page, faults } = await open({ viewport });
    await page.evaluate(`for (const button of document.querySelectorAll("figcaption button")) button.click()`);
    await page.waitForFunction(
      `[...document.querySelectorAll("figure")].every((figure) => ["live", "failed"].includes(figure.dataset.state))`,
    );
    expect(
      await page.evaluate(
        `[...document.querySelectorAll("figure")].filter((figure) => figure.dataset.state !== "live").map((figure) => figure.id)`,
      ),
    ).toEqual([]);
    expect(await page.evaluate(`[...new Set([...document.querySelectorAll(".vega-actions a")].map((link) => link.textContent))]`)).toEqual([
      "Save as SVG",
      "Save as PNG",
    ]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each([
    ["desktop", desktop],
    ["phone", phone],
  ] as const)("keeps long names inside on a %s", async (_, viewport) => {
    const file = join(folder, "long.html");
    writeFileSync(file, (await renderReport(longNamesResult(), describeKpi)).html);
    const page = await browser.newPage({ viewport });
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
    expect(await page.evaluate(pictureFaults)).toEqual([]);
    await page.close();
  });

  it("shows a name in a tooltip as text", async () => {
    const { page, faults } = await open({ viewport: desktop });
    await page.locator("#chart-headline button").click();
    const mark = page.locator("#chart-headline .live .mark-symbol.role-mark path").last();
    await mark.scrollIntoViewIfNeeded();
    await mark.hover({ force: true });
    await page.waitForSelector("#vg-tooltip-element.visible");
    expect(await page.locator("#vg-tooltip-element").innerText()).toContain(evilName);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("keeps the picture when the interactive view fails", async () => {
    const { page } = await open({ viewport: desktop });
    await page.evaluate(`window.vegaEmbed = () => Promise.reject(new Error("broken"))`);
    await page.locator("#chart-headline button").click();
    await page.waitForFunction(`document.querySelector("#chart-headline").dataset.state === "failed"`);
    expect(await page.locator("#chart-headline .static svg").first().isVisible()).toBe(true);
    await page.close();
  });

  it("shows pictures and assumptions without JavaScript", async () => {
    const { page } = await open({ viewport: phone, javaScriptEnabled: false });
    expect(await page.locator("#chart-retention-curve .phone svg").isVisible()).toBe(true);
    expect(await page.locator("#assumptions").getByText("not verified – an assumption").first().isVisible()).toBe(true);
    await page.close();
  });

  it("prints folded assumptions and wide pictures", async () => {
    const { page } = await open({ viewport: desktop });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
    expect(await page.locator("#assumptions").getByText("not verified – an assumption").first().isVisible()).toBe(true);
    expect(await page.locator("nav").isVisible()).toBe(false);
    await page.close();
  });
});
