/** Mistakes in the service part of a scenario: each at its place, all at once. */

import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/scenario/index.ts";
import { printed } from "../texts.ts";
import { centre, centreWith, wrong } from "./texts.ts";

describe("a contact centre with every key", () => {
  it("is valid, and so is its resolved text, which means the same", () => {
    const { scenario, resolved } = parseScenario(centre, { fileName: "centre.yaml" });
    const again = parseScenario(resolved, { fileName: "again.yaml" });
    expect(again.scenario).toEqual(scenario);
    expect(again.resolved).toBe(resolved);
  });

  it("has one assumption for a schedule, and the begin of a long list of counts", () => {
    const text = centreWith("values: [3, 5, 8]", `values: [${Array.from({ length: 48 }, (_, i) => i).join(", ")}]`);
    const { assumptions } = parseScenario(text, { fileName: "centre.yaml" });
    const value = (path: string) => assumptions.find((item) => item.path === path)?.value;
    expect(value("service.groups.team.schedule")).toBe("{ mon-fri: { 08:00-12:00: 4, 12:00-18:00: 6 }, sat: { 09:00-12:00: 2 } }");
    expect(value("service.arrivals.recorded.counts.values")).toBe("[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … ] (48 values)");
    expect(value("service.groups.night.slowDown")).toBe("0.2");
  });
});

describe("a name that is used", () => {
  it.each([
    [
      "    chat: { silent",
      "    caht: { silent",
      'service.queues.caht: expected a defined channel: phone, chat or mail, found "caht". Did you mean "chat"?',
    ],
    ["handling: { phone", "handling: { phon", "service.topics.support.handling.phon: expected a defined channel"],
    ["patience: { phone", "patience: { fone", "service.topics.support.patience.fone: expected a defined channel"],
    ["patience: { phone", "patienceOnHold: { fone", "service.topics.support.patienceOnHold.fone: expected a defined channel"],
    ["besideOthers: [chat]", "besideOthers: [chta]", "service.groups.team.besideOthers[0]: expected a defined channel"],
    ["from: { channel: phone", "from: { channel: phonee", "service.transfers[0].from.channel: expected a defined channel"],
    [
      "to: { channel: mail",
      "to: { channel: male",
      'service.transfers[1].to.channel: expected a defined channel: phone, chat or mail, found "male".',
    ],
    [
      "to: { topic: support",
      "to: { topic: suport",
      'service.transfers[0].to.topic: expected a defined topic: sales or support, found "suport". Did you mean "support"?',
    ],
    ["topics: { sales: { speed", "topics: { sale: { speed", "service.groups.team.skills.phone.topics.sale: expected a defined topic"],
    [
      "busyness: daily",
      "busyness: dayly",
      'service.arrivals.steady.busyness: expected a defined entry of service.busyness: daily, found "dayly". Did you mean "daily"?',
    ],
    [
      "group: team",
      "group: teem",
      'service.disruptions[1].group: expected a defined group: team, desk or night, found "teem". Did you mean "team"?',
    ],
    [
      "2h, site: north",
      "2h, site: nort",
      'service.disruptions[2].site: expected a defined site (a group\'s `site`): north, found "nort". Did you mean "north"?',
    ],
    [
      "4h, channel: phone",
      "4h, channel: fax",
      'service.disruptions[0].channel: expected a defined channel: phone, chat or mail, found "fax".',
    ],
    ["routing: one-queue", "routing: one-que", 'Did you mean "one-queue"?'],
    ["{ relationship: {", "{ relationshp: {", 'found the key "relationshp". Did you mean "relationship"?'],
    [
      "{ relationship: { waitLimit: 2m } }",
      "{ idleness-ratio: { groups: { teem: 2 } } }",
      "strategies.known.routing.idleness-ratio.groups.teem: expected a defined group",
    ],
  ])("(%s → %s) is defined", (piece, replacement, message) => {
    const lines = wrong(piece, replacement);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
  });
});

