import { beforeAll, describe, expect, it } from "vitest";
import { renderReport } from "../../src/report/index.ts";
import type { ResultDocument } from "../../src/kpi/result.ts";
import { describeKpi } from "./descriptions.ts";
import { evilName, retailResult } from "./fixture.ts";
import { buyersResult, contactCentreResult, singleResult } from "./variants.ts";

/** The page without its programs and data, which are not for reading. */
const readable = (html: string): string => html.replace(/<script[^>]*>[^]*?<\/script>/g, "");
const page = async (result: ResultDocument): Promise<string> => readable((await renderReport(result, describeKpi)).html);

const text = (html: string): string =>
  html
    .replace(/<style>[^]*?<\/style>|<svg[^]*?<\/svg>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const sectionIds = (html: string): string[] => [...html.matchAll(/<section id="([a-z]+)"/g)].map((match) => match[1] ?? "");

describe("the report of a retail scenario", () => {
  let whole = "";
  let body = "";
  beforeAll(async () => {
    whole = (await renderReport(retailResult(), describeKpi)).html;
    body = readable(whole);
  });

  it("answers its questions in the promised order", () => {
    const order = ["verdict", "kpis", "origins", "time", "movement", "service", "assumptions", "reproduce", "expectations", "warnings"];
    expect(sectionIds(body)).toEqual(order);
    expect([...body.matchAll(/<a href="#([a-z]+)">[^<]+<\/a><\/li>/g)].map((match) => match[1])).toEqual(order);
  });

  it("says who wins, by how much and how sure", () => {
    const words = text(body).replaceAll("\u00a0", " ");
    expect(words).toContain(
      "omnichannel has 1.8 pp more of its customers order again in the next year than multichannel – very strong evidence.",
    );
    expect(words).toContain("95% interval +1.6 to +2.0 pp · relative +3.0% (+2.6 to +3.3%) · adjusted p < 0.001".replace("<", "&lt;"));
    expect(words).toContain("40 paired replications");
    expect(words).toContain("makes €96 k less profit than multichannel");
    expect(words).toContain("shows no difference from multichannel that could be told from chance");
  });

  it("gives the reason where a KPI is undefined", () => {
    expect(text(body)).toContain("– no order was collected in a store");
    expect(text(body)).toContain("the baseline is not above zero");
  });

  it("marks assumptions and unverified values in words", () => {
    expect(text(body)).toContain("not verified – an assumption");
    expect(/is-unverified"><span aria-hidden="true">!<\/span> assumption/.test(body)).toBe(true);
  });

  it("names what was assumed in words, with the path to copy beside them", async () => {
    const [one] = retailResult().assumptions;
    if (one === undefined) throw new Error("the fixture assumes nothing");
    const paths = ["service.topics.defect.refund", 'service.groups["phone desk"].skills.chat.speed'];
    const { html } = await renderReport({ ...retailResult(), assumptions: paths.map((path) => ({ ...one, path })) }, describeKpi);
    expect(html).toContain(
      '<th scope="row">Service › topics › defect › refund <small class="path"><code>service.topics.defect.refund</code></small></th>',
    );
    expect(html).toContain(
      'Service › groups › phone desk › skills › chat › speed <small class="path"><code>service.groups[&quot;phone desk&quot;].skills.chat.speed</code></small>',
    );
  });

  it("tells how to run it again, quoted for a shell", () => {
    expect(text(body)).toContain("journeybench compare scenario.yaml --seed &#39;board meeting&#39; --replications 40 --strategies");
    expect(text(body)).toContain("9f2c".repeat(16));
  });

  it("shows names as text only", () => {
    expect(body.includes("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;")).toBe(true);
    expect(whole.includes(evilName)).toBe(false);
    expect(whole.match(/<script/g)).toHaveLength(5);
  });

  it("loads nothing from elsewhere", () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(whole)?.[1]?.replaceAll("&#39;", "'");
    expect(policy).toMatch(
      /^default-src 'none'; script-src( 'sha256-[\w+/]+=+'){4}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'$/,
    );
    expect(/<link|<img|<iframe|@import|\ssrc=|url\((?!#)/.exec(body)).toBeNull();
    expect(whole.includes("sourceMappingURL")).toBe(false);
  });

  it("is the same for the same result, whatever the timing", async () => {
    const again = { ...retailResult(), timing: { seconds: 1, eventsPerSecond: 1, workers: 64, executor: "reference" as const } };
    expect((await renderReport(again, describeKpi)).html === whole).toBe(true);
  });
});

describe("reports of results that lack parts", () => {
  it("a contact centre without a market is judged by its service", async () => {
    const body = await page(contactCentreResult());
    expect(sectionIds(body)).toEqual(["verdict", "kpis", "origins", "time", "service", "reproduce", "warnings"]);
    expect(text(body)).toContain("No market is simulated here");
    expect(body.includes('href="#assumptions"')).toBe(false);
    expectNoEmptyFigure(body);
  });

  it("buyers without service get one sentence instead of a service view", async () => {
    const body = await page(buyersResult());
    expect(text(body)).toContain("This scenario simulates no service contacts");
    expect(body.includes('data-chart="service-')).toBe(false);
    expectNoEmptyFigure(body);
  });

  it("one strategy is shown and compared with nothing", async () => {
    const body = await page(singleResult());
    expect(text(body)).toContain("Only one strategy was run, so there is nothing to compare it with.");
    expect(sectionIds(body)).not.toContain("origins");
    expectNoEmptyFigure(body);
  });

  it("one replication has no intervals and claims nothing", async () => {
    const body = await page(retailResult({ replications: 1 }));
    expect(text(body)).toContain("intervals are not available");
    expect(text(body)).toContain("chance cannot be told from effect");
    expect(text(body)).not.toContain("↑ better");
    expect(text(body)).not.toMatch(/NaN|undefined to|null/);
  });

  it("a KPI nobody described is shown under its id", async () => {
    const { html } = await renderReport(retailResult(), () => undefined);
    expect(text(readable(html))).toContain("context_repeat");
  });
});

function expectNoEmptyFigure(body: string): void {
  for (const figure of body.match(/<figure[^]*?<\/figure>/g) ?? []) expect(/<svg[^]*<(path|text)/.test(figure)).toBe(true);
}
