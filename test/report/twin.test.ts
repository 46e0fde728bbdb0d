/** The page of twins, and its sentences. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMachine } from "xstate";
import { twin } from "../../src/experiment/index.ts";
import { type TwinDocument, twinDocument, type TwinStep } from "../../src/kpi/index.ts";
import { contactMachine, customerVocabulary } from "../../src/journey/index.ts";
import { keyMoments, renderTwin, storyOf } from "../../src/report/index.ts";
import { spaced } from "../../src/report/twin/words/line.ts";
import { observeReplication } from "../../src/sim/index.ts";
import { planOfJourney } from "../support/own-journey.ts";
import { retailer } from "../support/retail.ts";
import { tiny } from "../support/tiny.ts";
import { evilName } from "./fixture.ts";

const executablePath = "/usr/bin/chromium";
const present = existsSync(executablePath);

let found: TwinDocument;

beforeAll(async () => {
  const loaded = tiny(["history: 1y", "history: 13w"], ["horizon: 2y", "horizon: 26w"]);
  found = (await twin(loaded, { find: 2, strategies: ["multichannel", "omnichannel"] })).document;
});

/** The document with a name replaced wherever it stands. */
function renamed(document: TwinDocument, from: string, to: string): TwinDocument {
  return twinDocument.parse(JSON.parse(JSON.stringify(document).replaceAll(JSON.stringify(from), JSON.stringify(to))));
}