describe("streams without end at one moment", () => {
  const atOnce = "handling: { chat: { deterministic: 8m }, mail: { deterministic: 0s } }\n  wrapUp: { deterministic: 0s }";
  const handling = "handling: { chat: { deterministic: 8m } }";
  /** The centre with mails that take no time, and a piece exchanged. */
  const unhurried = (piece: string, replacement: string) => centreWith(handling, atOnce).replace(piece, () => replacement);
  const endless = (piece: string, replacement: string) =>
    printed(unhurried(piece, replacement)).map((line) => line.replace(/^.*?service/u, "service"));
  const accepted = (text: string) => expect(() => parseScenario(text, { fileName: "centre.yaml" })).not.toThrow();

  it("are refused: times between contacts that are always 0", () => {
    expect(wrong("between: { deterministic: 1m }", "between: { deterministic: 0s }")).toEqual([
      expect.stringContaining(
        "service.arrivals.regular.between: expected times above 0s, or a limit (endlessly many contacts would come at once), found always 0s, and no limit.",
      ),
    ]);
    accepted(centreWith("between: { deterministic: 1m }", "between: { deterministic: 0s }, limit: 9"));
  });

  it("are refused: a backlog that takes agents no time, or that self-service settles at once", () => {
    expect(endless("nothing to exchange", "")).toEqual([
      "service.arrivals.pile.backlog: expected a limit, or handling or wrap-up that takes time (the next contact would come at the same moment, endlessly), found neither.",
    ]);
    const pile = "pile: { channel: phone, backlog: true }";
    const settled = centreWith("pile: { channel: mail, backlog: true }", pile).replace(
      "time: { exponential: { mean: 30s } }, settles: 50%",
      "time: { deterministic: 0s }, settles: 100%",
    );
    expect(printed(settled)).toEqual([
      expect.stringContaining("service.arrivals.pile.backlog: expected a limit, or self-service that takes time (the next contact"),
    ]);
  });

  it("are refused: callers who are back at once after contacts that take no time", () => {
    const few = "few: { channel: phone, callers: { number: 20, until: { exponential: { mean: 10m } } } }";
    const back = (channel: string) => `few: { channel: ${channel}, callers: { number: 20, until: { empirical: [0s, 0s] } } }`;
    expect(endless(few, back("mail")).map((line) => line.split(":")[0])).toEqual([
      "service.arrivals.few.callers",
      "service.arrivals.pile.backlog",
    ]);
    accepted(centreWith(few, back("chat")));
  });

  it("are not those whose contacts take time somewhere, or that have a limit", () => {
    accepted(unhurried("backlog: true", "backlog: true, limit: 5"));
    accepted(unhurried("wrapUp: { deterministic: 0s }", "wrapUp: { deterministic: 1s }"));
    accepted(unhurried("mail: { deterministic: 0s }", "mail: { discrete: [{ value: 0s, weight: 1 }, { value: 1m, weight: 1 }] }"));
  });
});

