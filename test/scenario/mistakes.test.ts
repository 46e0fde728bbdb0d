/** Mistakes in a scenario file are reported at their line and column, all at once. */

import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/index.ts";
import { printed, problemsOf, whole, wholeWith } from "./texts.ts";

function only(text: string) {
  const problems = problemsOf(text);
  expect(problems.map(({ path }) => path)).toHaveLength(1);
  const { line, column, path, expected, found, suggestion } = problems[0] ?? { expected: "", found: "", path: "" };
  return { at: `${line}:${column}`, path, expected, found, suggestion };
}

describe("a wrong value", () => {
  it("is not there in the scenario that the others are made from", () => {
    expect(parseScenario(whole, { fileName: "whole.yaml" }).scenario.name).toBe("whole");
  });

  it("is found when a key is misspelt: at the key, with the nearest one", () => {
    expect(only(wholeWith("    size: 1000", "    size: 1000\n    afinity: {}"))).toEqual({
      at: "15:5",
      path: "segments.all.afinity",
      expected: "one of the keys size, affinity, serviceAffinity, needFactor, spendFactor, alreadyCustomers or newcomers",
      found: 'the key "afinity"',
      suggestion: "affinity",
    });
  });

  it("is found when a key stands in the wrong part", () => {
    expect(only(wholeWith("    size: 1000", "    size: 1000\n    patience: {}"))).toMatchObject({
      at: "15:5",
      found: 'the key "patience", which belongs under offer.questions, stock.onStockOut or service.topics.<name>',
      suggestion: undefined,
    });
  });

  it("is found when a rate is negative", () => {
    expect(only(wholeWith("rate: 4/d", "rate: -4/d"))).toMatchObject({
      at: "39:36",
      path: "service.arrivals.calls.rate",
      expected: "a rate of zero or more with unit such as 120/h, 3/d or 4/y",
      found: '"-4/d"',
    });
  });

  it("is found when a share is 1.4", () => {
    expect(only(wholeWith("refund: 80%", "refund: 1.4"))).toMatchObject({
      at: "29:42",
      path: "service.topics.return.refund",
      expected: "a share from 0 to 1 (0% to 100%)",
      found: "1.4",
    });
  });

  it("is found when a unit is missing, in a plain duration and inside a distribution", () => {
    expect(only(wholeWith("name: whole", "name: whole\nhorizon: 730"))).toMatchObject({ at: "2:10", found: "730, a number without unit" });
    expect(only(wholeWith("mean: 5m", "mean: 5"))).toMatchObject({
      at: "31:33",
      path: "service.handling.phone.lognormal.mean",
      expected: "a duration with unit such as 90s, 6m, 1h, 3d, 2w or 1y",
      found: "5, a number without unit",
    });
  });

  it("is found when a distribution is misspelt, doubled, or no distribution", () => {
    expect(only(wholeWith("{ lognormal: {", "{ lognormall: {"))).toMatchObject({
      at: "31:14",
      path: "service.handling.phone.lognormall",
      expected: "one of exponential, deterministic, lognormal, gamma, weibull, uniform, empirical or discrete",
      suggestion: "lognormal",
    });
    expect(
      only(wholeWith("phone: { lognormal: { mean: 5m, cv: 1 } }", "phone: { deterministic: 5m, exponential: { mean: 5m } }")).found,
    ).toBe("deterministic and exponential");
    expect(only(wholeWith("phone: { lognormal: { mean: 5m, cv: 1 } }", "phone: 5m"))).toMatchObject({ at: "31:12", found: '"5m"' });
    expect(only(wholeWith("{ lognormal: { mean: 5m, cv: 1 } }", "{ exponential: 5m }"))).toMatchObject({
      path: "service.handling.phone.exponential",
      expected: "a map with mean",
    });
    expect(only(wholeWith("mean: 5m, cv: 1", "mean: 5m, cv: 1, sd: 2"))).toMatchObject({
      path: "service.handling.phone.lognormal.sd",
      expected: "one of the keys mean or cv",
    });
  });

  it("is found in hours that are no hours, at the day that is wrong", () => {
    expect(only(wholeWith("mon-sat:", "mon-sta:"))).toMatchObject({ at: "37:47", path: "service.groups.desk.hours.mon-sta" });
    expect(only(wholeWith("12:00, 13:00-18:00", "12:70"))).toMatchObject({ at: "37:56", found: '"09:00-12:70"' });
    expect(only(wholeWith("12:00, 13:00-18:00", "12:00, 11:00-18:00")).expected).toContain("do not overlap");
  });

  it("is found when a group is empty", () => {
    expect(only(wholeWith("agents: 2", "agents: 0"))).toMatchObject({ at: "36:21", expected: "a whole number of 1 or more", found: "0" });
    expect(printed(wholeWith("home: [phone]", "home: []"))).toEqual([
      "shop.yaml:9:3  channels.phone: expected a group under service.groups with this channel as home, because it can serve, found none (contacts would wait for ever).",
      "shop.yaml:36:30  service.groups.line.home: expected at least one channel that the group serves, found [].",
    ]);
  });

  it("is found when a part is left blank, and says how to take all defaults", () => {
    expect(only(wholeWith("needs: {}", "needs:")).found).toBe("nothing (write {} for all defaults)");
    expect(only(wholeWith("    kind: live\n", ""))).toMatchObject({ at: "9:3", path: "channels.phone.kind", found: "nothing" });
  });

  it("is found when a capability is neither on nor off", () => {
    expect(only(wholeWith("sharedBasket: false", "personalisation: perhaps"))).toMatchObject({
      at: "43:50",
      path: "strategies.lean.personalisation",
      expected: "true or false",
      found: '"perhaps"',
    });
  });

  it("is reported together with the others, in the order of the file", () => {
    const text = wholeWith("refund: 80%", "refund: 1.4")
      .replace("kind: live", "kind: alive")
      .replace("baseline: multichannel", "baseline: multi");
    expect(printed(text)).toEqual([
      'shop.yaml:10:11  channels.phone.kind: expected self-service, in-person, live (someone waits) or deferred (answered later), found "alive".',
      "shop.yaml:29:42  service.topics.return.refund: expected a share from 0 to 1 (0% to 100%), found 1.4.",
      'shop.yaml:44:11  baseline: expected a defined strategy: multichannel, omnichannel or lean, found "multi".',
    ]);
  });

  it("of the name itself reads well", () => {
    expect(only(wholeWith("name: whole", "name: 2024"))).toMatchObject({
      at: "1:7",
      expected: "a name, in quotes if it is a number",
      found: "2024",
    });
    expect(only(wholeWith("name: whole", "seed: x"))).toMatchObject({ at: "1:1", path: "name", found: "nothing" });
    expect(only(wholeWith("name: whole", "name: whole\nseed: 42"))).toMatchObject({ at: "2:7", found: "42" });
  });

  it("at the top does not make everything inside unknown", () => {
    expect(only(wholeWith("channels:\n  web", "chanels:\n  web"))).toMatchObject({ at: "2:1", path: "chanels", suggestion: "channels" });
  });
});

