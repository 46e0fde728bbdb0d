/** Names that must be defined and parts that need each other are checked beyond the schema. */

import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/index.ts";
import { printed, problemsOf, whole, wholeWith } from "./texts.ts";

/** `path: expected …` of the only problem of a text. */
function one(text: string): string {
  const lines = printed(text);
  expect(lines).toHaveLength(1);
  return (lines[0] ?? "").replace(/^shop\.yaml:/, "");
}

describe("a channel that is named", () => {
  it.each([
    [
      "affinity: { web: 1, shop: 0.5 }",
      "affinity: { wbe: 1 }",
      '15:17  segments.all.affinity.wbe: expected a defined channel: web, shop or phone, found "wbe". Did you mean "web"?',
    ],
    [
      "affinity: { web",
      "serviceAffinity: { fone: 1 }\n    affinity: { web",
      '15:24  segments.all.serviceAffinity.fone: expected a defined channel: web, shop or phone, found "fone". Did you mean "phone"?',
    ],
    ["prices: { web", "prices: { kiosk", '19:13  offer.prices.kiosk: expected a defined channel: web, shop or phone, found "kiosk".'],
    [
      "channels: [web], units",
      "channels: [web, app], units",
      '23:30  stock.locations.depot.channels[1]: expected a defined channel: web, shop or phone, found "app".',
    ],
    [
      "settledIn: [shop]",
      "settledIn: [shpo]",
      '29:27  service.topics.return.settledIn[0]: expected a defined channel: web, shop or phone, found "shpo". Did you mean "shop"?',
    ],
    [
      "    phone: { lognormal",
      "    phones: { lognormal",
      '31:5  service.handling.phones: expected a defined channel: web, shop or phone, found "phones". Did you mean "phone"?',
    ],
    [
      "    phone: { exponential",
      "    Phone: { exponential",
      '33:5  service.patience.Phone: expected a defined channel: web, shop or phone, found "Phone". Did you mean "phone"?',
    ],
    [
      "answers: { phone",
      "answers: { mail",
      '34:26  service.promises.answers.mail: expected a defined channel: web, shop or phone, found "mail".',
    ],
    [
      "home: [phone]",
      "home: [phone, chat]",
      '36:38  service.groups.line.home[1]: expected a defined channel: web, shop or phone, found "chat".',
    ],
    [
      "skills: { shop",
      "skills: { shoop",
      '36:49  service.groups.line.skills.shoop: expected a defined channel: web, shop or phone, found "shoop". Did you mean "shop"?',
    ],
    [
      "channel: phone",
      "channel: phon",
      '39:23  service.arrivals.calls.channel: expected a defined channel: web, shop or phone, found "phon". Did you mean "phone"?',
    ],
    [
      "[web, phone]",
      "[web, phome]",
      '43:70  strategies.lean.channels[1]: expected a defined channel: web, shop or phone, found "phome". Did you mean "phone"?',
    ],
  ])("in %s must be defined", (piece, replacement, message) => {
    expect(one(wholeWith(piece, replacement))).toBe(message);
  });

  it("must be able to do what it is used for", () => {
    expect(one(wholeWith("settledIn: [shop]", "settledIn: [web]"))).toContain(
      'expected a channel that can serve, found "web", which cannot',
    );
    expect(one(wholeWith("channel: phone", "channel: web"))).toContain("expected a channel that can serve");
    expect(one(wholeWith("home: [phone]", "home: [phone, web]"))).toContain("expected a channel that can serve");
    expect(one(wholeWith("channels: [web], units", "channels: [web, phone], units"))).toContain("expected a channel that can sell");
  });

  it("stands once in a list and draws from one location", () => {
    expect(one(wholeWith("[web, phone]", "[web, phone, web]"))).toContain('expected each channel once in the list, found "web" again');
    expect(one(wholeWith("channels: [shop], units", "channels: [shop, web], units"))).toContain(
      'expected one location for each channel, found "web", which also draws from "depot"',
    );
  });

  it("needs a group when it can serve", () => {
    expect(one(wholeWith("home: [shop], ", "home: [phone], "))).toContain(
      "6:3  channels.shop: expected a group under service.groups with this channel as home",
    );
  });
});