describe("keys that exclude each other", () => {
  it.each([
    [
      "channel: mail, backlog: true",
      "channel: mail",
      "55:5  service.arrivals.pile: expected one of rate, rates, wave, between, counts, callers or backlog, found none.",
    ],
    [
      "backlog: true",
      "backlog: true, rate: 1/h",
      "service.arrivals.pile.backlog: expected only one of rate, rates, wave, between, counts, callers or backlog, found rate and backlog.",
    ],
    [
      "night: { agents: 2",
      "night: { shifts: [{ agents: 1, hours: always }], agents: 2",
      "service.groups.night.shifts: expected only one of agents, schedule or shifts, found agents and shifts.",
    ],
    ["night: { agents: 2, hours", "night: { hours", "service.groups.night: expected one of agents, schedule or shifts, found none."],
    [
      "      absence: 5%",
      '      hours: { mon: "08:00-12:00" }',
      "service.groups.desk.hours: expected no hours beside shifts, which says when the group works, found both.",
    ],
    [
      "channel: phone }\n    - { at: 2h, for: 4h, group",
      "channel: phone, group: team }\n    - { at: 2h, for: 4h, group",
      "service.disruptions[0].group: expected only one of channel, group or site, found channel and group.",
    ],
    [
      "4h, channel: phone",
      "4h, channel: phone, missing: 50%",
      "service.disruptions[0].missing: expected a share of missing agents only with group or site",
    ],
    [
      "between: { deterministic: 1m }",
      "between: { deterministic: 1m }, busyness: daily",
      "service.arrivals.regular.busyness: expected busyness only with rate, rates or wave (it multiplies a rate), found it with between.",
    ],
    [
      "values: [3, 5, 8]",
      "values: [3, 5, 8] }, batch: { deterministic: 2",
      "service.arrivals.recorded.batch: expected batch only with rate, rates, wave or between, found it with counts.",
    ],
    [
      "values: [3, 5, 8]",
      "values: [3], file: ./a.csv",
      "service.arrivals.recorded.counts.file: expected only one of values or file, found values and file.",
    ],
  ])("(%s → %s) are told", (piece, replacement, message) => {
    const lines = wrong(piece, replacement);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
  });
});

describe("numbers that do not fit", () => {
  it.each([
    [
      "amplitude: 20/h",
      "amplitude: 200/h",
      'service.arrivals.rising.wave.amplitude: expected an amplitude of at most the mean (a rate is never below zero), found "200/h".',
    ],
    [
      "totalSpeed: [1, 1.6, 1.9]",
      "totalSpeed: [1, 1.6]",
      "service.groups.team.totalSpeed: expected 3 speeds, one for each number of contacts up to atOnce, found 2: [1, 1.6].",
    ],
    ["share: 15%", "share: 115%", "service.transfers[0].share: expected a share from 0 to 1"],
    [
      "- { from: { topic: support }, to: { channel: mail }, share: 5% }",
      "- { from: {}, to: { channel: mail }, share: 90% }",
      "service.transfers[1].share: expected shares of sales in phone that add up to at most 100%, found 105%.",
    ],
    [
      "- { from: { topic: support }, to: { channel: mail }, share: 5% }",
      "- { from: { channel: mail }, to: { channel: chat }, share: 100% }\n    - { from: { channel: chat }, to: { channel: mail }, share: 100% }",
      "expected transfers that some contacts of",
    ],
    ["values: [3, 5, 8]", "values: [3, -5, 8]", "service.arrivals.recorded.counts.values[1]: expected a number of zero or more, found -5."],
    ["{ number: 20,", "{ number: 2000000,", "service.arrivals.few.callers.number: expected at most 1,000,000 callers, found 2000000."],
    [
      "contacts: 200",
      "contacts: 200000",
      "service.arrivals.steady.surges[0].contacts: expected at most 65,536 contacts in a surge, found 200000.",
    ],
    [
      '"12:00-18:00": 6',
      '"12:00-18:00": 60000',
      'service.groups.team.schedule.mon-fri["12:00-18:00"]: expected at most 10,000 agents, found 60000.',
    ],
    ["priority: 2,", "priority: 0,", "service.topics.sales.priority: expected a whole number of 1 or more, found 0."],
    [
      "shifts:\n        - { agents: 3,",
      "shifts:\n        - { agents: 9999,",
      "service.groups.desk.shifts: expected at most 10,000 agents in all shifts together, found 10001 agents.",
    ],
    [
      'breaks: { mon-fri: "12:00-12:30" }',
      "breaks: always",
      "service.groups.desk.shifts[0].breaks: expected breaks that leave some hours to work, found breaks all the time.",
    ],
    [
      'breaks: { mon-fri: "12:00-12:30" }',
      'breaks: { mon-fri: "17:00-17:30" }',
      "service.groups.desk.shifts[0].breaks: expected breaks within the hours of the shift, found none.",
    ],
    [
      '{ mon-fri: { "08:00-12:00": 4, "12:00-18:00": 6 }, sat: { "09:00-12:00": 2 } }',
      '{ mon: { "08:00-12:00": 0 } }',
      "service.groups.team.schedule: expected hours in which the group works, found none.",
    ],
  ])("(%s → %s) are told", (piece, replacement, message) => {
    const lines = wrong(piece, replacement);
    expect(lines.join("\n")).toContain(message);
    expect(lines.every((line) => line.includes(" service."))).toBe(true);
  });

  it("are told with both intervals when a schedule overlaps", () => {
    expect(wrong('"12:00-18:00": 6 }', '"11:00-18:00": 6 }')).toEqual([
      '32:48  service.groups.team.schedule.mon-fri["11:00-18:00"]: expected intervals that do not overlap, found mon-fri 08:00-12:00 and mon-fri 11:00-18:00.',
    ]);
    expect(wrong("sat: {", "fri: {")).toEqual([
      expect.stringContaining("expected intervals that do not overlap, found fri 09:00-12:00 and mon-fri 08:00-12:00."),
    ]);
    expect(wrong('"12:00-18:00": 6', '"18:00-12:00": 6')).toEqual([
      '32:30  service.groups.team.schedule.mon-fri["08:00-12:00"]: expected intervals that do not overlap (18:00-12:00 runs into the next day), found mon-fri 08:00-12:00 and mon-fri 18:00-12:00.',
      '32:75  service.groups.team.schedule.sat["09:00-12:00"]: expected intervals that do not overlap (18:00-12:00 runs into the next day), found mon-fri 18:00-12:00 and sat 09:00-12:00.',
    ]);
    expect(wrong('"12:00-18:00": 6', '"12:00-12:00": 6').join()).toContain(
      'expected an interval that ends at another time than it begins (all day is "00:00-24:00"), found "12:00-12:00"',
    );
    expect(wrong('"12:00-18:00": 6', '"24:00-06:00": 6').join()).toContain(
      'expected an interval that begins before 24:00, which is 00:00 of the next day, found "24:00-06:00"',
    );
    expect(wrong('"12:00-18:00": 6', '"12-18": 6').join()).toContain('expected an interval such as "09:00-12:00" (00:00 to 24:00)');
    expect(wrong('"12:00-18:00": 6', '"12:00-18:00": many').join()).toContain("expected a whole number");
  });
});