describe("a text that is no scenario", () => {
  it.each([
    ["a bracket that is never closed", "name: a\nneeds: {\n", "3:1"],
    ["indentation by tab", "name: a\nneeds:\n\tr: 1\n", "3:1"],
    ["two documents", "name: a\n---\nname: b\n", "2:1"],
    ["an alias without anchor", "name: *a\n", "1:7"],
    ["a tag", "name: !!js/function a\n", "1:7"],
    ["a key twice", "name: a\nneeds: {}\nname: b\n", "3:1"],
    ["a list", "- a\n", "1:1"],
    ["a word", "shop\n", "1:1"],
    ["nothing", "", "1:1"],
    ["only a comment", "# nothing\n", "1:1"],
  ])("because of %s is refused at its place", (_, text, place) => {
    expect(problemsOf(text).map(({ line, column }) => `${line}:${column}`)).toContain(place);
  });

  it("says what tabs and duplicate keys are", () => {
    expect(printed("name: a\nneeds:\n\tr: 1\n")[0]).toContain("expected spaces for indentation, found a tab.");
    expect(only(wholeWith("needs: {}", "needs: {}\nawareness: {}"))).toMatchObject({
      at: "18:1",
      path: "awareness",
      expected: "each key once",
      found: '"awareness" again (first on line 16)',
    });
  });

  it("is refused when aliases or nesting would blow it up", () => {
    const bomb = Array.from(
      { length: 30 },
      (_, i) =>
        `a${i}: &a${i} [${
          i === 0
            ? "x"
            : Array(9)
                .fill(`*a${i - 1}`)
                .join(", ")
        }]`,
    ).join("\n");
    expect(printed(bomb).join("\n")).toContain("at most 40 levels and 200,000 values");
    expect(printed("a: &a [*a]\n").join("\n")).toContain("at most 40 levels");
    // Each of these once ended in the parser's stack; when that is inside a regular expression, the whole process ends.
    for (const deep of ["[".repeat(500_000), "[ #]\n".repeat(20_000), "- ".repeat(50_000), "? ".repeat(50_000)]) {
      expect(printed(deep).join("\n")).toContain("levels");
    }
    expect(printed(Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")).join("\n")).toContain("levels");
    expect(printed("[".repeat(5000) + "]".repeat(5000), { format: "json" }).join("\n")).toContain("levels");
    expect(printed(`a: ${"[".repeat(2000)}${"]".repeat(2000)}`).join("\n")).toContain("levels");
  });

  it("may be JSON, with tabs, and its mistakes have places too", () => {
    const json = JSON.stringify({ name: "a", segments: { all: { size: 10 } }, needs: {} }, undefined, "\t");
    expect(parseScenario(json, { fileName: "a.json" }).scenario.segments?.["all"]?.size).toBe(10);
    expect(printed(json.replace("10", "0"), { fileName: "a.json" })).toEqual([
      "a.json:5:12  segments.all.size: expected a whole number of 1 or more, found 0.",
    ]);
    expect(printed('{ "name": "a",\n  needs: {} }', { fileName: "a.json" })).toEqual(['a.json:2:3  expected valid JSON, found "n".']);
    expect(printed('{ "name": "a", "name": "b" }', { fileName: "a.json" }).join("\n")).toContain(
      'expected each key once, found "name" again',
    );
  });
});

describe("names of users", () => {
  it.each(["constructor", "toString", "hasOwnProperty", "<script>alert(1)</script>", "two words", "电话", "a.b", "1"])(
    "%s may be a name anywhere",
    (name) => {
      const text = whole.replaceAll(/\b(phone|all|lean|question|line)\b/g, (word) =>
        JSON.stringify(`${name}${word === "phone" ? "" : ` ${word}`}`),
      );
      const { scenario, resolved } = parseScenario(text, { fileName: "names.yaml" });
      expect(Object.hasOwn(scenario.channels ?? {}, name)).toBe(true);
      expect(parseScenario(resolved, { fileName: "again.yaml" }).scenario).toEqual(scenario);
    },
  );

  it("that are inherited by every object are not taken for defined ones", () => {
    for (const name of ["constructor", "toString", "__proto__"]) {
      expect(printed(wholeWith("channel: phone", `channel: ${name}`)).join("\n")).toContain("expected a defined channel");
      expect(printed(wholeWith("baseline: multichannel", `baseline: ${name}`)).join("\n")).toContain("expected a defined strategy");
      expect(printed(wholeWith("extends: omnichannel", `extends: ${name}`)).join("\n")).toContain("expected a defined strategy or preset");
      expect(printed(wholeWith("needs: {}", `needs: { ${name}: 1 }`)).length).toBe(1);
    }
  });

  it("must not be __proto__, empty, blank, too long or hold control characters", () => {
    for (const name of ['"__proto__"', '""', '"  "', `"${"x".repeat(61)}"`, String.raw`"a\u001b[31m"`]) {
      const lines = printed(wholeWith("affinity: { web: 1", `affinity: { ${name}: 1`));
      expect(lines[0], name).toContain("expected a");
    }
    expect(printed(wholeWith("web: 1,", String.raw`"\e[31mweb": 1,`)).join("\n")).not.toContain("\u001b");
    expect(Object.hasOwn(Object.prototype, "size")).toBe(false);
  });
});