describe("parts of a scenario", () => {
  const buyers = "name: b\nsegments: { all: { size: 10 } }\nneeds: {}\n";
  const centre =
    "name: c\nchannels: { phone: { kind: live, can: [serve] } }\nservice: { groups: { a: { agents: 1, home: [phone] } }, arrivals: { x: { channel: phone, rate: 1/h } } }\n";

  it("may be left out: buyers alone, a contact centre alone", () => {
    expect(parseScenario(buyers, { fileName: "b" }).scenario.service).toBeUndefined();
    expect(parseScenario(centre, { fileName: "c" }).scenario.needs).toBeUndefined();
  });

  it.each([
    ["nothing at all", "name: a\n", "the part needs (with segments), the part service, or both"],
    [
      "channels only",
      "name: a\nchannels: { web: { kind: self-service, can: [sell] } }\n",
      "the part needs (with segments), the part service, or both",
    ],
    ["segments without needs", "name: a\nsegments: { all: { size: 1 } }\n", "also the part needs"],
    ["needs without segments", "name: a\nneeds: {}\n", "also the part segments"],
    ["awareness without segments", `${centre}awareness: {}\n`, "also the part segments"],
    ["offer without needs", `${centre}offer: {}\n`, "also the part needs"],
    ["stock without offer", wholeWith("offer:\n  prices: { web: 0.95 }\n", ""), "also the part offer"],
    ["service without reason for contact", centre.replace(/, arrivals: .*\n/, " }\n"), "service.arrivals, or the parts needs and offer"],
  ])("are refused when there is %s", (_, text, expected) => {
    expect(
      problemsOf(text)
        .map((problem) => problem.expected)
        .join("\n"),
    ).toContain(expected);
  });

  it.each(["channels", "segments", "strategies", "service.groups", "service.topics", "stock.locations"])(
    "are refused when %s is an empty map",
    (path) => {
      const key = path.split(".").at(-1) ?? "";
      const indent = path.includes(".") ? "  " : "";
      const pattern = {
        channels: /^channels:\n( .*\n)+/m,
        segments: /^segments:\n( .*\n)+/m,
        strategies: /^strategies:\n( .*\n)+/m,
        groups: /^ {2}groups:\n( {4}.*\n)+/m,
        topics: /^ {2}topics:\n( {4}.*\n)+/m,
        locations: /^ {2}locations:\n( {4}.*\n)+/m,
      }[key];
      const problems = problemsOf(whole.replace(pattern ?? /^$/, `${indent}${key}: {}\n`));
      expect(
        problems
          .filter((problem) => problem.path === path)
          .map(({ expected, found }) => `${expected} ${found}`)
          .join(),
      ).toMatch(/^at least one .* \{\}$/);
    },
  );

  it("need somewhere to buy, open at some time, under every strategy", () => {
    const text = "name: a\nchannels: { web: { kind: self-service, can: [inform] } }\nsegments: { all: { size: 1 } }\nneeds: {}\n";
    expect(one(text)).toContain("2:1  channels: expected at least one channel that can sell");
    expect(one(text.replace("[inform]", "[sell], hours: {}"))).toContain("expected at least one channel that can sell and is open");
    expect(one(wholeWith("[web, phone]", "[phone]"))).toContain("strategies.lean.channels: expected at least one channel that can sell");
  });

  it("need groups that work at some time, and topics that come up", () => {
    expect(one(wholeWith('{ mon-sat: "09:00-12:00, 13:00-18:00" }', "{}"))).toContain(
      "service.groups.desk.hours: expected hours in which the group works, found none",
    );
    expect(one(wholeWith("question: {}", "question: { weight: 0 }").replace("{ settledIn", "{ weight: 0, settledIn"))).toContain(
      "at least one topic with a weight above zero",
    );
    expect(one(wholeWith("topic: question", "topic: qestion"))).toContain(
      'expected a defined topic: question or return, found "qestion". Did you mean "question"?',
    );
  });

  it("stay within five million customers and fifty years", () => {
    expect(
      one(
        wholeWith("size: 1000", "size: 4000000 }\n  more: { size: 1000001").replace(
          "all:\n    size: 4000000 }\n  more: { size: 1000001\n    affinity: { web: 1, shop: 0.5 }",
          "all: { size: 4000000 }\n  more: { size: 1000001 }",
        ),
      ),
    ).toContain("12:1  segments: expected sizes that add up to at most 5000000 customers, found 5000001");
    expect(one(wholeWith("name: whole", "name: whole\nhorizon: 51y"))).toBe("2:10  horizon: expected at most 50y, found 51y.");
    expect(one(wholeWith("name: whole", "name: whole\nhistory: 2700w"))).toContain("history: expected at most 50y");
  });

  it("takes no minutes for months where customers live", () => {
    const message = one(wholeWith("name: whole", "name: whole\nhorizon: 18m"));
    expect(message).toContain("2:10  horizon: expected days, weeks or years: m is minutes (write min if they are meant)");
    expect(message).toContain('found 18m. Did you mean "548d"?');
    expect(() => parseScenario(wholeWith("name: whole", "name: whole\nhorizon: 18min"), { fileName: "shop.yaml" })).not.toThrow();
  });
});