describe("a night", () => {
  const NIGHT = 'hours: { mon-sun: "18:00-24:00" }';
  const LATE = 'hours: { mon-sun: "10:00-18:00" }';
  const accepted = (piece: string, replacement: string) =>
    parseScenario(centreWith(piece, replacement), { fileName: "centre.yaml" }).scenario.service?.groups;

  it("may run into the next day, and Sunday's into Monday", () => {
    for (const hours of [
      '{ mon-sun: "18:00-06:00" }',
      '{ sun: "22:00-06:00", mon: "06:00-07:00" }',
      '{ sat: "22:00-00:00", sun: "00:00-24:00" }',
    ]) {
      expect(accepted(NIGHT, `hours: ${hours}`)?.["night"]?.agents).toBe(2);
    }
  });

  it("is told with what it runs into, which is what overlaps", () => {
    const found = (hours: string) => wrong(NIGHT, `hours: ${hours}`).map((line) => line.replace(/^[0-9:]+ +/, ""));
    expect(found('{ mon: "22:00-06:00", tue: "05:00-12:00" }')).toEqual([
      "service.groups.night.hours.tue: expected intervals that do not overlap (22:00-06:00 runs into the next day), found mon 22:00-06:00 and tue 05:00-12:00.",
    ]);
    expect(found('{ sun: "22:00-06:00", mon: "05:00-12:00, 11:00-13:00" }')).toEqual([
      "service.groups.night.hours.mon: expected intervals that do not overlap, found mon 05:00-12:00 and mon 11:00-13:00.",
    ]);
    expect(found('{ sun: "22:00-06:00", mon: "05:00-12:00" }')).toEqual([
      "service.groups.night.hours.mon: expected intervals that do not overlap (22:00-06:00 runs into the next day), found mon 05:00-12:00 and sun 22:00-06:00.",
    ]);
    expect(found('{ mon-sun: "08:00-08:00" }')).toEqual([
      'service.groups.night.hours.mon-sun: expected an interval that ends at another time than it begins (all day is "00:00-24:00"), found "08:00-08:00".',
    ]);
  });

  it("has breaks on the day on which they are, and not only elsewhere", () => {
    for (const shift of [
      'hours: { sun: "22:00-06:00" }, breaks: { mon: "02:00-02:30" }',
      'hours: { mon: "00:00-06:00" }, breaks: { sun: "23:45-00:15" }',
    ]) {
      expect(accepted(LATE, shift)?.["desk"]?.shifts).toHaveLength(2);
    }
    const found = (shift: string) => wrong(LATE, shift).join();
    expect(found('hours: { mon: "22:00-06:00" }, breaks: { mon: "02:00-02:30" }')).toContain(
      "expected breaks within the hours of the shift, found none",
    );
    expect(found('hours: { sun: "22:00-06:00" }, breaks: { sun: "21:00-00:30", mon: "00:30-07:00" }')).toContain(
      "expected breaks that leave some hours to work, found breaks all the time",
    );
  });
});