/** Text of a page without its tags. */
function words(html: string): string {
  const main = html.slice(html.indexOf("<main>"), html.indexOf("</main>"));
  return main
    .replace(/<svg.*?<\/svg>/gs, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ");
}

const quietStep: TwinStep = {
  time: 0,
  actor: "customer",
  event: "timer",
  from: "",
  to: "",
  channel: null,
  actions: [],
  waits: {},
  counts: {},
  own: {},
  cents: 0,
  satisfaction: [0.8, 0.8],
  attitude: [0, 0],
  contact: null,
};

const quietContact: NonNullable<TwinStep["contact"]> = {
  case: 1,
  number: 1,
  topic: "delivery",
  byCompany: false,
  callback: false,
  group: "phone desk",
  agent: 4,
  waited: null,
  handled: null,
  explainsAgain: false,
  sentTo: null,
};

/** The sentences of one step alone. */
function said(step: Partial<TwinStep>): string[] {
  const [customer] = found.customers;
  if (customer === undefined) throw new Error("nobody was found");
  const story = storyOf(found, { ...customer, history: [{ ...quietStep, ...step }], lanes: [] });
  return story.history.flatMap(({ cells }) => cells.flatMap((lines) => lines.map(({ text }) => text)));
}

function contact(from: string, to: string, more: Partial<typeof quietContact> = {}, step: Partial<TwinStep> = {}): string[] {
  return said({ actor: "contact", event: "", from, to, channel: "phone", contact: { ...quietContact, ...more }, ...step });
}

const action = (name: string) => ({ name, cents: 0, satisfaction: null });

describe("a step is told in words that a strategist understands:", () => {
  it("visits, with their time", () => {
    const counts = { visits: 1, visitMs: 720_000 };
    expect(said({ channel: "web", actions: [action("beginVisit")], counts })).toEqual(["looks at web for 12 min"]);
    expect(said({ channel: "shop", actions: [action("beginVisit")], counts })).toEqual(["spends 12 min in shop"]);
  });

  it("orders, with value and delivery", () => {
    const actions = [action("placeOrder")];
    expect(said({ channel: "web", actions, counts: { revenue: 8420 }, waits: { fulfilmentTime: 187_200 } })).toEqual([
      "buys for €84.20 in web; goods due in 2.2 days",
    ]);
  });

  it("empty shelves and lost baskets", () => {
    expect(said({ channel: "web", actions: [action("meetStockOut"), action("loseSale"), action("giveUpNeed")] })).toEqual([
      "wants to buy, but it is out of stock in web",
      "gives up without buying",
    ]);
    expect(said({ channel: "app", actions: [action("loseBasket"), action("abandonBasket")] })).toEqual([
      "goes on with another device, finds the basket empty and gives up",
    ]);
  });

  it("waits: answered, given up, explained again", () => {
    expect(contact("queueing", "handling", { waited: 240 })).toEqual(["waits 4 min, then is answered by an agent of phone desk"]);
    expect(contact("queueing", "handling", { waited: 0 })).toEqual(["is answered at once by an agent of phone desk"]);
    expect(contact("queueing", "abandoned", { waited: 240 })).toEqual(["waits 4 min and gives up"]);
    expect(contact("queueing", "handling", { waited: 0, explainsAgain: true }, { counts: { rebuildingMs: 90_000 } })).toEqual([
      "is answered at once by an agent of phone desk, and explains the problem again (+90 s)",
    ]);
  });

  it("ends of contacts: solved, sent away, handed over, called back", () => {
    expect(contact("handling", "resolved", { handled: 360 })).toEqual(["has the problem solved after 6 min"]);
    expect(contact("handling", "moved", { handled: 60, sentTo: "phone" })).toEqual([
      "is sent away to phone after 60 s: it cannot be settled here",
    ]);
    expect(contact("handling", "moved", { handled: 60 }, { counts: { contactsHandedOver: 1 } })).toEqual([
      "is handed over with the whole story after 60 s",
    ]);
    expect(contact("awaitingCall", "handling", { waited: 7200, byCompany: true })).toEqual([
      "is called by an agent of phone desk, 2.0 h later",
    ]);
  });

  it("every action of the bundled journey, and every end of a contact", () => {
    const actions = Object.keys(customerVocabulary.actions);
    expect(actions.filter((name) => said({ channel: "web", actions: [action(name)] }).includes(spaced(name)))).toEqual([]);
    const ends = Object.entries(contactMachine.states).flatMap(([name, state]) => (state.type === "final" ? [name] : []));
    expect(ends.filter((name) => name !== "unnoticed" && contact("handling", name).includes(spaced(name)))).toEqual([]);
  });

  it("words that were added later, by their names", () => {
    expect(said({ to: "loyalty.content", actions: [action("writesReview")] })).toEqual(["writes review"]);
  });

  it("an author's journey by its states, events and actions", async () => {
    const machine = createMachine({
      id: "own",
      initial: "idle",
      states: {
        idle: { on: { BECOME_AWARE: "a.b", ALREADY_CUSTOMER: "a.b" } },
        a: {
          initial: "b",
          states: { b: { entry: { type: "count", params: { counter: "n" } }, after: { "10d": "c" } }, c: { entry: "fillBasket" } },
        },
      },
    });
    const fixed = JSON.parse(JSON.stringify(machine.config).replaceAll('"a.b"', '"#own.a.b"')) as Parameters<typeof createMachine>[0];
    const plan = planOfJourney(createMachine(fixed), retailer());
    const { history, lanes } = observeReplication({ plan, strategies: ["multichannel"], replication: 0, executor: "compiled" }, [0]);
    const document = { ...found, scenario: { ...found.scenario, journey: "own" } };
    const steps = [...(history.get(0) ?? []), ...(lanes[0]?.steps.get(0) ?? [])] as TwinStep[];
    const [customer] = found.customers;
    if (customer === undefined) throw new Error("nobody was found");
    const lines = storyOf(document, { ...customer, history: steps, lanes: [] }).history.flatMap(({ cells }) => cells.flat());
    expect(lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "idle (begins)",
        expect.stringMatching(/^idle → a\.b \((BECOME_AWARE|ALREADY_CUSTOMER)\): count, n = 1$/),
        "a.b → a.c (time is up): fillBasket",
      ]),
    );
    expect(lines.every(({ phase }) => phase === null)).toBe(true);
  });
});