describe("strategies", () => {
  it("may extend presets, each other, and the preset of their own name", () => {
    expect(
      problemsOf(wholeWith("omnichannel: {}", "omnichannel: { extends: omnichannel }\n  x: { extends: y }")).map(({ path }) => path),
    ).toEqual(["strategies.x.extends"]);
  });

  it("must not go in circles, and the circle is named once", () => {
    const text = wholeWith("omnichannel: {}", "a: { extends: b }\n  b: { extends: c }\n  c: { extends: b }\n  d: { extends: d }").replace(
      "omnichannel, over",
      "a, over",
    );
    expect(printed(text)).toEqual([
      "shop.yaml:43:17  strategies.b.extends: expected a chain of strategies that ends at a preset, found a circle: b → c → b.",
      "shop.yaml:45:17  strategies.d.extends: expected a chain of strategies that ends at a preset, found a circle: d → d.",
    ]);
  });

  it("describe the loyalty programme that they put in force", () => {
    const rewarding = wholeWith("lean: { extends: omnichannel,", "lean: { loyaltyProgramme: true, extends: omnichannel,");
    expect(one(rewarding)).toContain("strategies.lean.loyaltyProgramme: expected also the part loyaltyProgramme");
    expect(
      parseScenario(rewarding.replace("experience: {}", "experience: {}\nloyaltyProgramme: {}"), { fileName: "whole.yaml" }),
    ).toBeDefined();
  });

  it("are what the baseline and expectations name", () => {
    expect(one(wholeWith("baseline: multichannel", "baseline: multichanel"))).toContain('Did you mean "multichannel"?');
    expect(one(wholeWith("strategy: omnichannel", "strategy: omni"))).toContain(
      '46:33  expect[0].strategy: expected a defined strategy: multichannel, omnichannel or lean, found "omni"',
    );
    expect(one(wholeWith("over: multichannel", "over: nobody"))).toContain("expect[0].over");
  });
});

describe("an expectation", () => {
  it("says at least one bound, in order", () => {
    expect(one(wholeWith(", atLeast: 0", ""))).toContain("expect[0]: expected atLeast, atMost or both, found neither");
    expect(one(wholeWith("atLeast: 0", "atLeast: 0.5, atMost: 0.1"))).toContain(
      "expect[0].atMost: expected a bound of at least 0.5 (atLeast), found 0.1",
    );
  });

  it("names a KPI of the list that is passed in", () => {
    expect(() => parseScenario(whole, { fileName: "w", knownKpis: ["retention", "churn"] })).not.toThrow();
    expect(printed(wholeWith("kpi: retention", "kpi: retension"), { knownKpis: ["retention", "churn"] })).toEqual([
      'shop.yaml:46:12  expect[0].kpi: expected a defined KPI: retention or churn, found "retension". Did you mean "retention"?',
    ]);
  });
});