describe("what makes no sense where it stands", () => {
  it("is told: waiting customers where nobody waits", () => {
    const lines = wrong("    chat: { silent", "    mail: { lines: 3, balks: 0, callback: {}, silent");
    expect(lines.map((line) => line.replace(/^[0-9:]+ +/, ""))).toEqual([
      "service.queues.mail.lines: expected lines only in a channel that is live or in-person (somebody waits there), found a channel that is deferred.",
      "service.queues.mail.callback: expected callback only in a channel that is live (somebody waits there), found a channel that is deferred.",
      "service.queues.mail.silent: expected silent only in a channel that is live (somebody waits there), found a channel that is deferred.",
    ]);
  });

  it("is told: contacts that no group can take", () => {
    const alone = centreWith("home: [phone, chat, mail]", "home: [phone, chat, mail]\n      topics: [support]").replace(
      "home: [phone], atOnce: 4",
      "home: [phone], atOnce: 4, topics: [support]",
    );
    const lines = printed(alone).map((line) => line.replace(/^shop\.yaml:[0-9:]+ +/, ""));
    expect(lines).toEqual([
      "service.arrivals.recorded.channel: expected a group that serves sales in mail, found none (contacts would wait for ever).",
      "service.arrivals.pile.channel: expected a group that serves sales in mail, found none (contacts would wait for ever).",
    ]);
  });

  it("is told: a file with counts in a text that comes from no file", () => {
    expect(wrong("values: [3, 5, 8]", "file: ./calls.csv, column: calls")).toEqual([
      "53:57  service.arrivals.recorded.counts.file: expected values (a file is read only when the scenario itself is loaded from a file), found a file.",
    ]);
  });
});

it("tells all mistakes at once, in the order of the file", () => {
  const text = centreWith("capacity: 5", "capacity: -5")
    .replace("share: 5%", "share: 500%")
    .replace("totalSpeed: [1, 1.6, 1.9]", "totalSpeed: [1]")
    .replace("group: team", "group: teem")
    .replace("routing: one-queue", "routing: none");
  expect(printed(text).map((line) => /:(\d+):\d+ {2}(\S+):/.exec(line)?.slice(1, 3))).toEqual([
    ["11", "service.queues.phone.capacity"],
    ["29", "service.transfers[1].share"],
    ["39", "service.groups.team.totalSpeed"],
    ["59", "service.disruptions[1].group"],
    ["63", "strategies.plain.routing"],
  ]);
});