describe("a story", () => {
  it("has the moments of all strategies in order, and says which are the same", () => {
    for (const customer of found.customers) {
      const { after } = storyOf(found, customer);
      const times = after.map(({ time }) => time);
      expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
      for (const { time, same } of after) if (time < (customer.parting ?? 0)) expect(same).toBe(true);
      for (const { cells, same } of after) expect(same).toBe(new Set(cells.map((cell) => JSON.stringify(cell))).size === 1);
    }
  });

  it("keeps every cent and every change of satisfaction", () => {
    for (const customer of found.customers) {
      const { after } = storyOf(found, customer);
      for (const [row, { steps, end }] of customer.lanes.entries()) {
        const lines = after.flatMap(({ cells }) => cells[row] ?? []);
        expect(lines.reduce((cents, line) => cents + line.cents, 0)).toBe(end.contribution);
        const changed = steps.filter(({ satisfaction }) => satisfaction !== null && satisfaction[0] !== satisfaction[1]).at(-1);
        expect(lines.findLast(({ satisfaction }) => satisfaction !== null)?.satisfaction?.[1]).toBe(changed?.satisfaction?.[1]);
      }
    }
  });

  it("is shortened around the first difference", () => {
    const [customer] = found.customers;
    if (customer === undefined) throw new Error("nobody was found");
    const story = storyOf(found, customer);
    const moments = keyMoments(story, 2, 5);
    expect(moments.length).toBeLessThanOrEqual(7);
    expect(moments.find(({ same }) => !same)).toBe(story.after.find(({ same }) => !same));
  });
});

describe("the page of twins", () => {
  it("is the same every time, and tells how the lives end, where they part and whom one sees", async () => {
    const first = await renderTwin(found);
    expect(JSON.stringify(await renderTwin(found))).toBe(JSON.stringify(first));
    const text = words(first.html);
    const [customer] = found.customers;
    for (const sentence of [
      `Customer ${customer?.customer}, ${customer?.segment}`,
      "The lives part on day ",
      "Here the lives part",
      "the customers with whom strategies differ most are no average",
      "Common history: ",
      "Still a customer at the end",
    ]) {
      expect(text).toContain(sentence);
    }
    expect(first.charts.map(({ id }) => id)).toEqual([
      "lanes-1",
      "contribution-1",
      "satisfaction-1",
      "lanes-2",
      "contribution-2",
      "satisfaction-2",
    ]);
  });

  it("says so where the strategies make no difference", async () => {
    const [customer] = found.customers;
    const [lane] = customer?.lanes ?? [];
    if (customer === undefined || lane === undefined) throw new Error("nobody was found");
    const lanes = found.strategies.map(({ name }) => ({ ...lane, end: { ...lane.end, strategy: name } }));
    const text = words((await renderTwin({ ...found, customers: [{ ...customer, lanes, parting: null }] })).html);
    expect(text).toContain("The strategies make no difference to this customer: every step is the same.");
    expect(text).not.toContain("Here the lives part");
  });

  it.each(["web", "omnichannel", "regulars"])("escapes names: %s", async (name) => {
    const { html } = await renderTwin(renamed(found, name, evilName));
    expect(html).not.toContain(evilName);
    expect(words(html)).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
  });
});

describe.skipIf(!present)(`the page of twins in a browser${present ? "" : " (skipped: no /usr/bin/chromium)"}`, () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "journeybench-twin-"));
  const file = join(folder, "twin.html");

  beforeAll(async () => {
    writeFileSync(file, (await renderTwin(renamed(found, "web", evilName))).html);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["desktop", { width: 1280, height: 900 }],
    ["phone", { width: 390, height: 844 }],
  ] as const)("opens offline on a %s, fits it, and breaks no rule of its policy", async (_, viewport) => {
    const page = await browser.newPage({ viewport });
    const faults: string[] = [];
    page.on("dialog", (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => faults.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (request.url() !== pathToFileURL(file).href) faults.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
    expect(await page.evaluate("document.body.innerText")).toContain(evilName);
    await page.locator("details.fold").first().click();
    await page.evaluate(`for (const button of document.querySelectorAll("figcaption button")) button.click()`);
    await page.waitForFunction(`[...document.querySelectorAll("figure")].every((figure) => figure.dataset.state === "live")`);
    expect(faults).toEqual([]);
    await page.close();
  });
});
